import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SanxianApp } from '../../src/app/sanxian-app.ts';
import { EXTENT } from '../../src/tiles/mercator.ts';
import { encodeTile } from '../../src/tiles/mvt.ts';
import { plainPng, pmtilesArchive } from '../map/base-fixtures.ts';
import { launchChromium } from './browser.ts';
import { root, type ServedApp, startApp } from './served-app.ts';

/** Base maps as a deployer configures them, in the app as `npm start` serves it. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = join(root, 'tests/e2e/shots');
/** A colour that no token has. */
const BASE_COLOR = [90, 140, 200] as const;

let app: ServedApp;
let browser: Browser;
let server: Server;
let deployed: Server;
let tiles: string;
let asked = 0;

/** The built app as a deployer serves it who has added hosts: the header instead of the page's tag. */
function deploy(): Promise<Server> {
  const meta = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"\s*\/?>/;
  const made = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://x').pathname);
    const file = join(root, 'dist', path === '/' ? 'index.html' : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    const bytes = readFileSync(file);
    if (path === '/') {
      const html = bytes.toString();
      const own = "connect-src 'self'";
      const policy = meta.exec(html)![1]!.replace(own, `${own} http://${tiles} http://127.0.0.1:9`);
      const headers = { 'content-type': 'text/html', 'content-security-policy': policy };
      return response.writeHead(200, headers).end(html.replace(meta, ''));
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const [, from, to] = /bytes=(\d+)-(\d+)?/.exec(request.headers.range ?? '') ?? [];
    if (from === undefined) return response.writeHead(200, { 'content-type': type }).end(bytes);
    const end = Math.min(Number(to ?? bytes.length - 1), bytes.length - 1);
    const range = `bytes ${from}-${end}/${bytes.length}`;
    response.writeHead(206, { 'content-type': type, 'content-range': range });
    return response.end(bytes.subarray(Number(from), end + 1));
  });
  return new Promise((resolve) => made.listen(0, '127.0.0.1', () => resolve(made)));
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

const portOf = (one: Server): number => (one.address() as AddressInfo).port;

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  const png = plainPng(256, BASE_COLOR);
  server = createServer((request, response) => {
    asked++;
    const allowed = { 'access-control-allow-origin': '*' };
    if (request.url?.startsWith('/ok/')) {
      response.writeHead(200, { ...allowed, 'content-type': 'image/png' }).end(png);
    } else {
      response.writeHead(403, { ...allowed, 'content-type': 'application/json' }).end('{}');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  tiles = `127.0.0.1:${portOf(server)}`;
  deployed = await deploy();
  app = await startApp(4330);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  app?.stop();
  server?.close();
  deployed?.close();
});

interface Setting {
  readonly maps: readonly object[];
  readonly start?: string;
  /** The deployer has added the test server to the policy. */
  readonly allowed?: boolean;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/** The machine may be busy; a toast stays for six seconds. */
const PATIENT = { timeout: 15_000, interval: 200 };

const title = { zh: '测试底图', en: 'Test map' };
const raster = (path: string, more: object = {}) => ({
  id: 'test',
  title,
  type: 'raster',
  tiles: [path],
  maxzoom: 22,
  ...more,
});

async function open({ maps, start, allowed = false, files = {} }: Setting): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const list = { schema: 'sanxian/basemap@1', start: start ?? null, maps };
  await page.route('**/layers/basemap.json', (route) => route.fulfill({ json: list }));
  for (const [name, bytes] of Object.entries(files)) {
    await page.route(`**/layers/${name}`, (route) => {
      const [, from, to] = /bytes=(\d+)-(\d+)/.exec(route.request().headers().range ?? '')!;
      const part = bytes.slice(Number(from), Number(to) + 1);
      const total = `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`;
      const headers = { 'content-range': total };
      return route.fulfill({ status: 206, headers, body: Buffer.from(part) });
    });
  }
  // no sample project: the map stays where it is put
  await page.addInitScript(() =>
    localStorage.setItem('sanxian.preferences.1', '{"welcomed":true}'),
  );
  await page.goto(allowed ? `http://127.0.0.1:${portOf(deployed)}/` : app.url);
  await page.locator('sanxian-app').evaluate((element) => (element as SanxianApp).ready);
  return page;
}

const toast = (page: Page): Promise<string> =>
  page.locator('sanxian-toast').evaluate((one) => one.shadowRoot!.textContent!.trim());

/** Where none of the layers is. */
const elsewhere = (page: Page): Promise<void> =>
  page
    .locator('sanxian-app')
    .evaluate((element) => (element as SanxianApp).fitTo([95, 45, 96, 46]));

async function pixel(page: Page, x: number, y: number): Promise<number[]> {
  const clip = { x, y, width: 1, height: 1 };
  const shot = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const pen = new OffscreenCanvas(1, 1).getContext('2d')!;
    pen.drawImage(image, 0, 0);
    return [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }, shot);
}

const figureTag = (page: Page): Promise<string> =>
  page.locator('.figure-tag').evaluate((one) => one.textContent!.replace(/\s+/g, ' ').trim());

describe('a service the deployer has allowed', () => {
  it('lies beneath the layers, with its owner and 审图号', async () => {
    const page = await open({
      maps: [
        raster(`http://${tiles}/ok/{z}/{x}/{y}.png`, {
          look: 'imagery',
          attribution: '示例测绘单位',
          approval: '宁S(2026)001号',
        }),
      ],
      start: 'test',
      allowed: true,
    });
    await expect.poll(() => figureTag(page), PATIENT).toBe('示例测绘单位 · 审图号：宁S(2026)001号');
    await elsewhere(page);
    await expect.poll(() => pixel(page, 290, 300), PATIENT).toEqual([...BASE_COLOR]);
    expect(await page.locator('.map').getAttribute('data-base')).toBe('imagery');
    await page.screenshot({ path: join(shots, 'base-imagery-1366x768.png') });
    await page.close();
  });

  it('without a 审图号 leaves the sentence that the picture is not for the public', async () => {
    const maps = [raster(`http://${tiles}/ok/{z}/{x}/{y}.png`, { attribution: '示例测绘单位' })];
    const page = await open({ maps, start: 'test', allowed: true });
    await expect
      .poll(() => figureTag(page), PATIENT)
      .toBe('示例测绘单位 · 内部工作用图，未经审核，不得公开');
    await page.close();
  });

  it('that refuses the token is named once, asked no more, and the map goes on', async () => {
    const maps = [raster(`http://${tiles}/denied/{z}/{x}/{y}.png`)];
    const page = await open({ maps, allowed: true });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.getByRole('button', { name: /^底图/ }).click();
    await page.getByRole('radio', { name: /测试底图/ }).check();
    await expect.poll(() => toast(page), PATIENT).toContain(`${tiles} 拒绝访问（HTTP 403）`);
    await expect.poll(() => page.locator('.map').getAttribute('data-base'), PATIENT).toBe('own');
    const before = asked;
    await page.getByRole('button', { name: '放大', exact: true }).click();
    await page.waitForTimeout(1500);
    expect(asked).toBe(before);
    expect(await figureTag(page)).toBe('内部工作用图，未经审核，不得公开');
    expect(await page.getByText('HTTP 403').count()).toBeGreaterThan(0);
    await page.screenshot({ path: join(shots, 'base-refused-1366x768.png') });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('that cannot be reached is named', async () => {
    const maps = [raster('http://127.0.0.1:9/{z}/{x}/{y}.png')];
    const page = await open({ maps, start: 'test', allowed: true });
    await expect.poll(() => toast(page), PATIENT).toContain('连接不到底图服务 127.0.0.1:9');
    await page.close();
  });
});

describe('the strict policy of the page', () => {
  it('lets no request out, and the app names the host', async () => {
    const before = asked;
    const maps = [raster(`http://${tiles}/ok/{z}/{x}/{y}.png`)];
    const page = await open({ maps, start: 'test' });
    await expect.poll(() => toast(page), PATIENT).toContain(`（CSP）不允许访问 ${tiles}`);
    await expect.poll(() => page.locator('.map').getAttribute('data-base'), PATIENT).toBe('own');
    expect(asked).toBe(before);
    await page.close();
  });
});

describe('an archive beside the catalog', () => {
  const extent = [60, 10, 150, 60] as const;

  it('of pictures needs no other host', async () => {
    const png = plainPng(256, BASE_COLOR);
    const archive = pmtilesArchive({
      type: 'png',
      maxzoom: 0,
      extent,
      metadata: {},
      tiles: [{ id: 0, bytes: png }],
    });
    const maps = [{ id: 'test', title, type: 'pmtiles', file: 'base.pmtiles', look: 'imagery' }];
    const page = await open({ maps, start: 'test', files: { 'base.pmtiles': archive } });
    await elsewhere(page);
    await expect.poll(() => pixel(page, 290, 300), PATIENT).toEqual([...BASE_COLOR]);
    await page.close();
  });

  it('of vectors is drawn in the colours of the theme', async () => {
    const square = [0, 0, EXTENT, 0, EXTENT, EXTENT, 0, EXTENT, 0, 0];
    const water = encodeTile([
      {
        name: 'water',
        features: [{ id: 1, type: 'polygon', parts: [square], properties: {} }],
      },
    ]);
    const archive = pmtilesArchive({
      type: 'mvt',
      maxzoom: 0,
      extent,
      metadata: { vector_layers: [{ id: 'water' }] },
      tiles: [{ id: 0, bytes: water }],
    });
    const maps = [{ id: 'test', title, type: 'pmtiles', file: 'base.pmtiles' }];
    const page = await open({ maps, start: 'test', files: { 'base.pmtiles': archive } });
    await elsewhere(page);
    // --sx-map-water of the light theme: #BFD7E3
    await expect.poll(() => pixel(page, 290, 300), PATIENT).toEqual([0xbf, 0xd7, 0xe3]);
    await page.close();
  });

  it('that is missing is named', async () => {
    const maps = [{ id: 'test', title, type: 'pmtiles', file: 'nowhere.pmtiles' }];
    const page = await open({ maps, start: 'test' });
    await expect.poll(() => toast(page), PATIENT).toContain('离线底图包 nowhere.pmtiles 未能读取');
    await page.close();
  });
});

describe('what can never be shown', () => {
  it('stands in the list with the reason, and cannot be chosen', async () => {
    const tianditu = { title, type: 'tianditu', layers: ['vec', 'cva'] };
    const page = await open({
      maps: [
        { ...tianditu, id: 'c', matrixSet: 'c', token: 'x' },
        { ...tianditu, id: 'w' },
      ],
    });
    await page.getByRole('button', { name: /^底图/ }).click();
    await page.getByText('本地图为墨卡托投影，不能显示').waitFor();
    await page.getByText('未配置令牌（token）').waitFor();
    const radios = await page.getByRole('radio', { name: /测试底图/ }).all();
    expect(radios.length).toBe(2);
    for (const radio of radios) expect(await radio.isDisabled()).toBe(true);
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(document);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`));
    });
    expect(violations).toEqual([]);
    await page.close();
  });

  it('a list that cannot be read is said, and the map goes on', async () => {
    const page = await open({ maps: [{ id: 'a', title, type: 'nothing' }] });
    await expect.poll(() => toast(page), PATIENT).toContain('底图配置');
    await page.close();
  });
});

it('the list that is shipped is empty: nothing leaves the machine', () => {
  const list = JSON.parse(readFileSync(join(root, 'layers/basemap.json'), 'utf8'));
  expect(list).toMatchObject({ start: null, maps: [] });
});
