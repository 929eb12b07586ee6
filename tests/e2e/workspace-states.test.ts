import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SanxianLayerPanel } from '../../src/components/layer-panel.ts';
import { useStage } from './use-stage.ts';
import { violations } from './violations.ts';

const stage = useStage();

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
    ['state=bordering', 1366, 1100],
    ['state=bordering&theme=dark&lang=en', 1366, 1100],
    ['state=approximate', 1366, 1100],
    ['state=stale', 1366, 1100],
    ['state=stale&theme=dark', 1366, 1100],
    ['state=stale&theme=contrast', 1366, 1100],
    ['state=first', 1366, 768],
    ['state=empty', 1366, 768],
    ['state=project', 1366, 768],
    ['state=project&theme=dark', 390, 844],
    ['state=report', 1366, 768],
    ['state=crs', 1366, 768],
    ['state=running', 1366, 768],
    ['state=measuring', 1366, 768],
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

describe('a border that was met', () => {
  /** Words, classes and marks of the headline, the three cards and the companion rows. */
  const said = (page: Page) =>
    page.evaluate(() => {
      const app = document.querySelector('sanxian-app')!.shadowRoot!;
      const panel = app.querySelector('sanxian-findings-panel')!.shadowRoot!;
      const within = (one: Element) => one.shadowRoot!;
      const headline = within(panel.querySelector('sanxian-verdict-block')!);
      const chips = [...panel.querySelectorAll('sanxian-line-card, sanxian-urban-card')]
        .map(within)
        .concat(within(panel.querySelector('sanxian-companion-rows')!))
        .flatMap((root) => [...root.querySelectorAll('sanxian-verdict-chip')])
        .map((chip) => within(chip).querySelector('.chip')!);
      return {
        headline: headline.querySelector('h2')!.textContent!.trim(),
        chips: chips.map((chip) => `${chip.textContent!.trim()} ${chip.className}`),
        first: within(panel.querySelector('sanxian-line-card')!).textContent!,
      };
    });

  it('is named in card, row and headline, never as 不涉及 and never green', async () => {
    const page = await stage.show('state=bordering', 1366, 1100);
    const { headline, chips, first } = await said(page);
    expect(headline).toBe('低于容差，须复核界线');
    expect(chips).toEqual([
      '低于容差 chip warn',
      '相接 chip warn',
      '不涉及 chip clear',
      '相接 chip warn',
      '低于容差 chip warn',
      '不涉及 chip clear',
      '不涉及 chip clear',
    ]);
    expect(first.replace(/\s+/g, '')).toContain('压占0.30m²，低于容差1m²（疑似边界误差）');
    await page.close();
  });

  it('gives way to 未核查 on every line where the position is not certain', async () => {
    const page = await stage.show('state=approximate', 1366, 1100);
    const { headline, chips } = await said(page);
    expect(headline).toBe('未核查完整，暂不能下结论');
    expect(new Set(chips)).toEqual(new Set(['未核查 chip gap-tone']));
    await page.close();
  });
});

describe('a result that is out of date', () => {
  it('says so on headline, cards and companion rows', async () => {
    const page = await stage.show('state=stale', 1366, 1100);
    const marks = await page.evaluate(() => {
      const app = document.querySelector('sanxian-app')!.shadowRoot!;
      const panel = app.querySelector('sanxian-findings-panel')!.shadowRoot!;
      return ['verdict-block', 'line-card', 'urban-card', 'companion-rows'].map((tag) => {
        const root = panel.querySelector(`sanxian-${tag}`)!.shadowRoot!;
        return [root.querySelector('.stale-word')?.textContent, !!root.querySelector('.stale')];
      });
    });
    expect(marks).toEqual(Array(4).fill(['已过期', true]));
    await page.close();
  });
});

describe('layers whose tiles fail', () => {
  it('says of each in its row why, and asks again for the one that is wanted', async () => {
    const page = await stage.show('state=checked&map=told', 1366, 900);
    const faults = () =>
      page.evaluate(async () => {
        const app = document.querySelector('sanxian-app')!;
        await app.updateComplete;
        const panel = app.shadowRoot!.querySelector<SanxianLayerPanel>('sanxian-layer-panel')!;
        await panel.updateComplete;
        return [...panel.shadowRoot!.querySelectorAll('li')].flatMap((row) => {
          const block = row.querySelector('.faults');
          if (!block) return [];
          const reasons = [...block.querySelectorAll('p')].map((one) => one.textContent);
          const { color } = getComputedStyle(block.querySelector('p')!);
          return [[row.querySelector('.title')!.textContent, color, ...reasons]];
        });
      });
    await page.evaluate(() => {
      const events = window.stageTold.events!;
      events.onLayerFailed('ecological-red-line', { zh: '文件被截断。', en: 'Truncated.' });
      events.onLayerFailed('permanent-basic-farmland', { zh: '文件缺失。', en: 'Missing.' });
      events.onLayerFailed('ecological-red-line', { zh: '网络中断。', en: 'Network.' });
    });
    const violet = 'rgb(87, 58, 145)';
    expect(await faults()).toEqual([
      ['永久基本农田', violet, '文件缺失。'],
      ['生态保护红线', violet, '文件被截断。', '网络中断。'],
    ]);
    await stage.shoot(page, 'tile-faults-1366x900');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '重试：生态保护红线' }).click();
    expect(await faults()).toEqual([['永久基本农田', violet, '文件缺失。']]);
    expect(await page.evaluate(() => window.stageTold.retried)).toEqual(['ecological-red-line']);
    await page.close();
  });
});

describe('another catalog', () => {
  it('takes the place of the first on panel, map and in the check', async () => {
    const page = await stage.show('state=checked&map=told', 1366, 900);
    const read = await page.evaluate(async () => {
      const app = document.querySelector('sanxian-app')!;
      const before = app.report?.number;
      window.stageTold.events!.onLayerFailed('cultivated-land', { zh: '旧', en: 'old' });
      app.catalog = 'other/catalog.json';
      await app.updateComplete;
      const after = app.report;
      while (window.stageTold.seats.length < 2) await new Promise((next) => setTimeout(next, 10));
      await app.updateComplete;
      const panel = app.shadowRoot!.querySelector<SanxianLayerPanel>('sanxian-layer-panel')!;
      await panel.updateComplete;
      const rows = panel.rows.filter(({ entry }) => entry).map(({ id, faults }) => [id, ...faults]);
      await app.check();
      const end = (url: string) => url.split('/').slice(-2).join('/');
      return {
        before,
        after,
        rows,
        seats: window.stageTold.seats.map(end),
        checkedWith: window.stageTold.checkedWith.map(end),
      };
    });
    expect(read).toMatchObject({ before: 'KZX-DEMO-20261121-001', after: null });
    expect(read.rows).toEqual([['permanent-basic-farmland'], ['cultivated-land']]);
    expect(read.seats).toEqual(['stage/catalog.json', 'other/catalog.json']);
    expect(read.checkedWith).toEqual(['stage/catalog.json', 'other/catalog.json']);
    await page.close();
  });
});
