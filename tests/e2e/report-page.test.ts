import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { layoutFaults } from './layout-reading.ts';
import { useStage } from './use-stage.ts';
import { violations } from './violations.ts';

/** The report as a page in its step, and what a printer gets of it. */

const stage = useStage();

const paper = (page: Page) => page.locator('sanxian-report-page article');
const printed = (page: Page) =>
  page.evaluate(() => (window as unknown as { printed: number }).printed);

async function show(query: string, width = 1366, height = 768): Promise<Page> {
  const page = await stage.show(query, width, height);
  await page.evaluate(() => {
    Object.assign(window, { printed: 0 });
    window.print = () => {
      (window as unknown as { printed: number }).printed++;
    };
  });
  return page;
}

describe('the page of the report step', () => {
  it('stands in the place of the map, in the language and the way that are chosen', async () => {
    const page = await show('state=report');
    await expect.poll(() => paper(page).locator('h1').textContent()).toContain('核查');
    expect(await paper(page).getAttribute('lang')).toBe('zh-CN');
    // what lies under it takes no focus
    expect(await page.locator('.drawer, .controls').count()).toBe(0);
    const drawn = () => paper(page).locator('figure').nth(1).innerHTML();
    const before = await drawn();
    await page.locator('sanxian-report-panel').getByRole('button', { name: '黑白' }).click();
    await expect.poll(drawn).not.toBe(before);
    await page.locator('sanxian-report-panel').getByRole('button', { name: 'English' }).click();
    await expect.poll(() => paper(page).getAttribute('lang')).toBe('en');
    expect(await paper(page).textContent()).toContain('Manual review');
    await page.getByRole('tab', { name: /核查结果/ }).click();
    expect(await page.locator('sanxian-report-page').count()).toBe(0);
    expect(await page.locator('.drawer').count()).toBe(1);
    await page.close();
  });

  it.each([
    ['light', 'zh', 1366, 768],
    ['dark', 'en', 1366, 768],
    ['contrast', 'zh', 1024, 768],
    ['dark', 'zh', 390, 844],
  ])(
    'has no violation and cuts nothing off: %s, %s, %i × %i',
    async (theme, lang, width, height) => {
      const page = await show(`state=report&theme=${theme}&lang=${lang}`, width, height);
      await paper(page).locator('h1').waitFor();
      await stage.shoot(page, `report-page-${theme}-${lang}-${width}x${height}`);
      expect(await violations(page)).toEqual([]);
      const { cut, overlapping, overflow } = await layoutFaults(page, width < 640 ? 44 : 24);
      expect({ cut, overlapping, overflow }).toEqual({ cut: [], overlapping: [], overflow: 0 });
      await page.close();
    },
  );

  it('is printed by its button and by Ctrl+P from every step, and not before there is one', async () => {
    const page = await show('state=checked');
    await page.keyboard.press('Control+p');
    await expect.poll(() => printed(page)).toBe(1);
    await paper(page).locator('h1').waitFor();
    await page.getByRole('button', { name: '打印' }).click();
    await expect.poll(() => printed(page)).toBe(2);
    await page.close();
    const empty = await show('state=empty');
    await empty.keyboard.press('Control+p');
    await empty.waitForTimeout(200);
    expect(await printed(empty)).toBe(0);
    expect(await empty.locator('sanxian-report-page').count()).toBe(0);
    await empty.close();
  });

  it('comes to the printer alone, on A4, with its edges', async () => {
    const page = await show('state=report&theme=dark');
    await paper(page).locator('h1').waitFor();
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => {
      const root = document.querySelector('sanxian-app')!.shadowRoot!;
      const isSeen = (one: Element) => one.getClientRects().length > 0;
      const paper = root
        .querySelector('sanxian-report-page')!
        .shadowRoot!.querySelector('article')!;
      const head = paper.querySelector('thead')!;
      return {
        others: [...root.querySelectorAll('header, footer, aside, .map-area, .drawer, .rail')]
          .filter(isSeen)
          .map(({ className, localName }) => `${localName}.${className}`),
        head: getComputedStyle(head).display,
        watermark: getComputedStyle(paper.querySelector('.watermark')!).position,
        ground: getComputedStyle(paper).backgroundColor,
        chips: [...paper.querySelectorAll('.chip')].map((chip) => chip.textContent!.trim()[0]),
        rules: document.adoptedStyleSheets
          .flatMap((sheet) => [...sheet.cssRules])
          .map(({ cssText }) => cssText)
          .filter((text) => text.startsWith('@page')),
      };
    });
    expect(seen).toMatchObject({
      others: [],
      head: 'table-header-group',
      watermark: 'fixed',
      ground: 'rgb(255, 255, 255)',
    });
    expect([...new Set(seen.chips)].sort()).toEqual([...'○■△▲◆'].sort());
    expect(seen.rules).toHaveLength(1);
    expect(seen.rules[0]).toMatch(/size: a4|A4/i);
    expect(seen.rules[0]).toContain('内部资料 注意保管');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes.length).toBeGreaterThan(5);
    for (const [, width, height] of boxes) {
      expect([Number(width), Number(height)].map(Math.round)).toEqual([595, 842]);
    }
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('tab', { name: /核查结果/ }).click();
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    await page.close();
  });
});
