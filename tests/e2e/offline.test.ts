import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/report.ts';
import { checkAgain, openAndCheck, ready, watchedPage } from './app-page.ts';
import { launchChromium } from './browser.ts';
import { serveDist } from './dist-server.ts';
import type { FileServer } from './file-server.ts';
import { root } from './served-app.ts';
import { violations } from './violations.ts';

/** A network that goes away, and a server that gets a new version, on localhost: a secure context. */
const shots = join(root, 'tests/e2e/shots');
let server: FileServer;
let browser: Browser;

beforeAll(async () => {
  server = await serveDist();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const MAIN_LINES = [
  'permanent-basic-farmland',
  'ecological-red-line',
  'urban-development-boundary',
] as const;

async function shellIsKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state === 'activated';
  });
}

/** Opens the row of a layer and presses what its copy offers. */
async function pressInRow(page: Page, layer: string, act: string): Promise<void> {
  const row = page.locator(`li[data-layer='${layer}']`);
  if ((await row.locator('.name').getAttribute('aria-expanded')) !== 'true') {
    await row.locator('.name').click();
  }
  await row.locator(`[data-keep='${act}']`).click();
}

const stateOf = (report: CheckReport, kind: string) =>
  report.lines.find((line) => line.kind === kind)!.state;
const layerOf = (report: CheckReport, kind: string) =>
  report.layers.find((layer) => layer.kind === kind)!;

describe('without a network', () => {
  let context: BrowserContext;
  let page: Page;
  let errors: string[];
  let before: CheckReport;

  beforeAll(async () => {
    context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
    });
    ({ page, errors } = await watchedPage(context));
    await ready(page, server.url);
    before = await openAndCheck(page);
    await shellIsKept(page);
  });
  afterAll(() => context.close());

  it('keeps a layer with its sum, says so, and reads it from here from then on', async () => {
    expect(layerOf(before, 'permanent-basic-farmland').integrity).toBe('size+header+index');
    for (const layer of ['permanent-basic-farmland', 'ecological-red-line']) {
      await pressInRow(page, layer, 'save');
      await page.locator(`li[data-layer='${layer}']`).getByText('校验码相符').waitFor();
    }
    await page.screenshot({ path: join(shots, 'offline-rows-1366x768.png') });
    expect(await violations(page)).toEqual([]);

    server.asked.length = 0;
    const after = await checkAgain(page);
    expect(after.digest).toBe(before.digest);
    expect(layerOf(after, 'permanent-basic-farmland').integrity).toBe('full');
    expect(layerOf(after, 'urban-development-boundary').integrity).toBe('size+header+index');
    expect(server.asked.filter((path) => path.includes('permanent-basic-farmland.fgb '))).toEqual(
      [],
    );
  });

  it('opens, checks what is kept, and says 未核查 of the rest', async () => {
    await server.stop();
    errors.length = 0;
    await ready(page, server.url);
    await page.getByText('已恢复上次未关闭的项目').waitFor();
    const report = await checkAgain(page);
    for (const kind of ['permanent-basic-farmland', 'ecological-red-line']) {
      expect(layerOf(report, kind)).toMatchObject({
        integrity: 'full',
        areaM2: layerOf(before, kind).areaM2,
      });
    }
    expect(stateOf(report, 'urban-development-boundary')).toBe('failed');
    expect(report).toMatchObject({ complete: false });
    await page.getByText('未核查').first().waitFor();
    await page.waitForTimeout(1000);
    await page.screenshot({ path: join(shots, 'offline-1366x768.png') });
    await server.start();
  });

  it('has everything once all is kept: map, search and check', async () => {
    await ready(page, server.url);
    await page.locator("sanxian-offline-line [data-keep='save']").click();
    await page.locator('sanxian-offline-line').getByText('13 个图层都在本机').waitFor();
    await server.stop();
    await ready(page, server.url);
    await page.getByText('已恢复上次未关闭的项目').waitFor();
    const report = await checkAgain(page);
    expect(report.digest).toBe(before.digest);
    expect(MAIN_LINES.map((kind) => layerOf(report, kind).integrity)).toEqual([
      'full',
      'full',
      'full',
    ]);
    const html = await page.evaluate(async () => {
      const app = document.querySelector('sanxian-app') as unknown as {
        exportReport(format: string): Promise<{ bytes: Uint8Array }>;
      };
      return (await app.exportReport('html')).bytes.length;
    });
    expect(html).toBeGreaterThan(10_000);
    await server.start();
  });

  it('clears layers, shell and projects with all other data', async () => {
    await ready(page, server.url);
    await page.getByText('已恢复上次未关闭的项目').waitFor();
    await page.evaluate(() =>
      document
        .querySelector('sanxian-app')!
        .dispatchEvent(new CustomEvent('sanxian-clear-data', { detail: null })),
    );
    await page.getByText('本机数据已清除').waitFor();
    const left = await page.evaluate(async () => {
      const names: string[] = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
      const workers = await navigator.serviceWorker.getRegistrations();
      return { names, caches: await caches.keys(), workers: workers.length };
    });
    expect(left).toEqual({ names: [], caches: [], workers: 0 });
  });
});

describe('a new version of the app', () => {
  it('is announced, changes nothing by itself, and is taken up when asked for', async () => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const { page } = await watchedPage(context);
    await ready(page, server.url);
    await shellIsKept(page);
    await ready(page, server.url);
    const isControlled = () => page.evaluate(() => navigator.serviceWorker.controller !== null);
    for (let i = 0; i < 5 && !(await isControlled()); i++) {
      await page.waitForTimeout(500);
      await page.reload();
    }
    expect(await isControlled()).toBe(true);
    await ready(page, server.url);
    await openAndCheck(page);
    const worker = await (await fetch(`${server.url}sw.js`)).text();
    const other = worker.replace(/"version":"\w+"/, '"version":"another"');
    server.instead.set('/sw.js', Buffer.from(other));
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
    const line = page.locator('sanxian-offline-line');
    await line.getByText('程序有新版本').waitFor();
    await page.screenshot({ path: join(shots, 'offline-version-1366x768.png') });
    expect(await page.getByText('示例项目').first().isVisible()).toBe(true);

    const loaded = page.waitForEvent('load');
    await line.locator('[data-update]').click();
    await loaded;
    await page
      .locator('sanxian-app')
      .evaluate((app) => (app as unknown as { ready: Promise<void> }).ready);
    const names = await page.evaluate(() => caches.keys());
    expect(names.filter((name) => name.startsWith('sanxian-shell'))).toEqual([
      `sanxian-shell ${server.url} another`,
    ]);
    // The project came back with the page.
    await page.getByText('示例项目').first().waitFor();
    server.instead.clear();
    await context.close();
  });
});
