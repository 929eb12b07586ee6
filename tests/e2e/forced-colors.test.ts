import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useStage } from './use-stage.ts';
import { violations } from './violations.ts';

/** Colours of the system alone: edges, shapes and what is chosen are still told apart. */

const stage = useStage();

/** Drawn without an edge, chosen without being seen as such, shapes in a colour of their own. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all: Element[] = [];
    const walk = (root: ParentNode) => {
      for (const one of root.querySelectorAll('*')) {
        all.push(one);
        if (one.shadowRoot) walk(one.shadowRoot);
      }
    };
    walk(document);
    const probe = document.createElement('i');
    document.body.append(probe);
    const colour = (name: string) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    };
    const [canvas, highlight] = [colour('Canvas'), colour('Highlight')];
    probe.remove();
    const isShown = (one: Element) => one.getClientRects().length > 0;
    const name = (one: Element) =>
      `${one.localName}.${one.classList} “${one.textContent!.trim().replace(/\s+/g, ' ').slice(0, 20)}”`;
    const hasEdge = (one: Element, side = 'Top') => {
      const style = getComputedStyle(one) as unknown as Record<string, string>;
      const width = Number.parseFloat(style[`border${side}Width`]!);
      return (
        width > 0 &&
        style[`border${side}Style`] !== 'none' &&
        style[`border${side}Color`] !== canvas
      );
    };
    const edged =
      '.button, .chip, .tag, .pill, input.field, select.field, .card, article .question, .drop, .option';
    const found: string[] = [];
    for (const one of all.filter(isShown)) {
      if (one.matches(edged) && !one.closest('.paper') && !hasEdge(one))
        found.push(`no edge: ${name(one)}`);
      if (one.matches('article:not(.paper)') && !hasEdge(one, 'Bottom')) {
        found.push(`no edge: ${name(one)}`);
      }
      const inGroup = one.parentElement !== null && hasEdge(one.parentElement);
      if (one.matches('.icon-button') && !inGroup && !hasEdge(one)) {
        found.push(`no edge: ${name(one)}`);
      }
      const chosen =
        ':is(button, a):is([aria-pressed=true], [aria-selected=true], [aria-current=page], [aria-current=true])';
      if (one.matches(chosen) && getComputedStyle(one).backgroundColor !== highlight) {
        found.push(`not seen as chosen: ${name(one)}`);
      }
      if (one.matches('tr[aria-selected=true] td')) {
        // else the browser lays a ground of its own under every word
        const { backgroundColor, forcedColorAdjust } = getComputedStyle(
          one,
        ) as CSSStyleDeclaration & { forcedColorAdjust: string };
        if (backgroundColor !== highlight || forcedColorAdjust !== 'none') {
          found.push(`row: ${name(one)}`);
        }
      }
      if (
        one.matches('svg:not(.swatch):not(.paper svg)') &&
        one.closest('.maplibregl-map') === null
      ) {
        const own = getComputedStyle(one).color;
        const host = one.parentElement ?? (one.getRootNode() as ShadowRoot).host;
        if (own !== getComputedStyle(host).color) found.push(`colour of its own: ${name(host)}`);
      }
    }
    return found;
  });
}

describe('with forced colours', () => {
  it.each([
    ['state=first', 1366, 768],
    ['state=checked', 1366, 768],
    ['state=undetermined&theme=dark', 1366, 768],
    ['state=checked', 390, 844],
    ['state=project', 1366, 1400],
    ['state=crs', 1366, 768],
    ['state=report', 1366, 768],
    ['state=review&map=told&tab=statistics', 1366, 768],
    ['state=review&map=told&at=106.06,37.43', 1366, 768],
    ['state=batch', 1366, 768],
    ['state=stale', 1366, 768],
  ])('%s at %i × %i keeps edges, shapes and choices', async (query, width, height) => {
    const page = await stage.show(query, width, height);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await page.waitForTimeout(200);
    if (query === 'state=checked' && width === 1366) {
      await page.locator('sanxian-pieces-table tbody tr').nth(1).click();
    }
    await stage.shoot(page, `forced-${query.replace(/[=&,.]/g, '-')}-${width}`);
    expect(await faults(page)).toEqual([]);
    await page.close();
  });

  it('tells shares of a bar apart, and has no violation', async () => {
    const page = await stage.show('state=undetermined', 1366, 1400);
    await page.emulateMedia({ forcedColors: 'active' });
    const part = (card: string, selector: string) =>
      page
        .locator(card)
        .locator(selector)
        .first()
        .evaluate((one) => {
          const { backgroundColor, backgroundImage } = getComputedStyle(one);
          return `${backgroundColor} ${backgroundImage}`;
        });
    const over = await part('sanxian-line-card', '.bar > .over');
    const bar = await part('sanxian-line-card', '.bar');
    expect(over).not.toBe(bar);
    expect(await part('sanxian-line-card', '.bar > .unlooked')).toContain('gradient');
    expect(await part('sanxian-urban-card', '.key.concentrated')).not.toBe(
      await part('sanxian-urban-card', '.key.outside'),
    );
    // of colours the checker only knows those that were written
    const other = (await violations(page)).filter((one) => !one.startsWith('color-contrast'));
    expect(other).toEqual([]);
    await page.close();
  });

  it('finds what has no edge and no choice, where that is planted', async () => {
    const page = await stage.show('state=checked', 1366, 768);
    await page.emulateMedia({ forcedColors: 'active' });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '.planted { forced-color-adjust: none; border: 0; background: red } .planted svg { color: blue }',
      );
      const root = document.querySelector('sanxian-app')!.shadowRoot!;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      const planted = document.createElement('div');
      planted.innerHTML = '<b class="chip planted">a<svg></svg></b>';
      root.append(planted);
    });
    expect(await faults(page)).toEqual(['no edge: b.chip planted “a”']);
    await page.close();
  });
});
