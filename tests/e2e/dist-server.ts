import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { root } from './served-app.ts';

const DIST = join(root, 'dist');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export interface DistServer {
  readonly port: number;
  readonly url: string;
  /** Paths asked for, in order; ranges behind a space. */
  readonly asked: string[];
  /** Bytes served in place of a file of the build, with an ETag of their own; null: 404. */
  readonly instead: Map<string, Buffer | null>;
  /** Takes nobody any more and cuts off who is there. */
  stop(): Promise<void>;
  /** At the same port again. */
  start(): Promise<void>;
}

/** The policy as the page has it, with what only a header can say. */
export function headerPolicy(): string {
  const conf = readFileSync(join(root, 'data/server/headers.nginx.conf'), 'utf8');
  return /Content-Security-Policy "([^"]+)"/.exec(conf)![1]!;
}

/** The built app as a plain server carries it, with the documented policy on every answer. */
export async function serveDist(): Promise<DistServer> {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('dist/ is missing: npm run build');
  const policy = headerPolicy();
  const asked: string[] = [];
  const instead = new Map<string, Buffer | null>();
  let server: Server | null = null;
  let port = 0;

  const listen = async (): Promise<void> => {
    const made = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url!, 'http://x').pathname);
      const wanted = request.headers.range;
      asked.push(wanted ? `${path} ${wanted}` : path);
      const file = join(DIST, normalize(path === '/' ? '/index.html' : path));
      const other = instead.get(path);
      const isThere = file.startsWith(DIST) && existsSync(file) && statSync(file).isFile();
      if (other === null || (other === undefined && !isThere)) {
        response.writeHead(404).end();
        return;
      }
      const bytes = other ?? readFileSync(file);
      const headers = {
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': policy,
        'Accept-Ranges': 'bytes',
        'Cache-Control': 'no-cache',
        ETag: other ? `"other-${other.length}-${other.at(-1)}"` : `"${statSync(file).mtimeMs}"`,
      };
      const range = /^bytes=(\d+)-(\d*)$/.exec(wanted ?? '');
      if (!range || Number(range[1]) >= bytes.length) {
        response.writeHead(range ? 416 : 200, {
          ...headers,
          'Content-Length': range ? 0 : bytes.length,
        });
        response.end(range ? undefined : bytes);
        return;
      }
      const from = Number(range[1]);
      const to = Math.min(range[2] ? Number(range[2]) : bytes.length - 1, bytes.length - 1);
      const place = `bytes ${from}-${to}/${bytes.length}`;
      const length = { 'Content-Range': place, 'Content-Length': to + 1 - from };
      response.writeHead(206, { ...headers, ...length }).end(bytes.subarray(from, to + 1));
    });
    await new Promise<void>((resolve) => made.listen(port, '127.0.0.1', resolve));
    port = (made.address() as AddressInfo).port;
    server = made;
  };
  await listen();
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    asked,
    instead,
    async stop() {
      const ending = server;
      server = null;
      if (!ending) return;
      ending.closeAllConnections();
      await new Promise((resolve) => ending.close(resolve));
    },
    start: listen,
  };
}
