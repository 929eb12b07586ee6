import { readFileSync } from 'node:fs';

/** What a vitest JSON report counts. `todo` and `pending` are skipped: they did not run. */
export function countsOf(path) {
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { assertionResults, status } of testResults) {
    // A file that could not even be loaded has no tests and must not pass unseen.
    if (status === 'failed' && assertionResults.length === 0) counts.failed++;
    for (const { status: result } of assertionResults) {
      if (result === 'passed') counts.passed++;
      else if (result === 'failed') counts.failed++;
      else counts.skipped++;
    }
  }
  return counts;
}

/** The closing line of a test run, alone on its line. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
