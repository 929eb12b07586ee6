import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureInstalled, fail, root } from './run.mjs';
import { serveFolder } from './serve.mjs';

/** `npm start`: install, build what is missing or older than its sources, serve, say where. */
await ensureInstalled();
if (!existsSync(join(root, 'index.html')))
  fail('index.html is missing: the checkout is incomplete.');
if (isStale()) {
  console.log('正在构建 / Building ...');
  await build();
}
await serveFolder(join(root, 'dist'), { port: Number(process.env.PORT) || 4173 });

function isStale() {
  const built = join(root, 'dist', 'index.html');
  const program = join(root, 'dist', 'cli', 'sanxian.js');
  if (!existsSync(built) || !existsSync(program)) return true;
  const oldest = Math.min(statSync(built).mtimeMs, statSync(program).mtimeMs);
  const sources = ['index.html', 'vite.config.ts', 'package.json', 'src', 'layers', 'data'].concat(
    '.setup/elements.ts',
  );
  return sources.some((name) => newest(join(root, name)) > oldest);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), 0);
}
