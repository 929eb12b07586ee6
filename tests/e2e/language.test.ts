import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useStage } from './use-stage.ts';

/** The language is switched while things stand on screen: they are said in it at once. */

const stage = useStage();

const text = async (page: Page, selector: string) =>
  (await page.locator(selector).first().textContent())!.replace(/\s+/g, ' ').trim();

describe('the language, switched live', () => {
  it('is that of what is being said, of what was said, and of the map', async () => {
    const page = await stage.show('state=checked&map=1', 1366, 768);
    const north = page.locator('.sx-north');
    await expect.poll(() => north.textContent()).toMatch(/坐标北/);
    const canvas = page.locator('.map canvas').first();
    expect(await canvas.getAttribute('aria-label')).toMatch(/^地图：/);
    await page.evaluate(() => {
      const app = document.querySelector('sanxian-app')!;
      app.dispatchEvent(
        new CustomEvent('sanxian-copy', { detail: { text: 'x' }, bubbles: true, composed: true }),
      );
    });
    const toast = () => text(page, 'sanxian-toast [part=toast] span');
    await page.locator('sanxian-toast [part=toast]').waitFor();
    expect(await toast()).toBe('已复制');
    const announced = page.locator('.hidden-text[role=status]').first();
    expect(await announced.textContent()).toMatch(/核查完成/);

    await page.getByRole('button', { name: 'Switch to English' }).click();
    await expect.poll(toast).toBe('Copied');
    await expect.poll(() => north.textContent()).toMatch(/grid north/i);
    expect(await north.textContent()).not.toMatch(/\p{Script=Han}/u);
    await expect.poll(() => canvas.getAttribute('aria-label')).toMatch(/^Map: /);
    // what was announced is neither announced again nor left in the other language
    expect((await announced.textContent())!.trim()).toBe('');

    await page.keyboard.press('Shift+F6');
    await page.keyboard.press('?');
    await page.getByRole('tab', { name: 'Messages' }).click();
    const kept = () => text(page, 'sanxian-help-dialog .messages li span');
    expect(await kept()).toBe('Copied');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '切换到中文' }).click();
    await page.keyboard.press('?');
    await page.getByRole('tab', { name: '消息' }).click();
    expect(await kept()).toBe('已复制');
    await page.close();
  });
});
