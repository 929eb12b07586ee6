import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { serveRange } from '../bytes/range-server.ts';

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
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'Range',
  'Access-Control-Expose-Headers': 'Content-Range, Content-Length, ETag',
};

export interface FileServer {
  readonly port: number;
  readonly origin: string;
  /** With the first of the paths that it serves. */
  readonly url: string;
  /** Paths asked for, in order; ranges behind a space. */
  readonly asked: string[];
  /** Bytes served in place of a file, with an ETag of their own; null: 404. */
  readonly instead: Map<string, Buffer | null>;
  /** Takes nobody any more and cuts off who is there. */
  stop(): Promise<void>;
  /** At the same port again. */
  start(): Promise<void>;
}

export interface Serving {
  /** On every answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether pages of other origins may read. */
  readonly cors?: boolean;
}

/**
 * Folders under their paths, as a plain server carries them: with ranges, on a port of their own.
 *
 * @param folders by a path that begins and ends with a slash; of several that fit the first is meant
 */
export async function serveFolders(
  folders: Readonly<Record<string, string>>,
  { headers = {}, cors = false }: Serving = {},
): Promise<FileServer> {
  const asked: string[] = [];
  const instead: FileServer['instead'] = new Map();
  let server: Server | null = null;
  let port = 0;

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = decodeURIComponent(new URL(request.url!, 'http://x').pathname);
    const { range } = request.headers;
    asked.push(range ? `${path} ${range}` : path);
    const all = { ...headers, ...(cors && CORS), 'Accept-Ranges': 'bytes' };
    for (const [name, value] of Object.entries(all)) response.setHeader(name, value);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const other = instead.get(path);
    const file = other === null ? null : fileAt(path, folders);
    if (!other && file === null) return void response.writeHead(404).end();
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('Content-Type', TYPES[extname(file ?? path)] ?? 'application/octet-stream');
    const etag = other ? `"other-${other.length}-${other.at(-1)}"` : `"${statSync(file!).mtimeMs}"`;
    serveRange(other ?? readFileSync(file!), request, response, etag);
  };
  const start = async (): Promise<void> => {
    const made = createServer(answer);
    await new Promise<void>((resolve) => made.listen(port, '127.0.0.1', resolve));
    port = (made.address() as AddressInfo).port;
    server = made;
  };
  await start();
  const origin = `http://127.0.0.1:${port}`;
  return {
    port,
    origin,
    url: origin + Object.keys(folders)[0]!,
    asked,
    instead,
    start,
    async stop() {
      const ending = server;
      server = null;
      if (!ending) return;
      ending.closeAllConnections();
      await new Promise((resolve) => ending.close(resolve));
    },
  };
}

function fileAt(asked: string, folders: Readonly<Record<string, string>>): string | null {
  // tidied before it is looked up: what leads out of the folder is under no path
  const path = normalize(asked);
  const [place, folder] = Object.entries(folders).find(([start]) => path.startsWith(start)) ?? [];
  if (place === undefined) return null;
  const named = join(folder!, path.slice(place.length));
  const isFolder = existsSync(named) && statSync(named).isDirectory();
  const file = isFolder ? join(named, 'index.html') : named;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}
