import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE, ready, watchedPage } from './app-page.ts';
import { CHROMIUM_ARGS, findChromium } from './browser.ts';
import { serveDist } from './dist-server.ts';
import type { FileServer } from './file-server.ts';
import { root } from './served-app.ts';

/**
 * The whole job on a plain-http host that is not localhost, as an office serves it: no secure context, so no
 * crypto.subtle, private files, service workers, clipboard or locks.
 */
let server: FileServer;
let browser: Browser;

beforeAll(async () => {
  server = await serveDist();
  browser = await chromium.launch({
    executablePath: findChromium()!,
    args: [...CHROMIUM_ARGS, '--host-resolver-rules=MAP sanxian.test 127.0.0.1'],
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('is done from file to report', async () => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    acceptDownloads: true,
  });
  const { page, errors, refused } = await watchedPage(context);
  await ready(page, `http://sanxian.test:${server.port}/`);
  const missing = await page.evaluate(() => ({
    secure: isSecureContext,
    subtle: typeof crypto.subtle,
    randomUUID: typeof crypto.randomUUID,
    storage: typeof navigator.storage,
    serviceWorker: typeof navigator.serviceWorker,
    clipboard: typeof navigator.clipboard,
    locks: typeof navigator.locks,
    caches: typeof (globalThis as { caches?: unknown }).caches,
  }));
  const { secure, ...interfaces } = missing;
  expect(secure).toBe(false);
  expect(new Set(Object.values(interfaces))).toEqual(new Set(['undefined']));

  // Opened by hand, checked by itself.
  await page.locator('#file').setInputFiles(EXAMPLE);
  await page.getByText('需人工研判').first().waitFor();
  const pieces = page.locator('sanxian-pieces-table');
  await pieces.getByText('永久基本农田').first().waitFor();
  // Nothing to keep a layer in: nothing is offered.
  expect(await page.locator('[data-keep]').count()).toBe(0);

  // A question answered: judged anew.
  const answered = page.evaluate(
    () =>
      new Promise((resolve) =>
        document
          .querySelector('sanxian-app')!
          .addEventListener('sanxian-check-complete', () => resolve(true), { once: true }),
      ),
  );
  await page.locator('sanxian-findings-panel').getByRole('radio', { name: '否' }).first().click();
  expect(await answered).toBe(true);

  // The table, copied without a clipboard interface.
  await pieces.getByRole('button', { name: '复制' }).first().click();
  await page.getByText('已复制').first().waitFor();

  await page.getByRole('tab', { name: /报告/ }).click();
  const first = page.waitForEvent('download');
  await page.locator('.footer .primary').click();
  const download = await first;
  expect(download.suggestedFilename()).toMatch(/\.report\./);
  expect(readFileSync((await download.path())!).length).toBeGreaterThan(1000);

  await page.getByRole('link', { name: '批量核查' }).click();
  await page.locator('sanxian-batch-page').waitFor();
  await page.screenshot({ path: join(root, 'tests/e2e/shots/plain-http-batch.png') });
  await page.getByRole('link', { name: '选址核查' }).click();

  // Kept for the next visit, in IndexedDB.
  await page.reload();
  await page.getByText('已恢复上次未关闭的项目').waitFor();
  expect(errors).toEqual([]);
  expect(refused).toEqual([]);
  await context.close();
});
