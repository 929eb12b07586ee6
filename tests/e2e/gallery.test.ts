import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './browser.ts';
import { root } from './served-app.ts';
import { openStage, type Stage } from './stage-server.ts';

/** Every view at every size, in both languages, light and dark: files to be looked at. */
const FOLDER = join(root, 'tests/e2e/shots/gallery');
const VIEWS: Readonly<Record<string, string>> = {
  first: 'state=first',
  empty: 'state=empty',
  project: 'state=project',
  question: 'state=crs',
  running: 'state=running',
  measuring: 'state=measuring',
  findings: 'state=checked',
  undetermined: 'state=undetermined',
  prohibited: 'state=prohibited',
  stale: 'state=stale',
  report: 'state=report',
  review: 'state=review',
  batch: 'state=batch',
  refused: 'state=refused',
};
const SIZES = [
  [1920, 1080],
  [1366, 768],
  [1024, 768],
  [390, 844],
] as const;

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  browser = await launchChromium();
  stage = await openStage(browser);
  mkdirSync(FOLDER, { recursive: true });
});
afterAll(async () => {
  await stage?.close();
  await browser?.close();
});

/** Changes language and theme in the open page, as a person does, and waits until it is drawn. */
async function dress(page: Page, lang: 'zh' | 'en', theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(
    async (look) => {
      const app = document.querySelector('sanxian-app')!;
      Object.assign(app, look);
      await app.updateComplete;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    { lang, theme },
  );
}

describe('the gallery', () => {
  it.each(Object.entries(VIEWS))('%s is whole at every size', async (name, query) => {
    const page = await stage.show(query, 1366, 768);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      for (const lang of ['zh', 'en'] as const) {
        for (const theme of ['light', 'dark'] as const) {
          await dress(page, lang, theme);
          const file = `${name}-${width}x${height}-${lang}-${theme}.png`;
          await page.screenshot({ path: join(FOLDER, file) });
          const beyond = await page.evaluate(() => ({
            right: document.documentElement.scrollWidth - innerWidth,
            down: document.documentElement.scrollHeight - innerHeight,
          }));
          expect(beyond, file).toEqual({ right: 0, down: 0 });
        }
      }
    }
    await page.close();
  });
});
