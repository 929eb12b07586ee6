import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureInstalled, fail, node, root, tool } from './run.mjs';

/** `npm start`: install, build what is missing or older than its sources, serve, say where. */
const HOST = '127.0.0.1';
const FIRST_PORT = Number(process.env.PORT) || 4173;

await ensureInstalled();
if (!existsSync(join(root, 'index.html')))
  fail('index.html is missing: the checkout is incomplete.');
if (isStale()) {
  console.log('正在构建 / Building ...');
  await build();
}
const port = await freePort(FIRST_PORT);
console.log(`\n三线 sanxian\n  打开 / open  http://${HOST}:${port}/\n  停止 / stop  Ctrl+C\n`);
process.exit(
  await node(tool('vite/bin/vite.js'), [
    'preview',
    '--host',
    HOST,
    '--port',
    String(port),
    '--strictPort',
    '--logLevel',
    'error',
  ]),
);

function isStale() {
  const built = join(root, 'dist', 'index.html');
  const program = join(root, 'dist', 'cli', 'sanxian.js');
  if (!existsSync(built) || !existsSync(program)) return true;
  const oldest = Math.min(statSync(built).mtimeMs, statSync(program).mtimeMs);
  const sources = ['index.html', 'vite.config.ts', 'package.json', 'src', 'layers', 'data'];
  return sources.some((name) => newest(join(root, name)) > oldest);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), 0);
}

async function freePort(first) {
  for (let port = first; port < first + 50; port++) if (await isFree(port)) return port;
  return fail(`No free port between ${first} and ${first + 49}.`);
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, HOST, () => server.close(() => resolve(true)));
  });
}
