import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createServer } from 'vite';

const ROOT = join(import.meta.dirname, '../..');
/** Screenshots of a run, to be looked at. */
const SHOTS = join(ROOT, 'tests/e2e/shots');

export interface Stage {
  /** Of the server; the app itself stands at its root. */
  readonly address: string;
  /** The workspace in a named state of `stage/stage.ts`; fails on any error of the page. */
  show(query: string, width: number, height: number): Promise<Page>;
  shoot(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

/** Serves the sources and shows fixture states of the workspace. */
export async function openStage(browser: Browser): Promise<Stage> {
  const server = await createServer({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('the stage has no address');
  mkdirSync(SHOTS, { recursive: true });
  return {
    address,
    async show(query, width, height) {
      const page = await browser.newPage({ viewport: { width, height } });
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) faults.push(message.text());
      });
      await page.goto(`${address}tests/e2e/stage/index.html?${query}`);
      await page.waitForSelector('body[data-staged]', { state: 'attached' });
      if (faults.length > 0) throw new Error(faults.join('\n'));
      return page;
    },
    async shoot(page, name) {
      await page.screenshot({ path: join(SHOTS, `${name}.png`) });
    },
    async close() {
      await server.close();
    },
  };
}
