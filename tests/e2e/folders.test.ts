import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready, SAMPLES, watchedPage } from './app-page.ts';
import { launchChromium } from './browser.ts';
import { type ServedApp, startApp } from './served-app.ts';

/** Whole folders, dropped as a person drops them: the browser itself reads the disk. */

let browser: Browser;
let app: ServedApp;
let work: string;
let folder: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'sanxian-folders-'));
  folder = join(work, '项目资料');
  // a shapefile in two folders under one name, each with its own parts; a text file deeper; strays
  for (const place of ['东区', '西区']) {
    mkdirSync(join(folder, place), { recursive: true });
    const parts = unzipSync(readFileSync(join(SAMPLES, '示例项目-Shapefile.zip')));
    for (const [name, bytes] of Object.entries(parts)) {
      const extension = /\.(shp|shx|dbf|prj|cpg)$/i.exec(name)?.[1];
      if (extension) writeFileSync(join(folder, place, `地块.${extension}`), bytes);
    }
  }
  mkdirSync(join(folder, '其他/2025'), { recursive: true });
  cpSync(join(SAMPLES, '示例项目.txt'), join(folder, '其他/2025/勘界.txt'));
  for (const stray of ['.DS_Store', 'Thumbs.db', '其他/~$勘界.docx'])
    writeFileSync(join(folder, stray), 'x');
  mkdirSync(join(work, '空'));
  browser = await launchChromium();
  app = await startApp(4392);
});
afterAll(async () => {
  await browser?.close();
  app?.stop();
  rmSync(work, { recursive: true, force: true });
});

/** Drops what lies on this disk onto the middle of the page. */
async function drop(page: Page, ...files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
  await session.detach();
}

async function open(): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
  });
  const watched = await watchedPage(context);
  await ready(watched.page, app.url);
  return watched;
}

describe('a folder', () => {
  it('opens in a site check as the projects in it, each with its own parts', async () => {
    const { page, errors } = await open();
    await drop(page, folder);
    const projects = () =>
      page.locator('sanxian-project-list [role=option], sanxian-project-list li').count();
    await expect.poll(projects, { timeout: 30_000 }).toBeGreaterThan(0);
    const read = await page.evaluate(() => {
      const list = document
        .querySelector('sanxian-app')!
        .shadowRoot!.querySelector('sanxian-project-list') as unknown as {
        projects?: readonly { name: string }[];
      };
      return list.projects?.length ?? null;
    });
    expect(read ?? (await projects())).toBe(3);
    expect(await page.locator('sanxian-app [role=alert]').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('joins a batch as rows with their paths, strays left out and named', async () => {
    const { page, errors } = await open();
    await page.getByRole('link', { name: '批量核查' }).click();
    await page.locator('sanxian-batch-page').waitFor();
    await drop(page, folder, join(SAMPLES, '示例项目.geojson'));
    await expect
      .poll(() => page.locator('sanxian-batch-page .far').innerText(), { timeout: 60_000 })
      .toMatch(/4 \/ 4/);
    const files = await page
      .locator('sanxian-batch-table .rows tr')
      .evaluateAll((all) => all.map((row) => row.textContent!.replace(/\s+/g, ' ')));
    expect(files.filter((text) => text.includes('地块.shp'))).toHaveLength(2);
    expect(files.filter((text) => text.includes('勘界.txt'))).toHaveLength(1);
    // a shapefile without its parts would not be read
    expect(files.join()).not.toMatch(/未能读取/);
    await page
      .getByText(/DS_Store|Thumbs/)
      .first()
      .waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('with nothing in it is said to be empty', async () => {
    const { page, errors } = await open();
    await drop(page, join(work, '空'));
    await page.getByText('文件夹中没有文件').first().waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
