import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

export interface StaticServer {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly asked: readonly string[];
  stop(): void;
}

/**
 * Files of a folder at a path, with ranges.
 *
 * @param under such as `/a/b/`
 * @param headers on every answer
 */
export async function serveFolder(
  folder: string,
  under: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<StaticServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://x').pathname);
    asked.push(path);
    const inside = path.startsWith(under) ? normalize(`/${path.slice(under.length)}`) : '/..';
    const named = join(folder, inside);
    const file =
      existsSync(named) && statSync(named).isDirectory() ? join(named, 'index.html') : named;
    if (!file.startsWith(folder) || !existsSync(file) || path.endsWith('/..')) {
      response.writeHead(404).end();
      return;
    }
    const bytes = readFileSync(file);
    const own = {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Accept-Ranges': 'bytes',
      ...headers,
    };
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    if (range === null) {
      response.writeHead(200, { ...own, 'Content-Length': bytes.length }).end(bytes);
      return;
    }
    const [from, to] = [Number(range[1]), Math.min(Number(range[2]), bytes.length - 1)];
    const part = bytes.subarray(from, to + 1);
    const place = `bytes ${from}-${to}/${bytes.length}`;
    response.writeHead(206, { ...own, 'Content-Range': place, 'Content-Length': part.length });
    response.end(part);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${under}`,
    asked,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
