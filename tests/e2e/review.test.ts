import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useStage } from './use-stage.ts';
import { violations } from './violations.ts';

/** Review mode: staged answers for its looks and its keyboard, then the real map, workers and layers. */

const stage = useStage();

const panel = (page: Page) => page.locator('sanxian-review-panel');
/** What is shown, through every shadow root: `innerText` of a host is empty. */
const deepText = (where: Locator) =>
  where.evaluate((host) => {
    const textIn = (node: Node): string => {
      if (node instanceof HTMLStyleElement) return '';
      if (node instanceof Text) return node.data;
      const inside = node instanceof Element && node.shadowRoot ? [node.shadowRoot, node] : [node];
      return inside.map((one) => [...one.childNodes].map(textIn).join(' ')).join(' ');
    };
    return textIn(host).replace(/\s+/g, ' ');
  });
const panelText = (page: Page) => deepText(panel(page));
const live = (page: Page) => page.locator('.frame > [role=status]').innerText();

describe('accessibility', () => {
  const one = 'state=review&map=told&at=106.06,37.43';
  const several = 'state=review&map=told&at=106.6,37.43';
  it.each([
    ['one', one, 1366, 768],
    ['several', several, 1366, 768],
    ['several-contrast-en', `${several}&theme=contrast&lang=en`, 1366, 768],
    ['several-phone', several, 390, 844],
    ['statistics', 'state=review&map=told&tab=statistics&at=106.06,37.43', 1366, 768],
    ['statistics-wide-en', 'state=review&map=told&tab=statistics&lang=en', 1920, 1080],
    ['statistics-dark', 'state=review&map=told&tab=statistics&theme=dark', 1366, 1200],
    ['statistics-contrast', 'state=review&map=told&tab=statistics&theme=contrast', 1366, 768],
    ['statistics-phone', 'state=review&map=told&tab=statistics', 390, 844],
    ['metadata-dark-en', 'state=review&map=told&tab=metadata&theme=dark&lang=en', 1366, 768],
  ])('%s has no violation', async (name, query, width, height) => {
    const page = await stage.show(query, width, height);
    await page.waitForTimeout(100);
    await stage.shoot(page, `review-${name}-${width}x${height}`);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('the dialog for printing has none, in light and dark', async () => {
    for (const theme of ['light', 'dark']) {
      const page = await stage.show(`state=review&map=told&theme=${theme}`, 1366, 768);
      await panel(page).getByRole('button', { name: '按比例尺出图' }).click();
      await page.waitForTimeout(100);
      await stage.shoot(page, `review-print-${theme}`);
      expect(await violations(page)).toEqual([]);
      await page.close();
    }
  });
});

describe('identify', () => {
  it('names attributes, resolves codes, sets the ellipsoidal area beside the stated one', async () => {
    const page = await stage.show('state=review&map=told&at=106.06,37.43', 1366, 768);
    const text = await deepText(page.locator('sanxian-identify-popover'));
    for (const words of [
      '永久基本农田',
      '6403032101000412',
      '0.7338 公顷',
      '净面积',
      '未填写',
      '2025',
    ]) {
      expect(text).toContain(words);
    }
    const feature = panel(page).locator('sanxian-identified-feature');
    await feature.locator('summary').click();
    expect(await deepText(feature)).toMatch(/地类编码\s*DLBM\s*0102 水浇地/);
    expect(await live(page)).toBe('识别：永久基本农田 6403032101000412');
    await page.keyboard.press('Escape');
    expect(await page.locator('sanxian-identify-popover section').count()).toBe(0);
    await page.close();
  });

  it('lists several, and says of the others that they were not looked at', async () => {
    const page = await stage.show('state=review&map=told&at=106.6,37.43', 1366, 768);
    expect(await page.locator('sanxian-identify-popover section').count()).toBe(0);
    const text = await panelText(page);
    expect(text).toContain('该处 2 个图斑');
    expect(text).toContain('点在界线上');
    expect(text).toMatch(/蓝线 未能查询，不作“无图斑”的结论/);
    expect(text).toMatch(/自然保护地核心保护区 不在覆盖范围内，未核查/);
    expect(await live(page)).toContain('1 个图层未能查询。1 个图层不覆盖该处');
    await page.close();
  });

  it('asks shown layers only, and says how many were not', async () => {
    const page = await stage.show('state=review&map=told', 1366, 768);
    await page.evaluate(() => {
      const app = document.querySelector('sanxian-app')!;
      const detail = { id: 'ecological-red-line', visible: false };
      app.dispatchEvent(new CustomEvent('sanxian-layer-change', { detail }));
      window.stageTold.events?.onClick(null, [106.06, 37.43]);
    });
    await expect.poll(() => panelText(page)).toContain('1 个未显示的图层没有查询');
    await page.close();
  });

  it('acts at the cross in the middle when the tool is taken by keyboard, also in a site check', async () => {
    const page = await stage.show('state=checked&map=told', 1366, 768);
    await page.evaluate(() => {
      const app = document.querySelector('sanxian-app')!;
      app.dispatchEvent(new CustomEvent('sanxian-tool', { detail: { tool: 'identify' } }));
    });
    await expect.poll(() => live(page)).toBe('识别：永久基本农田 6403032101000412');
    await page.getByRole('button', { name: '在图层审阅中查看' }).click();
    await expect.poll(() => panel(page).count()).toBe(1);
    await page.close();
  });
});

describe('以此范围核查', () => {
  it('opens the outline as a project, from the list and from the popover', async () => {
    for (const where of ['sanxian-review-panel', 'sanxian-identify-popover']) {
      const page = await stage.show('state=review&map=told&at=106.06,37.43', 1366, 768);
      const before = await page.evaluate(() => window.stageTold.opened.length);
      await page.locator(`${where} [data-act=check]`).first().click();
      await expect
        .poll(() => page.evaluate((n) => window.stageTold.opened.slice(n), before))
        .toEqual([
          {
            name: '永久基本农田-6403032101000412.geojson',
            text: expect.stringContaining('[[[[106,37],[107,37],[107,38],[106,37]]]]'),
          },
        ]);
      await expect
        .poll(() => page.locator('sanxian-bar [aria-current]').textContent())
        .toContain('选址核查');
      await page.close();
    }
  });
});

describe('tabs', () => {
  it('move by arrow keys and are remembered', async () => {
    const page = await stage.show('state=review&map=told', 1366, 768);
    await panel(page).getByRole('tab', { name: '识别' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await panel(page).getByRole('tab', { selected: true }).innerText()).toBe('元数据');
    await page.reload();
    await page.waitForSelector('body[data-staged]', { state: 'attached' });
    expect(await panel(page).getByRole('tab', { selected: true }).innerText()).toBe('元数据');
    await page.close();
  });
});

describe('statistics', () => {
  const rows = (page: Page) =>
    panel(page)
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) =>
          [...row.children].map((cell) => cell.textContent!.trim().replace(/\s+/g, ' ')),
        ),
      );

  it('hold targets against the layers by arrows, never by verdicts', async () => {
    const page = await stage.show('state=review&map=told&tab=statistics', 1366, 768);
    const cards = panel(page).locator('sanxian-indicator-card');
    const said = await cards.evaluateAll((all) =>
      all.map((card) => card.shadowRoot!.querySelector('.chip')!.textContent!.trim()),
    );
    expect(said).toEqual(['高于下限', '高于下限', '低于下限', '未计算']);
    const text = await Promise.all((await cards.all()).map(deepText));
    expect(text[0]).toContain('1 761.23 万亩');
    expect(text[1]).toContain('两种口径结论不同');
    expect(text[2]).toContain('下限 1.2（2025、2027）');
    expect(text[3]).toContain('缺2020年现状城镇建设用地规模');
    expect(await panel(page).locator('sanxian-verdict-chip').count()).toBe(0);
    await page.close();
  });

  it('show a county of the table on the map, by click on its row or by Enter on its name', async () => {
    const page = await stage.show('state=review&map=told&tab=statistics&areas=1', 1366, 768);
    const found = () => page.evaluate(() => window.stageTold.found.length);
    const name = panel(page).getByRole('button', { name: '沙坡头区', exact: true });
    await name.focus();
    await page.keyboard.press('Enter');
    await expect.poll(found).toBe(1);
    expect(await page.evaluate(() => window.stageTold.fitted.at(-1))).toEqual([
      106 - 0.001,
      37 - 0.001,
      107 + 0.001,
      38 + 0.001,
    ]);
    const rows = panel(page).locator('tbody tr.county');
    await rows.nth(1).locator('td').first().click();
    await expect.poll(found).toBe(2);
    expect(await name.getAttribute('aria-pressed')).toBe('false');
    // again: the mark goes
    await rows.nth(1).locator('td').first().click();
    await expect.poll(found).toBe(3);
    expect(await page.evaluate(() => window.stageTold.found.at(-1))).toBeNull();
    // neither the sum nor what lies in no county is a place
    await panel(page).locator('tfoot td').first().click();
    await page.waitForTimeout(200);
    expect(await found()).toBe(3);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('sort by every column; totals are the sum of what is printed', async () => {
    const page = await stage.show('state=review&map=told&tab=statistics', 1366, 768);
    await panel(page).getByRole('button', { name: '面积 km²' }).click();
    const byArea = await rows(page);
    expect(byArea[0]![0]).toBe('沙坡头区');
    const number = (text: string) => Number(text.replace(/\s/g, ''));
    const sum = byArea.reduce((all, [, area]) => all + number(area!), 0);
    const total = await panel(page).locator('tfoot td').first().innerText();
    expect(sum).toBeCloseTo(number(total), 6);
    await panel(page).getByRole('combobox').selectOption('nature-reserve-core');
    expect((await rows(page)).some(([name]) => /^盐池县\s*未完整覆盖$/.test(name!))).toBe(true);
    await panel(page).getByRole('combobox').selectOption('urban-blue-line');
    await expect.poll(() => panelText(page)).toContain('找不到图层文件 urban-blue-line.fgb');
    await page.close();
  });
});

describe('the real layers', () => {
  it('answers a click, sums by county, and draws to scale', async () => {
    const page = await stage.show('state=checked&map=1', 1366, 768);
    await page.waitForSelector('.map canvas');
    await page.evaluate(() => {
      const app = document.querySelector('sanxian-app')!;
      app.dispatchEvent(new CustomEvent('sanxian-mode', { detail: { mode: 'review' } }));
    });
    // parcel 2000 of the farmland layer lies in the middle: ogrinfo -fid 2000
    const clicked = async () => {
      await page.evaluate(() =>
        document.querySelector('sanxian-app')!.fitTo([106.12, 36.1147, 106.14, 36.1287]),
      );
      await page.waitForTimeout(1500);
      const map = (await page.locator('.map').boundingBox())!;
      await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
      await page.waitForTimeout(500);
      return panelText(page);
    };
    // a slow machine is still on its way when it is clicked
    await expect.poll(clicked, { timeout: 60_000 }).toContain('640402108240001013');
    const found = await panelText(page);
    expect(found).toContain('麦垛新村');
    expect(found).toMatch(/载明面积\s*69\.7048 公顷/);
    expect(found).toMatch(/椭球面积\s*69\.7048 公顷/);
    expect(found).toContain('原州区');
    expect(await deepText(page.locator('sanxian-identify-popover'))).toContain(
      '640402108240001013',
    );
    await stage.shoot(page, 'review-real-identify');
    await page.getByRole('button', { name: '缩放到图斑：640402108240001013' }).first().waitFor();

    await panel(page).getByRole('tab', { name: '统计' }).click();
    await expect.poll(() => live(page), { timeout: 60_000 }).toMatch(/统计完成/);
    const text = await panelText(page);
    expect(text).toMatch(/永久基本农田\s+高于下限\s+1 430\.86\s+万亩/);
    expect(text).toContain('按载明净面积 1 312.56：低于下限');
    await stage.shoot(page, 'review-real-statistics');

    // by keyboard: the county is flown to and its border marked
    const county = panel(page).getByRole('button', { name: '原州区', exact: true });
    await county.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => live(page)).toBe('已在图上标出原州区。');
    expect(await county.getAttribute('aria-pressed')).toBe('true');
    await page.waitForTimeout(1500);
    await stage.shoot(page, 'review-real-county');

    const download = page.waitForEvent('download');
    await panel(page).getByRole('button', { name: '导出统计表' }).click();
    const csv = readFileSync((await (await download).path())!, 'utf8');
    expect(csv).toContain('示例数据');
    expect(csv.trim().split('\r\n').at(-1)).toMatch(/^,合计,9539\.06,8750\.41,22157,/);

    await panel(page).getByRole('button', { name: '按比例尺出图' }).click();
    const dialog = page.locator('sanxian-print-sheet');
    await dialog.getByLabel('比例尺', { exact: true }).selectOption('10000');
    await dialog.getByLabel('格式', { exact: true }).selectOption('svg');
    const made = page.waitForEvent('download');
    await dialog.getByRole('button', { name: '生成' }).click();
    const file = await made;
    expect(file.suggestedFilename()).toBe('控制线图-1_10000.svg');
    const svg = readFileSync((await file.path())!, 'utf8');
    expect(svg).toContain('data-scale="10000"');
    expect(svg).toContain('示例数据');
    await page.keyboard.press('Escape');

    // the parcel itself as a project, by keyboard
    await panel(page).getByRole('tab', { name: '识别' }).click();
    await panel(page)
      .getByRole('button', { name: /^以此范围核查：640402108240001013/ })
      .focus();
    await page.keyboard.press('Enter');
    const opened = () => page.evaluate(() => window.stageTold.opened.at(-1)!);
    await expect
      .poll(async () => (await opened()).name)
      .toBe('永久基本农田-640402108240001013.geojson');
    const file2 = JSON.parse((await opened()).text);
    expect(file2.crs.properties.name).toMatch(/4490$/);
    // 69.7048 ha, as the layer states it: the plane area of its ring, scaled at its latitude
    const [ring] = file2.features[0].geometry.coordinates[0] as [number, number][][];
    const twice = ring!.reduce((sum, [x, y], i) => {
      const [x1, y1] = ring![(i + 1) % ring!.length]!;
      return sum + x * y1 - x1 * y;
    }, 0);
    const metres = 110_977 * 111_320 * Math.cos((ring![0]![1] * Math.PI) / 180);
    expect((Math.abs(twice) / 2) * metres * 1e-4).toBeCloseTo(69.7, 0);
    await expect
      .poll(() => page.locator('sanxian-bar [aria-current]').textContent())
      .toContain('选址核查');
    await page.close();
  });
});
