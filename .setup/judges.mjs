import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { closingLine, countsOf } from './counts.mjs';
import { ensureInstalled, fail, node, root, tool } from './run.mjs';

/**
 * `npm run judges [-- --without a,b]`: asks the outside engines live. One that is missing is a failure
 * unless it is named.
 */
const JUDGES = {
  ogr2ogr: { need: 'gdal-bin', there: () => answers('ogr2ogr') },
  cs2cs: { need: 'proj-bin', there: () => answers('cs2cs', []) },
  psql: { need: 'postgresql', there: () => answers('psql') },
  postgis: { need: 'postgresql-15-postgis-3', there: hasPostgis },
  soffice: { need: 'libreoffice', there: () => answers('soffice') },
  zbarimg: { need: 'zbar-tools', there: () => answers('zbarimg') },
  pdftoppm: { need: 'poppler-utils', there: () => answers('pdftoppm', ['-v']) },
  nginx: { need: 'nginx', there: () => answers('nginx', ['-v']) },
  firefox: { need: 'firefox-esr', there: () => answers('firefox-esr') },
  webkit: { need: 'webkit2gtk-driver', there: () => answers('WebKitWebDriver') },
  xvfb: { need: 'xvfb', there: () => answers('Xvfb', ['-help']) },
  wine: { need: 'wine', there: () => answers('wine', ['--version']) },
  caddy: { need: 'caddy', there: () => answers('caddy', ['version']) },
};

await ensureInstalled();
const without = readWithout(process.argv.slice(2));
const missing = Object.entries(JUDGES)
  .filter(([name, { there }]) => !without.includes(name) && !there())
  .map(([name, { need }]) => `${name} (Debian: ${need})`);
if (missing.length > 0) {
  fail(`Missing: ${missing.join(', ')}. Install them, or leave them out with --without.`);
}

// nginx serves the built app, and the built command line asks it
if (!existsSync(join(root, 'dist', 'index.html'))) await build();

const browser = await ensureBrowser();
const work = mkdtempSync(join(tmpdir(), 'sanxian-judges-'));
const results = join(work, 'results.json');
const code = await node(
  tool('vitest/vitest.mjs'),
  [
    'run',
    '--project',
    'judges',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  ],
  { env: { ...process.env, SANXIAN_CHROMIUM: browser, SANXIAN_WITHOUT: without.join(',') } },
);
if (!existsSync(results)) fail(`vitest ended with ${code} and left no results.`);
const counts = countsOf(results);
rmSync(work, { recursive: true, force: true });
if (without.length > 0) console.log(`\nwithout: ${without.join(', ')}`);
console.log(`\n${closingLine(counts)}`);
process.exitCode = code === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1;

function readWithout(args) {
  const at = args.indexOf('--without');
  const named = args.find((arg) => arg.startsWith('--without='))?.slice('--without='.length);
  const list = named ?? (at >= 0 ? args[at + 1] : undefined);
  const names = (list ?? '').split(',').filter((name) => name !== '');
  const unknown = names.filter((name) => !Object.hasOwn(JUDGES, name));
  if (unknown.length > 0) {
    fail(`--without ${unknown.join(',')}: there are ${Object.keys(JUDGES).join(', ')}.`);
  }
  return names;
}

/** Runs and does not fail to start; `cs2cs` without arguments waits for none and ends. */
function answers(command, args = ['--version']) {
  const { error } = spawnSync(command, args, { stdio: 'ignore', input: '', timeout: 60_000 });
  return error === undefined;
}

/** The extension's control file, beside any installed PostgreSQL. */
function hasPostgis() {
  const shares = ['/usr/share/postgresql', '/usr/local/share/postgresql'];
  return shares
    .filter((share) => existsSync(share))
    .some((share) =>
      [share, ...readdirSync(share).map((version) => join(share, version))].some((folder) =>
        existsSync(join(folder, 'extension', 'postgis.control')),
      ),
    );
}
