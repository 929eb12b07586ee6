import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAndCheck, ready, watchedPage } from './app-page.ts';
import { launchChromium } from './browser.ts';
import { focusOf } from './focus-reading.ts';
import { root, type ServedApp, startApp } from './served-app.ts';
import { openStage, type Stage } from './stage-server.ts';
import { violations } from './violations.ts';

/** The workspace without a mouse, and what it says of itself. */

let browser: Browser;
let stage: Stage;
let app: ServedApp;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchChromium(), startApp(4390)]);
  stage = await openStage(browser);
});
afterAll(async () => {
  await stage?.close();
  await browser?.close();
  app?.stop();
});

/** Presses a key until the focus is on what is wanted; every stop on the way must be seen. */
async function until(page: Page, key: string, wanted: RegExp, most = 60): Promise<string> {
  for (let i = 0; i < most; i++) {
    const { what, isSeen } = await focusOf(page);
    if (what !== 'nothing') expect(`${what}: ${isSeen ? 'seen' : 'not seen'}`).toMatch(/: seen$/);
    if (wanted.test(what)) return what;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never led to ${wanted}; it ended at ${(await focusOf(page)).what}`);
}

describe('the main job by keyboard alone', () => {
  it('opens, answers, walks the table, reads the clause and comes to the report', async () => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('filechooser', (chooser) => {
      void chooser.setFiles(join(root, 'data/samples/示例项目.txt'));
    });
    await page.goto(app.url);
    await page.evaluate(() => {
      Object.assign(window, { checks: 0 });
      window.addEventListener('sanxian-check-complete', () => {
        (window as unknown as { checks: number }).checks++;
      });
    });
    /** Until nothing is being checked any more, with so many checks done. */
    const checked = (least: number) =>
      page.waitForFunction(
        (n) =>
          (window as unknown as { checks: number }).checks >= n &&
          !document.querySelector('sanxian-app')!.shadowRoot!.querySelector('.loading'),
        least,
      );
    // the sample is checked, and its card asks for a file
    await page.getByText('这里是一个已核查的示例项目').waitFor();
    const before = await page.evaluate(() => (window as unknown as { checks: number }).checks);
    await expect.poll(async () => (await focusOf(page)).what).toContain('打开文件');
    await page.keyboard.press('Enter');
    await page.getByText('这里是一个已核查的示例项目').waitFor({ state: 'detached' });
    await checked(before + 1);
    await page
      .getByRole('status')
      .filter({ hasText: '核查完成：' })
      .first()
      .waitFor({ state: 'attached' });

    // the focus went on from the card that is gone
    await expect
      .poll(() => focusOf(page))
      .toMatchObject({ what: expect.stringMatching(/^sanxian-app div/), isSeen: true });

    // the skip link is the first stop of the page
    await until(page, 'F6', /header/);
    await page.keyboard.press('Tab');
    const what = async () => (await focusOf(page)).what;
    await expect.poll(what).toContain('跳到核查结果');
    await page.keyboard.press('Enter');
    await page.locator('sanxian-line-card article').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(what).toMatch(/sanxian-line-card article 永久基本农田/);

    // answer the question of the first card
    await until(page, 'Tab', /radio|answer-control input/);
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(() =>
        page.evaluate(() => Object.keys(document.querySelector('sanxian-app')!.claim).length),
      )
      .toBeGreaterThan(0);
    await checked(before + 2);

    // the table: a row, the next one, and there on the map
    await page.keyboard.press('F6');
    await until(page, 'F6', /aside 核查/);
    await page.keyboard.press('t');
    await until(page, 'Tab', /pieces-table tr/, 3);
    await page.keyboard.press('ArrowDown');
    await expect.poll(what).toMatch(/pieces-table tr 2 /);
    await page.keyboard.press('Enter');

    // the clause of the second card
    await until(page, 'F6', /aside 核查/, 8);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(what).toMatch(/article 生态保护红线/);
    await page.keyboard.press('Enter');
    await page.locator('sanxian-line-card blockquote').first().waitFor();

    await page.keyboard.press('e');
    await page.locator('sanxian-report-panel input').first().waitFor();
    await expect.poll(what).toMatch(/^sanxian-app div/);
    await until(page, 'Tab', /保存 \d+ 个文件/, 40);
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('a part whose code comes late', () => {
  /** A checked project; code of a name waits until it is let through. */
  async function held(part: RegExp): Promise<{ page: Page; errors: string[]; release(): void }> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const { page, errors } = await watchedPage(context);
    let release: () => void = () => {};
    const free = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(part, async (route) => {
      await free;
      await route.continue();
    });
    await ready(page, app.url);
    await openAndCheck(page);
    await page.getByRole('tab', { name: /核查结果/ }).click();
    await page.keyboard.press('F6');
    return { page, errors, release };
  }
  const isThere = (page: Page, tag: string) =>
    page.evaluate((name) => customElements.whenDefined(name).then(() => true), tag);

  it.each([
    ['t', /pieces-table-[^/]*js/, /pieces-table tr 1 /],
    ['ArrowDown', /findings-panel-[^/]*js/, /sanxian-line-card article 永久基本农田/],
  ])('gets the focus that %s asks for when it is there', async (key, part, wanted) => {
    const { page, errors, release } = await held(part);
    await until(page, 'F6', /aside 核查/, 8);
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
    expect((await focusOf(page)).what).toMatch(/aside 核查/);
    release();
    await expect.poll(async () => (await focusOf(page)).what).toMatch(wanted);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('leaves the focus where it was moved meanwhile', async () => {
    const { page, errors, release } = await held(/pieces-table-[^/]*js/);
    await until(page, 'F6', /aside 核查/, 8);
    await page.keyboard.press('t');
    await until(page, 'F6', /header/, 8);
    release();
    await isThere(page, 'sanxian-pieces-table');
    await page.locator('sanxian-pieces-table tbody tr').first().waitFor();
    await page.waitForTimeout(300);
    expect((await focusOf(page)).what).toMatch(/header/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('stands where the report step has the focus, and nothing takes that away when it comes', async () => {
    const { page, errors, release } = await held(/report-panel-[^/]*js/);
    await page.locator('sanxian-line-card article').first().focus();
    await page.keyboard.press('e');
    const what = async () => (await focusOf(page)).what;
    await expect.poll(what).toMatch(/^sanxian-app div/);
    release();
    await page.locator('sanxian-report-panel input').first().waitFor();
    expect(await what()).toMatch(/^sanxian-app div/);
    await page.keyboard.press('Tab');
    expect(await what()).toMatch(/^sanxian-report-panel/);
    await until(page, 'Tab', /保存 \d+ 个文件/, 40);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('keys', () => {
  it('act by mode and place, not while typing, and can be switched off for good', async () => {
    const page = await stage.show('state=checked&map=told', 1366, 768);
    const mode = () => page.locator('sanxian-bar [aria-current]').textContent();
    await page.keyboard.press('2');
    expect(await mode()).toContain('图层审阅');
    await page.keyboard.press('1');
    await page.keyboard.press('/');
    expect((await focusOf(page)).what).toMatch(/input/);
    await page.keyboard.press('2');
    expect(await mode()).toContain('选址核查');
    await page.keyboard.press('Escape');

    // F goes to the pieces of the card in focus, Home to the site
    await until(page, 'F6', /aside 核查/, 8);
    await page.keyboard.press('ArrowDown');
    const fitted = () => page.evaluate(() => window.stageTold.fitted.length);
    const before = await fitted();
    await page.keyboard.press('f');
    expect(await fitted()).toBe(before + 1);
    await page.keyboard.press('p');
    await page.locator('sanxian-path-dialog dialog[open]').waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    expect((await focusOf(page)).what).toMatch(/article 永久基本农田/);

    // tools of the map
    await page.evaluate(() => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      document
        .querySelector('sanxian-app')!
        .addEventListener('sanxian-tool', ({ detail }) => told.push(detail.tool));
    });
    for (const key of 'imcg') await page.keyboard.press(key);
    expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toEqual([
      'identify',
      'measure',
      'pick-coordinate',
      'go-to',
    ]);

    // the last of them is typing a place by now
    await page.keyboard.press('Escape');
    await page.keyboard.press('F6');
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: '启用单键快捷键' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    expect(await mode()).toContain('选址核查');
    await page.reload();
    await page.waitForSelector('body[data-staged]', { state: 'attached' });
    await page.keyboard.press('3');
    expect(await mode()).toContain('选址核查');
    await page.close();
  });

  it('walk all regions by F6, seen at each, and are shown beside their buttons', async () => {
    const page = await stage.show('state=checked', 1366, 768);
    const places: string[] = [];
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press('F6');
      const { what, isSeen } = await focusOf(page);
      places.push(what.split(' ').slice(0, 3).join(' '));
      expect(`${what} ${isSeen}`).toMatch(/true$/);
    }
    expect(places.map((place) => place.split(' ')[1])).toEqual([
      'header',
      'aside',
      'main',
      'aside',
      'footer',
    ]);
    await page.getByRole('link', { name: '图层审阅' }).hover();
    const tip = page.locator('sanxian-tip .tip');
    await tip.waitFor();
    expect((await tip.textContent())!.replace(/\s+/g, '')).toBe('图层审阅2');
    await page.mouse.move(600, 400);
    await tip.waitFor({ state: 'detached' });
    expect(await page.getByRole('link', { name: '图层审阅' }).getAttribute('title')).toBe(
      '图层审阅',
    );
    await page.close();
  });
});

describe('the table', () => {
  it('extends, marks, copies and shows problems of the data', async () => {
    const page = await stage.show('state=conflict', 1366, 768);
    const marked = () =>
      page
        .locator('sanxian-pieces-table tr[aria-selected=true]')
        .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.number));
    const told = await page.evaluateHandle(() => {
      const told: { lit: unknown[]; copied: string[] } = { lit: [], copied: [] };
      const app = document.querySelector('sanxian-app')!;
      app.addEventListener('sanxian-pieces-light', ({ detail }) => told.lit.push(detail.numbers));
      app.addEventListener('sanxian-copy', ({ detail }) => told.copied.push(detail.text));
      return told;
    });
    await page.keyboard.press('t');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await marked()).toEqual(['2', '3', '4']);
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Space');
    expect(await marked()).toEqual(['2', '3']);
    await page.keyboard.press('ArrowUp');
    expect(await marked()).toEqual(['3']);
    const { lit, copied } = await told.jsonValue();
    expect(lit).toEqual([[2, 3], [2, 3, 4], [2, 3], []]);
    expect(copied[0]!.split('\n').map((line) => line.split('\t')[0])).toEqual(['#', '2', '3', '4']);

    await page.getByRole('button', { name: '数据问题 2' }).click();
    expect(await page.locator('sanxian-pieces-table tbody').textContent()).toMatch(
      /互相重叠[\s\S]*永久基本农田[\s\S]*生态保护红线[\s\S]*40\.00[\s\S]*A12 × B7/,
    );
    await stage.shoot(page, 'data-problems-1366x768');
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});

describe('the help', () => {
  it('is walked by arrows, speaks the other language at once, and gives the focus back', async () => {
    const page = await stage.show('state=checked', 1366, 768);
    await page.getByRole('button', { name: '帮助与快捷键' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.locator('sanxian-help-dialog dialog[open]');
    await dialog.waitFor();
    expect((await focusOf(page)).what).toContain('快捷键');
    const names = ['快捷键', '核查说明', '面积口径', '名词', '不作结论的事项', '消息', '关于'];
    for (const [i, name] of names.entries()) {
      expect(await focusOf(page)).toMatchObject({
        what: expect.stringContaining(name),
        isSeen: true,
      });
      await stage.shoot(page, `help-${i + 1}-1366x768`);
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('End');
    expect(await dialog.textContent()).toMatch(/nx-2023-63[\s\S]*sha256:[0-9a-f]{64}/);
    await page.evaluate(() => {
      document.querySelector('sanxian-app')!.lang = 'en';
    });
    await page.getByRole('heading', { name: 'Help' }).waitFor();
    expect(await dialog.textContent()).not.toMatch(/规则包|本机数据|快捷键/);
    expect(await page.locator('sanxian-bar').getByText('中文').textContent()).toBe('中文');
    await stage.shoot(page, 'help-about-en-1366x768');
    await page.keyboard.press('Escape');
    expect((await focusOf(page)).what).toContain('Help');
    await page.close();
  });

  it('clears all that was kept, once that was said twice, and nothing of others', async () => {
    const page = await stage.show('state=empty', 1366, 768);
    await page.evaluate(async () => {
      localStorage.setItem('sanxian.preferences.1', '{"welcomed":true}');
      localStorage.setItem('other', 'stays');
      await caches.open('sanxian-layers');
      await caches.open('other');
      const files = await navigator.storage.getDirectory();
      await files.getDirectoryHandle('sanxian-layers', { create: true });
      await files.getDirectoryHandle('other', { create: true });
      await new Promise((resolve) => {
        const request = indexedDB.open('sanxian-try', 1);
        request.onsuccess = () => {
          request.result.close();
          resolve(null);
        };
      });
    });
    await page.keyboard.press('?');
    await page.getByRole('tab', { name: '关于' }).click();
    await page.getByRole('button', { name: '清除全部数据' }).click();
    expect((await focusOf(page)).what).toContain('不清除');
    await page.getByRole('button', { name: '全部清除' }).click();
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const files: string[] = [];
          for await (const name of (await navigator.storage.getDirectory()).keys())
            files.push(name);
          return {
            local: Object.keys(localStorage),
            caches: await caches.keys(),
            databases: (await indexedDB.databases()).map(({ name }) => name),
            files,
          };
        }),
      )
      .toEqual({ local: ['other'], caches: ['other'], databases: [], files: ['other'] });
    await page.close();
  });

  it.each([
    ['keys', 'light', 390],
    ['checks', 'dark', 1366],
    ['about', 'contrast', 1366],
  ])('page %s has no violation in %s at %i', async (name, theme, width) => {
    const height = width < 640 ? 844 : 768;
    const page = await stage.show(`state=checked&lang=en&theme=${theme}`, width, height);
    await page.evaluate((page) => {
      document
        .querySelector('sanxian-app')!
        .dispatchEvent(new CustomEvent('sanxian-help', { detail: { page } }));
    }, name);
    await page.locator('sanxian-help-dialog dialog[open]').waitFor();
    await stage.shoot(page, `help-${name}-${theme}-en-${width}x${height}`);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});

describe('the first minute', () => {
  it('shows around in the sample, step by step, and ends by Escape or Done', async () => {
    const page = await stage.show('state=first', 1366, 768);
    expect((await focusOf(page)).what).toContain('打开文件');
    // a picture waits until the panel's button has given up its colour to the card's
    await page.waitForTimeout(200);
    await stage.shoot(page, 'first-1366x768');
    await stage.shoot(page, 'first-1366x768');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '看示例' }).focus();
    await page.keyboard.press('Enter');
    const card = page.locator('sanxian-tour .card');
    for (const [i, title] of ['地图', '图层', '结论', '每条控制线', '占用图斑'].entries()) {
      await card.getByRole('heading', { name: title }).waitFor();
      await expect.poll(async () => (await focusOf(page)).what).toContain('下一步');
      const box = (await card.boundingBox())!;
      expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 1366).toBe(true);
      await stage.shoot(page, `tour-${i + 1}-1366x768`);
      if (i === 1) expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Enter');
    }
    await expect.poll(async () => (await focusOf(page)).what).toContain('完成');
    await stage.shoot(page, 'tour-6-1366x768');
    await page.keyboard.press('Enter');
    await card.waitFor({ state: 'detached' });

    // the card comes back from the help, and the tour ends by Escape
    await page.keyboard.press('?');
    await page.getByRole('tab', { name: '关于' }).click();
    await page.getByRole('button', { name: '重看首次说明' }).click();
    await page.getByText('这里是一个已核查的示例项目').waitFor();
    await page.getByRole('button', { name: '看示例' }).click();
    await card.waitFor();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    await page.close();
  });

  it('holds the places of the cards while a check runs, with nothing like a result', async () => {
    const page = await stage.show('state=running', 1366, 768);
    await page.getByRole('tab', { name: /核查结果/ }).click();
    const places = page.locator('sanxian-finding-placeholders article');
    await places.first().waitFor();
    const said = await places.evaluateAll((all) =>
      all.map((one) => one.textContent!.replace(/\s+/g, ' ').trim()),
    );
    expect(said).toEqual(['永久基本农田 等待', '生态保护红线 等待', '城镇开发边界 核查中']);
    expect(said.join()).not.toMatch(/\d|不涉及/);
    await stage.shoot(page, 'running-placeholders-1366x768');
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('shows what was measured as layers finish, and no verdict before all of them have', async () => {
    const page = await stage.show('state=measuring', 1366, 768);
    await page.getByRole('tab', { name: /核查结果/ }).click();
    const places = page.locator('sanxian-finding-placeholders article');
    await places.first().waitFor();
    const said = await places.evaluateAll((all) =>
      all.map((one) => one.textContent!.replace(/\s+/g, ' ').trim()),
    );
    expect(said).toEqual([
      '永久基本农田 已套合，待判定 0.8250 公顷 12.38 亩 7.24 %',
      // met nothing, everywhere: that is for the judgement to say
      '生态保护红线 已套合，待判定',
      '城镇开发边界 已套合，待判定 边界内 · 集中建设区 6.2140 公顷 54.52 % 边界外 4.0438 公顷 ' +
        '35.48 % 该图层只覆盖项目的 90.0 %，1.1398 公顷未核查，不作“不涉及”的结论。',
    ]);
    // the reader meets none of the words and tones of a verdict but 未核查
    expect(await page.locator('sanxian-finding-placeholders sanxian-verdict-chip').count()).toBe(0);
    expect(said.slice(0, 2).join()).not.toMatch(/0\.0000|不涉及|未占用/);
    await stage.shoot(page, 'measuring-placeholders-1366x768');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Measured, to be judged').first().waitFor();
    await page.close();
  });
});
