import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { manifest } from './manifest.mjs';
import { ensureInstalled, fail, node, root, tool } from './run.mjs';

/** Before `npm pack`: the built app, the types of its elements and their manifest. */
export async function preparePackage() {
  await build();
  const types = join(root, 'dist', 'types');
  await writeTypes(types);
  writeFileSync(
    join(root, 'dist', 'custom-elements.json'),
    `${JSON.stringify(manifest(), null, 2)}\n`,
  );
}

/** What the elements are to pages of others, and no more of the sources than that speaks of. */
async function writeTypes(out) {
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'sanxian-types-'));
  const config = join(folder, 'tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir: out,
    rootDir: join(root, 'src'),
    types: ['geojson'],
    typeRoots: [join(root, 'node_modules', '@types')],
  };
  const files = [join(root, 'src', 'app', 'element-types.ts')];
  const extended = join(root, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ extends: extended, compilerOptions, include: [], files }));
  const code = await node(tool('typescript/bin/tsc'), ['-p', config]);
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) fail(`tsc ended with ${code}.`);
  const classes = { 'sanxian-app': 'SanxianApp', 'sanxian-map': 'SanxianMap' };
  for (const [tag, name] of Object.entries(classes)) {
    writeFileSync(join(out, `${tag}.d.ts`), elementTypes(tag, name));
  }
  writeFileSync(
    join(out, 'sanxian.d.ts'),
    Object.keys(classes)
      .map((tag) => `export * from './${tag}.js';\n`)
      .join(''),
  );
}

function elementTypes(tag, name) {
  const type = `${name}Element`;
  return `import type { ${type}, SanxianEventMap } from './app/element-types.ts';
export type * from './app/element-types.ts';
/** Without a DOM it is a class that nobody can construct. */
export declare const ${name}: { new (): ${type}; readonly prototype: ${type} };
declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${type};
  }
  interface HTMLElementEventMap extends SanxianEventMap {}
}
`;
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  await ensureInstalled();
  await preparePackage();
}
