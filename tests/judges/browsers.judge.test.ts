import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/report.ts';
import { serveDist } from '../e2e/dist-server.ts';
import type { FileServer } from '../e2e/file-server.ts';
import { type DrivenBrowser, openFirefox, openWebKit } from './other-browsers.ts';

/**
 * The built app in the browsers that are not Chromium: what Debian has of Firefox and of WebKit, the engine
 * of Safari. Their reports are those of the command line, byte for byte.
 */
const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const SHOTS = join(root, 'tests/e2e/shots');
const DISPLAY = ':97';
const EXTENSIONS: Readonly<Record<string, string>> = { shp: 'shp.zip' };
const FORMATS = 'json docx pdf xlsx html svg png geojson shp fgb dxf txt zip'.split(' ');
const without = (process.env.SANXIAN_WITHOUT ?? '').split(',');

let server: FileServer;
let screen: ChildProcess;
let work: string;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  work = mkdtempSync(join(tmpdir(), 'sanxian-browsers-'));
  server = await serveDist();
  // neither draws WebGL without a screen
  screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '1500x1000x24'], { stdio: 'ignore' });
});

afterAll(async () => {
  screen?.kill();
  await server?.stop();
  rmSync(work, { recursive: true, force: true });
});

interface Checked {
  readonly report: CheckReport;
  /** SHA-256 of files by format. */
  readonly files: Readonly<Record<string, string>>;
}

/** In a page that was never visited before: a visit that finds nothing to welcome or to go on with. */
const FRESH = `
  localStorage.setItem('sanxian.preferences.1', '{"welcomed":true}');
  await new Promise((resolve) => {
    Object.assign(indexedDB.deleteDatabase('sanxian'), { onsuccess: resolve, onerror: resolve, onblocked: resolve });
  });`;

/** In the page: opens a sample, checks it, makes reports of it. */
const check = (sample: string, formats: readonly string[]): string => `
  const app = document.querySelector('sanxian-app');
  await app.ready;
  const answer = await fetch('data/samples/${encodeURIComponent(sample)}');
  await app.open(new File([await answer.arrayBuffer()], '${sample}'));
  const report = await app.check();
  const files = {};
  for (const format of ${JSON.stringify(formats)}) {
    const { bytes } = await app.exportReport(format);
    const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    files[format] = [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  return { report: { createdAt: report.createdAt, project: { claim: report.project.claim } }, files };`;

/** The same by the command line, as of the same time. */
async function onCommandLine(
  sample: string,
  { report }: Checked,
  formats: readonly string[],
): Promise<Record<string, string>> {
  const out = mkdtempSync(join(work, 'out-'));
  const claim = join(work, 'claim.json');
  writeFileSync(claim, JSON.stringify(report.project.claim));
  await run(process.execPath, [
    ...[join(root, 'dist/cli/sanxian.js'), 'check', join(root, 'data/samples', sample)],
    ...['--layers', `${server.url}layers/catalog.json`, '--claim', claim, '--out', out, '--quiet'],
    ...['--format', formats.join(','), '--as-of', report.createdAt],
  ]).catch((error: { code?: number }) => {
    // 1: a verdict worse than clear
    if (error.code !== 1) throw error;
  });
  const stem = readdirSync(out)[0]!.replace(/\.report\..*$/, '');
  return Object.fromEntries(
    formats.map((format) => {
      const name = `${stem}.report.${EXTENSIONS[format] ?? format}`;
      return [
        format,
        createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex'),
      ];
    }),
  );
}

describe.each([
  { name: 'webkit', begin: () => openWebKit(4555, DISPLAY) },
  { name: 'firefox', begin: () => openFirefox(4556, DISPLAY) },
])('$name', ({ name, begin }) => {
  if (without.includes(name)) return;
  let browser: DrivenBrowser;

  beforeAll(async () => {
    browser = await begin();
    await browser.open(server.url);
  });
  afterAll(() => browser?.close());

  it('shows the sample, checked, and its map', async () => {
    const said = await browser.run(`
      const app = document.querySelector('sanxian-app');
      await app.ready;
      for (let tries = 0; tries < 400; tries++) {
        const map = app.shadowRoot.querySelector('canvas.maplibregl-canvas');
        const verdict = app.shadowRoot.querySelector('sanxian-findings-panel')?.shadowRoot
          ?.querySelector('sanxian-verdict-block')?.shadowRoot?.textContent ?? '';
        if (map && verdict.includes('需人工研判')) return { map: map.width > 300, verdict: true };
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      return { map: null };`);
    writeFileSync(join(SHOTS, `other-${name}.png`), await browser.screenshot());
    expect(said).toEqual({ map: true, verdict: true });
  });

  it.each([
    { sample: '示例项目.txt', formats: FORMATS },
    { sample: '示例项目-GBK编码.txt', formats: ['json'] },
    { sample: '示例项目-Shapefile.zip', formats: ['json', 'docx', 'zip'] },
    { sample: '示例项目.gpkg', formats: ['json'] },
  ])('reads and checks $sample as the command line does: $formats', async ({ sample, formats }) => {
    await browser.run(FRESH);
    await browser.open(server.url);
    const checked = (await browser.run(check(sample, formats))) as Checked;
    expect(checked.files).toEqual(await onCommandLine(sample, checked, formats));
  });
});
