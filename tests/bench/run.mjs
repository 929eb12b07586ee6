/** node tests/bench/run.mjs <name>: bundles tests/bench/<name>.bench.ts and runs it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const name = process.argv[2] ?? 'overlay';
const outDir = resolve(root, 'node_modules/.cache/bench');
mkdirSync(outDir, { recursive: true });
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    target: 'node20',
    ssr: resolve(import.meta.dirname, `${name}.bench.ts`),
    outDir,
    emptyOutDir: false,
    rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
  },
});
const flags = process.env.NODE_FLAGS?.split(' ') ?? [];
const run = spawnSync(process.execPath, [...flags, resolve(outDir, `${name}.mjs`)], {
  stdio: 'inherit',
  env: { ...process.env, BENCH_FOLDER: import.meta.dirname },
});
process.exit(run.status ?? 1);
