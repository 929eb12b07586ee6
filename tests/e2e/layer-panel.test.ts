import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SanxianLayerPanel } from '../../src/components/layer-panel.ts';
import { useStage } from './use-stage.ts';
import { violations } from './violations.ts';

/** The layer panel by mouse, by keyboard and by screen reader; then with the real map and workers. */

const FARMLAND = 'permanent-basic-farmland';
const RED_LINE = 'ecological-red-line';
const URBAN = 'urban-development-boundary';

const stage = useStage();

/** Rows of a group from top to bottom, by the ids of their layers. */
const idsOf = (page: Page, group: string) =>
  page.evaluate((group) => {
    const app = document.querySelector('sanxian-app')!.shadowRoot!;
    const panel = app.querySelector('sanxian-layer-panel') as SanxianLayerPanel;
    const own = new Set(panel.rows.filter((row) => row.group === group).map(({ id }) => id));
    return [...panel.shadowRoot!.querySelectorAll<HTMLElement>('li[data-layer]')]
      .map((row) => row.dataset.layer!)
      .filter((id) => own.has(id));
  }, group);

const row = (page: Page, id: string) => page.locator(`li[data-layer='${id}']`);
const told = (page: Page) =>
  page.evaluate(() => {
    const { events: _events, ...rest } = window.stageTold;
    return rest;
  });

describe('order', () => {
  it('is farmland, red line, urban boundary until a person changes it', async () => {
    const page = await stage.show('state=checked&map=told', 1366, 768);
    expect(await idsOf(page, 'lines')).toEqual([FARMLAND, RED_LINE, URBAN]);
    await page.close();
  });

  it('changes by keyboard; the focus stays, it is said, drawn and remembered', async () => {
    const page = await stage.show('state=checked&map=told&lang=en', 1366, 768);
    const name = row(page, URBAN).locator('button.name');
    await name.focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => idsOf(page, 'lines')).toEqual([FARMLAND, URBAN, RED_LINE]);
    const focused = () =>
      page.evaluate(() => {
        const app = document.querySelector('sanxian-app')!.shadowRoot!;
        const panel = app.querySelector('sanxian-layer-panel')!.shadowRoot!;
        return panel.activeElement?.closest<HTMLElement>('li')?.dataset.layer ?? null;
      });
    await expect.poll(focused).toBe(URBAN);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => idsOf(page, 'lines')).toEqual([URBAN, FARMLAND, RED_LINE]);
    await expect.poll(focused).toBe(URBAN);
    // no further than the top
    await page.keyboard.press('Alt+ArrowUp');
    expect(await idsOf(page, 'lines')).toEqual([URBAN, FARMLAND, RED_LINE]);
    expect(await page.getByText('Urban boundary moved to place 1 of 3').count()).toBe(1);
    expect((await told(page)).orders.at(-1)).toEqual([[URBAN, FARMLAND, RED_LINE]]);

    await page.reload();
    await page.waitForSelector('body[data-staged]', { state: 'attached' });
    expect(await idsOf(page, 'lines')).toEqual([URBAN, FARMLAND, RED_LINE]);
    expect((await told(page)).orders).toEqual([[[URBAN, FARMLAND, RED_LINE]]]);
    await page.getByRole('button', { name: 'Reset the order' }).click();
    await expect.poll(() => idsOf(page, 'lines')).toEqual([FARMLAND, RED_LINE, URBAN]);
    expect((await told(page)).orders.at(-1)).toEqual([]);
    await page.close();
  });

  it('changes by drag from the swatch, and not by a click there', async () => {
    const page = await stage.show('state=checked&map=told', 1366, 768);
    const grip = await row(page, FARMLAND).locator('.grip').boundingBox();
    const under = await row(page, URBAN).boundingBox();
    await page.mouse.move(grip!.x + 8, grip!.y + 8);
    await page.mouse.down();
    await page.mouse.move(grip!.x + 8, grip!.y + 40, { steps: 4 });
    await page.mouse.move(grip!.x + 8, under!.y + under!.height - 3, { steps: 6 });
    expect(await row(page, URBAN).getAttribute('class')).toContain('below');
    await page.mouse.up();
    await expect.poll(() => idsOf(page, 'lines')).toEqual([RED_LINE, URBAN, FARMLAND]);
    expect(await row(page, FARMLAND).locator('.detail').count()).toBe(0);
    await row(page, FARMLAND).locator('.grip').click();
    expect(await row(page, FARMLAND).locator('.detail').count()).toBe(1);
    // dragging is never the only way
    await row(page, FARMLAND).getByRole('button', { name: '上移' }).click();
    await expect.poll(() => idsOf(page, 'lines')).toEqual([RED_LINE, FARMLAND, URBAN]);
    await page.close();
  });
});

describe('opacity and switch', () => {
  it('remember opacity, and never that a layer was hidden', async () => {
    const page = await stage.show('state=checked&map=told', 1366, 768);
    await row(page, RED_LINE).locator('button.name').click();
    await row(page, RED_LINE).locator('input[type=range]').fill('40');
    await row(page, FARMLAND).locator('input[type=checkbox]').uncheck();
    expect((await told(page)).layers.slice(-2)).toEqual([
      [RED_LINE, true, 0.4],
      [FARMLAND, false, 1],
    ]);
    await page.reload();
    await page.waitForSelector('body[data-staged]', { state: 'attached' });
    expect((await told(page)).layers).toEqual([[RED_LINE, true, 0.4]]);
    expect(await row(page, FARMLAND).locator('input[type=checkbox]').isChecked()).toBe(true);
    await page.close();
  });
});

/** Tells the app what a map and its worker would. */
async function count(page: Page, zoom: number, counts: object[]): Promise<void> {
  await page.evaluate(
    ([zoom, counts]) => {
      window.stageTold.events!.onView(zoom as number);
      window.stageTold.events!.onCounts(counts as never);
    },
    [zoom, counts] as const,
  );
}

const COUNTS = [
  { layer: FARMLAND, features: 1234, reason: null, covered: 'inside' },
  { layer: RED_LINE, features: 0, reason: null, covered: 'across' },
  { layer: URBAN, features: 0, reason: null, covered: 'outside' },
  { layer: 'cultivated-land', features: 0, reason: null, covered: 'inside' },
  {
    layer: 'nature-reserve-core',
    features: null,
    reason: { code: 'layer-size', params: {} },
    covered: 'inside',
  },
];

describe('what the view holds', () => {
  it('is a number only where the layer speaks for the view', async () => {
    const page = await stage.show('state=checked&map=told', 1366, 768);
    await count(page, 12, COUNTS);
    const texts = async (id: string) => {
      const words = await row(page, id).locator('.words').innerText();
      return words.replace(/\s+/g, ' ').trim();
    };
    await expect.poll(() => texts(FARMLAND)).toContain('视野内 1 234 个图斑');
    expect(await texts(RED_LINE)).toContain('≥ 0');
    expect(await texts(RED_LINE)).toContain('视野有一部分不在覆盖范围内');
    expect(await texts(URBAN)).toContain('此处未覆盖');
    expect(await texts(URBAN)).not.toMatch(/\b0\b/);
    expect(await texts('cultivated-land')).toContain('视野内 0 个图斑');
    expect(await texts('nature-reserve-core')).toContain('未能统计');
    // not counted yet
    expect(await texts('urban-green-line')).toContain('正在统计');
    // once the map has moved, the number is of the view before
    await count(page, 8, []);
    const old = row(page, FARMLAND).locator('.count.old');
    await expect.poll(() => old.count()).toBe(1);
    expect(await texts('urban-green-line')).toContain('放大后显示');
    await page.close();
  });

  it('is asked for shown layers only, once the map rests', async () => {
    const page = await stage.show('state=checked&map=told', 1366, 768);
    await row(page, FARMLAND).locator('input[type=checkbox]').uncheck();
    await page.evaluate(() => {
      for (let i = 0; i < 5; i++) window.stageTold.events!.onView(10 + i);
    });
    await page.waitForTimeout(500);
    const { counted } = await told(page);
    expect(counted).toHaveLength(1);
    expect(counted[0]).not.toContain(FARMLAND);
    expect(counted[0]).toContain(RED_LINE);
    await page.close();
  });
});

describe('metadata', () => {
  it('stands in a dialog that keeps the focus and gives it back', async () => {
    const page = await stage.show('state=checked&map=told', 1366, 768);
    await row(page, FARMLAND).locator('button.name').click();
    const open = row(page, FARMLAND).getByRole('button', { name: '元数据' });
    await open.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('SHA-256 校验码').waitFor();
    expect(await violations(page)).toEqual([]);
    await stage.shoot(page, 'layer-sheet-1366x768');
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    await expect.poll(() => open.evaluate((one) => one.matches(':focus'))).toBe(true);
    // and opens again
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog.count()).toBe(1);
    await page.close();
  });
});

describe('accessibility', () => {
  it.each([
    ['state=checked&map=told', 1366, 768],
    ['state=checked&map=told&lang=en', 1366, 768],
    ['state=checked&map=told&theme=dark', 1366, 768],
    ['state=checked&map=told&theme=contrast&lang=en', 1366, 768],
    ['state=checked&map=told', 390, 844],
    ['state=checked&map=told&theme=dark&lang=en', 390, 844],
  ])('%s at %i × %i: every state of a row, then a search', async (query, width, height) => {
    const page = await stage.show(query, width, height);
    await showLayers(page, width);
    await count(page, 8, COUNTS);
    await page.evaluate(() => {
      const why = { zh: '图层文件被截断。', en: 'The layer file is cut off.' };
      window.stageTold.events!.onLayerFailed('cultivated-land', why);
    });
    await row(page, FARMLAND).locator('button.name').click();
    await row(page, FARMLAND).locator('button.name').press('Alt+ArrowDown');
    const name = `layers-${query.replace(/[=&]/g, '-')}-${width}x${height}`;
    await page.waitForTimeout(100);
    await stage.shoot(page, name);
    expect(await violations(page)).toEqual([]);
    await page.locator('form input').fill('640303');
    await page.locator('form input').press('Enter');
    await page.waitForTimeout(200);
    await answer(page);
    await stage.shoot(page, `${name}-search`);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});

/** On a phone the panel is a tab of the sheet. */
async function showLayers(page: Page, width: number): Promise<void> {
  if (width < 640) await page.locator('nav.tabs button').nth(2).click();
}

/** Answers of a finder that does not run here. */
async function answer(page: Page): Promise<void> {
  await page.evaluate(() => {
    const box = [106.1, 37.4, 106.101, 37.401];
    const found = { more: false, namesByBeginning: false, without: { code: 0, name: 0 } };
    const hit = (field: string, text: string, features = 1) => ({
      field,
      text,
      features,
      index: 0,
      box,
    });
    const codes = [412, 413, 417].map((n) => hit('code', `640303105211000${n}`));
    for (const layer of window.stageFinder.layers) {
      const own = { type: 'found', id: window.stageFinder.id, layer };
      if (layer === 'permanent-basic-farmland') {
        window.stageFinder.tell({
          ...own,
          found: { ...found, more: true, without: { code: 12, name: 0 }, hits: codes },
        });
      } else if (layer === 'nature-reserve-core') {
        const hits = [hit('name', '罗山国家级自然保护区核心区（640303）', 3)];
        window.stageFinder.tell({ ...own, found: { ...found, namesByBeginning: true, hits } });
      } else if (layer === 'cultivated-land') {
        const reason = { code: 'find-too-large', params: { bytes: 312_000_000 } };
        window.stageFinder.tell({ ...own, type: 'failed', reason });
      } else {
        window.stageFinder.tell({ ...own, found: { ...found, hits: [] } });
      }
    }
  });
  await page.waitForTimeout(100);
}

describe('without layers', () => {
  const panel = (page: Page) =>
    page.locator('sanxian-layer-panel').evaluate((one) => {
      const [, , ...parts] = one.shadowRoot!.children;
      return parts.map((part) => (part as HTMLElement).innerText).join(' ');
    });
  const name = (page: Page, catalog: string) =>
    page.evaluate((catalog) => {
      const read = window.fetch;
      window.fetch = (input, init) =>
        String(input).endsWith('slow.json') ? new Promise(() => {}) : read(input, init);
      document.querySelector('sanxian-app')!.catalog = catalog;
    }, catalog);

  it('says that the catalog is being read', async () => {
    const page = await stage.show('state=checked&map=told', 1366, 768);
    await name(page, 'slow.json');
    await expect.poll(() => panel(page)).toContain('正在读取图层目录');
    await page.waitForTimeout(300);
    await stage.shoot(page, 'layers-loading-1366x768');
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('says why there is no catalog, and reads it again when asked', async () => {
    const page = await stage.show('state=checked&map=told&lang=en&theme=dark', 1366, 768);
    await name(page, 'nothing/here.json');
    await expect.poll(() => panel(page)).toContain('could not be read');
    expect(await panel(page)).toContain('404');
    await stage.shoot(page, 'layers-failed-1366x768');
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => {
      const read = window.fetch;
      window.fetch = (input, init) => read(String(input).replace('here', 'catalog'), init);
    });
    await page.locator('.no-catalog button').click();
    await expect.poll(() => idsOf(page, 'lines')).toEqual([FARMLAND, RED_LINE, URBAN]);
    await page.close();
  });
});

describe('a search', () => {
  const text = (page: Page) =>
    page
      .locator('sanxian-layer-search')
      .evaluate((one) =>
        [...one.shadowRoot!.children].map((part) => (part as HTMLElement).innerText).join(' '),
      );

  it('tells what was found, flies there and frames it', async () => {
    const page = await stage.show('state=checked&map=told', 1366, 768);
    await page.locator('form input').fill('640303');
    await page.locator('form input').press('Enter');
    await expect.poll(() => text(page)).toContain('正在查找：第 1 /');
    await answer(page);
    expect(await text(page)).toContain('找到 4 条以上');
    await page.getByRole('button', { name: '640303105211000412' }).click();
    const { found, fitted } = await told(page);
    expect(found.at(-1)).toEqual([106.1, 37.4, 106.101, 37.401]);
    expect(fitted.at(-1)![0]).toBeCloseTo(106.099, 9);
    await page.getByRole('button', { name: '关闭查找，回到图层' }).click();
    await expect.poll(() => idsOf(page, 'lines')).toEqual([FARMLAND, RED_LINE, URBAN]);
    expect((await told(page)).found.at(-1)).toBeNull();
    await page.close();
  });

  it('never says "not found" of a layer that was not searched', async () => {
    const page = await stage.show('state=checked&map=told', 1366, 768);
    await page.locator('form input').fill('999');
    await page.locator('form input').press('Enter');
    await page.waitForFunction(() => window.stageFinder);
    await page.evaluate(() => {
      const { id, layers, tell } = window.stageFinder;
      const found = { hits: [], more: false, namesByBeginning: false };
      tell({
        type: 'found',
        id,
        layer: layers[0]!,
        found: { ...found, without: { code: 0, name: 0 } },
      });
    });
    await page.getByRole('button', { name: '停止' }).click();
    await expect.poll(() => text(page)).toContain('已查的 1 个图层中没有，6 个未查');
    expect(await text(page)).toContain('未查找的图层');
    expect((await text(page)).match(/已停止，未查找。/g)).toHaveLength(6);
    await page.getByRole('button', { name: '重新查找' }).click();
    await expect.poll(() => text(page)).toContain('正在查找');
    // a worker that dies leaves layers unsearched as well
    await page.evaluate(() => window.stageFinder.die());
    await expect.poll(() => text(page)).toContain('没有一个图层能够查找');
    expect(await text(page)).toContain('查找进程已停止');
    await page.close();
  });
});

describe('with the real map and workers', () => {
  it.each([
    ['', 1366, 768],
    ['&theme=dark&lang=en', 1366, 768],
    ['', 390, 844],
  ])('counts, looks up and draws (%s at %i × %i)', async (query, width, height) => {
    const page = await stage.show(`state=checked&map=1${query}`, width, height);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await showLayers(page, width);
    const counted = row(page, FARMLAND).locator('.count:not(.old)');
    await expect.poll(() => counted.innerText(), { timeout: 30_000 }).toMatch(/\d/);
    await page.waitForTimeout(1500);
    const name = `layers-real${query.replace(/[=&]/g, '-')}-${width}x${height}`;
    await stage.shoot(page, name);
    await page.locator('form input').fill(width > 640 ? '6403031' : '罗山');
    await page.locator('form input').press('Enter');
    const hit = page.locator('sanxian-layer-search button.hit').first();
    await hit.waitFor({ timeout: 30_000 });
    await hit.click();
    const status = page.locator('sanxian-layer-search [role=status]');
    await expect.poll(() => status.innerText(), { timeout: 60_000 }).toMatch(/找到|found/);
    await page.waitForTimeout(2500);
    await stage.shoot(page, `${name}-found`);
    // the map takes another order, an opacity and the usual order again
    await page.locator('sanxian-layer-search .icon-button').click();
    await row(page, FARMLAND).locator('button.name').click();
    await row(page, FARMLAND).locator('button.name').press('Alt+ArrowDown');
    await row(page, FARMLAND).locator('input[type=range]').fill('50');
    await expect.poll(() => idsOf(page, 'lines')).toEqual([RED_LINE, FARMLAND, URBAN]);
    await page.waitForTimeout(500);
    await page.locator('.group button').click();
    await expect.poll(() => idsOf(page, 'lines')).toEqual([FARMLAND, RED_LINE, URBAN]);
    await page.waitForTimeout(500);
    expect(faults).toEqual([]);
    await page.close();
  });
});
