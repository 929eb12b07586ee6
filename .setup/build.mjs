import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, fail, node, root, tool } from './run.mjs';

/** Builds the app into `dist/`, then the command line into `dist/cli/sanxian.js`. */
export async function build() {
  const vite = tool('vite/bin/vite.js');
  const modes = [
    ...(existsSync(join(root, 'index.html')) ? [['build']] : []),
    ['build', '--mode', 'cli'],
  ];
  for (const args of modes) {
    // A test runner's NODE_ENV would put development builds of libraries into the app.
    const env = { ...process.env, NODE_ENV: 'production' };
    const code = await node(vite, [...args, '--logLevel', 'warn'], { env });
    if (code !== 0) fail(`vite ${args.join(' ')} failed (${code}).`);
  }
  chmodSync(join(root, 'dist', 'cli', 'sanxian.js'), 0o755);
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  await ensureInstalled();
  await build();
}
