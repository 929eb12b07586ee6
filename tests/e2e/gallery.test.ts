import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './browser.ts';
import { layoutFaults } from './layout-reading.ts';
import { root } from './served-app.ts';
import { openStage, type Stage } from './stage-server.ts';

/** Every view at every size, in both languages, light and dark: files to be looked at. */
const FOLDER = join(root, 'tests/e2e/shots/gallery');
interface View {
  readonly query: string;
  /** What is done first; the page speaks Chinese then. */
  act?(page: Page): Promise<unknown>;
  /** The real map takes a while to be drawn, ms. */
  readonly drawnIn?: number;
}
const say = (page: Page, name: string, detail: unknown) =>
  page.evaluate(
    ([name, detail]) =>
      document.querySelector('sanxian-app')!.dispatchEvent(new CustomEvent(name, { detail })),
    [name, detail] as const,
  );
const VIEWS: Readonly<Record<string, View>> = {
  first: { query: 'state=first' },
  empty: { query: 'state=empty' },
  project: { query: 'state=project' },
  question: { query: 'state=crs' },
  'question-layers': { query: 'state=layers' },
  'question-outline': { query: 'state=outline' },
  'question-datum': { query: 'state=datum' },
  paste: { query: 'state=empty&paste=1' },
  several: { query: 'state=several' },
  defects: { query: 'state=pins' },
  refused: { query: 'state=refused' },
  running: { query: 'state=running' },
  measuring: { query: 'state=measuring' },
  placeholders: {
    query: 'state=running',
    act: (page) => say(page, 'sanxian-step', { step: 'findings' }),
  },
  findings: { query: 'state=checked' },
  map: { query: 'state=checked&map=1', drawnIn: 1500 },
  'no-map': { query: 'state=checked&map=failed' },
  'no-catalog': {
    query: 'state=checked',
    act: (page) =>
      page.evaluate(() => {
        document.querySelector('sanxian-app')!.catalog = 'nothing/here.json';
      }),
  },
  undetermined: { query: 'state=undetermined' },
  prohibited: { query: 'state=prohibited' },
  bordering: { query: 'state=bordering' },
  'data-problems': {
    query: 'state=conflict',
    act: (page) => page.getByRole('button', { name: /数据问题/ }).click(),
  },
  stale: { query: 'state=stale' },
  drawing: {
    query: 'state=checked&map=told',
    act: (page) => say(page, 'sanxian-draw', { act: 'begin', fresh: false }),
  },
  report: { query: 'state=report' },
  review: { query: 'state=review&map=told' },
  identify: { query: 'state=review&map=told&at=106.06,37.43' },
  statistics: {
    query: 'state=review&map=told&at=106.06,37.43',
    act: (page) => say(page, 'sanxian-review-tab', { tab: 'statistics' }),
  },
  metadata: {
    query: 'state=review&map=told',
    act: (page) => page.getByRole('tab', { name: '元数据' }).click(),
  },
  bookmarks: {
    query: 'state=review&map=told',
    act: (page) => page.getByRole('tab', { name: '书签' }).click(),
  },
  'print-sheet': {
    query: 'state=review&map=told',
    act: (page) => page.getByRole('button', { name: '按比例尺出图' }).click(),
  },
  batch: { query: 'state=batch' },
  help: { query: 'state=checked', act: (page) => say(page, 'sanxian-help', { page: 'checks' }) },
  tour: { query: 'state=checked', act: (page) => say(page, 'sanxian-tour', { step: 1 }) },
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
  it.each(Object.entries(VIEWS))('%s is whole at every size', async (name, view) => {
    const page = await stage.show(view.query, 1366, 768);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await view.act?.(page);
    const wrong: unknown[] = [];
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      for (const lang of ['zh', 'en'] as const) {
        for (const theme of ['light', 'dark'] as const) {
          await dress(page, lang, theme);
          const file = `${name}-${width}x${height}-${lang}-${theme}.png`;
          await page.waitForTimeout(view.drawnIn ?? 0);
          await page.screenshot({ path: join(FOLDER, file) });
          const beyond = await page.evaluate(() => ({
            right: document.documentElement.scrollWidth - innerWidth,
            down: document.documentElement.scrollHeight - innerHeight,
          }));
          expect(beyond, file).toEqual({ right: 0, down: 0 });
          if (theme === 'dark') continue;
          const faults = await layoutFaults(page, width < 640 ? 44 : 24);
          const { cut, lost, overlapping } = faults;
          if (cut.length + lost.length + overlapping.length > 0) {
            wrong.push({ file, cut, lost, overlapping });
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    await page.close();
  });
});
