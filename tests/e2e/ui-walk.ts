import type { Page } from 'playwright-core';

/** One thing that a person does in the app; ends when its result stands on screen. */
export interface WalkStep {
  readonly name: string;
  /** Where there is no WebGL there is nothing to do. */
  readonly onMap?: true;
  act(page: Page): Promise<void>;
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

/** A minute to everything: what is measured is never the waiting. */
const PATIENCE = { timeout: 60_000 };

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
  return [
    { name: 'pan by dragging', onMap: true, act: (page) => drag(page, -240, 90) },
    { name: 'zoom by wheel', onMap: true, act: (page) => wheel(page, -600) },
    { name: 'zoom by button', onMap: true, act: (page) => press(page, '放大') },
    { name: 'open a file', act: (page) => open(page, one) },
    { name: 'table of pieces', act: (page) => key(page, 't') },
    { name: 'select a piece', act: (page) => rows(page).nth(0).click() },
    { name: 'card by key', act: (page) => key(page, 'ArrowDown') },
    { name: 'clause', act: (page) => press(page, '条款原文') },
    { name: 'decision path', act: (page) => dialog(page, '判定路径', 'sanxian-path-dialog') },
    { name: 'project step', act: (page) => step(page, /项目/) },
    { name: 'answer', act: answer },
    { name: 'findings step', act: (page) => step(page, /核查结果/) },
    { name: 'dark theme', act: (page) => theme(page, 'dark') },
    { name: 'light theme', act: (page) => theme(page, 'light') },
    { name: 'English', act: (page) => press(page, 'Switch to English') },
    { name: 'Chinese', act: (page) => press(page, '切换到中文') },
    { name: 'layer off', act: (page) => layer(page) },
    { name: 'layer on', act: (page) => layer(page) },
    { name: 'report step', act: (page) => step(page, /报告/) },
    { name: 'save reports', act: save },
    { name: 'help', act: (page) => dialog(page, '帮助与快捷键', 'sanxian-help-dialog') },
    { name: 'measure', onMap: true, act: measure },
    { name: 'search', act: search },
    { name: 'review mode', act: (page) => mode(page, /图层审阅/) },
    { name: 'identify', onMap: true, act: identify },
    { name: 'statistics', act: statistics },
    { name: 'swipe', onMap: true, act: (page) => press(page, '卷帘对比') },
    { name: 'swipe away', onMap: true, act: (page) => press(page, '卷帘对比') },
    { name: 'site check mode', act: (page) => mode(page, /选址核查/) },
    { name: 'open a large site', act: (page) => open(page, large) },
    { name: 'row of many', act: (page) => rows(page).nth(3).click() },
    { name: 'rows by key', act: (page) => key(page, 'Shift+ArrowDown') },
    { name: 'all rows', act: (page) => key(page, 'Control+a') },
    { name: 'sort many rows', act: sort },
    { name: 'findings, many', act: (page) => step(page, /核查结果/) },
    { name: 'report step, many', act: (page) => step(page, /报告/) },
    { name: 'dark theme, many', act: (page) => theme(page, 'dark') },
    { name: 'English, many', act: (page) => press(page, 'Switch to English') },
    { name: 'Chinese, many', act: (page) => press(page, '切换到中文') },
    { name: 'batch mode', act: (page) => mode(page, /批量核查/) },
    { name: 'batch of many', act: (page) => batch(page, many, sites) },
    { name: 'batch row', act: (page) => batchRows(page).nth(4).click() },
    { name: 'batch sort', act: batchSort },
    { name: 'batch end', act: (page) => key(page, 'End') },
  ];
}

const rows = (page: Page) => page.locator('sanxian-pieces-table tbody tr');
const batchRows = (page: Page) => page.locator('sanxian-batch-table .rows tr');

async function press(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name, exact: name !== '条款原文' })
    .first()
    .click(PATIENCE);
}

async function key(page: Page, name: string): Promise<void> {
  await page.keyboard.press(name);
}

async function step(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('tab', { name }).first().click(PATIENCE);
}

async function mode(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('link', { name }).click(PATIENCE);
}

async function theme(page: Page, value: string): Promise<void> {
  await page.locator('sanxian-bar select').selectOption(value);
}

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

/** By the button, as the first click does it: the file dialog is answered. */
async function open(page: Page, file: Given): Promise<void> {
  const done = checked(page, file.name);
  await page.locator('#file').setInputFiles(file);
  await done;
  await page.locator('sanxian-verdict-block').first().waitFor(PATIENCE);
}

function checked(page: Page, name: string): Promise<void> {
  return page.evaluate(
    (name) =>
      new Promise<void>((resolve) => {
        const app = document.querySelector('sanxian-app')!;
        app.addEventListener('sanxian-check-complete', ({ detail }) => {
          if (detail.project.source.file === name) resolve();
        });
      }),
    name,
  );
}

async function dialog(page: Page, button: string, tag: string): Promise<void> {
  await press(page, button);
  await page.locator(`${tag} dialog[open]`).waitFor(PATIENCE);
  await page.waitForTimeout(300);
  await page.keyboard.press('Escape');
}

async function answer(page: Page): Promise<void> {
  const form = page.locator('sanxian-claim-form');
  await form.locator('label, button').first().click(PATIENCE);
}

async function layer(page: Page): Promise<void> {
  await page.locator("li[data-layer='ecological-red-line'] input[type=checkbox]").click(PATIENCE);
}

async function save(page: Page): Promise<void> {
  const saved = page.waitForEvent('download', PATIENCE);
  await page.getByRole('button', { name: /保存 \d+ 个文件/ }).click(PATIENCE);
  await saved;
  await page.waitForTimeout(1500);
}

async function measure(page: Page): Promise<void> {
  const [x, y] = await middle(page);
  await press(page, '量算长度、面积');
  await page.locator('sanxian-measure-bar .card').waitFor(PATIENCE);
  await page.waitForTimeout(600);
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

async function search(page: Page): Promise<void> {
  const field = page.locator('sanxian-search input');
  await field.click();
  await field.pressSequentially('红寺堡', { delay: 60 });
  await page.locator('sanxian-search [role=option]').first().waitFor(PATIENCE);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

async function identify(page: Page): Promise<void> {
  await page.mouse.click(...(await middle(page)));
  await page
    .locator('sanxian-identify-popover')
    .first()
    .waitFor({ ...PATIENCE, state: 'attached' });
}

async function statistics(page: Page): Promise<void> {
  const panel = page.locator('sanxian-review-panel');
  await panel.getByRole('tab', { name: '统计' }).click(PATIENCE);
  await panel.locator('tbody tr').first().waitFor(PATIENCE);
}

async function sort(page: Page): Promise<void> {
  await page.locator('sanxian-pieces-table th button').nth(4).click(PATIENCE);
}

async function batch(page: Page, file: Given, sites: number): Promise<void> {
  await page.locator('sanxian-batch-page #files').setInputFiles(file);
  await batchRows(page).first().waitFor(PATIENCE);
  const far = page.locator('sanxian-batch-page .far');
  await far.getByText(/1 \/ 1/).waitFor(PATIENCE);
  await batchRows(page).first().click();
  await page.getByLabel('此文件包含的项目').selectOption('XMMC');
  await far.getByText(new RegExp(`/ ${sites}`)).waitFor(PATIENCE);
  await page.waitForTimeout(3000);
}

async function batchSort(page: Page): Promise<void> {
  await page.locator('sanxian-batch-table th button').first().click(PATIENCE);
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
