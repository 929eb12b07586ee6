import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/report.ts';
import { launchChromium } from '../e2e/browser.ts';

/**
 * The archive for offices, unpacked as an office does: into a folder with spaces and Chinese in its name,
 * away from this repository and, where the system lets us, away from every network.
 */
const root = join(import.meta.dirname, '../..');
const NAME = 'sanxian-0.1.0-office';
const PORT = 4397;
/** Without a network: not even this machine's own. */
const ALONE: [string, ...string[]] =
  spawnSync('unshare', ['-rn', 'true']).status === 0
    ? ['unshare', '-rn', './sanxian']
    : ['./sanxian'];

let work: string;
let office: string;
let zip: string;
let browser: Browser;
let server: ChildProcess | null = null;

interface Release {
  release(options: { out: string; node?: string; formats: string[] }): Promise<string[]>;
}

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'sanxian-release-judge-'));
  const { build } = await import(join(root, '.setup/build.mjs'));
  await build();
  const { release } = (await import(join(root, '.setup/release.mjs'))) as Release;
  [zip] = (await release({ out: work, formats: ['zip', 'tar.gz'] })) as [string];
  const place = join(work, 'C 三线 测试');
  mkdirSync(place);
  execFileSync('unzip', ['-q', zip, '-d', place]);
  office = join(place, NAME);
  browser = await launchChromium();
});

afterAll(async () => {
  server?.kill();
  await browser?.close();
  rmSync(work, { recursive: true, force: true });
});

it('holds what its sums say, with a licence of every package, and nothing for development', () => {
  execFileSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: office });
  const listed = readFileSync(join(office, 'SHA256SUMS'), 'utf8').trim().split('\n');
  expect(listed.length).toBeGreaterThan(500);
  for (const name of ['LICENSE', 'THIRD-PARTY.md', 'LICENSES.txt', '使用说明.txt', 'start.cmd']) {
    expect(existsSync(join(office, name)), name).toBe(true);
  }
  for (const name of ['vite', 'vitest', 'typescript', 'playwright-core', 'lit', 'maplibre-gl']) {
    expect(existsSync(join(office, 'node_modules', name)), name).toBe(false);
  }
  // what is bundled has its text here alone
  for (const name of ['maplibre-gl', 'lit', 'gdal3.js', 'proj4']) {
    expect(readFileSync(join(office, 'LICENSES.txt'), 'utf8')).toMatch(
      new RegExp(`^${name} `, 'm'),
    );
  }
});

it('has scripts as each system wants them', () => {
  const cmd = readFileSync(join(office, 'start.cmd'), 'utf8');
  expect(cmd).not.toMatch(/[^\r]\n/);
  expect(cmd).toContain('chcp 65001');
  expect(cmd.match(/"%~dp0[^"]*"/g)).toHaveLength(1);
  expect(cmd).not.toMatch(/(?<!["=])%~dp0/);
  for (const name of ['start.sh', 'sanxian']) {
    expect(readFileSync(join(office, name), 'utf8')).not.toContain('\r');
    execFileSync('test', ['-x', join(office, name)]);
  }
  expect(readFileSync(join(office, '使用说明.txt'), 'utf8')).toMatch(/^\uFEFF三线 sanxian 0\.1\.0/);
});

it('comes out the same each time, and the same in both archives', async () => {
  const again = join(work, 'again');
  const { release } = (await import(join(root, '.setup/release.mjs'))) as Release;
  const [second] = (await release({ out: again, formats: ['zip'] })) as [string];
  const sum = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  expect(sum(second)).toBe(sum(zip));
  const other = join(work, 'tar');
  mkdirSync(other);
  execFileSync('tar', ['xzf', join(work, `${NAME}.tar.gz`), '-C', other]);
  execFileSync('diff', ['-r', '-q', office, join(other, NAME)]);
  execFileSync('test', ['-x', join(other, NAME, 'start.sh')]);
});

function check(file: string): { code: number | null; report: CheckReport } {
  const [command, ...before] = ALONE;
  const args = [...before, 'check', file, '--format', 'json'];
  const done = spawnSync(command, args, { cwd: office, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.stdout === '') throw new Error(done.stderr);
  return { code: done.status, report: JSON.parse(done.stdout) };
}

it('checks on the command line, alone, a text and a FileGDB', () => {
  const { code, report } = check('data/samples/示例项目.txt');
  expect(code).toBe(1);
  expect(report.complete).toBe(true);
  expect(report.verdict).toBe('manual-review');
  expect(check('data/samples/示例项目-FileGDB.zip').report.complete).toBe(true);
  const out = join(work, '输出 1');
  const formats = ['--format', 'pdf,docx,xlsx', '--out', out];
  const [command, ...before] = ALONE;
  const args = [...before, 'check', 'data/samples/示例项目.txt', ...formats];
  expect(spawnSync(command, args, { cwd: office }).status).toBe(1);
  expect(readFileSync(join(out, '示例项目.report.pdf'), 'latin1').startsWith('%PDF')).toBe(true);
});

it('opens in a browser by start.sh, from another working folder, and checks the same', async () => {
  const fake = join(work, 'bin');
  mkdirSync(fake);
  // stands for the desktop: notes the address it is asked to open
  writeFileSync(join(fake, 'xdg-open'), `#!/bin/sh\necho "$1" > "${join(work, 'opened')}"\n`);
  chmodSync(join(fake, 'xdg-open'), 0o755);
  const env = { ...process.env, PATH: `${fake}:${process.env.PATH}` };
  server = spawn(join(office, 'start.sh'), ['--port', String(PORT)], { cwd: '/', env });
  let said = '';
  server.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  await expect.poll(() => said, { timeout: 20_000 }).toContain(`http://127.0.0.1:${PORT}/`);
  await expect.poll(() => existsSync(join(work, 'opened'))).toBe(true);
  const url = readFileSync(join(work, 'opened'), 'utf8').trim();
  const page = await browser.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) {
      foreign.push(request.url());
    }
  });
  await page.goto(url);
  const report = await page.evaluate(async () => {
    const app = document.querySelector('sanxian-app') as unknown as {
      ready: Promise<void>;
      open(file: File): Promise<unknown>;
      check(): Promise<CheckReport>;
    };
    await app.ready;
    const answer = await fetch(encodeURI('data/samples/示例项目.txt'));
    await app.open(new File([await answer.arrayBuffer()], '示例项目.txt'));
    return app.check();
  });
  expect(report.digest).toBe(check('data/samples/示例项目.txt').report.digest);
  expect(foreign).toEqual([]);
  await page.close();
});

it('encloses a Node that is given, and runs by it alone', async () => {
  const given = join(work, 'node-linux');
  mkdirSync(join(given, 'bin'), { recursive: true });
  execFileSync('cp', ['-L', process.execPath, join(given, 'bin/node')]);
  const { release } = (await import(join(root, '.setup/release.mjs'))) as Release;
  const [archive] = await release({ out: work, node: given, formats: ['zip'] });
  const place = join(work, '带 Node');
  mkdirSync(place);
  execFileSync('unzip', ['-q', archive!, '-d', place]);
  const program = join(place, `${NAME}-with-node`, 'sanxian');
  const env = { PATH: toolsOnly(work) };
  const done = spawnSync('/bin/sh', [program, '--version'], { env, encoding: 'utf8' });
  expect(done.stdout.trim()).toBe('0.1.0');
});

/** A path with what the scripts themselves call, and no Node. */
function toolsOnly(folder: string): string {
  const tools = join(folder, 'tools');
  mkdirSync(tools, { recursive: true });
  execFileSync('ln', ['-sf', execFileSync('which', ['dirname']).toString().trim(), tools]);
  return tools;
}
