import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const { folderServer } = (await import(join(import.meta.dirname, '../../.setup/serve.mjs'))) as {
  folderServer(folder: string, options?: object): Server;
};

const work = mkdtempSync(join(tmpdir(), 'sanxian serve 三线 '));
const dist = join(work, 'dist');
const SETTLED = new Date('2020-01-01T00:00:00Z');
let server: Server;
let port: number;

beforeAll(async () => {
  mkdirSync(join(dist, 'assets'), { recursive: true });
  mkdirSync(join(dist, '.git'));
  mkdirSync(join(work, 'layers'));
  writeFileSync(join(work, 'secret.txt'), 'secret');
  writeFileSync(join(work, 'layers/农田 1.fgb'), '0123456789');
  writeFileSync(join(dist, '.git/config'), 'secret');
  writeFileSync(join(dist, 'index.html'), '<p>');
  writeFileSync(join(dist, 'empty.json'), '');
  writeFileSync(join(dist, 'assets/app-AbCd_-12.js'), 'x');
  server = folderServer(dist);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.close();
  rmSync(work, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** The path as it is: `fetch` would tidy it first. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers, method }, (answer) => {
      let body = '';
      answer.on('data', (chunk) => {
        body += chunk;
      });
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body }),
      );
    }).on('error', reject);
  });
}

describe('byte ranges', () => {
  const FILE = encodeURI('/layers/农田 1.fgb');
  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=8-', 206, '89', 'bytes 8-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=10-', 416, '416\n', 'bytes */10'],
    ['bytes=-0', 416, '416\n', 'bytes */10'],
    ['bytes=4-2', 200, '0123456789', undefined],
    ['bytes=0-1,3-4', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
  ])('%s', async (range, status, body, place) => {
    const answer = await ask(FILE, { range });
    expect([answer.status, answer.body]).toEqual([status, body]);
    expect(answer.headers['content-range']).toBe(place);
  });

  it('of a file that has changed since give the whole of it', async () => {
    const { headers } = await ask(FILE);
    const part = { range: 'bytes=0-1', 'if-range': String(headers.etag) };
    expect((await ask(FILE, part)).status).toBe(206);
    expect((await ask(FILE, { ...part, 'if-range': '"other"' })).status).toBe(200);
  });
});

it('asks anew for everything but what has its sum in the name', async () => {
  const page = await ask('/');
  expect(page.headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "frame-ancestors 'self'",
  });
  expect((await ask('/assets/app-AbCd_-12.js')).headers['cache-control']).toContain('immutable');
  const known = { 'if-none-match': String(page.headers.etag) };
  expect((await ask('/', known)).status).toBe(304);
  expect((await ask('/empty.json')).body).toBe('');
  expect((await ask('/', {}, 'HEAD')).headers['content-length']).toBe('3');
});

it('a page of the same length and time, as releases have, is another page', async () => {
  const write = (text: string): void => {
    writeFileSync(join(dist, 'index.html'), text);
    utimesSync(join(dist, 'index.html'), SETTLED, SETTLED);
  };
  write('<p>old');
  const { headers } = await ask('/');
  write('<p>new');
  const answer = await ask('/', { 'if-none-match': String(headers.etag) });
  expect([answer.status, answer.body]).toEqual([200, '<p>new']);
});

it.each([
  ['/../secret.txt', 404],
  ['/%2e%2e/secret.txt', 404],
  ['/..%2fsecret.txt', 404],
  ['/layers/../../secret.txt', 404],
  ['/layers/..%2fsecret.txt', 404],
  ['/..\\secret.txt', 400],
  ['/%00', 400],
  ['/%zz', 400],
  ['/.git/config', 404],
  ['/layers', 301],
  ['/nothing', 404],
])('%s is %i, and no way out of the folder', async (path, status) => {
  const answer = await ask(path);
  expect(answer.status).toBe(status);
  expect(answer.body).not.toContain('secret');
});

it('answers to the names of this machine alone: another site led here reads nothing', async () => {
  expect((await ask('/', { host: `localhost:${port}` })).status).toBe(200);
  expect((await ask('/', { host: `evil.example:${port}` })).status).toBe(403);
  expect((await ask('/', {}, 'POST')).status).toBe(405);
});
