import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/report.ts';
import { launchChromium } from '../e2e/browser.ts';
import { type FileServer, serveFolders } from '../e2e/file-server.ts';

/**
 * The package as `npm pack` writes it, in a project of somebody else that bundles it with vite; nothing of
 * this repository is at hand there but what is in the archive.
 */
const root = join(import.meta.dirname, '../..');
const SAMPLE = join(root, 'data/samples/示例项目.txt');

let work: string;
let host: string;
let packed: string;
let browser: Browser;
const served: FileServer[] = [];

const MAIN = `
import 'sanxian';
import type { CheckReport, SanxianMapElement } from 'sanxian';
import { SanxianMap } from 'sanxian/sanxian-map';

const app = document.querySelector('sanxian-app')!;
const map: SanxianMapElement = document.querySelector('sanxian-map')!;
map.addEventListener('sanxian-map-view', ({ detail }) => { document.body.dataset.zoom = String(detail.zoom); });
declare global { interface Window { checkFile(file: File): Promise<CheckReport> } }
window.checkFile = async (file) => {
  await app.ready;
  await app.open(file);
  const report = await app.check();
  const pdf = await app.exportReport('pdf');
  document.body.dataset.pdf = String(pdf.bytes.length);
  map.report = report;
  await map.ready;
  map.fitTo([106, 37, 107, 38]);
  document.body.dataset.same = String(map instanceof SanxianMap);
  return report;
};
`;

const PAGE = `<!doctype html><meta charset="utf-8"><title>host</title>
<style>sanxian-app, sanxian-map { display: block; height: 420px }</style>
<sanxian-app catalog="layers/catalog.json" theme="light"></sanxian-app>
<sanxian-map catalog="layers/catalog.json" theme="dark" lang="en"></sanxian-map>
<script type="module" src="./main.ts"></script>`;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'sanxian-package-'));
  host = join(work, 'host');
  packed = join(host, 'node_modules', 'sanxian');
  mkdirSync(packed, { recursive: true });
  const npm = ['pack', '--json', '--pack-destination', work];
  // --json on stdout, what the build prints on stderr
  execFileSync('npm', npm, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  execFileSync('tar', [
    'xzf',
    join(work, 'sanxian-0.1.0.tgz'),
    '-C',
    packed,
    '--strip-components=1',
  ]);
  for (const name of ['zod', '@types/geojson', 'typescript']) {
    mkdirSync(dirname(join(host, 'node_modules', name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(host, 'node_modules', name));
  }
  writeFileSync(join(host, 'package.json'), '{"name":"host","type":"module","private":true}');
  writeFileSync(join(host, 'index.html'), PAGE);
  writeFileSync(join(host, 'main.ts'), MAIN);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  for (const one of served) await one.stop();
  rmSync(work, { recursive: true, force: true });
});

it('is typed: a host that misuses an element does not compile', () => {
  const options = {
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'bundler',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: [],
    strict: true,
    noEmit: true,
    // the types of the package are looked at as well
    skipLibCheck: false,
  };
  const check = (): string => {
    try {
      const tsc = join(root, 'node_modules/typescript/bin/tsc');
      return execFileSync(process.execPath, [tsc, '-p', host], { encoding: 'utf8' });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };
  writeFileSync(
    join(host, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, files: ['main.ts'] }),
  );
  expect(check()).toBe('');
  writeFileSync(join(host, 'main.ts'), `${MAIN}\nmap.theme = 'pink';\nmap.fitTo([1, 2]);\n`);
  const said = check();
  writeFileSync(join(host, 'main.ts'), MAIN);
  expect(said).toContain('"pink"');
  expect(said.match(/error TS/g)).toHaveLength(2);
});

it('is imported without a DOM', () => {
  const script = `const all = await import('sanxian');
    if (typeof document !== 'undefined') throw new Error('there is a DOM');
    console.log(Object.keys(all).join(), typeof globalThis.customElements);`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: host });
  expect(said.toString().trim()).toBe('SanxianApp,SanxianMap undefined');
});

it('is bundled by vite, served below a path, checks a sample and writes its PDF', async () => {
  await build({
    root: host,
    configFile: false,
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { target: 'es2022', assetsInlineLimit: 0 },
  });
  const dist = join(host, 'dist');
  cpSync(join(root, 'layers'), join(dist, 'layers'), { recursive: true });
  cpSync(join(root, 'data/policy'), join(dist, 'data/policy'), { recursive: true });
  const site = await serveFolders({ '/a/b/': dist });
  served.push(site);
  const report = await checkThere(site.url, site.origin);
  expect(report.digest).toBe(fromDisk().digest);
});

it('is used as it is, without a bundler, from another origin by its address', async () => {
  const assets = await serveFolders({ '/lib/': packed }, { cors: true });
  const plain = join(work, 'plain');
  mkdirSync(plain);
  cpSync(join(root, 'layers'), join(plain, 'layers'), { recursive: true });
  cpSync(join(root, 'data/policy'), join(plain, 'data/policy'), { recursive: true });
  const script = MAIN.replaceAll(/^import type.*$|^declare global.*$/gm, '')
    .replaceAll("'sanxian'", `'${assets.url}dist/sanxian.js'`)
    .replaceAll("'sanxian/sanxian-map'", `'${assets.url}dist/sanxian-map.js'`)
    .replaceAll(/\)!/g, ')')
    .replace(': SanxianMapElement', '');
  writeFileSync(join(plain, 'main.js'), script);
  writeFileSync(join(plain, 'index.html'), PAGE.replace('main.ts', 'main.js'));
  const site = await serveFolders({ '/': plain });
  served.push(assets, site);
  const report = await checkThere(site.url, site.origin, assets.origin);
  expect(report.digest).toBe(fromDisk().digest);
});

function fromDisk(): CheckReport {
  const args = [join(root, 'dist/cli/sanxian.js'), 'check', SAMPLE, '--format', 'json'];
  try {
    return JSON.parse(
      execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 }),
    );
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout);
  }
}

async function checkThere(page: string, ...allowed: string[]): Promise<CheckReport> {
  const tab = await browser.newPage();
  const faults: string[] = [];
  tab.on('pageerror', (error) => faults.push(error.message));
  tab.on('requestfailed', (request) => {
    // a tile that is wanted no longer
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') faults.push(`${why} ${request.url()}`);
  });
  tab.on('response', (answer) => {
    if (answer.status() >= 400) faults.push(`${answer.status()} ${answer.url()}`);
  });
  tab.on('request', (request) => {
    const own = allowed.some((origin) => request.url().startsWith(origin));
    if (!own && !/^(data|blob):/.test(request.url())) faults.push(`foreign: ${request.url()}`);
  });
  await tab.goto(page);
  await tab.waitForFunction(() => 'checkFile' in window);
  const bytes = execFileSync('base64', ['-w0', SAMPLE]).toString();
  const report = await tab.evaluate(async (base64) => {
    const content = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const { checkFile } = window as unknown as { checkFile(file: File): Promise<CheckReport> };
    return checkFile(new File([content], '示例项目.txt'));
  }, bytes);
  await tab.waitForFunction(() => Number(document.body.dataset.zoom) > 7);
  const { pdf, same } = await tab.evaluate(() => ({ ...document.body.dataset }));
  expect(Number(pdf)).toBeGreaterThan(100_000);
  expect(same).toBe('true');
  expect(faults).toEqual([]);
  await tab.close();
  return report;
}
