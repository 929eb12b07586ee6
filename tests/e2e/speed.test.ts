import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ready, watchedPage } from './app-page.ts';
import { launchChromium } from './browser.ts';
import { serveDist } from './dist-server.ts';
import type { FileServer } from './file-server.ts';
import { timeStep, watchInteractions, withInteractions } from './ui-timing.ts';
import { uiWalk } from './ui-walk.ts';

/**
 * The bars are 200 ms for a task once the map stands, and 100 ms from an input to its frame. Here they are
 * held as CPU time of the main thread: other work on the machine, and software drawing, add nothing to it.
 * A processor that is shared computes more slowly too: the margin is for that. `tests/bench` has figures.
 */
const TASK_MS = 300;
const FRAME_MS = 250;

let browser: Browser;
let server: FileServer;

beforeAll(async () => {
  browser = await launchChromium();
  server = await serveDist();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('keeps the main thread free through the whole walk', async () => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    serviceWorkers: 'block',
  });
  const { page, errors } = await watchedPage(context);
  await watchInteractions(page);
  await ready(page, server.url);
  await page.locator('.map canvas').waitFor();
  await page.waitForTimeout(4000);
  const timed: Awaited<ReturnType<typeof timeStep>>[] = [];
  for (const step of uiWalk({ sites: 300, degrees: 0.2 })) {
    timed.push({ ...(await timeStep(browser, page, step)), trace: Buffer.alloc(0) });
  }
  const steps = await withInteractions(page, timed);
  const held = steps.flatMap(({ name, tasks, interactions }) => [
    ...tasks
      .filter(({ cpuMs }) => cpuMs > TASK_MS)
      .map(({ cpuMs, what }) => `${name}: a task of ${cpuMs.toFixed(0)} ms (${what})`),
    ...interactions
      .filter(({ cpuMs }) => cpuMs > FRAME_MS)
      .map(({ cpuMs, type }) => `${name}: ${cpuMs.toFixed(0)} ms from ${type} to its frame`),
  ]);
  expect(held).toEqual([]);
  // something was measured
  expect(steps.filter(({ interactions }) => interactions.length > 0).length).toBeGreaterThan(15);
  expect(errors).toEqual([]);
  await context.close();
}, 400_000);
