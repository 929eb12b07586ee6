import type { Locator, Page } from 'playwright-core';

/**
 * One thing that a person does in the app. To look for something in the page costs the page time: what is
 * to be clicked is looked for before, and what came of it after what is measured.
 */
export interface WalkStep {
  readonly name: string;
  /** Where there is no WebGL there is nothing to do. */
  readonly onMap?: true;
  /** What is clicked in its middle, or takes the focus. */
  readonly at?: (page: Page) => Locator;
  /** After, or in place of the click. */
  readonly act?: (page: Page) => Promise<void>;
  /** `at` takes the focus alone. */
  readonly byKey?: true;
  /** What stands on screen then. */
  readonly shows?: (page: Page) => Locator;
}

/** A file given to the app. */
interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface WalkSize {
  /** Sites in one file of a batch. */
  readonly sites: number;
  /** Side of the large site; at 0.4 degrees it takes some two thousand pieces. */
  readonly degrees: number;
}

/** The main job and its neighbours, by pointer and keys as a person does them. */
export function uiWalk({ sites, degrees }: WalkSize): WalkStep[] {
  const one = fileOf('一个项目', [square(106.06, 37.43, 0.008, '一个项目')]);
  const large = fileOf('大项目', [square(106.1, 38.2, degrees, '大项目')]);
  const across = Math.ceil(Math.sqrt(sites));
  const many = fileOf(
    '多项目',
    Array.from({ length: sites }, (_, i) => {
      const [x, y] = [i % across, Math.floor(i / across)];
      return square(106.05 + x * 0.004, 38.2 + y * 0.004, 0.002, `项目${i + 1}`);
    }),
  );
  const english = { at: button('Switch to English'), shows: button('切换到中文') };
  const chinese = { at: button('切换到中文'), shows: button('Switch to English') };
  return [
    { name: 'pan by dragging', onMap: true, act: (page) => drag(page, -240, 90) },
    { name: 'zoom by wheel', onMap: true, act: (page) => wheel(page, -600) },
    { name: 'zoom by button', onMap: true, at: button('放大') },
    { name: 'open a file', act: (page) => open(page, one), shows: tag('sanxian-verdict-block') },
    { name: 'table of pieces', act: key('t'), shows: rows },
    { name: 'select a piece', at: rows },
    { name: 'card by key', act: key('ArrowDown') },
    { name: 'clause', at: part('条款原文') },
    { name: 'decision path', at: part('判定路径'), shows: tag('sanxian-path-dialog dialog[open]') },
    { name: 'decision path away', act: key('Escape') },
    { name: 'project step', at: tab(/项目/), shows: tag('sanxian-project-panel') },
    { name: 'answer', at: tag('sanxian-claim-form label, sanxian-claim-form button') },
    { name: 'findings step', at: tab(/核查结果/), shows: tag('sanxian-findings-panel') },
    { name: 'dark theme', at: tag('sanxian-bar select'), byKey: true, act: key('End') },
    { name: 'light theme', at: tag('sanxian-bar select'), byKey: true, act: key('Home') },
    { name: 'English', ...english },
    { name: 'Chinese', ...chinese },
    { name: 'layer off', at: tag(RED_LINE) },
    { name: 'layer on', at: tag(RED_LINE) },
    { name: 'report step', at: tab(/报告/), shows: tag('sanxian-report-panel') },
    { name: 'save reports', at: part(/保存 \d+ 个文件/), act: (page) => page.waitForTimeout(4000) },
    { name: 'help', at: button('帮助与快捷键'), shows: tag('sanxian-help-dialog dialog[open]') },
    { name: 'help away', act: key('Escape') },
    { name: 'back to findings', at: tab(/核查结果/), shows: tag('sanxian-findings-panel') },
    { name: 'measure', onMap: true, at: button('量算长度、面积'), act: measure },
    { name: 'search', at: tag('sanxian-search input'), act: type, shows: part('红寺堡') },
    { name: 'search away', act: key('Escape') },
    { name: 'review mode', at: link(/图层审阅/), shows: tag('sanxian-review-panel') },
    { name: 'identify', onMap: true, at: tag('.map-area') },
    { name: 'statistics', at: tab('统计'), shows: tag('sanxian-review-panel tbody tr') },
    { name: 'swipe', onMap: true, at: button('卷帘对比'), shows: tag('sanxian-swipe') },
    { name: 'swipe away', onMap: true, at: button('卷帘对比') },
    { name: 'site check mode', at: link(/选址核查/), shows: tab(/报告/) },
    { name: 'open a large site', act: (page) => open(page, large), shows: rows },
    { name: 'row of many', at: (page) => rows(page).nth(3) },
    { name: 'rows by key', act: key('Shift+ArrowDown') },
    { name: 'all rows', act: key('Control+a') },
    { name: 'sort many rows', at: (page) => page.locator('sanxian-pieces-table th button').nth(4) },
    { name: 'more rows', at: tag('sanxian-pieces-table .more') },
    { name: 'findings, many', at: tab(/核查结果/), shows: tag('sanxian-findings-panel') },
    { name: 'dark theme, many', at: tag('sanxian-bar select'), byKey: true, act: key('End') },
    { name: 'English, many', ...english },
    { name: 'Chinese, many', ...chinese },
    { name: 'report step, many', at: tab(/报告/), shows: tag('sanxian-report-panel') },
    { name: 'open many parcels', act: (page) => open(page, many) },
    { name: 'project of many', at: tab(/项目/), shows: tag('sanxian-project-panel') },
    { name: 'findings of many', at: tab(/核查结果/), shows: tag('sanxian-findings-panel') },
    { name: 'batch mode', at: link(/批量核查/), shows: tag('sanxian-batch-page') },
    { name: 'file of a batch', act: (page) => give(page, many), shows: part(/1 \/ 1/) },
    { name: 'batch question', at: batchRows, shows: chooser },
    { name: 'batch of many', act: (page) => split(page), shows: part(`/ ${sites}`) },
    { name: 'batch row', at: (page) => batchRows(page).nth(4) },
    { name: 'batch sort', at: tag('sanxian-batch-table th button') },
    { name: 'batch end', at: batchRows, act: key('End') },
  ];
}

const RED_LINE = "li[data-layer='ecological-red-line'] input[type=checkbox]";

const tag = (selector: string) => (page: Page) => page.locator(selector);
const part = (text: string | RegExp) => (page: Page) => page.getByText(text);
const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true });
const tab = (name: string | RegExp) => (page: Page) => page.getByRole('tab', { name });
const link = (name: RegExp) => (page: Page) => page.getByRole('link', { name });
const rows = tag('sanxian-pieces-table tbody tr');
const batchRows = tag('sanxian-batch-table .rows tr');
const chooser = (page: Page) => page.getByLabel('此文件包含的项目');
const key = (name: string) => (page: Page) => page.keyboard.press(name);

async function middle(page: Page): Promise<[number, number]> {
  const map = (await page.locator('.map-area').boundingBox())!;
  return [map.x + map.width / 2, map.y + map.height / 2];
}

async function drag(page: Page, dx: number, dy: number): Promise<void> {
  const [x, y] = await middle(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 12 });
  await page.mouse.up();
}

async function wheel(page: Page, by: number): Promise<void> {
  await page.mouse.move(...(await middle(page)));
  for (let i = 0; i < 6; i++) await page.mouse.wheel(0, by / 6);
}

async function measure(page: Page): Promise<void> {
  const [x, y] = await middle(page);
  await page.waitForTimeout(800);
  for (const [dx, dy] of [
    [-90, -60],
    [60, -60],
    [40, 70],
  ] as const) {
    await page.mouse.move(x + dx - 5, y + dy);
    await page.mouse.click(x + dx, y + dy);
  }
  await page.keyboard.press('Escape');
}

async function type(page: Page): Promise<void> {
  await page.keyboard.type('红寺堡', { delay: 60 });
  await page.waitForTimeout(600);
}

/** Ends when the file is checked. */
async function open(page: Page, file: Given): Promise<void> {
  const checked = page.evaluate(
    (name) =>
      new Promise<void>((resolve) => {
        const app = document.querySelector('sanxian-app')!;
        app.addEventListener('sanxian-check-complete', (event) => {
          const { detail } = event as CustomEvent<{ project: { source: { file: string } } }>;
          if (detail.project.source.file === name) resolve();
        });
      }),
    file.name,
  );
  await page.locator('#file').setInputFiles(file);
  await checked;
}

async function give(page: Page, file: Given): Promise<void> {
  await page.locator('sanxian-batch-page #files').setInputFiles(file);
  await page.waitForTimeout(2000);
}

/** The file becomes as many rows as it holds sites, and they are checked for a while. */
async function split(page: Page): Promise<void> {
  await chooser(page).selectOption('XMMC');
  await page.waitForTimeout(4000);
}

function square(west: number, south: number, side: number, name: string): object {
  const [east, north] = [west + side, south + side];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: 'Feature',
    properties: { XMMC: name },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

function fileOf(name: string, features: object[]): Given {
  return {
    name: `${name}.geojson`,
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
  };
}
