import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/report.ts';
import { launchChromium } from './browser.ts';
import { root, type ServedApp, startApp } from './served-app.ts';

/**
 * Files of one report from the page and from the command line, byte for byte: the same project against
 * the same served layers at the same time. The archive holds every format.
 */
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'sanxian-files-'));
let app: ServedApp;
let browser: Browser;
let page: Page;
let report: CheckReport;

beforeAll(async () => {
  app = await startApp(4391);
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  await page.goto(app.url);
  // The first visit checks a sample by itself: report number 1 here, as on the command line.
  report = (await page.locator('sanxian-app').evaluate(async (element) => {
    const { ready } = element as unknown as { ready: Promise<void> };
    const seen = new Promise((resolve) =>
      element.addEventListener('sanxian-check-complete', (event) =>
        resolve((event as CustomEvent).detail),
      ),
    );
    await ready;
    return seen;
  })) as CheckReport;
});

afterAll(async () => {
  await browser?.close();
  app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function fromPage(format: string): Promise<Uint8Array> {
  const text = await page.locator('sanxian-app').evaluate(async (element, id) => {
    const { bytes } = await (
      element as unknown as { exportReport(id: string): Promise<{ bytes: Uint8Array }> }
    ).exportReport(id);
    let binary = '';
    for (let i = 0; i < bytes.length; i += 0x8000) {
      binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    }
    return btoa(binary);
  }, format);
  return new Uint8Array(Buffer.from(text, 'base64'));
}

describe('files of one report', () => {
  it('are the same from the page and from the command line, byte for byte', async () => {
    const { file } = report.project.source;
    const cli = join(root, 'dist/cli/sanxian.js');
    const args = ['--layers', `${app.url}layers/catalog.json`, '--as-of', report.createdAt];
    const claim = join(folder, 'claim.json');
    writeFileSync(claim, JSON.stringify(report.project.claim));
    const written = run(
      process.execPath,
      [cli, 'check', join(root, 'data/samples', file), '--format', 'zip,png', '--out', folder]
        .concat(args)
        .concat(['--claim', claim]),
    ).catch((error: { code?: number }) => {
      // 1: a verdict worse than clear
      if (error.code !== 1) throw error;
    });
    const archive = await fromPage('zip');
    await written;
    const name = file.replace(/\.[^.]+$/, '');
    const ours = unzipSync(new Uint8Array(readFileSync(join(folder, `${name}.report.zip`))));
    const theirs = unzipSync(archive);
    expect(Object.keys(theirs)).toEqual(Object.keys(ours));
    expect(Object.keys(ours).length).toBeGreaterThan(12);
    const different = Object.keys(ours).filter(
      (one) => !Buffer.from(ours[one]!).equals(Buffer.from(theirs[one]!)),
    );
    expect(different).toEqual([]);
    // a format made by itself is the one in the archive
    const png = readFileSync(join(folder, `${name}.report.png`));
    expect(Buffer.from(await fromPage('png')).equals(png)).toBe(true);
    expect(Buffer.from(theirs[`${name}.report.png`]!).equals(png)).toBe(true);
    // and none of it is empty of what it is about
    const html = Buffer.from(theirs[`${name}.report.html`]!).toString();
    expect(html).toContain('id="sanxian-surroundings"');
    expect(html).not.toContain('记录未带周边控制线');
  });
});
