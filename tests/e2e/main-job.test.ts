import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CheckReport, checkReportSchema } from '../../src/domain/report.ts';
import { canonicalText } from '../../src/job/canonical-text.ts';
import { digestOf } from '../../src/job/digest.ts';
import { launchChromium } from './browser.ts';
import { root, type ServedApp, startApp } from './served-app.ts';

/** The main job as a planner does it, in the app as `npm start` serves it. */

const shots = join(root, 'tests/e2e/shots');
const samples = join(root, 'data/samples');
const EXAMPLE = join(samples, '示例项目.txt');

let app: ServedApp;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  app = await startApp(4310);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  app?.stop();
});

interface Walk {
  readonly page: Page;
  readonly foreign: string[];
  readonly errors: string[];
}

async function openApp(width: number, height: number): Promise<Walk> {
  const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN' });
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(app.url) && !/^(data|blob):/.test(request.url())) {
      foreign.push(request.url());
    }
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(app.url);
  await page.locator('sanxian-app').evaluate((element) => (element as AppElement).ready);
  return { page, foreign, errors };
}

interface AppElement extends HTMLElement {
  ready: Promise<void>;
  open(file: File): Promise<unknown>;
  check(): Promise<CheckReport>;
}

/** Drops a file on the window, as a hand with a mouse does. */
async function drop(page: Page, path: string): Promise<CheckReport> {
  const content = readFileSync(path).toString('base64');
  return page.evaluate(
    async ({ name, content }) => {
      const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name));
      const element = document.querySelector('sanxian-app')!;
      const done = new Promise<unknown>((resolve, reject) => {
        // The first visit checks the sample by itself; its report is not the one waited for.
        element.addEventListener('sanxian-check-complete', (event) => {
          const { detail } = event as CustomEvent<{ project: { source: { file: string } } }>;
          if (detail.project.source.file === name) resolve(detail);
        });
        element.addEventListener('sanxian-error', (event) =>
          reject(new Error(JSON.stringify((event as CustomEvent).detail))),
        );
      });
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(type, {
          dataTransfer: transfer,
          bubbles: true,
          cancelable: true,
          composed: true,
        });
        element.dispatchEvent(event);
      }
      return done as Promise<never>;
    },
    { name: basename(path), content },
  );
}

function sanxian(...args: string[]): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'dist/cli/sanxian.js'), ...args],
      { maxBuffer: 1 << 28 },
      (error, stdout) => resolve({ code: error ? Number(error.code) : 0, stdout }),
    );
  });
}

describe('the main job', () => {
  it('drop, verdict, export, at 1366x768', async () => {
    const { page, foreign, errors } = await openApp(1366, 768);
    const report = checkReportSchema.parse(await drop(page, EXAMPLE));
    expect(report.verdict).toBe('manual-review');

    // What the report says is what stands on the screen.
    await expect.poll(() => page.getByText('需人工研判').first().isVisible()).toBe(true);
    for (const title of ['永久基本农田', '生态保护红线', '城镇开发边界']) {
      expect(await page.getByText(title).first().isVisible()).toBe(true);
    }
    const farmland = report.lines.find((line) => line.kind === 'permanent-basic-farmland')!;
    const hectares = (farmland.areaM2 / 10_000).toFixed(4);
    expect(await page.getByText(hectares).first().isVisible()).toBe(true);
    await page.waitForTimeout(2500);
    await page.screenshot({ path: join(shots, 'checked-1366x768.png') });

    await page.getByRole('tab', { name: /报告/ }).click();
    await page.screenshot({ path: join(shots, 'report-1366x768.png') });
    for (const format of ['html', 'json'] as const) {
      const file = await page.evaluate(async (format) => {
        const element = document.querySelector('sanxian-app') as unknown as {
          exportReport(format: string): Promise<{ fileName: string; bytes: Uint8Array }>;
        };
        const { fileName, bytes } = await element.exportReport(format);
        return { fileName, text: new TextDecoder().decode(bytes) };
      }, format);
      expect(file.fileName).toMatch(new RegExp(`\\.report\\.${format}$`));
      expect(file.text).toContain(report.digest);
      if (format === 'html') expect(file.text).toContain('示例数据');
    }
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('stands on a phone, 390x844', async () => {
    const { page, errors } = await openApp(390, 844);
    await drop(page, EXAMPLE);
    await expect.poll(() => page.getByText('需人工研判').first().isVisible()).toBe(true);
    await page.waitForTimeout(2500);
    await page.screenshot({ path: join(shots, 'checked-390x844.png') });
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('browser and command line', () => {
  const files = readdirSync(samples).filter((name) => /\.(txt|geojson)$/.test(name));

  it.each(files)('give the same canonical report of %s', async (name) => {
    const { page } = await openApp(1366, 768);
    const ours = checkReportSchema.parse(await drop(page, join(samples, name)));
    await page.close();
    const cli = await sanxian('check', join(samples, name), '--format', 'json');
    const theirs = checkReportSchema.parse(JSON.parse(cli.stdout));
    expect(differences(comparable(ours), comparable(theirs))).toEqual([]);
    expect(ours.digest).toBe(theirs.digest);
    expect(digestOf(ours)).toBe(ours.digest);
  });
});

/** What the digest covers. */
function comparable(report: CheckReport): unknown {
  const { createdAt: _c, number: _n, digest: _d, overrides: _o, ...rest } = report;
  const layers = rest.layers.map(({ integrity: _i, ...layer }) => layer);
  return JSON.parse(canonicalText({ ...rest, layers }));
}

/** Paths at which two documents differ, with both values; the first few. */
function differences(a: unknown, b: unknown, path = ''): string[] {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return Object.is(a, b) ? [] : [`${path}: ${a} / ${b}`.slice(0, 200)];
  }
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys]
    .flatMap((key) =>
      differences(
        (a as Record<string, unknown>)[key],
        (b as Record<string, unknown>)[key],
        `${path}/${key}`,
      ),
    )
    .slice(0, 10);
}

describe('never falsely clear, on the screen', () => {
  it('says 未核查 when the farmland file is cut off on the server', async () => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    const whole = readFileSync(join(root, 'layers/permanent-basic-farmland.fgb'));
    const cut = whole.subarray(0, whole.length - 1000);
    await page.route('**/permanent-basic-farmland.fgb', (route) => {
      const range = /bytes=(\d+)-(\d+)?/.exec(route.request().headers().range ?? '');
      const from = Number(range?.[1] ?? 0);
      const to = Math.min(Number(range?.[2] ?? cut.length - 1), cut.length - 1);
      return route.fulfill({
        status: 206,
        headers: { 'content-range': `bytes ${from}-${to}/${cut.length}` },
        body: cut.subarray(from, to + 1),
      });
    });
    await page.goto(app.url);
    await page.locator('sanxian-app').evaluate((element) => (element as AppElement).ready);
    const clear = readdirSync(samples).find((name) => name.startsWith('1-'))!;
    const report = checkReportSchema.parse(await drop(page, join(samples, clear)));
    expect(report).toMatchObject({ verdict: 'undetermined', complete: false });
    await expect
      .poll(() => page.getByText('未核查完整，暂不能下结论').first().isVisible())
      .toBe(true);
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(shots, 'undetermined-1366x768.png') });
    await page.close();
  });
});

describe('the command line, as built', () => {
  it('answers with the exit codes of the contract and verifies what it wrote', async () => {
    const report = await sanxian('check', EXAMPLE, '--format', 'json');
    expect(report.code).toBe(1);
    const file = join(tmpdir(), `三线 核查 ${process.pid}.report.json`);
    writeFileSync(file, report.stdout);
    expect((await sanxian('verify', file)).code).toBe(0);
    writeFileSync(file, report.stdout.replace('"manual-review"', '"clear"'));
    expect((await sanxian('verify', file)).code).toBe(1);
    expect((await sanxian('check', '没有这个文件.txt')).code).toBe(2);
  });
});
