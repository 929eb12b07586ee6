import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { answers, fail, run } from './run.mjs';

/** Where Chromium or Chrome lies on this machine, or null. */
export function findBrowser() {
  const named = process.env.SANXIAN_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    fail(`SANXIAN_CHROMIUM names ${named}, which does not exist.`);
  }
  return candidates().find((path) => existsSync(path)) ?? null;
}

function candidates() {
  const { platform, env } = process;
  if (platform === 'win32') {
    const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    const programs = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ];
    return bases.flatMap((base) => programs.map((parts) => join(base, ...parts)));
  }
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
  return [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/opt/google/chrome/chrome',
  ];
}

/**
 * The browser for the tests: the installed one; else, as root on a Debian-like system, installed from
 * the distribution; else one sentence about what is missing.
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found !== null) return found;
  const root = process.getuid?.() === 0;
  if (root && answers('apt-get')) {
    console.log('正在安装 Chromium / Installing Chromium (apt-get) ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const packages = ['chromium', 'fonts-noto-cjk'];
    const updated = await run('apt-get', ['update'], { env });
    if (updated === 0) await run('apt-get', ['install', '-y', ...packages], { env });
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  return fail(
    '缺少 Chromium 或 Chrome：请安装后重试，或用环境变量 SANXIAN_CHROMIUM 指明其程序。\n' +
      'Chromium or Chrome is missing: install it (Debian: apt-get install chromium fonts-noto-cjk) or name its program in SANXIAN_CHROMIUM.',
  );
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  console.log(await ensureBrowser());
}
