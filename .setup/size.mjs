import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './run.mjs';

/** Code of the first view, bytes after gzip: shell, map, tiles. MapLibre's own worker stands apart. */
export const FIRST_VIEW_LIMIT = 450_000;

/** What the page asks for by itself: the map and the worker that makes its tiles. */
const FIRST = ['make-map', 'tile-worker', 'recent-projects'];
/** No part of the first view, by what a chunk is called: nothing of it may be reached from there. */
const LATER = {
  'check worker (a check)': ['check-worker'],
  'drawing and live check': ['open-draw-desk', 'open-gestures', 'live-worker'],
  'search worker': ['find-worker'],
  'findings and cards': ['findings-panel', 'path-dialog'],
  'pasted tables': ['paste-sheet'],
  'GDAL formats': ['gdal-worker', 'gdal3'],
  'DOCX and XLSX': ['document', 'workbook'],
  'PDF (compiler and pictures)': ['compile', 'wasm-pack-shim', 'resvg-wasm'],
};

/** Bytes of a file of the build after gzip, as nginx would send it at its best. */
export function gzipped(path) {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}

/**
 * The code of the first view, found by following the static imports of `index.html`, of the map's chunk
 * and of the tile worker.
 *
 * @param dist folder of the build
 * @returns {{ file: string, bytes: number, gzip: number }[]}
 */
export function firstViewCode(dist) {
  const assets = join(dist, 'assets');
  const names = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const linked = [...page.matchAll(/assets\/([^"]+\.(?:js|css))/g)].map(([, name]) => name);
  const started = FIRST.map((chunk) => {
    const found = names.find((name) => isChunk(name, chunk));
    if (!found) throw new Error(`the build has no chunk ${chunk}`);
    return found;
  });
  const reached = new Set();
  const follow = (name) => {
    if (reached.has(name)) return;
    reached.add(name);
    if (name.endsWith('.js')) {
      for (const next of importsOf(readFileSync(join(assets, name), 'utf8'))) follow(next);
    }
  };
  for (const name of [...linked, ...started]) follow(name);
  return [...reached].map((file) => {
    const path = join(assets, file);
    return { file, bytes: readFileSync(path).length, gzip: gzipped(path) };
  });
}

/** Static imports between chunks, which lie side by side; `import(...)` is what comes later. */
function importsOf(code) {
  const statements = code.matchAll(
    /(?:^|[;}\n])(?:import|export)\s*(?:[\w*{][^;'"`()]*?from)?"\.\/([^"]+)"/g,
  );
  return [...statements].map(([, name]) => name);
}

/** Vite adds a hash to the name of a chunk. */
function isChunk(name, chunk) {
  return name.startsWith(`${chunk}-`) && !name.slice(chunk.length + 1).includes('-worker');
}

function table(rows) {
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, bytes] of rows) console.log(`${name.padEnd(width)}  ${kB(bytes)}`);
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
}

/** `npm run size`: the table, and exit 1 where the first view has grown too large. */
function main() {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'index.html'))) {
    console.error('dist/ is missing: npm run build');
    process.exit(2);
  }
  const first = firstViewCode(dist).sort((a, b) => b.gzip - a.gzip);
  const total = first.reduce((sum, { gzip }) => sum + gzip, 0);
  console.log('首屏代码（gzip）/ code of the first view (gzip)');
  table([
    ...first.map(({ file, gzip }) => [file, gzip]),
    ['total', total],
    ['limit', FIRST_VIEW_LIMIT],
  ]);
  console.log('\n按需加载 / loaded when needed');
  const names = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
  const bytesOf = (chunks) =>
    names
      .filter((name) => chunks.some((chunk) => isChunk(name, chunk)))
      .reduce((sum, name) => sum + gzipped(join(dist, 'assets', name)), 0);
  table([
    ["MapLibre's own worker", bytesOf(['maplibre-gl-worker'])],
    ...Object.entries(LATER).map(([what, chunks]) => [what, bytesOf(chunks)]),
  ]);
  if (total > FIRST_VIEW_LIMIT) {
    console.error(`\nThe first view has grown by ${total - FIRST_VIEW_LIMIT} bytes too much.`);
    process.exit(1);
  }
}

if (process.argv[1] && import.meta.filename === process.argv[1]) main();
