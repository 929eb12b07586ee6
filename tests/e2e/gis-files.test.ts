import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SanxianApp } from '../../src/app/sanxian-app.ts';
import { projectGdal } from '../../src/cli/sources/project-gdal.ts';
import { openInput } from '../../src/files/open-input.ts';
import { launchChromium } from './browser.ts';
import { serveDist } from './dist-server.ts';
import { root } from './served-app.ts';

/** Files of geographic information systems in the app, against the same files on the command line. */

const html = readFileSync(join(root, 'index.html'), 'utf8');
const POLICY = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)![1]!;
const GDAL = /\/assets\/gdal3[^/]*$/;
const SAMPLES = [
  '示例项目-Shapefile.zip',
  '示例项目.fgb',
  '示例项目.gpkg',
  '示例项目-FileGDB.zip',
  '示例项目.gml',
];

let server: Awaited<ReturnType<typeof serveDist>>;
let browser: Browser;
let page: Page;
const errors: string[] = [];
const gdal = projectGdal();

beforeAll(async () => {
  server = await serveDist('/a/b/', POLICY);
  browser = await launchChromium();
  page = await browser.newPage({ locale: 'zh-CN' });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.addInitScript(() =>
    localStorage.setItem('sanxian.preferences.1', '{"welcomed":true}'),
  );
  await page.goto(server.url);
  await page.locator('sanxian-app').evaluate((element) => (element as SanxianApp).ready);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await gdal.close();
});

/** What the app makes of a file, as JSON. */
function inApp(name: string): Promise<string> {
  const content = readFileSync(join(root, 'data/samples', name)).toString('base64');
  return page.evaluate(
    async ({ name, content }) => {
      const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
      const element = document.querySelector('sanxian-app') as SanxianApp;
      const project = await element.open(new File([bytes], name));
      return JSON.stringify(project, (_, value) =>
        ArrayBuffer.isView(value) ? Array.from(value as unknown as number[]) : value,
      );
    },
    { name, content },
  );
}

async function onCommandLine(name: string): Promise<string> {
  const bytes = new Uint8Array(readFileSync(join(root, 'data/samples', name)));
  const { projects } = await openInput({ name, bytes }, { gdal });
  return JSON.stringify(projects[0], (_, value) =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as number[]) : value,
  );
}

it('loads nothing of GDAL before a file needs it', async () => {
  for (const name of ['示例项目-Shapefile.zip', '示例项目.fgb']) {
    expect(await inApp(name)).toBe(await onCommandLine(name));
  }
  expect(server.asked.filter((path) => GDAL.test(path))).toEqual([]);
});

it.each(SAMPLES)('reads %s as the command line does, byte for byte', async (name) => {
  expect(await inApp(name)).toBe(await onCommandLine(name));
});

it('has loaded gdal3.js once, as files of its own, under a policy without unsafe-eval', () => {
  const asked = server.asked.filter((path) => GDAL.test(path)).map((path) => path.split('.').pop());
  expect(asked.sort()).toEqual(['data', 'js', 'wasm']);
  expect(POLICY).not.toContain("'unsafe-eval'");
  expect(errors).toEqual([]);
});

it('asks for the system of a MapInfo file, which cannot name CGCS2000', async () => {
  await expect(inApp('示例项目-MapInfo.zip')).rejects.toThrow(/crs-unknown .*crs-datum-missing/);
});
