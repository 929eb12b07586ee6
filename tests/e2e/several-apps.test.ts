import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/report.ts';
import { EXAMPLE } from './app-page.ts';
import { launchChromium } from './browser.ts';
import { type FileServer, serveFolders } from './file-server.ts';
import { root } from './served-app.ts';

/** Two workspaces on a page of somebody else: who takes keys, pastes and files, and where workers are. */
const dist = join(root, 'dist');

const HOST = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>host</title>
<style>sanxian-app { display: block; height: 640px; margin: 8px; }</style>
<p id="words">主页面自己的文字</p>
<input id="field" aria-label="host" />
<sanxian-app id="a" catalog="/tools/layers/catalog.json" base-url="/tools"></sanxian-app>
<sanxian-app id="b" catalog="/tools/layers/catalog.json"></sanxian-app>
<script type="module" src="/bundled/sanxian-app.js"></script></html>`;

interface AppElement extends HTMLElement {
  readonly ready: Promise<void>;
  makeMap: unknown;
  readonly project: { readonly name: string } | null;
  open(file: File): Promise<unknown>;
  check(): Promise<CheckReport>;
}

let browser: Browser;
let site: FileServer;
let work: string;

beforeAll(async () => {
  if (!existsSync(join(dist, 'sanxian-app.js'))) throw new Error('dist/ is missing: npm run build');
  work = mkdtempSync(join(tmpdir(), 'sanxian-apps-'));
  writeFileSync(join(work, 'index.html'), HOST);
  // what a bundler of another project carries along: the modules, and neither workers nor wasm
  const bundled = join(work, 'bundled');
  cpSync(join(dist, 'sanxian-app.js'), join(bundled, 'sanxian-app.js'));
  cpSync(join(dist, 'assets'), join(bundled, 'assets'), {
    recursive: true,
    filter: (path) => !/-worker-[^/]*\.js$|\.wasm$|\.data$|\.ttf$/.test(path),
  });
  site = await serveFolders({ '/bundled/': bundled, '/tools/': dist, '/': work });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  rmSync(work, { recursive: true, force: true });
});

async function openHost(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 1400 } });
  await page.goto(`${site.origin}/`);
  await page.waitForFunction(() => customElements.get('sanxian-app') !== undefined);
  await page.evaluate(() =>
    Promise.all(
      [...document.querySelectorAll('sanxian-app')].map((app) => (app as AppElement).ready),
    ),
  );
  return page;
}

/** Modes of the two, by their bars. */
const modes = (page: Page) =>
  page
    .locator('sanxian-bar [aria-current]')
    .evaluateAll((all) => all.map((one) => one.textContent!.trim()));
const CHECK = '选址核查';
const REVIEW = '图层审阅';
const BATCH = '批量核查';

const pointAt = (page: Page, id: 'a' | 'b') => page.locator(`#${id} footer`).first().click();

describe('two workspaces on one page', () => {
  it('leave keys to the page, and to each other, until somebody turns to one of them', async () => {
    const page = await openHost();
    await page.keyboard.press('2');
    expect(await modes(page)).toEqual([CHECK, CHECK]);
    await pointAt(page, 'a');
    await page.keyboard.press('2');
    expect(await modes(page)).toEqual([REVIEW, CHECK]);
    await page.locator('#field').click();
    await page.keyboard.type('31');
    expect(await page.locator('#field').inputValue()).toBe('31');
    expect(await modes(page)).toEqual([REVIEW, CHECK]);
    await pointAt(page, 'b');
    await page.keyboard.press('3');
    expect(await modes(page)).toEqual([REVIEW, BATCH]);
    // back on the page around them, where nothing takes the focus
    await page.locator('#words').click();
    await page.keyboard.press('1');
    await page.keyboard.press('m');
    expect(await modes(page)).toEqual([REVIEW, BATCH]);
    expect(await page.locator('sanxian-measure-bar').count()).toBe(0);
    // the focus inside one counts wherever the pointer was
    await page.locator('#a sanxian-bar a').first().focus();
    await page.keyboard.press('1');
    expect(await modes(page)).toEqual([CHECK, BATCH]);
    await page.close();
  });

  it('take what is pasted only when somebody turned to them', async () => {
    const page = await openHost();
    const paste = () =>
      page.evaluate(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', '106.06,37.43\n106.07,37.43\n106.07,37.44');
        const event = new ClipboardEvent('paste', {
          ...{ clipboardData, bubbles: true, cancelable: true, composed: true },
        });
        document.body.dispatchEvent(event);
        return event.defaultPrevented;
      });
    const sheets = () => page.locator('sanxian-paste-sheet dialog[open]').count();
    expect(await paste()).toBe(false);
    await pointAt(page, 'b');
    await page.locator('#words').click();
    expect(await paste()).toBe(false);
    expect(await sheets()).toBe(0);
    await pointAt(page, 'b');
    expect(await paste()).toBe(true);
    await page.locator('#b sanxian-paste-sheet dialog[open]').waitFor();
    expect(await sheets()).toBe(1);
    await page.close();
  });

  it('take files that are dropped on them, and no others', async () => {
    const page = await openHost();
    const drop = (selector: string) =>
      page.evaluate(
        ({ selector, text }) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], '投下.txt'));
          const inside = document.querySelector(selector)!;
          const target = inside.shadowRoot?.querySelector('.body') ?? inside;
          const at = { dataTransfer, bubbles: true, cancelable: true, composed: true };
          const taken = ['dragenter', 'dragover', 'drop'].map((type) => {
            const event = new DragEvent(type, at);
            target.dispatchEvent(event);
            return event.defaultPrevented;
          });
          return taken;
        },
        { selector, text: readFileSync(EXAMPLE, 'utf8') },
      );
    const scrims = () => page.locator('sanxian-drop-overlay').count();
    expect(await drop('#words')).toEqual([false, false, false]);
    expect(await scrims()).toBe(0);
    expect(await drop('#a')).toEqual([true, true, true]);
    const open = (id: string) =>
      page.locator(id).evaluate((app) => (app as AppElement).project?.name ?? null);
    await expect.poll(() => open('#a'), { timeout: 20_000 }).not.toBeNull();
    expect(await open('#b')).toBeNull();
    await page.close();
  });

  it('start their workers from base-url, where they are not beside the module', async () => {
    const page = await openHost();
    const check = (id: string) =>
      page.locator(id).evaluate(
        async (element, text) => {
          const app = element as AppElement;
          try {
            await app.open(new File([text], 'x.txt'));
            return (await app.check()).verdict;
          } catch (cause) {
            return `failed: ${(cause as { code?: string }).code}`;
          }
        },
        readFileSync(EXAMPLE, 'utf8'),
      );
    expect(await check('#a')).toBe('manual-review');
    const checkers = page.workers().filter((one) => one.url().includes('check-worker'));
    expect(checkers.map((one) => new URL(one.url()).pathname)).toEqual(['/tools/check-worker.js']);
    // the map of the one draws, too; the one beside it has no workers, and says so
    await expect
      .poll(() => page.locator('#a canvas').count(), { timeout: 20_000 })
      .toBeGreaterThan(0);
    expect(await check('#b')).toBe('failed: worker-died');
    await page.close();
  });
});
