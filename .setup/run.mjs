import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder; paths may hold Chinese and spaces, so nothing goes through a shell. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a script of Node with inherited streams; resolves with its exit code. */
export function node(script, args = [], options = {}) {
  return run(process.execPath, [script, ...args], options);
}

export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Does a command exist and answer? */
export function answers(command, args = ['--version']) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** The command-line script of an installed package. */
export function tool(path) {
  return join(root, 'node_modules', ...path.split('/'));
}

/**
 * Installs the packages when they are missing or older than the lock file. npm is run as a Node script,
 * which is the same on every system.
 */
export async function ensureInstalled() {
  const lock = join(root, 'package-lock.json');
  const mark = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(lock).mtimeMs) return;
  if (existsSync(mark) && sameLock(lock, mark)) return;
  console.log('正在安装依赖 / Installing packages (npm ci) ...');
  const npm = npmScript();
  const code = npm
    ? await node(npm, ['ci', '--no-audit', '--no-fund'])
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
        'ci',
        '--no-audit',
        '--no-fund',
      ]);
  if (code !== 0) fail('npm ci failed; see the messages above.');
}

/** A checkout gives files the time of the checkout: then what is installed decides, not the clock. */
function sameLock(lock, mark) {
  const wanted = packagesOf(lock);
  const have = packagesOf(mark);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || have[path]?.version === version,
  );
}

function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

function npmScript() {
  const candidates = [
    process.env.npm_execpath,
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  return candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
}

export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
