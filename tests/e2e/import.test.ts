import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './browser.ts';
import { openStage, type Stage } from './stage-server.ts';

/** Bringing files in: what they ask, what they came to, what is kept. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  browser = await launchChromium();
  stage = await openStage(browser);
});
afterAll(async () => {
  await stage?.close();
  await browser?.close();
});

/** Violations as "rule: where"; the page's content policy forbids inline scripts, so by evaluation. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const results = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.flat().join(' ')} ${node.failureSummary ?? ''}`),
    );
  }, RULES);
}

describe('the sheets', () => {
  it.each([
    ['state=crs', 1366, 768],
    ['state=crs&theme=dark&lang=en', 390, 844],
    ['state=layers', 1366, 768],
    ['state=layers&theme=contrast&lang=en', 1366, 768],
    ['state=outline', 1366, 768],
    ['state=outline&theme=dark', 390, 844],
    ['state=datum', 1366, 768],
    ['state=datum&theme=dark&lang=en', 1366, 900],
    ['state=several', 1366, 768],
    ['state=several&lang=en&theme=contrast', 390, 844],
    ['state=pins', 1366, 768],
    ['state=project', 1366, 1500],
    ['state=project&lang=en&theme=dark', 1366, 1500],
    ['state=project&theme=contrast', 390, 844],
    ['state=empty&paste=1', 1366, 768],
    ['state=empty&paste=1&theme=dark&lang=en', 390, 844],
  ])('%s at %i × %i has no violation', async (query, width, height) => {
    const page = await stage.show(query, width, height);
    await stage.shoot(page, `import-${query.replace(/[=&]/g, '-')}-${width}x${height}`);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});
