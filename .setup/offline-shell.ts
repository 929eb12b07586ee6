import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve, sep } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { type Plugin, transformWithOxc } from 'vite';

const root = resolve(import.meta.dirname, '..');
const source = join(root, 'src/app/offline');

/** Of these the shell is made; what lies elsewhere belongs to whoever runs the server. */
const SHELL = /^(index\.html|manifest\.webmanifest|icons\/.+|assets\/.+)$/;
/** What the page reads at first, which whoever runs the server may replace. */
const DATA = /^(layers\/[^/]+\.json|data\/policy\/[^/]+\.ya?ml|data\/samples\/示例项目\.txt)$/;
/** Compilers, fonts and file drivers: tens of megabytes that most visits never touch. */
const LATER = /\.(ttf|data)$|assets\/(gdal3|index_bg|typst)[^/]*\.(wasm|js)$/;

/**
 * What makes the built app installable and lets it open without a network: icons, the manifest, and the
 * service worker with the list of files of this very build.
 */
export function offlineShell(): Plugin {
  return {
    name: 'offline-shell',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' }, injectTo: 'head' },
    ],
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        const dist = dir ?? join(root, 'dist');
        await writeIcons(join(dist, 'icons'));
        const manifest = readFileSync(join(source, 'manifest.webmanifest'));
        writeFileSync(join(dist, 'manifest.webmanifest'), manifest);
        await writeWorker(dist);
      },
    },
  };
}

/** From the one drawing: as it is, as pictures, and with room around it for masks. */
async function writeIcons(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const drawing = readFileSync(join(source, 'icon.svg'), 'utf8');
  writeFileSync(join(folder, 'icon.svg'), drawing);
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(readFileSync(wasm)).catch(() => {
    // Made before, by another build of this process.
  });
  const masked = drawing.replace('viewBox="0 0 64 64"', 'viewBox="-8 -8 80 80"');
  const pictures = [
    ['icon-192.png', drawing, 192],
    ['icon-512.png', drawing, 512],
    ['icon-mask-512.png', masked, 512],
  ] as const;
  for (const [name, svg, width] of pictures) {
    const fitTo = { mode: 'width', value: width } as const;
    writeFileSync(
      join(folder, name),
      new Resvg(svg, { fitTo, background: '#16324D' }).render().asPng(),
    );
  }
}

async function writeWorker(dist: string): Promise<void> {
  const all = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const names = all.filter((name) => SHELL.test(name));
  const version = createHash('sha256');
  for (const name of names) version.update(name).update(readFileSync(join(dist, name)));
  const later = names.filter((name) => LATER.test(name));
  const shell = {
    version: version.digest('hex').slice(0, 16),
    files: names.filter((name) => !LATER.test(name)),
    later,
    data: all.filter((name) => DATA.test(name)),
  };
  const path = join(source, 'service-worker.ts');
  const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path, { sourcemap: false });
  // A classic script: not every browser here takes a module for this.
  const script = code.replace(/^export \{\};?$/m, '');
  writeFileSync(join(dist, 'sw.js'), `const SHELL = ${JSON.stringify(shell)};\n${script}`);
}
