import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useStage } from './use-stage.ts';
import { violations } from './violations.ts';

/** The tools of the map by pointer and by keys, with the real map; links and bookmarks; what they look like. */

const stage = useStage();

/** As the keys of the workspace do. */
const tool = (page: Page, name: string | null) =>
  page.evaluate((tool) => {
    const app = document.querySelector('sanxian-app')!;
    app.dispatchEvent(new CustomEvent('sanxian-tool', { detail: { tool } }));
  }, name);
const seated = async (page: Page) => {
  await page.locator('.map canvas').waitFor();
  await page.waitForTimeout(1200);
};
const live = (page: Page) => page.locator('.frame > .hidden-text[role=status]').innerText();
/** Middle of the map, moved by px. */
const onMap = async (page: Page, dx = 0, dy = 0) => {
  const box = (await page.locator('.map-area').boundingBox())!;
  return [box.x + box.width / 2 + dx, box.y + box.height / 2 + dy] as const;
};

/** Presses a key, until the way to the cross is another one: the map has come to rest elsewhere. */
const moveCross = async (page: Page, key: string) => {
  const value = () => page.locator('sanxian-measure-bar .card').innerText();
  const before = await value();
  await page.keyboard.press(key);
  await expect.poll(value, { timeout: 8000 }).not.toBe(before);
};
/** The tool has hands on the map once the pointer is a cross over it. */
const handsOn = (page: Page, dx: number, dy: number) =>
  expect
    .poll(
      async () => {
        await page.mouse.move(...(await onMap(page, dx - 3, dy)));
        await page.mouse.move(...(await onMap(page, dx, dy)));
        return page.locator('.map canvas').evaluate((one) => one.style.cursor);
      },
      { timeout: 10_000 },
    )
    .toBe('crosshair');

describe('with the real map', () => {
  it('measures, compares, picks and goes there, by pointer', async () => {
    const page = await stage.show('state=checked&map=1', 1366, 768);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await seated(page);

    await page.getByRole('button', { name: '量算长度、面积' }).click();
    const bar = page.locator('sanxian-measure-bar .card');
    await expect.poll(() => bar.innerText()).toContain('逐点单击');
    await handsOn(page, -120, -60);
    await page.mouse.click(...(await onMap(page, -120, -60)));
    await page.mouse.move(...(await onMap(page, 60, -60)), { steps: 4 });
    await expect.poll(() => bar.innerText()).toMatch(/长度 \d[\d\u2009]*\.\d\d m · \d+\.\d{3} km/);
    await page.mouse.click(...(await onMap(page, 60, -60)));
    await page.mouse.click(...(await onMap(page, 60, 60)));
    await bar.getByRole('button', { name: '面积' }).click();
    await page.mouse.move(...(await onMap(page, -100, 80)), { steps: 4 });
    await expect.poll(() => bar.innerText()).toMatch(/面积 .* 公顷 · .* 亩 · .* m² · 周长/);
    await page.waitForTimeout(400);
    await stage.shoot(page, 'tools-measure-1366x768');
    expect(await violations(page)).toEqual([]);
    await page.mouse.dblclick(...(await onMap(page, -100, 80)));
    await expect.poll(() => live(page)).toContain('量算完成');
    await bar.getByRole('button', { name: '复制' }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toMatch(/^面积 \d+\.\d{4} 公顷/);
    await page.keyboard.press('Escape');
    await expect.poll(() => bar.count()).toBe(0);

    await page.getByRole('button', { name: '卷帘对比' }).click();
    const handle = page.getByRole('slider', { name: '卷帘位置' });
    await handle.waitFor();
    await expect.poll(() => page.locator('.map canvas').count()).toBe(2);
    await page.waitForTimeout(1500);
    await stage.shoot(page, 'tools-swipe-1366x768');
    expect(await violations(page)).toEqual([]);
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => handle.getAttribute('aria-valuenow')).toBe('54');
    expect(await handle.getAttribute('aria-valuetext')).toContain('占 54 %');
    const before = await page.locator('sanxian-swipe .label.left').innerText();
    await page.keyboard.press('m');
    await expect.poll(() => page.locator('sanxian-swipe .label.right').innerText()).toBe(before);
    await page.keyboard.press('Escape');
    // the second map is gone, context and all
    await expect.poll(() => page.locator('.map canvas').count()).toBe(1);

    await page.getByRole('button', { name: '取点坐标' }).click();
    await handsOn(page, 40, 30);
    await page.mouse.click(...(await onMap(page, 40, 30)));
    await expect.poll(copied).toMatch(/^106\.\d{8}, 37\.\d{8}$/);
    await page.locator('sanxian-place-bar select').selectOption('zone3-prefixed');
    // the key takes the middle of the map
    await tool(page, 'pick-coordinate');
    await expect.poll(copied).toMatch(/^35\d{6}\.\d{3}, 41\d{5}\.\d{3}$/);
    await expect.poll(() => live(page)).toContain('3° 带 35');
    await page.waitForTimeout(500);
    await stage.shoot(page, 'tools-pick-1366x768');

    // what is copied can be gone to
    const field = page.locator('sanxian-search input');
    const options = page.locator('sanxian-search [role=option]');
    await field.fill(await copied());
    await expect.poll(() => options.count()).toBe(1);
    await field.fill('594000 4145300');
    await expect.poll(() => options.count()).toBeGreaterThan(1);
    await stage.shoot(page, 'tools-go-to-1366x768');
    // several: Enter chooses none for a person
    const place = page.locator('sanxian-place-bar .value');
    const marked = await place.innerText();
    await field.press('Enter');
    expect(await place.innerText()).toBe(marked);
    await field.press('Enter');
    await expect.poll(() => place.innerText()).toBe('35594000.000, 4145300.000');
    await page.waitForTimeout(900);
    await stage.shoot(page, 'tools-place-1366x768');

    // the notation is remembered
    await page.reload();
    await page.waitForSelector('body[data-staged]', { state: 'attached' });
    expect(await page.locator('sanxian-status-bar select').inputValue()).toBe('zone3-prefixed');
    await page.close();
  });

  it('measures by keys alone: points at the cross, back, and every point is said', async () => {
    const page = await stage.show('state=checked&map=1&lang=en&theme=dark', 1366, 768);
    await seated(page);
    await tool(page, 'measure');
    await page.locator('.tool-cross').waitFor();
    await page.waitForTimeout(200);
    await page.keyboard.press('Enter');
    await expect.poll(() => live(page)).toContain('Point 1');
    await moveCross(page, 'ArrowRight');
    await page.keyboard.press(' ');
    await expect.poll(() => live(page)).toMatch(/Point 2\. Length \d/);
    await moveCross(page, 'ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => live(page)).toContain('Point 3');
    await page.waitForTimeout(400);
    await stage.shoot(page, 'tools-measure-keys-dark-en');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Backspace');
    await expect.poll(() => live(page)).toContain('Point 2');
    await page.close();
  });
});

describe('two editions of one layer', () => {
  it('are compared from the menu of the layer, and on a phone', async () => {
    const page = await stage.browser.newPage({ viewport: { width: 390, height: 844 } });
    // the nature reserve plays the red line of the year before
    await page.route('**/layers/catalog.json', async (route) => {
      const catalog = await (await route.fetch()).json();
      const layerOf = (id: string) => catalog.layers.find((one: { id: string }) => one.id === id);
      catalog.layers.push({
        ...layerOf('nature-reserve'),
        id: 'ecological-red-line@2024-12',
        kind: 'ecological-red-line',
        role: 'reference',
        edition: '2024-12',
      });
      await route.fulfill({ json: catalog });
    });
    await page.goto(`${stage.address}tests/e2e/stage/index.html?state=review&map=1`);
    await page.waitForSelector('body[data-staged]', { state: 'attached' });
    await seated(page);
    await page.evaluate(() => document.querySelector('sanxian-app')!.fitTo([106, 37, 106.6, 37.8]));
    await page.getByRole('button', { name: '图层', exact: true }).click();
    await page.locator("li[data-layer='ecological-red-line'] button.name").click();
    await page.getByRole('button', { name: '并排对比' }).click();
    const label = (side: string) => page.locator(`sanxian-swipe .label.${side}`).innerText();
    await expect.poll(() => label('left')).toBe('2024-12 版');
    expect(await label('right')).toBe('2025-12 版');
    await expect.poll(() => page.locator('.map canvas').count()).toBe(2);
    await page.waitForTimeout(2000);
    await stage.shoot(page, 'tools-editions-390x844');
    expect(await violations(page)).toEqual([]);
    // the line follows the finger
    const handle = (await page.getByRole('slider', { name: '卷帘位置' }).boundingBox())!;
    await page.mouse.move(handle.x + 15, handle.y + 15);
    await page.mouse.down();
    await page.mouse.move(handle.x + 15 - 100, handle.y + 15, { steps: 4 });
    await page.mouse.up();
    const now = await page.locator('sanxian-swipe .handle').getAttribute('aria-valuenow');
    expect(Math.abs(Number(now) - (50 - (100 / 390) * 100))).toBeLessThan(2);
    await page.close();
  });
});

describe('a coordinate', () => {
  it('stands in a field, selected, where there is no clipboard', async () => {
    const page = await stage.show('state=checked&map=told&theme=contrast', 1366, 768);
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await tool(page, 'pick-coordinate');
    const field = page.getByRole('textbox', { name: '待复制的文字' });
    await expect.poll(() => field.inputValue()).toBe('106.50000000, 37.50000000');
    const selected = await field.evaluate((one: HTMLTextAreaElement) => one.selectionEnd);
    expect(selected).toBe('106.50000000, 37.50000000'.length);
    await stage.shoot(page, 'tools-by-hand-contrast');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => field.count()).toBe(0);
    await page.close();
  });
});

describe('places', () => {
  const OPTION = 'sanxian-search [role=option]';

  it('are looked up in the layers, by keys, and what was not searched is named', async () => {
    const page = await stage.show('state=checked&map=told&lang=en&theme=dark', 1024, 768);
    await tool(page, 'go-to');
    await page.waitForTimeout(150);
    await page.keyboard.type('罗山');
    await page.waitForFunction(() => window.stageFinder?.layers.length > 0);
    await page.evaluate(() => {
      const { id, layers, tell } = window.stageFinder;
      const rest = { more: false, namesByBeginning: false, without: { code: 0, name: 0 } };
      const hit = { field: 'name', text: '罗山', features: 1, box: [106.1, 37.4, 106.2, 37.5] };
      layers.forEach((layer, i) => {
        if (i === 0) tell({ type: 'found', id, layer, found: { ...rest, hits: [hit, hit] } });
        else if (i === 1) {
          tell({ type: 'failed', id, layer, reason: { code: 'find-no-fields', params: {} } });
        } else tell({ type: 'found', id, layer, found: { ...rest, hits: [] } });
      });
    });
    await expect.poll(() => page.locator(OPTION).count()).toBe(2);
    const popup = page.locator('sanxian-search .popup');
    expect(await popup.innerText()).toContain('1 not searched: Ecological red line');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await stage.shoot(page, 'tools-places-1024-dark-en');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => window.stageTold.found.at(-1)))
      .toEqual([106.1, 37.4, 106.2, 37.5]);
    await page.close();
  });

  it('stand on the map of a phone', async () => {
    const page = await stage.show('state=checked&map=told', 390, 844);
    await page.getByRole('button', { name: '地图工具' }).click();
    await stage.shoot(page, 'tools-folded-390x844');
    await page.getByRole('button', { name: '定位：地名、图斑编号、坐标' }).click();
    await page.locator('sanxian-search[over] input').waitFor();
    await page.waitForTimeout(150);
    await page.keyboard.type('37°26′05″N 106°03′43″E');
    await expect.poll(() => page.locator(OPTION).count()).toBe(1);
    await stage.shoot(page, 'tools-go-to-390x844');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('sanxian-place-bar .card').innerText())
      .toContain('106.06');
    await stage.shoot(page, 'tools-place-390x844');
    await page.close();
  });
});

describe('bookmarks', () => {
  const names = (page: Page) => page.locator('sanxian-bookmarks .go b').allInnerTexts();
  const open = async (page: Page) => {
    const tab = page.getByRole('tab', { name: '书签' });
    if ((await tab.count()) > 0) await tab.click();
  };

  it('are kept, named, ordered, exported and brought in', async () => {
    const page = await stage.show('state=review&map=told', 1366, 768);
    await open(page);
    const add = async (name: string) => {
      await page.getByRole('textbox', { name: '书签名称' }).fill(name);
      await page.getByRole('button', { name: '保存当前视图' }).click();
    };
    await add('南区');
    await page.locator("li[data-layer='urban-green-line'] input[type=checkbox]").uncheck();
    await add('北区');
    await add('');
    await expect.poll(() => names(page)).toEqual(['南区', '北区', '106.5000, 37.5000']);
    await page.getByRole('button', { name: '上移“北区”' }).click();
    await page.getByRole('button', { name: '重命名“106.5000, 37.5000”' }).click();
    await page.keyboard.type('西区');
    await page.keyboard.press('Enter');
    await expect.poll(() => names(page)).toEqual(['北区', '南区', '西区']);
    await stage.shoot(page, 'tools-bookmarks-1366x768');
    expect(await violations(page)).toEqual([]);
    // going there brings the layers back as they were
    await page.getByRole('button', { name: /^南区/ }).click();
    const green = page.locator("li[data-layer='urban-green-line'] input[type=checkbox]");
    await expect.poll(() => green.isChecked()).toBe(true);
    const moved = await page.evaluate(() => window.stageTold.moved.at(-1));
    expect(moved).toEqual([[106.5, 37.5], 12]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const path = await (await download).path();
    await page.getByRole('button', { name: '删除“西区”' }).click();
    await expect.poll(() => names(page)).toEqual(['北区', '南区']);
    await page.reload();
    await page.waitForSelector('body[data-staged]', { state: 'attached' });
    await open(page);
    expect(await names(page)).toEqual(['北区', '南区']);
    const file = page.locator('sanxian-bookmarks input[type=file]');
    await file.setInputFiles({
      name: '别的.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{}'),
    });
    await expect.poll(() => page.getByText('不是书签文件').count()).toBe(1);
    expect(await names(page)).toEqual(['北区', '南区']);
    await file.setInputFiles(path);
    await expect.poll(() => names(page)).toEqual(['北区', '南区', '西区']);
    await page.close();
  });
});

describe('the address', () => {
  const hashOf = (page: Page) => page.evaluate(() => location.hash);

  it('carries view, layers and mode, and nothing of the project', async () => {
    const page = await stage.show('state=checked&map=told&permalink=1', 1366, 768);
    await expect.poll(() => hashOf(page)).toBe('#v=1&c=106.5,37.5&z=12&m=check');
    await page.locator("li[data-layer='urban-green-line'] input[type=checkbox]").uncheck();
    await page.getByRole('link', { name: '图层审阅' }).click();
    await expect
      .poll(() => hashOf(page))
      .toBe('#v=1&c=106.5,37.5&z=12&l=-urban-green-line&m=review&t=identify');
    const project = await page.evaluate(() => document.querySelector('sanxian-app')!.project!);
    const hash = decodeURIComponent(await hashOf(page));
    const own = [
      project.name,
      project.id,
      project.source.file,
      ...project.parcels.map(({ name }) => name),
    ];
    for (const text of own.filter((one) => one.length > 1)) expect(hash).not.toContain(text);
    const numbers = JSON.stringify(project).match(/\d{2,3}\.\d{3,}/g) ?? [];
    expect(numbers.length).toBeGreaterThan(5);
    for (const number of numbers) expect(hash).not.toContain(number.slice(0, 8));
    await page.close();
  });

  it('is read at the start and when it changes; a wrong one is said and loses nothing', async () => {
    const page = await stage.show(
      'state=empty&map=told&permalink=1#v=1&c=106.2,38.1&z=10.5&l=-urban-blue-line,gone&m=review',
      1366,
      768,
    );
    const moved = () => page.evaluate(() => window.stageTold.moved.at(-1));
    expect(await moved()).toEqual([[106.2, 38.1], 10.5]);
    const blue = page.locator("li[data-layer='urban-blue-line'] input[type=checkbox]");
    expect(await blue.isChecked()).toBe(false);
    const modeNow = () => page.locator('sanxian-bar nav a[aria-current]').innerText();
    expect(await modeNow()).toBe('图层审阅');
    await page.evaluate(() => {
      location.hash = '#v=1&c=106.3,38&z=9&m=check';
    });
    await expect.poll(moved).toEqual([[106.3, 38], 9]);
    expect(await modeNow()).toBe('选址核查');
    expect(await blue.isChecked()).toBe(true);
    await page.evaluate(() => {
      location.hash = '#v=1&c=there&z=9';
    });
    await expect.poll(() => page.getByText('链接中的视图无法识别').count()).toBeGreaterThan(0);
    expect(await moved()).toEqual([[106.3, 38], 9]);
    expect(await modeNow()).toBe('选址核查');
    await page.close();
  });

  it('carries the tab of the review panel and the layers side by side, there and back', async () => {
    const page = await stage.show(
      'state=empty&map=told&permalink=1#v=1&c=106.2,38.1&z=10.5&m=review&t=metadata' +
        '&s=ecological-red-line,permanent-basic-farmland',
      1366,
      768,
    );
    const tab = () =>
      page.locator('sanxian-review-panel [role=tab][aria-selected=true]').innerText();
    expect(await tab()).toBe('元数据');
    const compared = () => page.evaluate(() => window.stageTold.compared.at(-1));
    expect(await compared()).toEqual({
      left: 'ecological-red-line',
      right: 'permanent-basic-farmland',
    });
    await page.locator('sanxian-review-panel [role=tab]').last().click();
    await expect.poll(() => hashOf(page)).toContain('&t=bookmarks&s=ecological-red-line,');
    // a link without them puts the comparison away; ids that the catalog lacks compare nothing
    await page.evaluate(() => {
      location.hash = '#v=1&c=106.2,38.1&z=10.5&m=review&t=identify';
    });
    await expect.poll(compared).toBeNull();
    expect(await tab()).toBe('识别');
    const told = await page.evaluate(() => window.stageTold.compared.length);
    await page.evaluate(() => {
      location.hash = '#v=1&c=106.2,38.2&z=10.5&m=review&s=gone,ecological-red-line';
    });
    await expect.poll(() => page.evaluate(() => window.stageTold.moved.at(-1)![0][1])).toBe(38.2);
    expect(await page.evaluate(() => window.stageTold.compared.length)).toBe(told);
    await page.close();
  });

  it('is left alone where the element is embedded, and copied by a button where it is not', async () => {
    const embedded = await stage.show('state=checked&map=told', 1366, 768);
    await embedded.locator("li[data-layer='urban-green-line'] input[type=checkbox]").uncheck();
    await embedded.waitForTimeout(700);
    expect(await hashOf(embedded)).toBe('');
    expect(await embedded.getByRole('button', { name: '复制链接' }).count()).toBe(0);
    await embedded.close();
    const page = await stage.show('state=checked&map=told&permalink=1', 1366, 768);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制链接' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain('#v=1&c=106.5,37.5&z=12&m=check');
    await page.close();
  });
});
