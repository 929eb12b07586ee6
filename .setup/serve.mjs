import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A small server for one folder: byte ranges, caching, nothing else. `npm start` uses it, and offices that
 * unpack a release; it needs Node alone.
 *
 *   node serve.mjs [folder] [--port 4173] [--host 127.0.0.1] [--frame-ancestors "'self'"] [--open]
 *
 * Layers, rules and samples are served from beside the folder where they are not in it: in a release the
 * page and the command line share them.
 */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.yaml': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.zip': 'application/zip',
};

/** Names under which a page of this machine asks; another name is another site's, led here. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const BESIDE = ['layers', 'data'];
/** Smaller files are told apart by their content: an unpacked release has one time for all of them. */
const SMALL_BYTES = 256 * 1024;

/**
 * @param {string} folder
 * @param {{ host?: string, frameAncestors?: string }} [options] on another address than this machine's own
 * every name is answered, for an office network
 */
export function folderServer(folder, { host = '127.0.0.1', frameAncestors = "'self'" } = {}) {
  const root = resolve(folder);
  const anyName = !LOOPBACK.includes(host);
  return createServer((request, response) => {
    const refuse = (status, headers = {}) => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
      response.end(`${status}\n`);
    };
    const name = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    if (!anyName && !LOOPBACK.includes(name)) return refuse(403);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(405, { Allow: 'GET, HEAD' });
    }
    answer(root, request, response, refuse, frameAncestors).catch((error) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else refuse(500);
    });
  });
}

async function answer(root, request, response, refuse, frameAncestors) {
  const asked = pathOf(request.url);
  if (asked === null) return refuse(400);
  const [first] = asked.split('/').filter((part) => part !== '');
  const beside = BESIDE.includes(first) && !existsSync(join(root, first));
  const base = beside ? resolve(root, '..') : root;
  const path = join(base, asked);
  const inside = path === base || path.startsWith(base + sep) || path === base + sep;
  if (!inside || asked.split('/').some((part) => part.startsWith('.'))) return refuse(404);
  let file = path;
  let found = await statOf(file);
  if (found?.isDirectory()) {
    if (!asked.endsWith('/')) {
      const { pathname, search } = new URL(request.url, 'http://x');
      return refuse(301, { Location: `${pathname.replace(/^\/+/, '/')}/${search}` });
    }
    file = join(path, 'index.html');
    found = await statOf(file);
  }
  if (!found?.isFile()) return refuse(404);
  const { size, mtimeMs } = found;
  const tag =
    size <= SMALL_BYTES
      ? `"${createHash('sha256')
          .update(await readFile(file))
          .digest('hex')
          .slice(0, 32)}"`
      : `"${size.toString(16)}-${Math.floor(mtimeMs).toString(16)}"`;
  const headers = {
    'Content-Type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Accept-Ranges': 'bytes',
    'Cache-Control': isSettled(asked) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Security-Policy': `frame-ancestors ${frameAncestors}`,
    'X-Content-Type-Options': 'nosniff',
    ETag: tag,
  };
  const { range, 'if-range': ifRange, 'if-none-match': known } = request.headers;
  if (known === tag) return void response.writeHead(304, headers).end();
  const part = ifRange === undefined || ifRange === tag ? rangeOf(range, size) : null;
  if (part === 'beyond') return refuse(416, { 'Content-Range': `bytes */${size}` });
  const [from, to] = part ?? [0, size - 1];
  response.writeHead(part ? 206 : 200, {
    ...headers,
    'Content-Length': to - from + 1,
    ...(part && { 'Content-Range': `bytes ${from}-${to}/${size}` }),
  });
  if (request.method === 'HEAD' || size === 0) return void response.end();
  createReadStream(file, { start: from, end: to })
    .on('error', () => response.destroy())
    .pipe(response);
}

/** Files with a sum of their content in the name never change. */
function isSettled(path) {
  return /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(path);
}

/** The path that is asked for; null where it is none. */
function pathOf(url) {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ''));
    return path.startsWith('/') && !/[\0\\]/.test(path) ? path : null;
  } catch {
    return null;
  }
}

/** First and last byte; null: the whole file, also for what is no range or several. */
function rangeOf(header, size) {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (found === null || (found[1] === '' && found[2] === '')) return null;
  if (found[1] === '') {
    const last = Number(found[2]);
    return last === 0 || size === 0 ? 'beyond' : [Math.max(0, size - last), size - 1];
  }
  const from = Number(found[1]);
  const to = found[2] === '' ? size - 1 : Math.min(Number(found[2]), size - 1);
  if (found[2] !== '' && Number(found[2]) < from) return null;
  return from >= size ? 'beyond' : [from, to];
}

async function statOf(path) {
  try {
    return await stat(path);
  } catch {
    return null;
  }
}

/** Listens on the first free port; resolves with it. */
export function listen(server, first, host) {
  return new Promise((resolveWith, reject) => {
    let port = first;
    server.on('error', (error) => {
      if (error.code !== 'EADDRINUSE' || port >= first + 49) return reject(error);
      server.listen(++port, host);
    });
    server.listen(port, host, () => resolveWith(server.address().port));
  });
}

/** Serves a folder and says where. */
export async function serveFolder(
  folder,
  { port = 4173, host = '127.0.0.1', frameAncestors, open } = {},
) {
  const server = folderServer(folder, { host, ...(frameAncestors && { frameAncestors }) });
  const url = `http://${host}:${await listen(server, port, host)}/`;
  console.log(`\n三线 sanxian\n  打开 / open  ${url}\n  停止 / stop  Ctrl+C\n`);
  if (open) openInBrowser(url);
  return server;
}

function openInBrowser(url) {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  // Without a browser to be found, the address stands in the window.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

function readArguments(args) {
  const options = {};
  let folder = join(import.meta.dirname, 'dist');
  for (let at = 0; at < args.length; at++) {
    const value = () => {
      if (args[at + 1] === undefined) throw new Error(`${args[at]}: a value is missing`);
      return args[++at];
    };
    if (args[at] === '--port') options.port = Number(value());
    else if (args[at] === '--host') options.host = value();
    else if (args[at] === '--frame-ancestors') options.frameAncestors = value();
    else if (args[at] === '--open') options.open = true;
    else if (args[at].startsWith('--')) throw new Error(`unknown option ${args[at]}`);
    else folder = args[at];
  }
  return { folder, options };
}

if (process.argv[1] && fileURLToPath(import.meta.url) === resolve(process.argv[1])) {
  const { folder, options } = readArguments(process.argv.slice(2));
  await serveFolder(folder, { port: Number(process.env.PORT) || 4173, ...options });
}
