import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from './browser.ts';
import { openStage, type Stage } from './stage-server.ts';

/** The stage and the browser that shows it, for as long as the tests of a file run. */
export function useStage(): Omit<Stage, 'close'> & { readonly browser: Browser } {
  let browser: Browser | undefined;
  let stage: Stage | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
    stage = await openStage(browser);
  });
  afterAll(async () => {
    await stage?.close();
    await browser?.close();
  });
  return {
    get browser() {
      return browser!;
    },
    get address() {
      return stage!.address;
    },
    show: (...args) => stage!.show(...args),
    shoot: (...args) => stage!.shoot(...args),
  };
}
