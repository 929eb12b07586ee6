import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { closingLine, countsOf } from './counts.mjs';
import { ensureInstalled, fail, node, root, tool } from './run.mjs';

/** `npm test`: set up, types, lint, build, unit and end-to-end tests; closes with one line of counts. */
await ensureInstalled();
const browser = await ensureBrowser();
await step('tsc --noEmit', () => node(tool('typescript/bin/tsc'), ['--noEmit']));
await step('biome check', () => node(tool('@biomejs/biome/bin/biome'), ['check', '.']));
console.log('\n— build');
await build();
await step('size of the first view', () => node(join(root, '.setup', 'size.mjs'), []));

const work = mkdtempSync(join(tmpdir(), 'sanxian-test-'));
const results = join(work, 'results.json');
const projects = ['unit', ...(existsSync(join(root, 'tests', 'e2e')) ? ['e2e'] : [])];
console.log(`\n— vitest ${projects.join(' + ')}`);
const code = await node(
  tool('vitest/vitest.mjs'),
  [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  ],
  { env: { ...process.env, SANXIAN_CHROMIUM: browser } },
);
if (!existsSync(results)) fail(`vitest ended with ${code} and left no results.`);
const counts = countsOf(results);
rmSync(work, { recursive: true, force: true });
const nothing = counts.passed + counts.failed === 0;
if (nothing) console.error('No test ran.');
console.log(`\n${closingLine(counts)}`);
process.exitCode = code === 0 && counts.failed === 0 && !nothing ? 0 : 1;

async function step(name, act) {
  console.log(`\n— ${name}`);
  const exit = await act();
  if (exit !== 0) fail(`${name} failed (${exit}).`);
}
