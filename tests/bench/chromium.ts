import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findChromium, launchChromium } from '../e2e/browser.ts';
import type { DragTimes } from './drag.bench.ts';

/** The drag measured in a page of headless Chromium; null where there is none. */
export async function runChromium(): Promise<{ version: string; times: DragTimes } | null> {
  if (!findChromium()) return null;
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({
      content: readFileSync(resolve(import.meta.dirname, 'drag.mjs'), 'utf8'),
      type: 'module',
    });
    const times = (await page.evaluate('drag()')) as DragTimes;
    return { version: browser.version(), times };
  } finally {
    await browser.close();
  }
}
