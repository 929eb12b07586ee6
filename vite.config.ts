import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { elementsOf, importWithoutDom } from './.setup/elements.ts';
import { offlineShell } from './.setup/offline-shell.ts';

const root = import.meta.dirname;

/** Served beside the app as they lie in the repository; the dev server finds them there by itself. */
const SERVED = ['layers', 'data/samples', 'data/policy', 'THIRD-PARTY.md'];

/** Copies what is served into the built app, so that any static server can carry it. */
const carryServedFiles: Plugin = {
  name: 'carry-served-files',
  apply: 'build',
  async writeBundle({ dir }) {
    for (const folder of SERVED) {
      const from = resolve(root, folder);
      if (existsSync(from)) await cp(from, resolve(dir ?? 'dist', folder), { recursive: true });
    }
  },
};

/**
 * The rules of MapLibre's own buttons, which the map here does without: 10 kB of the first view, most of it
 * pictures.
 */
const leaveOutMapButtons: Plugin = {
  name: 'leave-out-map-buttons',
  enforce: 'pre',
  transform(code, id) {
    if (!/maplibre-gl\.css/.test(id)) return null;
    return { code: code.replace(/[^{}]*maplibregl-ctrl[^{}]*\{[^{}]*\}/g, ''), map: null };
  },
};

/**
 * The catalog is read at first view, by the small form of zod. Parts that come later know the whole of it,
 * and one copy for both would bring the whole into the first view: so the small form has a copy of its own.
 */
const ownCopyOfSmallZod: Plugin = {
  name: 'own-copy-of-small-zod',
  enforce: 'pre',
  apply: 'build',
  async resolveId(source, importer, options) {
    const within = importer?.endsWith('?small') === true;
    if (source !== 'zod/mini' && !within) return null;
    const from = within ? importer.replace('?small', '') : importer;
    const found = await this.resolve(source, from, { ...options, skipSelf: true });
    return found && { ...found, id: `${found.id}?small` };
  },
  load(id) {
    return id.endsWith('?small') ? readFileSync(id.replace('?small', ''), 'utf8') : null;
  },
};

/**
 * A part that a worker loads later may need what the worker's own file holds, and asks for that file: WebKit
 * then runs the worker a second time, with a memory of its own. So the file of a worker holds nothing but
 * the way to its code wherever others need some of it. Vite sets the opposite, after all else.
 */
const nothingSharedInWorkerFiles: Plugin = {
  name: 'nothing-shared-in-worker-files',
  apply: 'build',
  options: (options) => ({ ...options, preserveEntrySignatures: 'strict' }),
};

/** The browser app: the page and its workers. Relative base, so that any sub-path carries it. */
const app: ViteUserConfig = {
  base: './',
  appType: 'mpa',
  plugins: [
    carryServedFiles,
    leaveOutMapButtons,
    ownCopyOfSmallZod,
    importWithoutDom,
    elementsOf(['sanxian-app', 'sanxian-map', 'sanxian']),
    offlineShell(),
  ],
  worker: { format: 'es', plugins: () => [nothingSharedInWorkerFiles] },
  optimizeDeps: { exclude: ['maplibre-gl'] },
  build: {
    target: ['chrome111', 'firefox114', 'safari16.4'],
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The page names what it needs at once; what comes later is asked for where it is needed.
    modulePreload: {
      resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
    },
    rolldownOptions: {
      preserveEntrySignatures: 'strict',
      input: {
        index: resolve(root, 'index.html'),
        'sanxian-app': resolve(root, 'src/app/sanxian-app.ts'),
        'sanxian-map': resolve(root, 'src/app/sanxian-map.ts'),
        sanxian: resolve(root, 'src/app/elements.ts'),
      },
    },
  },
};

/** The command line: one file, the process it starts for GDAL and its threads; packages stay packages. */
const cli: ViteUserConfig = {
  build: {
    target: 'node20',
    ssr: true,
    outDir: 'dist/cli',
    emptyOutDir: true,
    rollupOptions: {
      input: {
        sanxian: resolve(root, 'src/cli/sanxian.ts'),
        'gdal-process': resolve(root, 'src/cli/sources/gdal-process.js'),
        'check-thread': resolve(root, 'src/cli/batch/check-thread.ts'),
      },
      output: { entryFileNames: '[name].js', banner: '#!/usr/bin/env node' },
    },
  },
};

/** Tests: `unit` needs Node alone; `e2e` drives a real Chromium against the built app. */
const tests: ViteUserConfig = {
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/bench/**', 'tests/judges/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // a browser with software WebGL on a shared machine: a run that came too late is made again, and said
          retry: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'judges',
          include: ['tests/judges/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
};

export default defineConfig(({ mode }) => {
  if (mode === 'cli') return cli;
  return { ...app, ...tests };
});
