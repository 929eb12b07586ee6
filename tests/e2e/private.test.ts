import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstViewCode } from '../../.setup/size.mjs';
import { openAndCheck, ready, watchedPage } from './app-page.ts';
import { launchChromium } from './browser.ts';
import { serveDist } from './dist-server.ts';
import type { FileServer } from './file-server.ts';
import { root } from './served-app.ts';

/**
 * Every view under the documented header, which unlike the policy in the page holds in workers too: nothing
 * is asked of another host, nothing is refused by the policy.
 */
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

it('asks nobody else for anything, in any view, in both languages', async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const foreign: string[] = [];
  // Of pages, workers and service workers alike.
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.url) && !/^(data|blob):/.test(url)) foreign.push(url);
  });
  const { page, errors, refused } = await watchedPage(context);
  const events: string[] = [];
  page.on('worker', (worker) =>
    worker
      .evaluate(() => {
        self.addEventListener('securitypolicyviolation', (event) => {
          console.error(
            `violates the following: ${(event as SecurityPolicyViolationEvent).blockedURI}`,
          );
        });
      })
      // a worker that has ended already refused nothing
      .catch(() => {}),
  );
  await ready(page, server.url);
  await openAndCheck(page);

  for (const language of ['zh', 'en'] as const) {
    await page.locator('sanxian-app').evaluate((app, lang) => {
      (app as HTMLElement).lang = lang;
    }, language);
    for (const step of ['project', 'findings', 'report'] as const) {
      await tell('sanxian-step', { step });
    }
    await tell('sanxian-step', { step: 'findings' });
    await tell('sanxian-path', { kind: 'permanent-basic-farmland' });
    await page.locator('sanxian-path-dialog dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await tell('sanxian-layer-sheet', { id: 'ecological-red-line' });
    await page.locator('sanxian-layer-sheet dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await tell('sanxian-paste-open', null);
    await page.locator('sanxian-paste-sheet dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await tell('sanxian-layer-search', { query: '红寺堡' });
    await page.locator('sanxian-layer-search').getByText('红寺堡').first().waitFor();
    await tell('sanxian-layer-search-close', null);
    await tell('sanxian-draw', { act: 'begin', fresh: false });
    await page.locator('sanxian-draw-panel').waitFor();
    await tell('sanxian-draw', { act: 'discard' });
    for (const tool of ['identify', 'measure', 'go-to', 'swipe', null]) {
      await tell('sanxian-tool', { tool });
    }
    for (const mode of ['review', 'batch', 'check'] as const) await tell('sanxian-mode', { mode });
    for (const key of ['?', 'Escape']) await page.keyboard.press(key);
  }
  for (const format of ['json', 'html', 'docx', 'xlsx', 'pdf', 'geojson']) {
    const bytes = await page.evaluate(async (format) => {
      const app = document.querySelector('sanxian-app') as unknown as {
        exportReport(format: string): Promise<{ bytes: Uint8Array }>;
      };
      return (await app.exportReport(format)).bytes.length;
    }, format);
    expect(bytes).toBeGreaterThan(100);
  }
  events.push(
    ...(await page.evaluate(() => (window as { refusedByPolicy?: string[] }).refusedByPolicy!)),
  );
  expect(foreign).toEqual([]);
  expect([...events, ...refused]).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();

  async function tell(name: string, detail: object | null): Promise<void> {
    await page.evaluate(
      ({ name, detail }) => {
        const app = document.querySelector('sanxian-app')!;
        app.dispatchEvent(new CustomEvent(name, { detail }));
      },
      { name, detail },
    );
    await page.waitForTimeout(150);
  }
}, 240_000);

it('refuses what another host would be asked for: the policy is in force, in page and workers', async () => {
  const context = await browser.newContext();
  const { page } = await watchedPage(context);
  await ready(page, server.url);
  const inPage = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
          resolve(violatedDirective),
        );
        fetch('http://example.invalid/').catch(() => {});
      }),
  );
  expect(inPage).toBe('connect-src');
  const worker = page.workers()[0] ?? (await page.waitForEvent('worker'));
  const inWorker = await worker.evaluate(
    () =>
      new Promise((resolve) => {
        self.addEventListener('securitypolicyviolation', (event) =>
          resolve((event as SecurityPolicyViolationEvent).violatedDirective),
        );
        fetch('http://example.invalid/').catch(() => {});
      }),
  );
  expect(inWorker).toBe('connect-src');
  await context.close();
});

it('asks at first view for the code that is counted, and for no other', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const { page } = await watchedPage(context);
  // Of its own: service workers of the tests before are still being filled.
  const own = await serveDist();
  await ready(page, own.url);
  await page.waitForTimeout(3000);
  const code = new Set(
    own.asked
      .map((path) => path.split(' ')[0]!)
      .filter((path) => /\.(js|css)$/.test(path) && !path.includes('maplibre-gl-worker')),
  );
  const counted = firstViewCode(join(root, 'dist')).map(({ file }) => `/assets/${file}`);
  expect([...code].sort()).toEqual(counted.sort());
  await context.close();
  await own.stop();
});
