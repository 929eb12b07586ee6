import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * nginx carries the built folder under a sub-path: with ranges, without them, and with compression that
 * must not touch layer files. A check over HTTP says what a check from disk says, or says that it could
 * not look; never that there is nothing.
 */
const root = join(import.meta.dirname, '../..');
const SAMPLE = join(root, 'data/samples/示例项目.txt');
const HEADERS = join(root, 'data/server/headers.nginx.conf');
const PORT = 4391;
const without = (process.env.SANXIAN_WITHOUT ?? '').split(',').includes('nginx');

let work: string;
let server: ChildProcess;

function config(folder: string): string {
  const place = (name: string, port: number, extra: string) => `
    server {
      listen 127.0.0.1:${port};
      location /${name}/ { alias "${join(root, 'dist')}/"; ${extra} }
      location / { return 404; }
    }`;
  return `
daemon off; worker_processes 1; pid "${folder}/pid"; error_log ${folder}/error.log;
user root;
events {}
http {
  access_log off;
  types { text/html html; application/json json; application/octet-stream fgb; }
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  ${place('sanxian', PORT, `gzip off; include "${HEADERS}";`)}
  ${place('no-ranges', PORT + 1, 'max_ranges 0;')}
  ${place('gzip', PORT + 2, 'gzip on; gzip_types application/octet-stream application/json; gzip_min_length 1;')}
}`;
}

function check(layers: string): Promise<{ code: number; report: Record<string, unknown> }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'dist/cli/sanxian.js'), 'check', SAMPLE, '--layers', layers, '--format', 'json'],
      { maxBuffer: 1 << 28 },
      (error, stdout) =>
        resolve({ code: error ? Number(error.code) : 0, report: JSON.parse(stdout || '{}') }),
    );
  });
}

describe.skipIf(without)('nginx', () => {
  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'sanxian-nginx-'));
    writeFileSync(join(work, 'nginx.conf'), config(work));
    server = spawn('nginx', ['-c', join(work, 'nginx.conf'), '-p', work], { stdio: 'inherit' });
    for (let i = 0; i < 50; i++) {
      const answer = await fetch(`http://127.0.0.1:${PORT}/sanxian/`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((next) => setTimeout(next, 100));
    }
    throw new Error('nginx does not answer');
  });

  afterAll(() => {
    server?.kill('SIGTERM');
    rmSync(work, { recursive: true, force: true });
  });

  it('sends the documented policy with page, workers and missing files', async () => {
    for (const path of ['', 'sw.js', 'layers/catalog.json', 'nothing-here']) {
      const answer = await fetch(`http://127.0.0.1:${PORT}/sanxian/${path}`);
      expect(answer.headers.get('content-security-policy')).toContain("worker-src 'self'");
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('answers ranges of layer files, uncompressed', async () => {
    const answer = await fetch(
      `http://127.0.0.1:${PORT}/sanxian/layers/permanent-basic-farmland.fgb`,
      { headers: { Range: 'bytes=0-7', 'Accept-Encoding': 'gzip' } },
    );
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect([...new Uint8Array(await answer.arrayBuffer())].slice(0, 3)).toEqual([0x66, 0x67, 0x62]);
  });

  it.each([
    ['with ranges', `http://127.0.0.1:${PORT}/sanxian/layers/`],
    [
      'without ranges: files this small are read whole',
      `http://127.0.0.1:${PORT + 1}/no-ranges/layers/`,
    ],
  ])('%s the report is the one from disk', async (_name, layers) => {
    const disk = await check(join(root, 'layers'));
    const http = await check(layers);
    expect(http.code).toBe(disk.code);
    expect(http.report.digest).toBe(disk.report.digest);
  });

  it('with compression on layer files the answer is the same or says what was not checked', async () => {
    const disk = await check(join(root, 'layers'));
    const http = await check(`http://127.0.0.1:${PORT + 2}/gzip/layers/`);
    if (http.report.complete) expect(http.report.digest).toBe(disk.report.digest);
    else expect(http.code).toBe(3);
  });

  it('a folder that is not there is wrong use, not an empty catalog', async () => {
    const http = await check(`http://127.0.0.1:${PORT}/elsewhere/layers/`);
    expect(http.code).toBe(2);
  });
});
