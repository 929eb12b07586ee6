import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SanxianApp } from '../../src/app/sanxian-app.ts';
import { checkReportSchema } from '../../src/domain/report.ts';
import { findChromium } from './browser.ts';
import { root, type ServedApp, startApp } from './served-app.ts';

/** A browser that cannot draw the map, as on office machines without a graphics driver. */

const shots = join(root, 'tests/e2e/shots');
const SITE = join(root, 'data/samples/2-占用永久基本农田-变电站.txt');

let app: ServedApp;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  app = await startApp(4340);
  browser = await chromium.launch({
    executablePath: findChromium()!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-3d-apis',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
});

afterAll(async () => {
  await browser?.close();
  app?.stop();
});

async function open(
  width: number,
  height: number,
  welcomed = true,
): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN' });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(
    (kept) => localStorage.setItem('sanxian.preferences.1', kept),
    JSON.stringify({ welcomed }),
  );
  await page.goto(app.url);
  await page.locator('sanxian-app').evaluate((element) => (element as SanxianApp).ready);
  return { page, errors };
}

async function drop(page: Page, path: string): Promise<void> {
  const content = readFileSync(path).toString('base64');
  await page.evaluate(
    ({ name, content }) => {
      const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      const options = { dataTransfer, bubbles: true, cancelable: true, composed: true };
      window.dispatchEvent(new DragEvent('drop', options));
    },
    { name: basename(path), content },
  );
}

const PATIENT = { timeout: 60_000 };

describe('without WebGL 2', () => {
  it('is what this browser is', async () => {
    const { page } = await open(800, 600);
    expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBe(
      null,
    );
    await page.close();
  });

  it('says why there is no map; a file is checked, read in panel and table, and exported', async () => {
    const { page, errors } = await open(1366, 768);
    const sentence = page.getByText('此设备不能显示地图，核查和报告不受影响。');
    await expect.poll(() => sentence.isVisible(), PATIENT).toBe(true);

    await drop(page, SITE);
    const findings = page.locator('sanxian-findings-panel');
    await expect.poll(() => findings.isVisible(), PATIENT).toBe(true);
    const report = checkReportSchema.parse(
      await page.locator('sanxian-app').evaluate((element) => (element as SanxianApp).report),
    );
    const farmland = report.lines.find(({ kind }) => kind === 'permanent-basic-farmland')!;
    expect(farmland.state).toBe('overlap');
    const hectares = (farmland.areaM2 / 10_000).toFixed(4);
    await findings.getByText(hectares).first().waitFor();

    // the table is open and has the room that the map does not need
    const table = page.locator('sanxian-pieces-table');
    expect(await table.locator('tbody tr').count()).toBeGreaterThan(0);
    expect((await table.boundingBox())!.height).toBeGreaterThan(400);
    await table.locator('tbody tr').first().click();
    await page.keyboard.press('Enter');
    await page.screenshot({ path: join(shots, 'without-map-1366x768.png') });

    await page.getByRole('tab', { name: /报告/ }).click();
    const downloads: string[] = [];
    page.on('download', (download) => downloads.push(download.suggestedFilename()));
    await page.getByRole('button', { name: /^保存 \d 个文件/ }).click();
    await expect.poll(() => downloads.some((name) => name.endsWith('.html')), PATIENT).toBe(true);
    const text = await page.locator('sanxian-app').evaluate(async (element) => {
      const { bytes } = await (element as SanxianApp).exportReport('json');
      return new TextDecoder().decode(bytes);
    });
    expect(JSON.parse(text)).toMatchObject({ digest: report.digest, verdict: report.verdict });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('has room for the card of a first visit, and for review, where no table fills it', async () => {
    const { page, errors } = await open(1366, 768, false);
    await expect.poll(() => page.getByText('此设备不能显示地图').isVisible(), PATIENT).toBe(true);
    const card = page.locator('sanxian-first-run');
    await expect.poll(() => card.isVisible(), PATIENT).toBe(true);
    const [inside, around] = [await card.boundingBox(), await page.locator('main').boundingBox()];
    expect(inside!.y).toBeGreaterThanOrEqual(around!.y);
    expect(inside!.y + inside!.height).toBeLessThanOrEqual(around!.y + around!.height);
    await page.screenshot({ path: join(shots, 'without-map-first-1366x768.png') });
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: '图层审阅' }).click();
    const area = page.locator('.map-area');
    await expect.poll(async () => (await area.boundingBox())!.height).toBeGreaterThan(600);
    await page.screenshot({ path: join(shots, 'without-map-review-1366x768.png') });
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each([
    [390, 844],
    [1024, 768],
  ])('stands at %i × %i', async (width, height) => {
    const { page, errors } = await open(width, height);
    await expect.poll(() => page.getByText('此设备不能显示地图').isVisible(), PATIENT).toBe(true);
    await drop(page, SITE);
    await expect.poll(() => page.locator('sanxian-findings-panel').isVisible(), PATIENT).toBe(true);
    await page.screenshot({ path: join(shots, `without-map-${width}x${height}.png`) });
    expect(errors).toEqual([]);
    await page.close();
  });
});
