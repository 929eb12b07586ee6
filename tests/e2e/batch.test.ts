import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memorySource } from '../../src/bytes/memory-source.ts';
import { openZip } from '../../src/bytes/zip.ts';
import { runCheck } from '../../src/cli/check-job.ts';
import type { Summary } from '../../src/domain/summary.ts';
import { prettyJson } from '../../src/report/formats/json.ts';
import { run } from '../cli/fake-io.ts';
import { launchChromium } from './browser.ts';
import { root, type ServedApp, startApp } from './served-app.ts';
import { violations } from './violations.ts';

/** Many files at once, and reports of yesterday beside those of today, in the app as it is served. */

const samples = join(root, 'data/samples');
const shots = join(root, 'tests/e2e/shots');
let browser: Browser;
let app: ServedApp;
let folder: string;
/** Ten that can be checked, one that asks, one that is nothing. */
let paths: string[];

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'sanxian 批量-'));
  const good = readdirSync(samples).filter((name) => /\.(txt|geojson|kml|zip)$/.test(name));
  paths = good
    .filter((name) => !/FileGDB|MapInfo/.test(name))
    .slice(0, 10)
    .map((name) => join(samples, name));
  const example = readFileSync(join(samples, '示例项目.txt'), 'utf8');
  const asks = example.replace(/^带号=.*$/m, '').replaceAll(',35594', ',594');
  writeFileSync(join(folder, '无带号.txt'), asks);
  writeFileSync(join(folder, '采砂点.dwg'), Buffer.from('AC1032\0\0\0\0\0garbage'));
  paths.splice(4, 0, join(folder, '无带号.txt'), join(folder, '采砂点.dwg'));
  browser = await launchChromium();
  app = await startApp(4347);
});
afterAll(async () => {
  app?.stop();
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

type Preferences = Readonly<Record<string, string>>;

/** A page of a context in a language and a theme; what the context keeps is there again. */
async function pageOf(
  context: BrowserContext,
  width = 1366,
  height = 768,
  preferences: Preferences = {},
): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  const said = JSON.stringify({ welcomed: true, language: 'zh', ...preferences });
  await page.addInitScript((text) => {
    localStorage.setItem('sanxian.preferences.1', text);
  }, said);
  await open(page);
  return page;
}

const newContext = () => browser.newContext({ locale: 'zh-CN' });

async function open(page: Page): Promise<void> {
  await page.goto(app.url);
  await page
    .locator('sanxian-app')
    .evaluate((element) => (element as HTMLElement & { ready: Promise<void> }).ready);
}

const mode = (page: Page, name: RegExp) => page.getByRole('link', { name }).click();
/** How many rows the next visit finds kept. */
async function rowsOfNextVisit(context: BrowserContext): Promise<number> {
  const page = await pageOf(context);
  await mode(page, /批量核查/);
  await page.waitForTimeout(1000);
  const count = await page.locator('sanxian-batch-table .rows tr').count();
  await page.close();
  return count;
}

const table = (page: Page) => page.locator('sanxian-batch-table');
const rowOf = (page: Page, text: string | RegExp) =>
  table(page).locator('.rows tr', { hasText: text });
const shoot = (page: Page, name: string) =>
  page.screenshot({ path: join(shots, `batch-${name}.png`) });
const verdict = (page: Page) =>
  expect
    .poll(() => page.locator('sanxian-verdict-block').count(), { timeout: 60_000 })
    .toBeGreaterThan(0);
const drawn = async (page: Page) => {
  await expect
    .poll(() => page.locator('sanxian-batch-preview img').count(), { timeout: 30_000 })
    .toBe(1);
  await page.waitForTimeout(300);
};
const settled = (page: Page) =>
  expect
    .poll(() => page.locator('sanxian-batch-page .far').innerText(), { timeout: 90_000 })
    .toMatch(/10 \/ 12/);

/** Other people may be using the machine. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });

async function add(page: Page): Promise<void> {
  await page.locator('sanxian-batch-page #files').setInputFiles(paths);
}

/** What the summary of the app holds, as saved. */
async function saved(page: Page, act: () => Promise<void>, count: number) {
  const files = new Map<string, Buffer>();
  const done = new Promise<void>((resolve) => {
    page.on('download', async (download) => {
      files.set(download.suggestedFilename(), readFileSync((await download.path())!));
      if (files.size === count) resolve();
    });
  });
  await act();
  await done;
  return files;
}

describe('a batch of files', () => {
  /** One visitor: what was checked once is there again on every page after. */
  let context: BrowserContext;
  beforeAll(async () => {
    context = await newContext();
  });
  afterAll(() => context?.close());

  it('is checked row by row, and its summary is that of the command line', async () => {
    const page = await pageOf(context);
    await mode(page, /批量核查/);
    await shoot(page, 'empty');
    expect(await violations(page)).toEqual([]);
    await add(page);
    await settled(page);
    await eventually(() => table(page).locator('.rows tr').count()).toBe(12);
    await shoot(page, 'done');
    const far = await page.locator('sanxian-batch-page .far').innerText();
    expect(far).toMatch(/2 个未完成核查/);
    expect(far).not.toMatch(/全部核查完/);
    for (const text of ['需要回答 1', '未能读取 1', /请在 CAD 中另存为 DXF/]) {
      expect(await page.getByText(text).count()).toBeGreaterThan(0);
    }

    const files = await saved(
      page,
      () => page.getByRole('button', { name: '导出汇总' }).click(),
      2,
    );
    const ours = JSON.parse(files.get('summary.json')!.toString()) as Summary;
    expect(ours.items).toHaveLength(12);
    const out = join(folder, 'out');
    await run(['check', ...paths, '--out', out, '--format', 'json', '--as-of', ours.createdAt], {
      runCheck,
    });
    const theirs = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Summary;
    // the command line wrote reports beside the summary, which names them
    const unnamed = { ...theirs, items: theirs.items.map((item) => ({ ...item, report: null })) };
    expect(files.get('summary.json')!.toString()).toBe(`${prettyJson(unnamed)}\n`);
    await page.waitForTimeout(1200);
    await page.close();
  });

  it('sorts, filters, looks at a row, opens it and comes back to it', async () => {
    const page = await pageOf(context);
    await mode(page, /批量核查/);
    await eventually(() => page.getByText(/已恢复上次的批量核查：10 \/ 12/).isVisible()).toBe(true);
    await page.getByRole('button', { name: '知道了' }).click();
    const heading = table(page).getByRole('columnheader', { name: '结论' });
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    expect(await table(page).locator('.rows tr').first().innerText()).toMatch(/4-涉及核心保护区/);
    expect(await table(page).locator('.rows tr').last().innerText()).toMatch(/未能读取/);

    await page.getByRole('button', { name: '未能读取 1' }).click();
    await eventually(() => table(page).locator('.rows tr').count()).toBe(1);
    await page.getByRole('button', { name: '需要回答 1' }).click();
    await eventually(() => table(page).locator('.rows tr').count()).toBe(2);
    await page.getByRole('button', { name: /^全部/ }).click();
    await page.getByPlaceholder('项目名称、文件名').fill('风电');
    await eventually(() => table(page).locator('.rows tr').count()).toBe(1);
    await page.getByPlaceholder('项目名称、文件名').fill('');
    const row = rowOf(page, '3-占用生态保护红线');
    await row.click();
    await drawn(page);
    await shoot(page, 'preview');
    expect(await violations(page)).toEqual([]);

    await row.focus();
    await page.keyboard.press('Enter');
    await verdict(page);
    await shoot(page, 'opened');
    await page.getByRole('button', { name: /返回批量核查/ }).click();
    await eventually(() =>
      table(page).locator('.rows tr[aria-selected="true"]').innerText(),
    ).toMatch(/3-占用生态保护红线/);
    const focused = () =>
      table(page).evaluate(
        (element) => element.shadowRoot?.activeElement?.getAttribute('aria-selected') ?? null,
      );
    await eventually(focused).toBe('true');
    await page.close();
  });

  it('makes the reports of what is selected, in one archive', async () => {
    const page = await pageOf(context);
    await mode(page, /批量核查/);
    for (const name of ['1-控制线外', '2-占用永久基本农田']) {
      await rowOf(page, name).locator('label').click();
    }
    await shoot(page, 'selected');
    const make = page.getByRole('button', { name: '生成 2 份报告' });
    const files = await saved(page, () => make.click(), 1);
    const [archive] = [...files];
    const entries = await openZip(memorySource(archive![0], new Uint8Array(archive![1])));
    expect(entries.map(({ name }) => name).sort()).toEqual(
      [
        ...['1-控制线外-物流用地', '2-占用永久基本农田-变电站'].flatMap((name) =>
          ['docx', 'html', 'json'].map((format) => `${name}.report.${format}`),
        ),
        'summary.json',
        'summary.xlsx',
      ].sort(),
    );
    await page.getByRole('button', { name: '按县区合计' }).click();
    await shoot(page, 'totals');
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it.each([
    ['phone', 390, 844, {}],
    ['dark-en', 1366, 768, { language: 'en', theme: 'dark' }],
    ['phone-contrast-en', 390, 844, { language: 'en', theme: 'contrast' }],
    ['compact', 1024, 768, {}],
  ])('%s has no violation', async (name, width, height, preferences) => {
    const page = await pageOf(context, width, height, preferences);
    await mode(page, /批量核查|Batch/);
    await page.getByRole('button', { name: /知道了|Dismiss/ }).click();
    await shoot(page, name);
    expect(await violations(page)).toEqual([]);
    const rows = table(page).locator('.rows tr, .card > button');
    await rows.nth(2).click();
    await drawn(page);
    await shoot(page, `${name}-row`);
    expect(await violations(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(width);
    await page.close();
  });

  it('takes over what was answered in the site check', async () => {
    const page = await pageOf(context);
    await mode(page, /批量核查/);
    await rowOf(page, '无带号').click();
    await shoot(page, 'asks');
    await page.getByRole('button', { name: '去回答' }).click();
    await eventually(() => page.getByText('这份坐标属于哪个坐标系？').isVisible()).toBe(true);
    await page.getByRole('button', { name: /号坐标系核查/ }).click();
    await verdict(page);
    await mode(page, /批量核查/);
    await expect
      .poll(() => page.locator('sanxian-batch-page .far').innerText(), { timeout: 60_000 })
      .toMatch(/11 \/ 12/);
    await page.getByRole('button', { name: '清空' }).first().click();
    await page.getByRole('button', { name: '清空', exact: true }).last().click();
    await eventually(() => page.getByText('把项目文件或文件夹拖到这里').isVisible()).toBe(true);
    // clearing is on its way before anything else can be: the page may close at once
    await page.close();
    expect(await rowsOfNextVisit(context)).toBe(0);
  });

  it('stays cleared where the page closes at once, in the middle of a run', async () => {
    const sites = Array.from({ length: 200 }, (_, i) => site(i));
    const many = join(folder, '清空.geojson');
    writeFileSync(many, JSON.stringify({ type: 'FeatureCollection', features: sites }));
    const page = await pageOf(context);
    await mode(page, /批量核查/);
    await page.locator('sanxian-batch-page #files').setInputFiles([many]);
    const far = (one: Page) => one.locator('sanxian-batch-page .far').innerText();
    await expect.poll(() => far(page), { timeout: 60_000 }).toMatch(/1 \/ 1/);
    await rowOf(page, '清空').first().click();
    await page.getByLabel('此文件包含的项目').selectOption('XMMC');
    await expect.poll(() => far(page), { timeout: 60_000 }).toMatch(/\/ 200 · 约剩/);
    // rows are being written, too: once a moment, and there are many
    await page.waitForTimeout(2000);
    await page.evaluate(() => {
      const app = document.querySelector('sanxian-app')!;
      app.dispatchEvent(new CustomEvent('sanxian-batch', { detail: { act: 'clear' } }));
    });
    await page.close();
    expect(await rowsOfNextVisit(context)).toBe(0);
  });

  it('pauses, stands after a reload, and goes on; thousands of rows are drawn in part', async () => {
    const page = await pageOf(context);
    await mode(page, /批量核查/);
    const sites = Array.from({ length: 400 }, (_, i) => site(i));
    const big = join(folder, '多项目.geojson');
    writeFileSync(big, JSON.stringify({ type: 'FeatureCollection', features: sites }));
    await page.locator('sanxian-batch-page #files').setInputFiles([big]);
    await expect
      .poll(() => page.locator('.far').innerText(), { timeout: 60_000 })
      .toMatch(/1 \/ 1/);
    await rowOf(page, '多项目').first().click();
    await page.getByLabel('此文件包含的项目').selectOption('XMMC');
    const far = () => page.locator('sanxian-batch-page .far').innerText();
    await expect.poll(far, { timeout: 60_000 }).toMatch(/\/ 400 · 约剩/);
    await page.getByRole('button', { name: '暂停' }).click();
    await eventually(far).toMatch(/已暂停/);
    expect(await table(page).locator('.rows tr').count()).toBeLessThan(80);
    await table(page).locator('.rows tr').first().focus();
    await page.keyboard.press('End');
    await eventually(() => table(page).locator('.rows tr').last().innerText()).toMatch(/400/);
    await shoot(page, 'thousands');
    expect(await violations(page)).toEqual([]);
    await page.waitForTimeout(2600);
    const before = Number(/^(\d+)/.exec(await far())![1]);
    await page.reload();
    await mode(page, /批量核查/);
    await eventually(far).toMatch(new RegExp(`^${before} / 400`));
    await page.getByRole('button', { name: '继续' }).click();
    await expect
      .poll(async () => Number(/^(\d+)/.exec(await far())![1]), { timeout: 30_000 })
      .toBeGreaterThan(before);
    await page.getByRole('button', { name: '取消' }).click();
    await eventually(far).toMatch(/未完成核查/);
    await page.close();
  });
});

/** A site of 30 m by 30 m, one of many in rows. */
function site(i: number) {
  const [x, y] = [106.02 + (i % 50) * 0.001, 37.42 + Math.floor(i / 50) * 0.001];
  const ring = [
    [x, y],
    [x + 0.0003, y],
    [x + 0.0003, y + 0.0003],
    [x, y + 0.0003],
    [x, y],
  ];
  return {
    type: 'Feature',
    properties: { XMMC: `项目 ${i + 1}` },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

describe('reports made earlier', () => {
  it('are compared with the check on screen, and checked again', async () => {
    const example = join(samples, '2-占用永久基本农田-变电站.txt');
    const out = join(folder, 'old');
    await run(['check', example, '--out', out, '--format', 'json,html,zip'], { runCheck });
    const [report] = readdirSync(out).filter((name) => name.endsWith('.report.json'));
    const old = JSON.parse(readFileSync(join(out, report!), 'utf8'));
    old.layers[0].edition = '2019-01';
    old.lines[0].areaM2 += 100;
    old.verdict = 'prohibited';
    writeFileSync(join(out, 'old.report.json'), JSON.stringify(old));

    const context = await newContext();
    const page = await pageOf(context);
    const take = (...names: string[]) =>
      page.locator('#file').setInputFiles(names.map((name) => join(out, name)));
    // alone: what it is, and what can be done with it
    await take(report!.replace('.json', '.html'));
    const dialog = page.locator('sanxian-compare-dialog dialog');
    await eventually(() => dialog.isVisible()).toBe(true);
    await shoot(page, 'compare-one');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '用现在的图层重新核查' }).click();
    await expect
      .poll(() => dialog.innerText(), { timeout: 60_000 })
      .toMatch(/总体结论相同|内容一致|结果一致|没有差异/);
    await shoot(page, 'compare-again');
    await page.keyboard.press('Escape');
    await eventually(() => dialog.isVisible()).toBe(false);

    // of the project on screen, and changed by a hand
    await take('old.report.json');
    await eventually(() => dialog.innerText()).toMatch(/总体结论不同：禁止 → /);
    expect(await dialog.innerText()).toContain('校验码不符');
    expect(await dialog.innerText()).toContain('2019-01');
    await shoot(page, 'compare');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /报告/ }).click();
    await eventually(() => page.getByRole('button', { name: '与旧报告比较' }).isVisible()).toBe(
      true,
    );
    await shoot(page, 'compare-button');
    await context.close();
  });

  it.each([
    ['dark-en', 1366, 768, { language: 'en', theme: 'dark' }],
    ['phone-contrast', 390, 844, { theme: 'contrast' }],
  ])('two of them, %s, have no violation', async (name, width, height, preferences) => {
    const context = await newContext();
    const page = await pageOf(context, width, height, preferences);
    const out = join(folder, 'old');
    const files = readdirSync(out).filter((one) => /\.report\.(json|zip)$/.test(one));
    const pair = ['old.report.json', files.find((one) => one.endsWith('.zip'))!];
    await page.locator('#file').setInputFiles(pair.map((one) => join(out, one)));
    await eventually(() => page.locator('sanxian-compare-dialog table').count()).toBe(1);
    await shoot(page, `compare-${name}`);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});
