import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { launchChromium } from './browser.ts';
import { openStage, type Stage } from './stage-server.ts';
let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await launchChromium();
  stage = await openStage(browser);
});
afterAll(async () => {
  await stage?.close();
  await browser?.close();
});
it('smokes', async () => {
  const page: Page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.on('pageerror', (e) => console.log('PAGEERROR', e.stack));
  page.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') console.log('CONSOLE', m.text().slice(0, 400)); });
  await page.addInitScript(() => localStorage.setItem('sanxian.preferences.1', '{"welcomed":true}'));
  await page.goto(stage.address);
  await page.waitForTimeout(8000);
  await page.screenshot({ path: '/tmp/draw/0.png' });
  await page.evaluate(() => (document.querySelector('sanxian-app') as any).fitTo([106.0, 37.4, 106.06, 37.44]));
  await page.waitForTimeout(3000);
  await page.getByRole('button', { name: '在图上绘制' }).first().click();
  await page.waitForTimeout(3000);
  await page.screenshot({ path: '/tmp/draw/1.png' });
  const box = (await page.locator('.map canvas').boundingBox())!;
  const at = async (x: number, y: number) => { await page.mouse.move(box.x + x, box.y + y, { steps: 3 }); await page.waitForTimeout(100); await page.mouse.click(box.x + x, box.y + y); await page.waitForTimeout(200); };
  await at(200, 200); await at(450, 220); await at(470, 400);
  await page.mouse.move(box.x + 230, box.y + 420, { steps: 4 });
  await page.waitForTimeout(1500);
  await page.screenshot({ path: '/tmp/draw/2.png' });
  await at(230, 420);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1500);
  await page.screenshot({ path: '/tmp/draw/3.png' });
});
