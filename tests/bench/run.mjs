/** node tests/bench/run.mjs <name>: bundles tests/bench/<name>.bench.ts and runs it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const name = process.argv[2] ?? 'overlay';
const outDir = resolve(root, 'node_modules/.cache/bench');
mkdirSync(outDir, { recursive: true });
// What the benchmarks start besides themselves: a thread, and a script for a page with all it needs.
for (const entry of new Set([name, 'thread', 'drag'])) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: entry === 'drag' ? true : [] },
    build: {
      target: entry === 'drag' ? 'es2022' : 'node20',
      ssr: resolve(import.meta.dirname, `${entry}.bench.ts`),
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      rollupOptions: { output: { entryFileNames: `${entry}.mjs` } },
    },
  });
}
const flags = process.env.NODE_FLAGS?.split(' ') ?? [];
const run = spawnSync(process.execPath, [...flags, resolve(outDir, `${name}.mjs`)], {
  stdio: 'inherit',
  env: { ...process.env, BENCH_FOLDER: import.meta.dirname },
});
process.exit(run.status ?? 1);
