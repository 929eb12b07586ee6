import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './browser.ts';
import { openStage, type Stage } from './stage-server.ts';

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

describe('accessibility', () => {
  it.each([
    ['state=checked', 1366, 768],
    ['state=checked&theme=dark', 1366, 768],
    ['state=checked&theme=contrast', 1366, 768],
    ['state=checked&lang=en', 1366, 768],
    ['state=checked', 390, 844],
    ['state=checked', 800, 700],
    ['state=opened', 1366, 1900],
    ['state=opened&theme=dark&lang=en', 1366, 1900],
    ['state=undetermined', 1366, 768],
    ['state=undetermined&theme=dark', 1366, 768],
    ['state=prohibited', 1366, 768],
    ['state=first', 1366, 768],
    ['state=empty', 1366, 768],
    ['state=project', 1366, 768],
    ['state=project&theme=dark', 390, 844],
    ['state=report', 1366, 768],
    ['state=crs', 1366, 768],
    ['state=running', 1366, 768],
    ['state=refused', 1366, 768],
    ['state=review', 1366, 768],
    ['state=batch', 1366, 768],
  ])('%s at %i × %i has no violation', async (query, width, height) => {
    const page = await stage.show(query, width, height);
    await stage.shoot(page, `${query.replace(/[=&]/g, '-')}-${width}x${height}`);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});

describe('what stands above the fold', () => {
  /** Boxes of the verdict and of the big number or zone table in each card. */
  const boxes = (page: Page) =>
    page.evaluate(() => {
      const app = document.querySelector('sanxian-app')!.shadowRoot!;
      const panel = app.querySelector('sanxian-findings-panel')!.shadowRoot!;
      const scroll = panel.querySelector('.scroll')!.getBoundingClientRect();
      const cards = [...panel.querySelectorAll('sanxian-line-card, sanxian-urban-card')];
      return {
        bottom: scroll.bottom,
        measured: cards.map(
          (card) =>
            card.shadowRoot!.querySelector('.figures, table')!.getBoundingClientRect().bottom,
        ),
        overflow: document.documentElement.scrollWidth - innerWidth,
      };
    });

  it('shows the areas of all three lines at 1366 × 768 without scrolling', async () => {
    const page = await stage.show('state=checked', 1366, 768);
    const { bottom, measured } = await boxes(page);
    expect(measured).toHaveLength(3);
    for (const edge of measured) expect(edge).toBeLessThanOrEqual(bottom);
    await page.close();
  });

  it.each([
    [1093, 614],
    [683, 384],
    [390, 844],
    [1024, 768],
  ])('cuts nothing off sideways at %i × %i', async (width, height) => {
    const page = await stage.show('state=checked&lang=en', width, height);
    expect((await boxes(page)).overflow).toBe(0);
    await page.close();
  });
});

describe('what was not looked at', () => {
  it('shows neither a tick, nor green, nor 不涉及 for it, and withholds the headline', async () => {
    const page = await stage.show('state=undetermined', 1366, 768);
    const read = await page.evaluate(() => {
      const app = document.querySelector('sanxian-app')!.shadowRoot!;
      const panel = app.querySelector('sanxian-findings-panel')!.shadowRoot!;
      const headline = panel.querySelector('sanxian-verdict-block')!.shadowRoot!;
      const card = panel.querySelectorAll('sanxian-line-card')[1]!.shadowRoot!;
      const rows = panel.querySelector('sanxian-companion-rows')!.shadowRoot!;
      const green = [...rows.querySelectorAll('details')].find((row) =>
        row.textContent?.includes('绿线'),
      )!;
      const chip = (root: ParentNode) =>
        root.querySelector('sanxian-verdict-chip')!.shadowRoot!.querySelector('.chip')!;
      return {
        headline: headline.querySelector('h2')!.textContent!.trim(),
        cardChip: [chip(card).textContent!.trim(), chip(card).className],
        cardNumbers: card.querySelector('.figures') !== null,
        rowChip: [chip(green).textContent!.trim(), chip(green).className],
      };
    });
    expect(read.headline).toBe('未核查完整，暂不能下结论');
    expect(read.cardChip).toEqual(['未核查', 'chip gap-tone']);
    expect(read.cardNumbers).toBe(false);
    expect(read.rowChip).toEqual(['未核查', 'chip gap-tone']);
    await page.close();
  });

  it('keeps a prohibition as the headline and says what was not looked at', async () => {
    const page = await stage.show('state=prohibited', 1366, 768);
    const text = await page.evaluate(() => {
      const app = document.querySelector('sanxian-app')!.shadowRoot!;
      const panel = app.querySelector('sanxian-findings-panel')!.shadowRoot!;
      const block = panel.querySelector('sanxian-verdict-block')!.shadowRoot!;
      return [block.querySelector('h2'), block.querySelector('.also')].map((one) =>
        one!.textContent!.trim(),
      );
    });
    expect(text).toEqual(['禁止', '另有 2 项未核查']);
    await page.close();
  });
});
