import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CheckReport, checkReportSchema } from '../../src/domain/report.ts';
import { redactReport } from '../../src/job/redact-report.ts';
import { launchChromium } from './browser.ts';
import { root, type ServedApp, startApp } from './served-app.ts';
import { violations } from './violations.ts';

/** The report step: redaction and a house template, as files come out of the built app. */
const shots = join(root, 'tests/e2e/shots');
const sample = join(root, 'data/samples/2-占用永久基本农田-变电站.txt');
const template = join(root, 'data/templates/示例单位.yaml');
const logo = join(root, 'data/templates/示例单位-标志.png');

let app: ServedApp;
let browser: Browser;
beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  [app, browser] = await Promise.all([startApp(4193), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  app?.stop();
});

async function checked(width = 1366, height = 768): Promise<{ page: Page; report: CheckReport }> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  await page.goto(app.url);
  const done = page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        addEventListener('sanxian-check-complete', (event) => {
          const { detail } = event as CustomEvent<{ project: { name: string } }>;
          if (detail.project.name.startsWith('2-')) resolve(detail);
        });
      }),
  );
  await page.locator('#file').first().setInputFiles(sample);
  const report = checkReportSchema.parse(await done);
  const phone = page.locator('nav button', { hasText: /^\s*报告\s*$/ });
  await (width < 640 ? phone : page.getByRole('tab', { name: /报告/ })).last().click();
  return { page, report };
}

const exported = (page: Page, format: string) =>
  page.evaluate(async (format) => {
    const element = document.querySelector('sanxian-app') as unknown as {
      exportReport(format: string): Promise<{ bytes: Uint8Array }>;
    };
    try {
      return new TextDecoder().decode((await element.exportReport(format)).bytes);
    } catch (error) {
      return String(error);
    }
  }, format);

describe('the report step', () => {
  it('writes redacted files, and none that are coordinates', async () => {
    const { page, report } = await checked();
    await page.locator('#redact').check();
    expect(await page.getByText('脱敏报告：不含坐标和图形').isVisible()).toBe(true);
    const box = page.locator('sanxian-report-panel label', { hasText: 'GeoJSON' }).locator('input');
    expect(await box.isDisabled()).toBe(true);
    const record = JSON.parse(await exported(page, 'json')) as CheckReport;
    expect(record).toEqual(redactReport(report));
    expect(await exported(page, 'geojson')).toContain('redacted-no-geometry');
    await page.locator('#redact').uncheck();
    expect(JSON.parse(await exported(page, 'json'))).toEqual(report);
    await page.close();
  });

  it('prints in a template that was chosen, says why one is refused, and keeps it', async () => {
    const { page } = await checked();
    const input = page.locator('#template');
    await input.setInputFiles({
      name: 'bad.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from('schema: sanxian/report-template@1\nunit: 某局\nhide: [statement]\n'),
    });
    const trouble = page.locator('sanxian-report-panel [role=alert]');
    await trouble.waitFor();
    expect(await trouble.textContent()).toContain('“statement”不得隐藏，可隐藏：figures');
    await input.setInputFiles([template, logo]);
    await page.getByText('单位：示例单位（虚构数据）').waitFor();
    const html = await exported(page, 'html');
    expect(html.includes('内部会商意见')).toBe(true);
    expect(html.includes('data:image/png;base64,')).toBe(true);

    await page.locator('#redact').check();
    const panel = page.locator('sanxian-report-panel .scroll');
    await panel.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await page.screenshot({ path: join(shots, 'report-step-1366x768.png') });
    for (const theme of ['light', 'dark', 'contrast']) {
      await page.evaluate((theme) => {
        document.querySelector('sanxian-app')!.setAttribute('theme', theme);
      }, theme);
      await page.waitForTimeout(500);
      expect(await violations(page), theme).toEqual([]);
      if (theme === 'dark') await page.screenshot({ path: join(shots, 'report-step-dark.png') });
    }
    await page.evaluate(() => {
      const element = document.querySelector('sanxian-app')!;
      element.setAttribute('theme', 'light');
      element.setAttribute('lang', 'en');
    });
    await page.screenshot({ path: join(shots, 'report-step-en.png') });

    await page.reload();
    await page.waitForFunction(async () => {
      const element = document.querySelector('sanxian-app') as unknown as {
        look?: { output: { house: unknown } };
      };
      return Boolean(element?.look?.output.house);
    });
    await page.close();
  });

  it('stands on a phone', async () => {
    const { page } = await checked(390, 844);
    await page.locator('#redact').scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(shots, 'report-step-390x844.png') });
    const sizes = await page
      .locator('sanxian-report-panel .template button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    for (const height of sizes) expect(height).toBeGreaterThanOrEqual(24);
    await page.close();
  });
});

it('has an example template that the step can open', () => {
  expect(readFileSync(template, 'utf8')).toContain('sanxian/report-template@1');
});
