import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const folder = mkdtempSync(join(tmpdir(), 'sanxian-counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = join(import.meta.dirname, '../../.setup/counts.mjs');
const { countsOf, closingLine } = (await import(script)) as {
  countsOf: (path: string) => Counts;
  closingLine: (counts: Counts) => string;
};

function counted(testResults: unknown[]): Counts {
  const path = join(folder, 'r.json');
  writeFileSync(path, JSON.stringify({ testResults }));
  return countsOf(path);
}
const file = (status: string, ...results: string[]) => ({
  status,
  assertionResults: results.map((result) => ({ status: result })),
});

it('counts what did not run as skipped, and a file that could not be loaded as failed', () => {
  const counts = counted([
    file('passed', 'passed', 'passed', 'pending', 'todo', 'skipped'),
    file('failed', 'passed', 'failed'),
    file('failed'),
  ]);
  expect(counts).toEqual({ passed: 3, failed: 2, skipped: 3 });
});

it('closes with one plain line', () => {
  expect(closingLine(counted([file('passed', 'passed')]))).toBe('1 passed, 0 failed, 0 skipped');
});
