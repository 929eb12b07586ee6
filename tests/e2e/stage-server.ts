import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { serveFolders } from './file-server.ts';
import { root } from './served-app.ts';

/** Screenshots of a run, to be looked at. */
const SHOTS = join(root, 'tests/e2e/shots');
const BUILT = join(root, 'node_modules/.cache/stage');
const PAGES = ['index.html', 'tests/e2e/stage/index.html'];
/** What the pages are made of. */
const SOURCES = [...PAGES, 'vite.config.ts', 'src', 'layers', 'data', 'tests/e2e/stage'];
const FIXTURES = 'tests/components/fixtures';

export interface Stage {
  /** Of the server; the app itself stands at its root. */
  readonly address: string;
  /** The workspace in a named state of `stage/stage.ts`; fails on any error of the page. */
  show(query: string, width: number, height: number): Promise<Page>;
  shoot(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

/** Shows fixture states of the workspace, built like the app: one page is far quicker than its modules. */
export async function openStage(browser: Browser): Promise<Stage> {
  await buildStage();
  const server = await serveFolders({ '/': BUILT });
  mkdirSync(SHOTS, { recursive: true });
  return {
    address: server.url,
    async show(query, width, height) {
      const page = await browser.newPage({ viewport: { width, height } });
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) faults.push(message.text());
      });
      await page.goto(`${server.url}tests/e2e/stage/index.html?${query}`);
      await page.waitForSelector('body[data-staged]', { state: 'attached' });
      if (faults.length > 0) throw new Error(faults.join('\n'));
      return page;
    },
    async shoot(page, name) {
      await page.screenshot({ path: join(SHOTS, `${name}.png`) });
    },
    async close() {
      await server.stop();
    },
  };
}

/** Once for all tests of a run: again only after something was changed. */
async function buildStage(): Promise<void> {
  const page = join(BUILT, PAGES[1]!);
  const made = existsSync(page) ? statSync(page).mtimeMs : 0;
  if ([...SOURCES, FIXTURES].every((source) => newest(join(root, source)) < made)) return;
  const environment = process.env.NODE_ENV;
  // the runner's would put development builds of libraries into the pages
  process.env.NODE_ENV = 'production';
  try {
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      build: {
        outDir: BUILT,
        emptyOutDir: true,
        minify: false,
        // beside the pages that are built anyway
        rollupOptions: { input: { stage: join(root, PAGES[1]!) } },
      },
    });
  } finally {
    process.env.NODE_ENV = environment;
  }
}

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), 0);
}
