import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/report.ts';
import { launchChromium } from '../e2e/browser.ts';

/** The settings of `data/deploy`, run by the servers they are for; only port and folder are changed. */
const root = join(import.meta.dirname, '../..');
const without = (process.env.SANXIAN_WITHOUT ?? '').split(',');

interface Server {
  readonly name: string;
  readonly port: number;
  start(work: string, folder: string): ChildProcess;
}

const settings = (file: string) => readFileSync(join(root, 'data/deploy', file), 'utf8');

const nginx: Server = {
  name: 'nginx',
  port: 4381,
  start(work, folder) {
    const own = settings('nginx.conf')
      .replace('listen 80;', `listen 127.0.0.1:${this.port};`)
      .replace('alias /srv/sanxian/;', `alias "${folder}/";`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${work}/${name};`,
    );
    const all = `daemon off; worker_processes 1; pid "${work}/pid"; error_log "${work}/error.log";
      user root; events {} http { access_log off; ${temporary.join(' ')} ${own} }`;
    writeFileSync(join(work, 'nginx.conf'), all);
    return spawn('nginx', ['-c', join(work, 'nginx.conf'), '-p', work], { stdio: 'inherit' });
  },
};

const caddy: Server = {
  name: 'caddy',
  port: 4382,
  start(work, folder) {
    const own = settings('Caddyfile')
      .replace(':80 {', `http://127.0.0.1:${this.port} {`)
      .replace('root * /srv/sanxian', `root * "${folder}"`);
    const file = join(work, 'Caddyfile');
    writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${own}`);
    const env = { ...process.env, HOME: work, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work };
    const run = ['run', '--config', file, '--adapter', 'caddyfile'];
    return spawn('caddy', run, { env, stdio: ['ignore', 'ignore', 'ignore'] });
  },
};

describe.each([nginx, caddy].filter(({ name }) => !without.includes(name)))('$name', (server) => {
  const site = `http://127.0.0.1:${server.port}/sanxian/`;
  let work: string;
  let process: ChildProcess;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'sanxian-deploy-'));
    const folder = join(work, '三线 dist');
    mkdirSync(folder);
    for (const name of readdirSync(join(root, 'dist'))) {
      symlinkSync(join(root, 'dist', name), join(folder, name));
    }
    for (const name of ['one.mjs', 'app.webmanifest', 'a.levels', 'a.edges', 'a.pmtiles']) {
      writeFileSync(join(folder, name), 'x'.repeat(20_000));
    }
    copyFileSync(join(root, 'dist/index.html'), join(folder, 'copy.html'));
    process = server.start(work, folder);
    for (let i = 0; i < 50; i++) {
      const answer = await fetch(site).catch(() => null);
      if (answer?.ok) return;
      await new Promise((next) => setTimeout(next, 100));
    }
    throw new Error(`${server.name} does not answer`);
  });

  afterAll(() => {
    process?.kill('SIGTERM');
    rmSync(work, { recursive: true, force: true });
  });

  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${site}${path}`, { headers: { 'Accept-Encoding': 'gzip', ...headers } });

  it.each([
    'layers/permanent-basic-farmland.fgb',
    'layers/permanent-basic-farmland.fgb.names',
    'layers/permanent-basic-farmland.fgb.sums',
    'a.levels',
    'a.edges',
    'a.pmtiles',
  ])('gives ranges of %s, never compressed', async (path) => {
    const part = await ask(path, { Range: 'bytes=2-9' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toMatch(/^bytes 2-9\/\d+$/);
    expect((await part.arrayBuffer()).byteLength).toBe(8);
    const whole = await ask(path);
    expect(whole.headers.get('content-encoding')).toBeNull();
    expect(Number(whole.headers.get('content-length'))).toBe(
      (await whole.arrayBuffer()).byteLength,
    );
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    expect(whole.headers.get('content-type')).toMatch(/^application\/octet-stream/);
  });

  it('keeps what has its sum in the name, and asks anew for the rest', async () => {
    const assets = readdirSync(join(root, 'dist/assets'));
    const named = (pattern: RegExp) => assets.find((name) => pattern.test(name))!;
    for (const name of [named(/^sanxian-app.*\.js$/), named(/\.wasm$/), named(/\.ttf$/)]) {
      const { headers } = await ask(`assets/${name}`);
      expect(headers.get('cache-control'), name).toBe('public, max-age=31536000, immutable');
    }
    for (const path of ['', 'index.html', 'layers/catalog.json', 'sanxian-map.js', 'a.levels']) {
      const { headers } = await ask(path);
      expect(headers.get('cache-control'), path).toBe('no-cache');
      expect(headers.get('etag'), path).not.toBeNull();
    }
  });

  it('names types as browsers want them, and packs what is read whole', async () => {
    const wasm = readdirSync(join(root, 'dist/assets')).find((name) =>
      /^clipper.*wasm$/.test(name),
    );
    const types: [string, RegExp][] = [
      ['one.mjs', /^(?:text|application)\/javascript/],
      ['sanxian-app.js', /^(?:text|application)\/javascript/],
      ['app.webmanifest', /^application\/manifest\+json/],
      [`assets/${wasm}`, /^application\/wasm$/],
      ['layers/catalog.json', /^application\/json/],
      ['index.html', /^text\/html; charset=utf-8$/],
    ];
    for (const [path, type] of types) {
      const { headers } = await ask(path);
      expect(headers.get('content-type'), path).toMatch(type);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    }
    expect((await ask('one.mjs')).headers.get('content-encoding')).toBe('gzip');
    expect((await ask(`assets/${wasm}`)).headers.get('content-encoding')).toBe('gzip');
  });

  it('leads to the folder, and not out of it', async () => {
    const bare = await fetch(site.slice(0, -1), { redirect: 'manual' });
    expect(bare.status).toBe(301);
    expect(new URL(bare.headers.get('location')!, site).pathname).toBe('/sanxian/');
    expect((await ask('nothing.json')).status).toBe(404);
    for (const path of ['..%2f..%2fetc/passwd', '%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd']) {
      const away = await ask(path);
      expect(away.status, path).toBeGreaterThanOrEqual(400);
      expect(await away.text()).not.toContain('root:');
    }
  });

  it('the policy holds for the page and its workers: a sample is checked and its PDF written', async () => {
    const { headers } = await ask('index.html');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    const browser = await launchChromium();
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(site);
    const found = await page.evaluate(async () => {
      const app = document.querySelector('sanxian-app') as unknown as {
        ready: Promise<void>;
        open(file: File): Promise<unknown>;
        check(): Promise<CheckReport>;
        exportReport(format: string): Promise<{ bytes: Uint8Array }>;
      };
      await app.ready;
      const answer = await fetch(encodeURI('data/samples/示例项目-FileGDB.zip'));
      await app.open(new File([await answer.arrayBuffer()], '示例项目-FileGDB.zip'));
      const { complete, digest } = await app.check();
      const { bytes } = await app.exportReport('pdf');
      return { complete, digest, pdf: bytes.length };
    });
    await browser.close();
    expect(faults).toEqual([]);
    expect(found.complete).toBe(true);
    expect(found.pdf).toBeGreaterThan(100_000);
    const fromDisk = await new Promise<CheckReport>((resolve) => {
      const sample = join(root, 'data/samples/示例项目-FileGDB.zip');
      const args = [join(root, 'dist/cli/sanxian.js'), 'check', sample, '--format', 'json'];
      execFile(globalThis.process.execPath, args, { maxBuffer: 1 << 28 }, (_error, stdout) =>
        resolve(JSON.parse(stdout)),
      );
    });
    expect(found.digest).toBe(fromDisk.digest);
  });

  it('is framed by nobody who is not named', async () => {
    const browser = await launchChromium();
    const page = await browser.newPage();
    await page.setContent(`<iframe src="${site}"></iframe>`);
    await page.waitForTimeout(1500);
    const inside = page.frames()[1]!;
    expect(await inside.locator('sanxian-app').count()).toBe(0);
    await browser.close();
  });
});
