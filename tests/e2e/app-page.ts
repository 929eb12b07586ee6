import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import type { CheckReport } from '../../src/domain/report.ts';
import { root } from './served-app.ts';

export const SAMPLES = join(root, 'data/samples');
export const EXAMPLE = join(SAMPLES, '示例项目.txt');

interface AppElement extends HTMLElement {
  ready: Promise<void>;
  open(file: File): Promise<unknown>;
  check(): Promise<CheckReport>;
}

/** Everything a page says that it should not. */
export interface Watched {
  readonly page: Page;
  readonly errors: string[];
  /** Violations of the content policy, of the page and of its workers. */
  readonly refused: string[];
}

/** Opens a page and listens; the first-run card is closed, so that nothing is checked by itself. */
export async function watchedPage(
  context: BrowserContext,
  { welcomed = true }: { welcomed?: boolean } = {},
): Promise<Watched> {
  const page = await context.newPage();
  const errors: string[] = [];
  const refused: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const listen = (message: ConsoleMessage) => {
    const text = message.text();
    if (/Content Security Policy|violates the following/i.test(text)) refused.push(text);
    else if (message.type() === 'error') errors.push(text);
  };
  page.on('console', listen);
  await page.addInitScript((seen) => {
    (window as { refusedByPolicy?: string[] }).refusedByPolicy = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as { refusedByPolicy?: string[] }).refusedByPolicy!.push(
        `${event.violatedDirective} ${event.blockedURI}`,
      );
    });
    try {
      const key = 'sanxian.preferences.1';
      if (seen && !localStorage.getItem(key)) localStorage.setItem(key, '{"welcomed":true}');
    } catch {
      // storage is denied in some of these tests
    }
  }, welcomed);
  return { page, errors, refused };
}

export async function ready(page: Page, url: string): Promise<void> {
  // the address may hold a view by now: without it alone, nothing would be loaded anew
  if (page.url().startsWith(url)) await page.goto('about:blank');
  await page.goto(url);
  await page.locator('sanxian-app').evaluate((element) => (element as AppElement).ready);
}

/** Opens a file and checks it, as an embedding page would; what stands on screen follows. */
export async function openAndCheck(page: Page, path = EXAMPLE): Promise<CheckReport> {
  const content = readFileSync(path).toString('base64');
  return page.evaluate(
    async ({ name, content }) => {
      const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
      const app = document.querySelector('sanxian-app') as unknown as AppElement;
      await app.open(new File([bytes], name));
      return app.check();
    },
    { name: basename(path), content },
  );
}

export function checkAgain(page: Page): Promise<CheckReport> {
  return page.evaluate(() =>
    (document.querySelector('sanxian-app') as unknown as AppElement).check(),
  );
}
