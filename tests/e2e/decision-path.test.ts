import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SanxianApp } from '../../src/app/sanxian-app.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { launchChromium } from './browser.ts';
import { root, type ServedApp, startApp } from './served-app.ts';

/** The way to a verdict, as a planner reads it, answers it and disagrees with it. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = join(root, 'tests/e2e/shots');
const WIND = join(root, 'data/samples/3-占用生态保护红线-风电场.txt');
const CORE = join(root, 'data/samples/4-涉及核心保护区-旅游设施.txt');
const ACROSS = join(root, 'data/samples/5-跨越城镇开发边界-产业用地.txt');
const KIND_6: Claim = {
  temporaryLand: 'no',
  nationalMajor: 'none',
  limitedActivity: 6,
  newConstructionLand: 'yes',
};

let app: ServedApp;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  app = await startApp(4370);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  app?.stop();
});

interface View {
  readonly width?: number;
  readonly height?: number;
  readonly lang?: 'zh' | 'en';
  readonly theme?: 'light' | 'dark';
}

interface Open {
  readonly page: Page;
  readonly errors: string[];
  /** Layer files asked for so far. */
  readonly layerRequests: string[];
}

/** A checked site with these answers. */
async function checked(file: string, claim: Claim, view: View = {}): Promise<Open> {
  const { width = 1366, height = 768, lang = 'zh', theme = 'light' } = view;
  const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN' });
  const errors: string[] = [];
  const layerRequests: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => {
    if (/\.fgb/.test(request.url())) layerRequests.push(request.url());
  });
  const kept = JSON.stringify({ welcomed: true, language: lang, theme });
  await page.addInitScript((kept) => localStorage.setItem('sanxian.preferences.1', kept), kept);
  await page.goto(app.url);
  await page.locator('sanxian-app').evaluate((element) => (element as SanxianApp).ready);
  const content = readFileSync(file).toString('base64');
  await page.locator('sanxian-app').evaluate(
    async (element, { name, content, claim }) => {
      const app = element as SanxianApp;
      const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
      await app.open(new File([bytes], name));
      app.claim = claim;
      await app.check();
    },
    { name: basename(file), content, claim },
  );
  // On a phone the tabs stand at the bottom; elsewhere the steps head the panel.
  const findings = lang === 'zh' ? /结果/ : /Findings/;
  const role = width < 640 ? 'button' : 'tab';
  await page.getByRole(role, { name: findings }).first().click();
  return { page, errors, layerRequests };
}

const CARD = {
  red: 'sanxian-line-card:nth-of-type(2)',
  urban: 'sanxian-urban-card',
} as const;

async function openPath(page: Page, card: keyof typeof CARD): Promise<void> {
  await page
    .locator(CARD[card])
    .getByRole('button', { name: /判定路径|Decision path/ })
    .click();
  await page.locator('sanxian-path-dialog dialog[open]').waitFor();
  await page.locator('sanxian-path-dialog .path').first().waitFor();
}

const dialog = (page: Page) => page.locator('sanxian-path-dialog dialog');
const reportOf = (page: Page) =>
  page.locator('sanxian-app').evaluate((element) => {
    const { report } = element as SanxianApp;
    const { verdict, complete, digest, overrides, project, findings } = report!;
    const rules = findings.filter((one) => one.verdict !== null).map(({ rule }) => rule);
    return { verdict, complete, digest, overrides, claim: project.claim, rules };
  });

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const results = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.flat().join(' ')} ${node.failureSummary ?? ''}`),
    );
  });
}

/** Boxes that reach out of the dialog, and dialogs that reach out of the window. */
async function overflowing(page: Page): Promise<string[]> {
  return page.locator('sanxian-path-dialog').evaluate((element) => {
    const root = element.shadowRoot!;
    const frame = root.querySelector('dialog')!.getBoundingClientRect();
    const out = [...root.querySelectorAll('.box, .branch, .button')].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.left < frame.left - 1 || box.right > frame.right + 1;
    });
    const wide = frame.left < 0 || frame.right > innerWidth || frame.bottom > innerHeight + 1;
    const scroll = root.querySelector('.scroll')!;
    return [
      ...out.map((one) => one.textContent!.trim()),
      ...(wide ? ['dialog'] : []),
      ...(scroll.scrollWidth > scroll.clientWidth ? ['scrolls sideways'] : []),
    ];
  });
}

describe('the decision path', () => {
  it.each([
    ['zh', 'light', 1366, 768],
    ['en', 'light', 1366, 768],
    ['zh', 'dark', 1366, 768],
    ['zh', 'light', 390, 844],
    ['en', 'dark', 390, 844],
  ] as const)(
    '%s, %s, %i × %i: readable, nothing cut off, no violation',
    async (lang, theme, width, height) => {
      const { page, errors } = await checked(WIND, KIND_6, { lang, theme, width, height });
      await openPath(page, 'red');
      await expect.poll(() => page.locator('sanxian-path-dialog .box').count()).toBe(7);
      await page.screenshot({ path: join(shots, `path-${lang}-${theme}-${width}.png`) });
      expect(await overflowing(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await page.locator('sanxian-path-dialog .scroll').evaluate((one) => {
        one.scrollTop = one.scrollHeight;
      });
      await page.screenshot({ path: join(shots, `path-${lang}-${theme}-${width}-end.png`) });
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  it('is an ordered list: facts, answers, the roads not taken at each, the rule', async () => {
    const { page } = await checked(WIND, KIND_6);
    await openPath(page, 'red');
    const items = page.locator('sanxian-path-dialog ol.path > li');
    const said = (await items.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect(said[0]).toMatch(/^占用生态保护红线 事实：11\.\d{4} 公顷，1 个图斑$/);
    expect(said[1]).toMatch(/^位于核心保护区？ 事实：否，最近 /);
    expect(said[2]).toBe('是否为临时用地？ 您的回答：否 如答“是” ECO-4 须论证/认定');
    expect(said[4]).toContain('您的回答：第6类');
    expect(said.at(-1)).toContain('规则 ECO-2A');
    const all = await dialog(page).innerText();
    expect(all).toContain('“生态保护红线内涉及新增建设用地审批的');
    expect(all).toContain('宁党办〔2023〕63号 二（二）7');
    expect(all).toMatch(/组织论证 — 县（市、区）人民政府/);
    expect(all).toMatch(/建设用地报批\s+自治区人民政府认定意见/);
    expect(all).toContain('第6类的条件');
    expect(all).toContain('提示（国家文件');
    await page.close();
  });

  it('answers are changed in place and judged at once, without asking a layer again', async () => {
    const { page, layerRequests } = await checked(WIND, KIND_6);
    await openPath(page, 'red');
    await page.waitForTimeout(1500);
    const asked = layerRequests.length;
    const box = page.locator('sanxian-path-dialog .box', { hasText: '新增建设用地' });
    await box.getByRole('button').click();
    await page.screenshot({ path: join(shots, 'path-answering.png') });
    const started = Date.now();
    await box.getByText('否', { exact: true }).click();
    await expect.poll(async () => (await reportOf(page)).rules).toContain('ECO-1U');
    const tookMs = Date.now() - started;
    await expect
      .poll(() => page.locator('sanxian-path-dialog .box', { hasText: '具体建设' }).count())
      .toBe(1);
    // The box that was answered keeps the focus.
    const focused = await page
      .locator('sanxian-path-dialog')
      .evaluate(
        (element) => (element.shadowRoot!.activeElement as HTMLElement | null)?.dataset.field,
      );
    expect(focused).toBe('newConstructionLand');
    const concrete = page.locator('sanxian-path-dialog .box', { hasText: '具体建设' });
    await concrete.getByRole('button').click();
    await concrete.getByText('是', { exact: true }).click();
    await expect.poll(async () => (await reportOf(page)).rules).toContain('ECO-2B');
    await expect.poll(() => dialog(page).innerText()).toContain('ECO-2B');
    expect(tookMs).toBeLessThan(2000);
    expect(layerRequests.length).toBe(asked);
    // A whole check with the same answers says the same, to the digest.
    const judged = await reportOf(page);
    const whole = await page
      .locator('sanxian-app')
      .evaluate(async (element) => (await (element as SanxianApp).check()).digest);
    expect(judged.digest).toBe(whole);
    await page.close();
  });

  it('an answer taken back is open again', async () => {
    const { page } = await checked(WIND, KIND_6);
    await openPath(page, 'red');
    const box = page.locator('sanxian-path-dialog .box', { hasText: '临时用地' });
    await box.getByRole('button').click();
    await box.getByText('不清楚', { exact: true }).click();
    await expect.poll(async () => (await reportOf(page)).claim.temporaryLand).toBe(undefined);
    await expect.poll(() => box.innerText()).toContain('您的回答：不清楚');
    await page.close();
  });

  it('shows a core and the rest apart, and every zone of the boundary', async () => {
    const { page } = await checked(CORE, {});
    await openPath(page, 'red');
    const heads = await page.locator('sanxian-path-dialog h3').allInnerTexts();
    expect(heads[0]).toBe('核心保护区内');
    await page.screenshot({ path: join(shots, 'path-core.png') });
    expect(await violations(page)).toEqual([]);
    await page.close();
    const across = await checked(ACROSS, {});
    await openPath(across.page, 'urban');
    const said = await dialog(across.page).innerText();
    expect(said).toContain('详细规划+规划许可');
    expect(said).toContain('约束指标+分区准入');
    await across.page.screenshot({ path: join(shots, 'path-urban.png') });
    expect(await overflowing(across.page)).toEqual([]);
    await across.page.close();
  });

  it('takes the focus, keeps it, gives it back; Escape closes', async () => {
    const { page } = await checked(WIND, {});
    await openPath(page, 'red');
    const inside = () =>
      page.evaluate(() => {
        const app = document.querySelector('sanxian-app')!.shadowRoot!;
        return app.activeElement?.tagName.toLowerCase();
      });
    for (let i = 0; i < 25; i++) {
      expect(await inside()).toBe('sanxian-path-dialog');
      await page.keyboard.press('Tab');
      // Past the last button the browser's own bar comes first; then the dialog again.
      if ((await inside()) === undefined) await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('sanxian-path-dialog dialog[open]').count()).toBe(0);
    expect(await inside()).toBe('sanxian-findings-panel');
    await page.close();
  });
});

describe('a differing opinion', () => {
  it('stands first beside the finding, in every output, and changes no result', async () => {
    const { page, errors } = await checked(WIND, KIND_6);
    const before = await reportOf(page);
    await openPath(page, 'red');
    await page.getByRole('button', { name: '我有不同意见…' }).click();
    const form = page.locator('sanxian-override-form');
    await form.getByRole('button', { name: '写入报告' }).click();
    expect(await form.getByRole('alert').innerText()).toBe('请填写意见、理由和姓名。');
    await page.screenshot({ path: join(shots, 'path-override-form.png') });
    expect(await violations(page)).toEqual([]);
    await form.getByLabel('您认为应为').selectOption('prohibited');
    await form.getByLabel('理由').fill('方案比选不充分');
    await form.getByLabel('姓名').fill('张三');
    await form.getByRole('button', { name: '写入报告' }).click();
    await expect.poll(async () => (await reportOf(page)).overrides.length).toBe(1);
    const after = await reportOf(page);
    expect(after).toMatchObject({
      verdict: before.verdict,
      complete: before.complete,
      digest: before.digest,
    });
    expect(after.overrides[0]).toMatchObject({
      rule: 'ECO-2A',
      zone: 'outside-core',
      verdict: 'prohibited',
      name: '张三',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    await page.screenshot({ path: join(shots, 'path-override.png') });
    await page.keyboard.press('Escape');
    const card = page.locator(CARD.red);
    const text = await card.locator('article').innerText();
    expect(text.indexOf('张三')).toBeGreaterThan(0);
    expect(text.indexOf('张三')).toBeLessThan(text.indexOf('规则 ECO-2A'));
    await page.screenshot({ path: join(shots, 'path-override-card.png') });
    expect(await violations(page)).toEqual([]);
    for (const format of ['html', 'json']) {
      const file = await page.locator('sanxian-app').evaluate(async (element, format) => {
        const { bytes } = await (element as SanxianApp).exportReport(format);
        return new TextDecoder().decode(bytes);
      }, format);
      expect(file).toContain('方案比选不充分');
      expect(file).toContain(before.digest);
    }

    // Another answer, another finding: the opinion has nothing left to speak of, and that is said.
    await openPath(page, 'red');
    const box = page.locator('sanxian-path-dialog .box', { hasText: '临时用地' });
    await box.getByRole('button').click();
    await box.getByText('是', { exact: true }).click();
    await expect.poll(async () => (await reportOf(page)).overrides.length).toBe(0);
    await expect.poll(() => page.getByText('1 条不同意见不再适用').count()).toBeGreaterThan(0);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('can be taken back', async () => {
    const { page } = await checked(WIND, KIND_6);
    await openPath(page, 'red');
    await page.getByRole('button', { name: '我有不同意见…' }).click();
    const form = page.locator('sanxian-override-form');
    await form.getByLabel('您认为应为').selectOption('clear');
    await form.getByLabel('理由').fill('笔误');
    await form.getByLabel('姓名').fill('李四');
    await form.getByRole('button', { name: '写入报告' }).click();
    await page.getByRole('button', { name: '撤回' }).click();
    await expect.poll(async () => (await reportOf(page)).overrides.length).toBe(0);
    await page.close();
  });
});
