import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How one address of the test server answers. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface RangeServer {
  readonly url: string;
  /** Requests so far, as `path range`. */
  readonly log: string[];
  close(): Promise<void>;
}

/** A real HTTP server on the loopback interface. */
export async function startServer(answer: Answer): Promise<RangeServer> {
  const log: string[] = [];
  const server = createServer((request, response) => {
    log.push(`${request.url} ${request.headers.range ?? ''}`.trim());
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers ranges of `bytes` as nginx does. */
export function serveRange(
  bytes: Uint8Array,
  request: IncomingMessage,
  response: ServerResponse,
  etag = '"1"',
): void {
  const match = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const first = Number(match?.[1] ?? 0);
  const last = Math.min(match?.[2] ? Number(match[2]) : Infinity, bytes.length - 1);
  if (match && first >= bytes.length) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
    return;
  }
  const headers = { etag, 'content-length': last - first + 1 };
  if (match) {
    response.writeHead(206, {
      ...headers,
      'content-range': `bytes ${first}-${last}/${bytes.length}`,
    });
  } else response.writeHead(200, headers);
  response.end(bytes.subarray(first, last + 1));
}
