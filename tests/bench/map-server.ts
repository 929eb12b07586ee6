import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

export interface Counted {
  requests: number;
  bytes: number;
}

export interface MapServer {
  readonly url: string;
  /** Requests for layer files and the bytes of their bodies since `reset`. */
  readonly counted: Counted;
  readonly log: string[];
  latencyMs: number;
  reset(): void;
  close(): void;
}

/** Serves the first of some folders that has a file, with ranges as nginx does; counts `data` files. */
export async function serveMap(folders: readonly string[], data: RegExp): Promise<MapServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://x').pathname);
    const file = folders.map((folder) => join(folder, path)).find(isFile);
    const answer = (): void => {
      if (!file) return void response.writeHead(404).end();
      const size = statSync(file).size;
      const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
      const first = Number(range?.[1] ?? 0);
      const last = Math.min(Number(range?.[2] ?? Infinity), size - 1);
      if (range && first >= size) {
        return void response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
      }
      if (data.test(path)) {
        self.counted.requests++;
        self.counted.bytes += last + 1 - first;
        self.log.push(`${path} ${first}+${last + 1 - first}`);
      }
      response.writeHead(range ? 206 : 200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-length': last + 1 - first,
        etag: `"${size}"`,
        'accept-ranges': 'bytes',
        ...(range ? { 'content-range': `bytes ${first}-${last}/${size}` } : {}),
      });
      const stream = createReadStream(file, { start: first, end: last });
      stream.pipe(response);
      response.on('close', () => stream.destroy());
    };
    if (self.latencyMs > 0 && data.test(path)) setTimeout(answer, self.latencyMs);
    else answer();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const self: MapServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counted: { requests: 0, bytes: 0 },
    log: [],
    latencyMs: 0,
    reset() {
      self.counted.requests = 0;
      self.counted.bytes = 0;
      self.log.length = 0;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return self;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
