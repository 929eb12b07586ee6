import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/report.ts';
import { launchChromium } from './browser.ts';
import { type FileServer, serveFolders } from './file-server.ts';
import { root } from './served-app.ts';
import { violations } from './violations.ts';

/** The elements in pages of others: twice on one page, and in a frame of another origin. */
const dist = join(root, 'dist');
const shots = join(root, 'tests/e2e/shots');
const SAMPLE = '示例项目.txt';

let browser: Browser;
let site: FileServer;

beforeAll(async () => {
  if (!existsSync(join(dist, 'sanxian-map.js'))) throw new Error('dist/ is missing: npm run build');
  mkdirSync(shots, { recursive: true });
  site = await serveFolders({ '/': dist });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

interface MapElement extends HTMLElement {
  ready: Promise<void>;
  lang: string;
  theme: string;
  report: CheckReport | null;
  project: unknown;
  catalog: string;
  fitTo(bbox: readonly number[]): void;
}

async function openExample(
  width: number,
  height: number,
): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width, height } });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site.url) && !/^(data|blob):/.test(url)) faults.push(`foreign: ${url}`);
  });
  await page.goto(`${site.url}data/samples/embedding/index.html`);
  await page.waitForFunction(() => customElements.get('sanxian-map') !== undefined);
  await page.evaluate(() =>
    Promise.all(
      [...document.querySelectorAll('sanxian-map')].map((map) => (map as MapElement).ready),
    ),
  );
  return { page, faults };
}

describe('two maps on a page of somebody else', () => {
  it('show different catalogs, beside an older version of a part that came first', async () => {
    const { page, faults } = await openExample(1366, 768);
    const seen = await page.evaluate(() => {
      const toast = customElements.get('sanxian-toast') as unknown as { version: string };
      return {
        older: toast.version,
        own: document.querySelector('older-badge')?.textContent,
        canvases: [...document.querySelectorAll('sanxian-map')].map(
          (map) => map.shadowRoot?.querySelectorAll('canvas').length,
        ),
        leaked: Object.keys(window).filter((name) => /sanxian|maplibre/i.test(name)),
      };
    });
    expect(seen.older).toBe('0.0.9');
    expect(seen.own).toContain('0.0.9');
    expect(seen.canvases).toEqual([1, 1]);
    expect(seen.leaked).toEqual([]);

    // A click on a green belt tells the page of it, and only the map that was clicked.
    const told = await page.evaluate(async () => {
      const map = document.querySelector<MapElement>('#second')!;
      const rest = new Promise<{ bbox: number[] }>((resolve) =>
        map.addEventListener(
          'sanxian-map-view',
          (event) => resolve((event as CustomEvent).detail),
          {
            once: true,
          },
        ),
      );
      map.fitTo([106.0385164, 38.4, 106.35851, 38.535024]);
      return rest;
    });
    expect(told.bbox[0]).toBeLessThan(106.04);
    expect(told.bbox[2]).toBeGreaterThan(106.35);
    expect(faults).toEqual([]);
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(shots, 'embedding-1366x768.png') });
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('shows a report: its site and pieces; readonly picks nothing; removed, it lets go', async () => {
    const { page, faults } = await openExample(390, 844);
    const report = sampleReport();
    const picked = await page.evaluate(async (given) => {
      const map = document.querySelector<MapElement>('#first')!;
      const pieces: unknown[] = [];
      map.addEventListener('sanxian-map-piece', (event) =>
        pieces.push((event as CustomEvent).detail),
      );
      map.report = given as CheckReport;
      await new Promise((later) => setTimeout(later, 2500));
      const canvas = map.shadowRoot!.querySelector('canvas')!;
      return { label: canvas.getAttribute('aria-label'), pieces, project: map.project };
    }, report);
    expect(picked.label).toContain(report.project.name);
    expect(picked.project).toBeNull();
    await page.screenshot({ path: join(shots, 'embedding-report-390x844.png') });

    await page.click('#language');
    await page.click('#theme');
    await page.waitForTimeout(800);
    await page.screenshot({ path: join(shots, 'embedding-en-dark-390x844.png') });
    expect(await page.locator('#first').evaluate((map: HTMLElement) => map.dataset.theme)).toBe(
      'dark',
    );
    expect(await violations(page)).toEqual([]);

    expect(page.workers().length).toBeGreaterThanOrEqual(2);
    await page.evaluate(() => {
      for (const map of document.querySelectorAll('sanxian-map')) map.remove();
    });
    // MapLibre keeps its own pool for the next map of the page; ours are ended
    await expect
      .poll(() => page.workers().filter((one) => one.url().includes('tile-worker')).length)
      .toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('says on the map what is wrong with a catalog, and tells the page', async () => {
    const { page } = await openExample(1366, 768);
    const message = await page.evaluate(async () => {
      const map = document.querySelector<MapElement>('#second')!;
      const told = new Promise<string>((resolve) =>
        map.addEventListener('sanxian-error', (event) =>
          resolve((event as CustomEvent).detail.code),
        ),
      );
      map.catalog = 'nowhere/catalog.json';
      return told;
    });
    expect(message).toBe('catalog-unreadable');
    await page.locator('#second .no-map').waitFor();
    expect(await page.locator('#second .no-map').innerText()).toContain('nowhere');
    expect(await page.locator('#first canvas').count()).toBe(1);
    await page.screenshot({ path: join(shots, 'embedding-failed-1366x768.png') });
    await page.close();
  });
});

/** As the command line writes it: with the geometry of site and pieces. */
function sampleReport(): CheckReport {
  const args = [join(dist, 'cli/sanxian.js'), 'check', join(root, 'data/samples', SAMPLE)];
  const { stdout } = spawnSync(process.execPath, [...args, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return JSON.parse(stdout);
}

const HOST = `<!doctype html><meta charset="utf-8"><title>host</title>
<script>
  window.answers = [];
  window.addEventListener('message', ({ data, origin }) => window.answers.push({ data, origin }));
  window.ask = (message, transfer) => frames[0].postMessage(message, '*', transfer);
</script>`;

interface Answer {
  readonly origin: string;
  readonly data: {
    readonly type: string;
    readonly version: number;
    readonly id: string | number | null;
    readonly payload: Record<string, unknown>;
  };
}

describe('a frame on another origin', () => {
  let work: string;
  let host: FileServer;
  let stranger: FileServer;
  let embedded: FileServer;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'sanxian-frame-'));
    writeFileSync(join(work, 'index.html'), HOST);
    host = await serveFolders({ '/': work });
    stranger = await serveFolders({ '/': work });
    const inside = join(work, 'inside');
    mkdirSync(inside);
    // what a deployer does: a page of their own beside the built one, with the list in it
    const page = readFileSync(join(dist, 'index.html'), 'utf8')
      .replaceAll('"./assets/', '"../assets/')
      .replaceAll(/"(layers|data)\//g, '"../$1/')
      .replace('keep', `allow-origins="${host.origin} https://elsewhere.example *" lang="zh"`);
    writeFileSync(join(inside, 'index.html'), page);
    embedded = await serveFolders({ '/inside/': inside, '/': dist });
  });

  afterAll(async () => {
    for (const one of [host, stranger, embedded]) await one?.stop();
    rmSync(work, { recursive: true, force: true });
  });

  async function around(url: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(url);
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      frame.style.cssText = 'width:1300px;height:700px';
      document.body.append(frame);
    }, embedded.url);
    return page;
  }

  const answers = (page: Page) =>
    page.evaluate(() => (window as unknown as { answers: Answer[] }).answers);

  async function answerTo(page: Page, id: string | number): Promise<Answer['data']> {
    await page.waitForFunction(
      (wanted) =>
        (window as unknown as { answers: Answer[] }).answers.some(({ data }) => data.id === wanted),
      id,
      { timeout: 60_000 },
    );
    const found = (await answers(page)).filter(({ data }) => data.id === id);
    expect(found).toHaveLength(1);
    expect(found[0]!.origin).toBe(embedded.origin);
    expect(found[0]!.data.version).toBe(1);
    return found[0]!.data;
  }

  const ask = (page: Page, id: unknown, type: string, payload?: unknown) =>
    page.evaluate(
      (message) => (window as unknown as { ask(message: unknown): void }).ask(message),
      { type: `sanxian:${type}`, version: 1, id, payload },
    );

  it('opens, checks, exports and sets for a page on the list; each message is answered once', async () => {
    const page = await around(host.url);
    await page.waitForFunction(() =>
      (window as unknown as { answers: Answer[] }).answers.some(
        ({ data }) => data.type === 'sanxian:ready' && data.id === null,
      ),
    );
    await ask(page, 'early', 'exportReport', { format: 'json' });
    // the sample of a first visit may be checked by then: a report, or that there is none
    expect(['sanxian:error', 'sanxian:result']).toContain((await answerTo(page, 'early')).type);

    const text = readFileSync(join(root, 'data/samples', SAMPLE), 'utf8');
    await ask(page, 'o1', 'open', { name: SAMPLE, bytes: text });
    const opened = await answerTo(page, 'o1');
    expect(opened.type).toBe('sanxian:result');
    expect(opened.payload.name).toBe('示例项目');
    await ask(page, 2, 'check');
    const checked = await answerTo(page, 2);
    expect(checked.type).toBe('sanxian:result');
    expect(checked.payload.verdict).toBe('manual-review');
    await ask(page, 3, 'exportReport', { format: 'geojson' });
    const file = await answerTo(page, 3);
    expect(file.payload.fileName).toMatch(/geojson$/);
    await ask(page, 4, 'fitTo', { bbox: [106, 37, 107, 38] });
    expect((await answerTo(page, 4)).type).toBe('sanxian:result');
    await ask(page, 5, 'set', { lang: 'en', theme: 'dark', claim: { temporaryLand: 'no' } });
    expect((await answerTo(page, 5)).type).toBe('sanxian:result');
    const app = page.frames()[1]!.locator('sanxian-app');
    expect(await app.getAttribute('lang')).toBe('en');
    expect(await app.evaluate((one: HTMLElement) => one.dataset.theme)).toBe('dark');

    const told = (await answers(page)).filter(({ data }) => data.id === null);
    expect(told.map(({ data }) => data.type)).toEqual(
      expect.arrayContaining(['sanxian:project-change', 'sanxian:check-complete']),
    );
    await page.screenshot({ path: join(shots, 'embedding-frame-1366x768.png') });

    // what is not well formed gets an error, once, and changes nothing
    const hostile: [string, string, unknown][] = [
      ['h1', 'set', { lang: 'fr' }],
      ['h2', 'set', { makeMap: null }],
      ['h3', 'fitTo', { bbox: [200, 0, 201, 1] }],
      ['h4', 'open', { name: 'a'.repeat(300), bytes: 'x' }],
      ['h5', 'erase', {}],
      ['h6', 'set', { claim: { temporaryLand: 'perhaps' }, lang: 'zh' }],
      ['h7', 'exportReport', { format: 'exe' }],
      ['h8', 'set', { project: { schema: 'sanxian/project@1' } }],
      ['h9', 'open', { name: 'x.txt', bytes: 'nonsense' }],
    ];
    for (const [id, type, payload] of hostile) await ask(page, id, type, payload);
    for (const [id] of hostile) {
      const { type, payload } = await answerTo(page, id);
      expect(type, id).toBe('sanxian:error');
      expect(payload.text, id).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
    }
    expect(await app.getAttribute('lang')).toBe('en');
    await page.close();
  });

  it('answers nobody else: not another origin, not a list that says *', async () => {
    const page = await around(stranger.url);
    await page
      .frames()[1]!
      .waitForFunction(() =>
        (document.querySelector('sanxian-app') as MapElement | null)?.ready?.then(() => true),
      );
    await ask(page, 1, 'check');
    await ask(page, 2, 'set', { lang: 'en' });
    await page.waitForTimeout(1500);
    expect(await answers(page)).toEqual([]);
    expect(await page.frames()[1]!.locator('sanxian-app').getAttribute('lang')).toBe('zh');
    await page.close();
  });
});
