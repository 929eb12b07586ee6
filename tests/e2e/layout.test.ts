import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { layoutFaults } from './layout-reading.ts';
import { useStage } from './use-stage.ts';

/** The regions at every size, and that nothing in them is cut off, covered or too small to be hit. */

const stage = useStage();

/** The layout follows the size one frame later. */
async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise((next) => requestAnimationFrame(next));
    await document.querySelector('sanxian-app')!.updateComplete;
  });
}

/** Widths and heights of the regions, px; null: not there. */
function regions(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector('sanxian-app')!.shadowRoot!;
    const box = (selector: string) => {
      const found = root.querySelector(selector)?.getBoundingClientRect();
      return found ? found : null;
    };
    const width = (selector: string) => Math.round(box(selector)?.width ?? Number.NaN) || null;
    const height = (selector: string) => Math.round(box(selector)?.height ?? Number.NaN) || null;
    return {
      left: width('.left') ?? (box('.rail:not(.right-rail)') ? 'rail' : null),
      map: width('.map-area'),
      right: width('.right'),
      drawer: height('.drawer'),
      tabs: height('.tabs'),
      bar: height('header'),
    };
  });
}

const SIZES = [
  // width, height, left, right, drawer; the drawer is closed to its header of 34 px and a line
  [1366, 768, 256, 380, 188],
  [1366, 640, 256, 380, 35],
  [1920, 1080, 288, 440, 240],
  [1024, 768, 'rail', 352, 188],
  [1093, 614, 'rail', 352, 35],
  [820, 700, 'rail', 352, 35],
  [683, 384, 'rail', 352, 35],
  [390, 844, null, null, null],
] as const;

describe('at every size', () => {
  it.each(['zh', 'en'])('stands in its regions and cuts nothing off (%s)', async (lang) => {
    const page = await stage.show(`state=checked&lang=${lang}`, 1366, 768);
    const wrong: unknown[] = [];
    for (const [width, height, left, right, drawer] of SIZES) {
      await resize(page, width, height);
      const size = `${width}x${height}`;
      const at = await regions(page);
      expect({ size, left: at.left, right: at.right, drawer: at.drawer, bar: at.bar }).toEqual({
        size,
        left,
        right,
        drawer,
        bar: 44,
      });
      if (width < 640) expect(at.tabs).toBe(56);
      const faults = await layoutFaults(page, width < 640 ? 44 : 24);
      if (JSON.stringify(faults) !== SOUND) wrong.push({ size, ...faults });
      await stage.shoot(page, `layout-${lang}-${size}`);
    }
    expect(wrong).toEqual([]);
    await page.close();
  });

  it.each([
    ['state=first&lang=en', 390, 844],
    ['state=undetermined&lang=en&theme=dark', 1093, 614],
    ['state=report&lang=en', 683, 384],
    ['state=running', 1366, 768],
    ['state=measuring', 1366, 768],
    // 200 % on the usual screen, 125 % on it
    ['state=first&lang=en', 683, 384],
    ['state=project&lang=en&theme=dark', 683, 384],
    ['state=review&map=told&tab=statistics&lang=en', 683, 384],
    ['state=batch&lang=en', 683, 384],
    ['state=crs&lang=en', 683, 384],
    ['state=stale&lang=en', 1093, 614],
    ['state=project&lang=en', 1024, 768],
    ['state=empty', 390, 844],
    ['state=batch&lang=en', 390, 844],
  ])('%s at %i × %i cuts nothing off', async (query, width, height) => {
    const page = await stage.show(query, width, height);
    await stage.shoot(page, `layout-${query.replace(/[=&]/g, '-')}-${width}x${height}`);
    expect(JSON.stringify(await layoutFaults(page, width < 640 ? 44 : 24), null, 1)).toBe(
      JSON.stringify(JSON.parse(SOUND), null, 1),
    );
    await page.close();
  });
});

const SOUND = JSON.stringify({ cut: [], lost: [], overlapping: [], small: [], overflow: 0 });

it('finds what is cut off, covered and too small, where that is planted', async () => {
  const page = await stage.show('state=empty', 1366, 768);
  await page.evaluate(() => {
    const root = document.querySelector('sanxian-app')!.shadowRoot!;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      .planted { position: absolute; z-index: 99; left: 400px; top: 200px; width: 60px; }
      .planted span { display: block; overflow: hidden; white-space: nowrap; }
      .planted button { position: absolute; left: 0; top: 40px; width: 18px; height: 18px; padding: 0; }
      .planted button + button { left: 12px; width: 30px; height: 30px; }
      .planted .cuts { position: relative; height: 60px; margin-top: 80px; overflow: hidden; }
      .planted .cuts button { left: 24px; top: 0; width: 40px; height: 30px; }`);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    const planted = document.createElement('div');
    planted.className = 'planted';
    planted.innerHTML =
      '<span>a sentence far too long for it</span><button>a</button><button>b</button>' +
      '<div class="cuts"><button>c</button></div>';
    root.append(planted);
  });
  const { cut, lost, overlapping, small } = await layoutFaults(page, 24);
  expect(cut).toHaveLength(1);
  expect(cut[0]).toContain('a sentence far too long');
  expect(lost).toHaveLength(1);
  expect(overlapping).toHaveLength(1);
  expect(small).toHaveLength(1);
  await page.close();
});

it.each(['state=running', 'state=checked', 'state=review&map=told&tab=statistics'])(
  'stands still where that is asked for (%s)',
  async (query) => {
    const page = await stage.show(query, 1366, 768);
    const moving = () =>
      page.evaluate(() => {
        const found: string[] = [];
        const walk = (root: ParentNode) => {
          for (const one of root.querySelectorAll('*')) {
            const { animationName, animationDuration, transitionDuration } = getComputedStyle(one);
            const turns = animationName !== 'none' && animationDuration !== '0s';
            if (turns || !/^0s(, 0s)*$/.test(transitionDuration)) {
              found.push(`${one.localName}.${one.classList}`);
            }
            if (one.shadowRoot) walk(one.shadowRoot);
          }
        };
        walk(document);
        return found;
      });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving()).toEqual([]);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect((await moving()).length).toBeGreaterThan(0);
    await page.close();
  },
);

describe('edges', () => {
  const edge = (page: Page, name: string) => page.getByRole('separator', { name });

  it('are dragged, moved by keys, put away, brought back and remembered', async () => {
    const page = await stage.show('state=checked', 1366, 768);
    const left = async () => (await regions(page)).left;
    await edge(page, '图层面板宽度').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await left()).toBe(288);
    await page.keyboard.press('Home');
    expect(await left()).toBe(256);
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
    expect(await left()).toBe(400);

    const box = (await edge(page, '结果面板宽度').boundingBox())!;
    await page.mouse.move(box.x + 3, 400);
    await page.mouse.down();
    await page.mouse.move(box.x + 3 - 64, 400, { steps: 4 });
    await page.mouse.up();
    expect((await regions(page)).right).toBe(444);

    await edge(page, '图斑表高度').focus();
    await page.keyboard.press('ArrowUp');
    expect((await regions(page)).drawer).toBe(204);
    await page.keyboard.press('Enter');
    expect((await regions(page)).drawer).toBe(35);

    await edge(page, '结果面板宽度').dblclick();
    expect((await regions(page)).right).toBeNull();

    await page.reload();
    await page.waitForSelector('body[data-staged]', { state: 'attached' });
    expect(await regions(page)).toMatchObject({ left: 400, right: null, drawer: 35 });
    await page.getByRole('button', { name: '打开结果面板' }).click();
    expect((await regions(page)).right).toBe(444);
    await edge(page, '图层面板宽度').dblclick();
    expect(await left()).toBe('rail');
    await page.keyboard.press('l');
    expect(await left()).toBe(400);
    await page.close();
  });

  it('work where nothing can be remembered', async () => {
    const page = await stage.browser.newPage({ viewport: { width: 1366, height: 768 } });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }
    });
    await page.goto(`${stage.address}tests/e2e/stage/index.html?state=checked`);
    await page.waitForSelector('body[data-staged]', { state: 'attached' });
    await edge(page, '图层面板宽度').focus();
    await page.keyboard.press('ArrowLeft');
    expect((await regions(page)).left).toBe(240);
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('the sheet of a phone', () => {
  it('follows the finger to the nearest height, and the keys', async () => {
    const page = await stage.show('state=checked', 390, 844);
    const handle = page.getByRole('slider', { name: '改变面板高度' });
    const sheet = () =>
      page.evaluate(() => {
        const root = document.querySelector('sanxian-app')!.shadowRoot!;
        return Math.round(root.querySelector('.sheet')!.getBoundingClientRect().height);
      });
    const room = 844 - 44 - 56;
    const half = Math.round(room * 0.6);
    expect(await sheet()).toBe(half);
    const drag = async (by: number) => {
      const box = (await handle.boundingBox())!;
      await page.mouse.move(195, box.y + 12);
      await page.mouse.down();
      await page.mouse.move(195, box.y + 12 + by, { steps: 3 });
      const during = await sheet();
      await page.mouse.up();
      await page.evaluate(() => document.querySelector('sanxian-app')!.updateComplete);
      return during;
    };
    expect(Math.abs((await drag(-200)) - (half + 200))).toBeLessThanOrEqual(1);
    expect(await sheet()).toBe(room);
    await drag(620);
    expect(await sheet()).toBe(96);
    await handle.focus();
    await page.keyboard.press('ArrowUp');
    expect(await sheet()).toBe(half);
    expect(await handle.getAttribute('aria-valuetext')).toBe('半屏');
    await page.keyboard.press('End');
    expect(await sheet()).toBe(room);
    await page.keyboard.press('Home');
    expect(await sheet()).toBe(96);
    await page.close();
  });
});
