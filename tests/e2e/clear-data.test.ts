import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE, openAndCheck, ready, watchedPage } from './app-page.ts';
import { launchChromium } from './browser.ts';
import { type ServedApp, startApp } from './served-app.ts';

/** 清除全部数据: everything the app keeps is filled in by using it, and looked for afterwards. */

let browser: Browser;
let app: ServedApp;
let work: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'sanxian-clear-'));
  browser = await launchChromium();
  app = await startApp(4393);
});
afterAll(async () => {
  await browser?.close();
  app?.stop();
  rmSync(work, { recursive: true, force: true });
});

/** All that this origin keeps, whoever kept it. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const files: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    const databases = (await indexedDB.databases()).map(({ name }) => name!);
    return {
      local: Object.keys(localStorage).sort(),
      session: Object.keys(sessionStorage).sort(),
      databases: databases.sort(),
      caches: (await caches.keys()).map((name) => name.split(' ')[0]!).sort(),
      files: files.sort(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });

const tell = (page: Page, name: string, detail: unknown) =>
  page.evaluate(
    ([type, given]) =>
      document
        .querySelector('sanxian-app')!
        .dispatchEvent(new CustomEvent(type as string, { detail: given })),
    [name, detail] as const,
  );

describe('clearing all data', () => {
  it('leaves nothing of ours anywhere, and all of others', async () => {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
    });
    const { page } = await watchedPage(context, { welcomed: false });
    await ready(page, app.url);
    // of another program
    await page.evaluate(async () => {
      localStorage.setItem('other', 'stays');
      sessionStorage.setItem('other', 'stays');
      await caches.open('other');
      await (await navigator.storage.getDirectory()).getDirectoryHandle('other', { create: true });
      await new Promise((resolve) => {
        const request = indexedDB.open('other', 1);
        request.onsuccess = () => {
          request.result.close();
          resolve(null);
        };
      });
    });
    // a project, settings, a bookmark
    await openAndCheck(page, EXAMPLE);
    await page.locator('sanxian-bar select').selectOption('dark');
    await tell(page, 'sanxian-bookmark', { act: 'add', name: '红寺堡' });
    // sums by county, kept by a worker of their own
    await tell(page, 'sanxian-mode', { mode: 'review' });
    await page.getByRole('tab', { name: '统计' }).click();
    await page.locator('sanxian-statistics-tab table').waitFor({ timeout: 60_000 });
    // the template of the house
    await tell(page, 'sanxian-mode', { mode: 'check' });
    await page.getByRole('tab', { name: /报告/ }).click();
    const template = join(work, 'house.yaml');
    writeFileSync(template, 'schema: sanxian/report-template@1\nunit: 示例单位（虚构数据）\n');
    await page.locator('sanxian-report-panel #template').setInputFiles(template);
    // rows of a batch
    await tell(page, 'sanxian-mode', { mode: 'batch' });
    await page.locator('sanxian-batch-page #files').setInputFiles([EXAMPLE]);
    await expect
      .poll(() => page.locator('sanxian-batch-page .far').innerText(), { timeout: 60_000 })
      .toMatch(/1 \/ 1/);
    // a layer file, and the shell
    await tell(page, 'sanxian-keep', { act: 'save', layers: ['urban-green-line'] });
    await expect
      .poll(() => stored(page), { timeout: 60_000 })
      .toMatchObject({
        local: expect.arrayContaining([
          'other',
          'sanxian.bookmarks.1',
          'sanxian.open.1',
          'sanxian.preferences.1',
        ]),
        session: expect.arrayContaining(['other', 'sanxian.open.1']),
        databases: ['other', 'sanxian', 'sanxian-batch', 'sanxian-statistics', 'sanxian-template'],
        caches: expect.arrayContaining(['other', 'sanxian-shell']),
        files: ['other', 'sanxian-layers'],
        workers: 1,
      });

    await page.keyboard.press('F6');
    await page.keyboard.press('?');
    await page.getByRole('tab', { name: '关于' }).click();
    await page.getByRole('button', { name: '清除全部数据' }).click();
    await page.getByRole('button', { name: '全部清除' }).click();
    const others = {
      local: ['other'],
      session: ['other'],
      databases: ['other'],
      caches: ['other'],
      files: ['other'],
      workers: 0,
    };
    await expect.poll(() => stored(page), { timeout: 15_000 }).toEqual(others);
    await page.keyboard.press('Escape');
    await page.getByText('本机数据已清除').first().waitFor();
    // nothing that was still at work comes back with it
    await page.waitForTimeout(3500);
    expect(await stored(page)).toEqual(others);

    // the next visit is the first one
    await page.goto('about:blank');
    await page.goto(app.url);
    await page.getByText('这里是一个已核查的示例项目').waitFor({ timeout: 30_000 });
    expect(await page.locator('sanxian-recent-projects li').count()).toBe(0);
    await context.close();
  });
});
