import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { root } from './served-app.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * The built app under a sub-path, with a strict policy on every answer: unlike the one in the page, it
 * holds in workers too.
 */
export async function serveUnderSubPath(policy: string) {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'index.html'))) throw new Error('dist/ is missing: npm run build');
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://x').pathname);
    asked.push(path);
    const inside = path.startsWith('/a/b/') ? normalize(path.slice('/a/b'.length)) : '/..';
    const file = join(dist, inside === '/' ? 'index.html' : inside);
    if (!file.startsWith(dist) || !existsSync(file) || path.endsWith('/..')) {
      response.writeHead(404).end();
      return;
    }
    const bytes = readFileSync(file);
    const headers = {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': policy,
      'Accept-Ranges': 'bytes',
    };
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    if (range === null) {
      response.writeHead(200, { ...headers, 'Content-Length': bytes.length }).end(bytes);
      return;
    }
    const [from, to] = [Number(range[1]), Math.min(Number(range[2]), bytes.length - 1)];
    const part = bytes.subarray(from, to + 1);
    const place = `bytes ${from}-${to}/${bytes.length}`;
    response.writeHead(206, { ...headers, 'Content-Range': place, 'Content-Length': part.length });
    response.end(part);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/a/b/`,
    /** Paths asked for, in order. */
    asked,
    stop: () => server.close(),
  };
}
