import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAgain, openAndCheck, ready, SAMPLES, watchedPage } from './app-page.ts';
import { launchChromium } from './browser.ts';
import { serveDist } from './dist-server.ts';
import type { FileServer } from './file-server.ts';
import { root } from './served-app.ts';

/** What goes wrong around the app: its workers, its files, the machine's storage and graphics. */
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

const assets = join(root, 'dist/assets');
const pathOf = (chunk: string) =>
  `/assets/${readdirSync(assets).find((name) => name.startsWith(`${chunk}-`))!}`;
/** A worker that dies of the first message it hears. */
const DYING = Buffer.from("self.onmessage = () => { throw new Error('boom'); };");

/** The next so many times that a chunk is asked for it is one that dies. */
async function dies(chunk: string, times: number, act: () => Promise<void>): Promise<void> {
  const path = pathOf(chunk);
  const before = server.asked.length;
  server.instead.set(path, DYING);
  const asked = () => server.asked.slice(before).filter((one) => one === path).length;
  const timer = setInterval(() => {
    if (asked() >= times) server.instead.delete(path);
  }, 1);
  try {
    await act();
  } finally {
    clearInterval(timer);
    server.instead.delete(path);
  }
}

/** A page with a storage of its own; closing the page lets go of it. */
async function opened(): Promise<{ page: Page; errors: string[]; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    // A service worker would answer in place of the server whose faults are tried here.
    serviceWorkers: 'block',
  });
  const { page, errors } = await watchedPage(context);
  page.on('close', () => void context.close().catch(() => {}));
  return { page, errors, context };
}

const toast = (page: Page, text: string) => page.locator('sanxian-toast').getByText(text);

describe('workers that die', () => {
  it('check: started again, the job repeated once, and said', async () => {
    const { page } = await opened();
    await ready(page, server.url);
    await dies('check-worker', 1, async () => {
      const opening = openAndCheck(page);
      await toast(page, '计算进程已重启，正在重做').waitFor();
      expect((await opening).complete).toBe(true);
    });
    await page.close();
  });

  it('check, twice: said, and the next attempt is served', async () => {
    const { page } = await opened();
    await ready(page, server.url);
    await dies('check-worker', 2, async () => {
      await expect(openAndCheck(page)).rejects.toThrow('worker-died');
    });
    await page.getByText('计算进程').first().waitFor();
    expect((await openAndCheck(page)).complete).toBe(true);
    await page.close();
  });

  it('tiles: started again, and drawn', async () => {
    const { page } = await opened();
    await dies('tile-worker', 1, async () => {
      await ready(page, server.url);
      await toast(page, '计算进程已重启，正在重做').waitFor();
    });
    await expect
      .poll(() => page.locator("li[data-layer='permanent-basic-farmland'] .count").innerText())
      .toMatch(/[1-9]/);
    expect(await page.locator('.faults').count()).toBe(0);
    await page.close();
  });

  it('search: said, and the next search is answered', async () => {
    const { page } = await opened();
    await ready(page, server.url);
    const field = page.locator('sanxian-layer-panel input[type=search]');
    await field.fill('红寺堡');
    await dies('find-worker', 1, async () => {
      await field.press('Enter');
      await page.getByText('查找进程').first().waitFor();
    });
    await field.press('Enter');
    await page.locator('sanxian-layer-search').getByText('红寺堡').nth(1).waitFor();
    await page.close();
  });
});

describe('layers that the server replaces', () => {
  it('are opened anew and said, and the next check says what they hold now', async () => {
    const { page } = await opened();
    await ready(page, server.url);
    const before = await openAndCheck(page, join(SAMPLES, '2-占用永久基本农田-变电站.txt'));
    const read = (file: string) => readFileSync(join(root, 'layers', file));
    const catalog = JSON.parse(read('catalog.json').toString()) as {
      layers: { id: string; file: string; kind: string }[];
    };
    const at = catalog.layers.findIndex(({ id }) => id === 'urban-development-boundary');
    const file = catalog.layers[at]!.file;
    // While it is being replaced the file does not fit: that layer is 未核查, no other.
    server.instead.set(`/layers/${file}`, read(file).subarray(0, 400_000));
    // Elsewhere, so that what was read before does not answer.
    const far = join(SAMPLES, '5-跨越城镇开发边界-产业用地.txt');
    const fresh = await openAndCheck(page, far);
    const line = (report: typeof fresh) =>
      report.lines.find(({ kind }) => kind === 'urban-development-boundary')!;
    expect(['failed', 'overlap', 'clear']).toContain(line(fresh).state);

    server.instead.delete(`/layers/${file}`);
    const renewed = {
      ...catalog,
      layers: catalog.layers.map((layer, i) =>
        i === at ? { ...layer, edition: '2026-06' } : layer,
      ),
    };
    server.instead.set('/layers/catalog.json', Buffer.from(JSON.stringify(renewed)));
    server.instead.set(`/layers/${file}`, Buffer.from(read(file)));
    const after = await checkAgain(page);
    expect(after.complete).toBe(true);
    expect(before.complete).toBe(true);
    server.instead.clear();
    await page.close();
  });

  it('cut off: 未核查, and whole again without loading the page anew', async () => {
    const { page } = await opened();
    const file = '/layers/ecological-red-line.fgb';
    const whole = readFileSync(join(root, `.${file}`));
    server.instead.set(file, whole.subarray(0, whole.length - 1000));
    await ready(page, server.url);
    const red = async (report: Awaited<ReturnType<typeof openAndCheck>>) =>
      report.lines.find(({ kind }) => kind === 'ecological-red-line')!.state;
    const first = await openAndCheck(page, join(SAMPLES, '3-占用生态保护红线-风电场.txt'));
    expect(await red(first)).toBe('failed');
    expect(first.verdict).toBe('undetermined');
    server.instead.clear();
    const second = await checkAgain(page);
    expect(await red(second)).toBe('overlap');
    expect(second.complete).toBe(true);
    await page.close();
  });
});

describe('storage that refuses', () => {
  it('full: said, and the project stays on screen', async () => {
    const { page, errors } = await opened();
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await ready(page, server.url);
    await openAndCheck(page);
    await page.getByText('本机存储已满，项目尚未保存').waitFor();
    expect(await page.getByText('示例项目').first().isVisible()).toBe(true);
    expect((await checkAgain(page)).complete).toBe(true);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('full while a layer is kept: said, and nothing is left half kept', async () => {
    const { page } = await opened();
    const worker = pathOf('save-worker');
    const code = readFileSync(join(root, `dist${worker}`));
    const full = Buffer.from(
      'const write = FileSystemSyncAccessHandle.prototype.write; let left = 3e5;' +
        'FileSystemSyncAccessHandle.prototype.write = function (bytes, options) {' +
        " left -= bytes.length; if (left < 0) throw new DOMException('', 'QuotaExceededError');" +
        ' return write.call(this, bytes, options); };\n',
    );
    server.instead.set(worker, Buffer.concat([full, code]));
    await ready(page, server.url);
    const row = page.locator("li[data-layer='ecological-red-line']");
    await row.locator('.name').click();
    await row.locator("[data-keep='save']").click();
    await row.getByText('本机空间不足，未保存').waitFor();
    const left = await page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(
        'sanxian-layers',
      );
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names;
    });
    expect(left).toEqual([]);
    server.instead.clear();
    await page.close();
  });

  it('denied: said once, and the whole job goes on', async () => {
    const { page, errors } = await opened();
    await page.addInitScript(() => {
      const denied = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      IDBFactory.prototype.open = denied;
      for (const name of ['localStorage', 'sessionStorage', 'caches']) {
        Object.defineProperty(window, name, { get: denied });
      }
      StorageManager.prototype.getDirectory = () =>
        Promise.reject(new DOMException('', 'SecurityError'));
    });
    const said = page.getByText('浏览器不允许本机保存').first().waitFor();
    await ready(page, server.url);
    await said;
    expect((await openAndCheck(page)).complete).toBe(true);
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('the machine', () => {
  it('loses the graphics card and gets it back: said, and drawn as before', async () => {
    const { page } = await opened();
    await ready(page, server.url);
    await openAndCheck(page);
    const canvas = page.locator('.maplibregl-canvas');
    await canvas.waitFor();
    await page.waitForTimeout(2500);
    const before = await canvas.screenshot();
    await canvas.evaluate((element: HTMLCanvasElement) => {
      const lose = element.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
      lose.loseContext();
      setTimeout(() => lose.restoreContext(), 1500);
    });
    await page.locator('.no-map').waitFor();
    expect((await checkAgain(page)).complete).toBe(true);
    await page.locator('.no-map').waitFor({ state: 'detached' });
    await expect
      .poll(async () => Buffer.compare(await canvas.screenshot(), before), { timeout: 30_000 })
      .toBe(0);
    await page.close();
  });

  it('freezes the tab, or takes it away at once: what was answered is still there', async () => {
    const answer = (page: Page, value: string) =>
      page.evaluate((value) => {
        const app = document.querySelector('sanxian-app') as unknown as { claim: object };
        app.claim = { ...app.claim, temporaryLand: value };
      }, value);
    const answered = (page: Page) =>
      page.evaluate(
        () =>
          (
            document.querySelector('sanxian-app') as unknown as {
              claim: { temporaryLand?: string };
            }
          ).claim.temporaryLand,
      );
    const { page, context } = await opened();
    await ready(page, server.url);
    await openAndCheck(page);

    await answer(page, 'yes');
    await page.goto('about:blank');
    await ready(page, server.url);
    await expect.poll(() => answered(page), { timeout: 15_000 }).toBe('yes');

    await answer(page, 'no');
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    const other = await context.newPage();
    await ready(other, server.url);
    await expect.poll(() => answered(other), { timeout: 15_000 }).toBe('no');
    await other.close();
    expect((await checkAgain(page)).complete).toBe(true);
    await page.close();
  });
});
