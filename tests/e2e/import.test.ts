import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, type ServedApp, startApp } from './served-app.ts';
import { useStage } from './use-stage.ts';
import { violations } from './violations.ts';

/** Bringing files in: what they ask, what they came to, what is kept. */

const stage = useStage();

describe('the sheets', () => {
  it.each([
    ['state=crs', 1366, 768],
    ['state=crs&theme=dark&lang=en', 390, 844],
    ['state=layers', 1366, 768],
    ['state=layers&theme=contrast&lang=en', 1366, 768],
    ['state=outline', 1366, 768],
    ['state=outline&theme=dark', 390, 844],
    ['state=datum', 1366, 768],
    ['state=datum&theme=dark&lang=en', 1366, 900],
    ['state=several', 1366, 768],
    ['state=several&lang=en&theme=contrast', 390, 844],
    ['state=pins', 1366, 768],
    ['state=project', 1366, 1500],
    ['state=project&lang=en&theme=dark', 1366, 1500],
    ['state=project&theme=contrast', 390, 844],
    ['state=empty&paste=1', 1366, 768],
    ['state=empty&paste=1&theme=dark&lang=en', 390, 844],
  ])('%s at %i × %i has no violation', async (query, width, height) => {
    const page = await stage.show(query, width, height);
    await stage.shoot(page, `import-${query.replace(/[=&]/g, '-')}-${width}x${height}`);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});

/** The app as `npm start` serves it, with real files. */
describe('real files', () => {
  const samples = join(root, 'data/samples');
  const cases = join(root, 'tests/cases/files');
  const EXAMPLE = join(samples, '示例项目.txt');
  let app: ServedApp;

  beforeAll(async () => {
    app = await startApp(4327);
  });
  afterAll(() => app?.stop());

  const read = (path: string) => ({ name: basename(path), bytes: readFileSync(path) });
  type Dropped = { readonly name: string; readonly bytes: Uint8Array };

  /** A visit that is not the first: no sample is opened. */
  async function visit(context: BrowserContext): Promise<Page> {
    await context.addInitScript(() => {
      if (!localStorage.getItem('sanxian.preferences.1')) {
        localStorage.setItem('sanxian.preferences.1', '{"welcomed":true,"language":"zh"}');
      }
    });
    const page = await context.newPage();
    await open(page);
    return page;
  }

  async function open(page: Page): Promise<void> {
    await page.goto(app.url);
    await page
      .locator('sanxian-app')
      .evaluate((element) => (element as HTMLElement & { ready: Promise<void> }).ready);
  }

  const newContext = () =>
    stage.browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });

  /** Drops files on the window, as a hand with a mouse does. */
  async function drop(page: Page, ...files: Dropped[]): Promise<void> {
    const sent = files.map(({ name, bytes }) => ({
      name,
      content: Buffer.from(bytes).toString('base64'),
    }));
    await page.evaluate((sent) => {
      const transfer = new DataTransfer();
      for (const { name, content } of sent) {
        const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      const init = { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true };
      document.querySelector('sanxian-app')!.dispatchEvent(new DragEvent('drop', init));
    }, sent);
  }

  const shoot = (page: Page, name: string) =>
    page.screenshot({ path: join(root, 'tests/e2e/shots', `import-${name}.png`) });
  const seen = (page: Page, text: string | RegExp) =>
    expect.poll(() => page.getByText(text).first().isVisible(), { timeout: 60_000 }).toBe(true);
  const step = (page: Page) => page.getByRole('tab', { name: /项目/ }).click();

  it('opens several at once, keeps the bad one as a row, and checks the one picked', async () => {
    const context = await newContext();
    const page = await visit(context);
    await drop(
      page,
      read(join(samples, '1-控制线外-物流用地.txt')),
      read(join(cases, 'txt-crossed-twice/input.txt')),
      read(join(samples, '2-占用永久基本农田-变电站.txt')),
    );
    await seen(page, '2 个项目，选一个核查');
    await seen(page, '1 个文件未能导入');
    await shoot(page, 'several');
    await page.getByRole('button', { name: /^2 / }).click();
    await seen(page, '占用图斑');
    const verdict = () =>
      page.locator('sanxian-app').evaluate((element) => {
        const { report } = element as HTMLElement & { report: { verdict: string } | null };
        return report?.verdict ?? null;
      });
    await expect.poll(verdict, { timeout: 60_000 }).not.toBeNull();
    await context.close();
  });

  it('says why a file is refused, marks the place, and leaves what was open', async () => {
    const context = await newContext();
    const page = await visit(context);
    await drop(page, read(EXAMPLE));
    await seen(page, '需人工研判');
    await drop(page, read(join(cases, 'txt-crossed-twice/input.txt')));
    await seen(page, '未能导入');
    await seen(page, '已打开的项目保持不变。');
    await page.getByRole('button', { name: '看第 1 处' }).click();
    await page.waitForTimeout(1500);
    await shoot(page, 'refused');
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('asks for the coordinate system by keyboard alone, before anything is checked', async () => {
    const context = await newContext();
    const page = await visit(context);
    const text = readFileSync(EXAMPLE, 'utf8')
      .replace(/^带号=.*$/m, '')
      .replaceAll(',35594', ',594');
    await drop(page, { name: '无带号.txt', bytes: new TextEncoder().encode(text) });
    await seen(page, '这份坐标属于哪个坐标系？');
    await seen(page, '坐标系未定');
    await page.waitForTimeout(1500);
    await shoot(page, 'crs');
    const radio = page.getByRole('radio').first();
    await radio.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.waitForTimeout(800);
    await page.getByRole('button', { name: /号坐标系核查/ }).focus();
    await page.keyboard.press('Enter');
    await seen(page, '由用户选定');
    await context.close();
  });

  it('asks what a line is, makes it a corridor, and saves the project as one file', async () => {
    const context = await newContext();
    const page = await visit(context);
    await drop(page, read(join(cases, 'txt-line-feature/input.txt')));
    await seen(page, '这些线怎样成为用地范围？');
    await page.getByText('线是中线，按宽度成为带状用地').click();
    await page.getByLabel('总宽度（米）').fill('20');
    await shoot(page, 'corridor');
    await page.getByRole('button', { name: '继续导入' }).click();
    await seen(page, '核查结果');
    await expect
      .poll(() => page.locator('sanxian-verdict-block').count(), { timeout: 60_000 })
      .toBeGreaterThan(0);
    await step(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存项目文件' }).click();
    const saved = await (await download).path();
    expect(JSON.parse(readFileSync(saved, 'utf8')).schema).toBe('sanxian/project@1');
    await context.close();
  });

  it('restores project and answers after a reload, closes, lists, and clears', async () => {
    const context = await newContext();
    const page = await visit(context);
    await drop(page, read(EXAMPLE));
    await seen(page, '需人工研判');
    await step(page);
    const temporary = page.getByRole('radiogroup', { name: /临时用地/ }).first();
    await temporary.getByRole('radio', { name: '否' }).check();
    await seen(page, /已自动保存在本机/);
    await page.waitForTimeout(1500);
    await page.reload();
    await seen(page, '已恢复上次未关闭的项目');
    await seen(page, '需人工研判');
    await step(page);
    await shoot(page, 'restored');
    expect(await violations(page)).toEqual([]);
    const again = page.getByRole('radiogroup', { name: /临时用地/ }).first();
    expect(await again.getByRole('radio', { name: '否' }).isChecked()).toBe(true);

    await page.getByRole('button', { name: '关闭项目' }).click();
    await seen(page, '最近的项目');
    await shoot(page, 'recent');
    await page.reload();
    await seen(page, '打开一个项目开始核查');
    await page
      .getByRole('button', { name: /^打开 / })
      .first()
      .click();
    await seen(page, '需人工研判');
    await step(page);
    await page.getByRole('button', { name: '清除全部本机数据…' }).click();
    await page.getByRole('button', { name: '全部清除' }).click();
    await seen(page, '本机没有保存的项目。');
    await context.close();
  });

  it('takes pasted text anywhere but in a field, shows it, and opens it', async () => {
    const context = await newContext();
    const page = await visit(context);
    const text = readFileSync(join(samples, '示例项目.geojson'), 'utf8');
    const paste = (selector: string) =>
      page.evaluate(
        ({ text, selector }) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          const event = new ClipboardEvent('paste', {
            clipboardData,
            bubbles: true,
            cancelable: true,
            composed: true,
          });
          const app = document.querySelector('sanxian-app')!;
          const panel = app.shadowRoot!.querySelector('sanxian-layer-panel')!.shadowRoot!;
          (selector ? panel.querySelector(selector)! : app).dispatchEvent(event);
          return event.defaultPrevented;
        },
        { text, selector },
      );
    expect(await paste('input')).toBe(false);
    expect(await paste('')).toBe(true);
    await seen(page, '粘贴坐标');
    await shoot(page, 'paste');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await seen(page, '粘贴的坐标');
    await seen(page, '需人工研判');
    await context.close();
  });

  it('gives up a huge file at once, and reads the next one', async () => {
    const context = await newContext();
    const page = await visit(context);
    await page.evaluate(() => {
      const ring: string[] = [];
      const n = 400_000;
      for (let i = 0; i <= n; i++) {
        const angle = (2 * Math.PI * (i % n)) / n;
        const radius = 0.1 + 0.01 * Math.sin(angle * 5000);
        ring.push(`[${106 + radius * Math.cos(angle)},${37.5 + radius * Math.sin(angle)}]`);
      }
      const text = `{"type":"Polygon","coordinates":[[${ring.join()}]]}`;
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], '很大.geojson'));
      const init = { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true };
      document.querySelector('sanxian-app')!.dispatchEvent(new DragEvent('drop', init));
    });
    await seen(page, /正在读取：很大/);
    await page.getByRole('button', { name: '取消' }).first().click();
    await seen(page, '已取消导入');
    await drop(page, read(EXAMPLE));
    await seen(page, '需人工研判');
    await context.close();
  });

  it('works where the browser keeps nothing, and says so once', async () => {
    const context = await newContext();
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    const page = await visit(context);
    await seen(page, /浏览器不允许本机保存/);
    await drop(page, read(EXAMPLE));
    await seen(page, '需人工研判');
    await step(page);
    expect(await page.getByText('最近的项目').count()).toBe(0);
    await context.close();
  });
});
