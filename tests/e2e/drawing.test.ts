import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useStage } from './use-stage.ts';
import { violations } from './violations.ts';

/** Drawing and editing: by mouse over the real layers, by keyboard through the list, in every look. */

const RED_LINE = 'ecological-red-line';
/** A wind farm of the samples, on the edge of the red line. */
const SITE = readFileSync(
  join(import.meta.dirname, '../../data/samples/3-占用生态保护红线-风电场.txt'),
);

/** Frames come late on a busy machine. */
const soon = <T>(value: () => T | Promise<T>, timeout = 20_000) => expect.poll(value, { timeout });

const stage = useStage();

/** The board as the panel has it; functions and vertices in short. */
const board = (page: Page) =>
  page.evaluate(() => {
    const app = document.querySelector('sanxian-app')!;
    const view = app.shadowRoot!.querySelector('sanxian-draw-panel')?.board;
    if (!view) return null;
    const { tool, areaM2, lines, draft, parcels, problem, crosses, snap, canUndo, canRedo } = view;
    return {
      ...{ tool, areaM2, lines, problem, crosses, snap, canUndo, canRedo },
      draft: draft.length,
      parcels: parcels.map(({ rings }) =>
        rings.map(({ vertices }) => vertices.map(({ digits }) => digits.join(' '))),
      ),
    };
  });

const lineOf = async (page: Page, kind: string) =>
  (await board(page))?.lines?.find((line) => line.kind === kind);

/** The live check speaks of what stands there now. */
async function settledLine(page: Page, kind: string): Promise<number> {
  await soon(async () => (await lineOf(page, kind))?.state, 40_000).not.toBe('loading');
  let last: number | null | undefined;
  for (let same = 0; same < 3; ) {
    await page.waitForTimeout(700);
    const now = (await lineOf(page, kind))?.areaM2;
    same = now === last ? same + 1 : 0;
    last = now;
  }
  return last!;
}

describe('by mouse', () => {
  it('draws over the red line, moves a vertex, undoes, redoes, finishes and checks', async () => {
    const page = await stage.browser.newPage({ viewport: { width: 1280, height: 720 } });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.addInitScript(() =>
      localStorage.setItem('sanxian.preferences.1', '{"welcomed":true}'),
    );
    await page.goto(stage.address);
    await page.locator('.map canvas').waitFor({ timeout: 60_000 });
    // where the sample lies
    const bbox = await page.evaluate(
      async (bytes) => {
        const app = document.querySelector('sanxian-app')!;
        await app.ready;
        const project = await app.open(new File([Uint8Array.from(bytes)], 'a.txt'));
        const xs = project.parcels.flatMap(({ polygons }) =>
          [...polygons.xy].filter((_, i) => i % 2 === 0),
        ); // prettier-ignore
        const ys = project.parcels.flatMap(({ polygons }) =>
          [...polygons.xy].filter((_, i) => i % 2 === 1),
        ); // prettier-ignore
        app.project = null;
        return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
      },
      [...SITE],
    );
    await page.evaluate((box) => document.querySelector('sanxian-app')!.fitTo([...box]), bbox);
    await page.waitForTimeout(2500);
    await page.getByRole('button', { name: '在图上绘制' }).first().click();
    await page.locator('sanxian-draw-bar .tools').waitFor();
    const canvas = (await page.locator('.map canvas').boundingBox())!;
    const click = async (x: number, y: number) => {
      await page.mouse.move(canvas.x + x, canvas.y + y, { steps: 2 });
      await page.mouse.click(canvas.x + x, canvas.y + y);
    };
    const corners = [
      [180, 180],
      [540, 180],
      [540, 470],
      [180, 470],
    ] as const; // prettier-ignore
    for (const corner of corners) await click(corner[0], corner[1]);
    await soon(async () => (await board(page))?.draft).toBe(4);
    // numbers come before the shape is finished
    const drawing = await settledLine(page, RED_LINE);
    expect(drawing).toBeGreaterThan(0);
    await stage.shoot(page, 'drawing-by-mouse-draft');
    await click(corners[0][0], corners[0][1]);
    await soon(async () => (await board(page))?.parcels.length).toBe(1);
    const first = (await board(page))!;
    expect(first.tool).toBe('select');

    // drag the first corner, and count frames meanwhile
    const before = await settledLine(page, RED_LINE);
    await page.evaluate(() => {
      const frames: number[] = [];
      const seen: unknown[] = [];
      const panel = document
        .querySelector('sanxian-app')!
        .shadowRoot!.querySelector('sanxian-draw-panel')!; // prettier-ignore
      let last = performance.now();
      const tick = (now: number) => {
        frames.push(now - last);
        last = now;
        const lines = panel.board?.lines;
        if (lines && lines !== seen.at(-1)) seen.push(lines);
        if (!Object.hasOwn(window, 'stopFrames')) requestAnimationFrame(tick);
        else Object.assign(window, { drag: { frames, looks: seen.length } });
      };
      requestAnimationFrame(tick);
    });
    await page.mouse.move(canvas.x + 180, canvas.y + 180);
    await page.mouse.down();
    for (let i = 1; i <= 24; i++) {
      await page.mouse.move(canvas.x + 180 + 5 * i, canvas.y + 180 + 2 * i);
    }
    await stage.shoot(page, 'drawing-by-mouse-drag');
    await page.mouse.up();
    await page.evaluate(() => Object.assign(window, { stopFrames: true }));
    await page.waitForFunction(() => Object.hasOwn(window, 'drag'));
    const drag = await page.evaluate(
      () => (window as unknown as { drag: { frames: number[]; looks: number } }).drag,
    );
    const sorted = drag.frames.slice(1).sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(share * sorted.length)]?.toFixed(1);
    console.log(
      `drag: ${sorted.length} frames, median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, ${drag.looks} live results`,
    );
    expect(drag.looks).toBeGreaterThan(2);
    const after = await settledLine(page, RED_LINE);
    expect(after).not.toBe(before);
    const moved = (await board(page))!.parcels[0]![0]!;
    expect(moved[0]).not.toBe(first.parcels[0]![0]![0]);
    expect(moved.slice(1)).toEqual(first.parcels[0]![0]!.slice(1));

    await page.keyboard.press('Control+z');
    await soon(async () => (await board(page))!.parcels).toEqual(first.parcels);
    await soon(async () => (await lineOf(page, RED_LINE))?.areaM2).toBe(before);
    await page.keyboard.press('Control+y');
    await soon(async () => (await board(page))!.parcels[0]![0]).toEqual(moved);
    await soon(async () => (await lineOf(page, RED_LINE))?.areaM2).toBe(after);
    await stage.shoot(page, 'drawing-by-mouse');

    await page.getByRole('button', { name: '完成并核查' }).click();
    await soon(
      () => page.evaluate(() => document.querySelector('sanxian-app')!.report !== null),
      90_000,
    ).toBe(true);
    const report = await page.evaluate(() => {
      const { lines, project } = document.querySelector('sanxian-app')!.report!;
      return { lines, file: project.source.file, notes: project.notes.map(({ code }) => code) };
    });
    // the live number is the number of the report
    expect(report.lines.find(({ kind }) => kind === RED_LINE)!.areaM2).toBe(after);
    expect(report.file).toBe('手绘项目.json');
    expect(report.notes).toContain('note-drawn');
    await page.waitForTimeout(800);
    await stage.shoot(page, 'drawing-checked');
    // undo goes back over the finishing: the board lies there again
    await page.keyboard.press('Control+z');
    await soon(async () => (await board(page))?.parcels[0]?.[0]).toEqual(moved);
    expect(faults).toEqual([]);
    await page.close();
  }, 400_000);
});

describe('by keyboard', () => {
  it('does the same through the list of vertices', async () => {
    const page = await stage.show('state=empty&map=told', 1366, 768);
    await page.keyboard.press('d');
    await page.locator('sanxian-draw-panel form.point').waitFor();
    await page.keyboard.press('v');
    const points = [
      ['106.0', '37.40'],
      ['106.01', '37.40'],
      ['106°00′36″', '37°24′36″'],
      ['106.0', '37.41'],
    ] as const;
    for (const [x, y] of points) {
      await page.keyboard.type(x);
      await page.keyboard.press('Tab');
      await page.keyboard.type(y);
      await page.keyboard.press('Enter');
    }
    await soon(async () => (await board(page))?.draft).toBe(4);
    // an empty line ends the shape
    await page.keyboard.press('Enter');
    await soon(async () => (await board(page))?.parcels.length).toBe(1);
    expect((await board(page))!.parcels[0]![0]).toEqual([
      '106.0 37.40',
      '106.01 37.40',
      '106.010000000 37.410000000',
      '106.0 37.41',
    ]);
    const first = (await board(page))!.areaM2!;
    expect(first).toBeGreaterThan(900_000);

    // a vertex by its cell, refused where it is none
    await page.locator('sx-vertex-list input.cell').first().focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('105.99');
    await page.keyboard.press('Enter');
    await soon(async () => (await board(page))!.parcels[0]![0]![0]).toBe('105.99 37.40');
    expect((await board(page))!.areaM2).toBeGreaterThan(first);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('abc');
    await page.keyboard.press('Tab');
    await soon(async () => (await board(page))?.problem).toBe('draw.problem.number');

    // undo and redo from a button, where nothing is typed
    await page.getByRole('button', { name: '放弃绘制' }).focus();
    await page.keyboard.press('Control+z');
    await soon(async () => (await board(page))!.parcels[0]![0]![0]).toBe('106.0 37.40');
    await page.keyboard.press('Control+Shift+z');
    await soon(async () => (await board(page))!.parcels[0]![0]![0]).toBe('105.99 37.40');

    // a crossing cannot be finished
    const cell = page.locator('sx-vertex-list input.cell').nth(2);
    await cell.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('105.98');
    await page.keyboard.press('Tab');
    await cell.press('Tab');
    await soon(async () => (await board(page))?.crosses).toBe(true);
    expect((await board(page))!.lines!.every(({ areaM2 }) => areaM2 === null)).toBe(true);
    const finish = page.getByRole('button', { name: '完成并核查' });
    expect(await finish.getAttribute('aria-disabled')).toBe('true');
    await stage.shoot(page, 'drawing-crossing');
    await finish.focus();
    await page.keyboard.press('Control+z');
    await soon(async () => (await board(page))?.crosses).toBe(false);
    await finish.focus();
    await page.keyboard.press('Enter');
    await soon(() => board(page)).toBeNull();
    const file = await page.evaluate(
      () => document.querySelector('sanxian-app')!.project!.source.file,
    );
    expect(file).toBe('手绘项目.json');
    await page.close();
  });

  it('leaves single keys to whoever types, and gives Escape back step by step', async () => {
    const page = await stage.show('state=empty&map=told', 1366, 768);
    await page.locator('sanxian-layer-panel form input').focus();
    await page.keyboard.type('dv');
    expect(await board(page)).toBeNull();
    await page.locator('.map-area').click({ position: { x: 300, y: 300 } });
    await page.keyboard.press('d');
    await soon(async () => (await board(page))?.tool).toBe('polygon');
    await page.keyboard.press('v');
    await page.keyboard.type('106');
    await page.keyboard.press('Tab');
    await page.keyboard.type('37');
    await page.keyboard.press('Enter');
    await soon(async () => (await board(page))?.draft).toBe(1);
    await page.keyboard.press('Escape');
    await soon(async () => (await board(page))?.draft).toBe(0);
    await page.keyboard.press('Escape');
    await soon(async () => (await board(page))?.tool).toBe('select');
    await page.close();
  });
});

describe('undo over imports', () => {
  it('brings back the file that was open before, and the one after', async () => {
    const page = await stage.show('state=checked&map=told', 1366, 768);
    const file = () =>
      page.evaluate(() => document.querySelector('sanxian-app')!.project?.source.file ?? null);
    const first = await file();
    await page.evaluate(() => {
      const app = document.querySelector('sanxian-app')!;
      app.project = { ...app.project!, source: { file: 'b.txt', sha256: 'b' } };
    });
    expect(await file()).toBe('b.txt');
    await page.keyboard.press('Control+z');
    await soon(file).toBe(first);
    await page.keyboard.press('Control+y');
    await soon(file).toBe('b.txt');
    await page.close();
  });
});

describe('looks', () => {
  it.each([
    ['state=checked&map=told', 1366, 768],
    ['state=checked&map=told&lang=en&theme=dark', 1366, 768],
    ['state=checked&map=told&theme=contrast', 1366, 640],
    ['state=checked&map=told', 390, 844],
    ['state=checked&map=told&lang=en&theme=dark', 390, 844],
  ])('%s at %i × %i has no violations', async (query, width, height) => {
    const page = await stage.show(query, width, height);
    await page.evaluate(() => {
      const detail = { act: 'begin', fresh: false };
      const app = document.querySelector('sanxian-app')!;
      app.dispatchEvent(new CustomEvent('sanxian-draw', { detail }));
    });
    await page.locator('sx-vertex-list input.cell').first().waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    const name = `drawing-${query.replace(/[=&]/g, '-')}-${width}x${height}`;
    await stage.shoot(page, name);
    expect(await violations(page)).toEqual([]);
    const panel = page.locator('sanxian-draw-panel');
    const words = await panel.evaluate((one) => (one.shadowRoot as ShadowRoot).textContent ?? '');
    expect(words).toMatch(/未核查（图层未覆盖）|Not checked \(not covered\)/);
    await page.evaluate(() => {
      const detail = { act: 'tool', tool: 'corridor' };
      const app = document.querySelector('sanxian-app')!;
      app.dispatchEvent(new CustomEvent('sanxian-draw', { detail }));
    });
    await page.locator('form.corridor').waitFor({ state: 'attached' });
    expect(await violations(page)).toEqual([]);
    await stage.shoot(page, `${name}-corridor`);
    await page.close();
  });
});
