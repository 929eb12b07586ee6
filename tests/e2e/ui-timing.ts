import type { Browser, Locator, Page } from 'playwright-core';
import { mainThread, type Task, TRACED } from './ui-trace.ts';
import type { WalkStep } from './ui-walk.ts';

/** One input, by the clock of the page; ms. */
export interface Interaction {
  readonly type: string;
  readonly at: number;
  /** Until its handlers were done. */
  readonly handledMs: number;
  /** Until the frame that shows what came of it was handed to the compositor. */
  readonly frameMs: number;
  /** What the main thread computed until then. */
  readonly cpuMs: number;
  /**
   * Until that frame stood on screen, as browsers count it. Headless Chromium with software drawing tells
   * of frames late, or after an animation alone.
   */
  readonly shownMs: number;
}

export interface StepTiming {
  readonly name: string;
  /** Longest first. */
  readonly tasks: readonly Task[];
  /** Slowest first. */
  readonly interactions: readonly Interaction[];
}

type Seen = Pick<Interaction, 'type' | 'at' | 'handledMs' | 'shownMs'>;

/** Before the page is opened: collects what the browser says of interactions. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen[] = [];
    Object.assign(window, { seenInteractions: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEventTiming & {
        interactionId: number;
      })[]) {
        if (!entry.interactionId) continue;
        const { name, startTime, processingEnd, duration } = entry;
        const handledMs = processingEnd - startTime;
        seen.push({ type: name, at: startTime, handledMs, shownMs: duration });
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

/** How long the page stays at rest after each step, ms. */
const REST_MS = 700;

interface Watched extends StepTiming {
  readonly from: number;
  readonly frames: readonly number[];
  readonly trace: Buffer;
}

/** Does one step: `watched` is what of it is measured, the search for its places left out. */
export async function doStep(
  page: Page,
  { at, act, byKey, shows }: WalkStep,
  watched: (doing: () => Promise<void>) => Promise<void> = (doing) => doing(),
): Promise<void> {
  const place = at && (await placeOf(at(page).first(), byKey === true));
  await watched(async () => {
    if (place) await page.mouse.click(...place);
    await act?.(page);
    await page.waitForTimeout(REST_MS);
  });
  await shows?.(page).first().waitFor({ timeout: 60_000 });
}

/** Where to click; null: it has the focus instead. */
async function placeOf(target: Locator, byKey: boolean): Promise<[number, number] | null> {
  await target.waitFor({ timeout: 60_000 });
  if (byKey) {
    await target.focus();
    return null;
  }
  await target.scrollIntoViewIfNeeded();
  const box = (await target.boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Does one step under the eyes of Chromium's tracing. */
export async function timeStep(
  browser: Browser,
  page: Page,
  step: WalkStep,
  categories: readonly string[] = [],
): Promise<Watched> {
  const { name } = step;
  const mark = `step ${name}`;
  let trace: Buffer = Buffer.alloc(0);
  let from = 0;
  await doStep(page, step, async (doing) => {
    await browser.startTracing(page, { categories: [...TRACED, ...categories] });
    try {
      from = await page.evaluate((mark) => performance.mark(mark).startTime, mark);
      await doing();
    } finally {
      trace = await browser.stopTracing();
    }
  });
  return { name, from, trace, interactions: [], ...mainThread(trace, mark) };
}

/** Gives each step its interactions: the browser tells of one when its frame stands, which may be late. */
export async function withInteractions(
  page: Page,
  steps: readonly Omit<Watched, 'trace'>[],
): Promise<StepTiming[]> {
  const seen = await page.evaluate(
    () => (window as unknown as { seenInteractions: Seen[] }).seenInteractions,
  );
  return steps.map(({ name, from, tasks, frames }, i) => {
    const until = steps[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    const interactions = seen
      .filter(({ at }) => at >= from && at < until)
      .map((one) => {
        const handled = one.at + one.handledMs;
        const frame = frames.find((at) => at >= handled) ?? handled;
        return { ...one, frameMs: frame - one.at, cpuMs: cpuWithin(tasks, one.at, frame) };
      })
      .sort((a, b) => b.frameMs - a.frameMs);
    return { name, tasks, interactions };
  });
}

/** Tasks that lie in part outside count with that share. */
function cpuWithin(tasks: readonly Task[], from: number, to: number): number {
  return tasks.reduce((sum, { at, ms, cpuMs }) => {
    const shared = Math.min(at + ms, to) - Math.max(at, from);
    return shared > 0 && ms > 0 ? sum + (cpuMs * shared) / ms : sum;
  }, 0);
}
