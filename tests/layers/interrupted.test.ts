import { chmod, copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileSource } from '../../src/cli/file-source.ts';
import { folderStore } from '../../src/cli/folder-store.ts';
import { parseCatalog } from '../../src/files/catalog.ts';
import { openLayerSource } from '../../src/files/layer-source.ts';
import { buildLayer, type LayerStore } from '../../src/layers/build-layer.ts';
import { filesOf } from '../../src/layers/read-store-catalog.ts';
import { restoreLayer } from '../../src/layers/restore-layer.ts';
import { filesBelow, request, scratchFolder, squares, streamOf } from './build-help.ts';
import { type Fault, failingStore, Killed } from './failing-store.ts';

const NEWER = request({
  edition: '2026-06',
  streams: [streamOf(squares({ '640302': 9, '640303': 2 }, 'new'))],
});

/** Nothing is looked for and drawn here: those steps write files as any other does. */
const skip = ['quality', 'overviews'] as const;

/** One edition built here; or a layer that somebody else laid beside the catalog. */
const BEFORE: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  'an edition built here': async (folder) => {
    await buildLayer(request(), { store: folderStore(folder), skip });
  },
  'a file beside the catalog': async (folder) => {
    const there = folderStore(folder);
    const { entry } = await buildLayer(request(), { store: there, skip });
    await copyFile(join(folder, entry!.file), join(folder, 'farmland.fgb'));
    const { edgeIndex: _, ...rest } = entry!;
    const catalog = JSON.parse(await readFile(join(folder, 'catalog.json'), 'utf8'));
    catalog.layers = [{ ...rest, file: 'farmland.fgb' }];
    await writeFile(join(folder, 'catalog.json'), JSON.stringify(catalog));
    await there.remove('editions');
  },
};

/** Reads every current and former layer as a check would, compared whole with the catalog. */
async function everyLayerReads(folder: string): Promise<string[]> {
  const catalog = parseCatalog(await readFile(join(folder, 'catalog.json')), 'catalog.json');
  for (const entry of catalog.layers) {
    for (const file of filesOf(entry)) await fileSource(join(folder, file)).size();
    const source = openLayerSource(entry, fileSource(join(folder, entry.file)), {
      integrity: 'full',
    });
    await source.open();
    let features = 0;
    for await (const _ of source.allFeatures()) features++;
    expect(features).toBe(entry.features);
  }
  return catalog.layers.map(({ id, edition }) => `${id} ${edition}`);
}

type Act = (store: LayerStore) => Promise<unknown>;

/** Every operation of an undisturbed run in a folder like the one that will be disturbed. */
async function operationsOf(before: string, act: Act): Promise<string[]> {
  const folder = await scratchFolder();
  await BEFORE[before]!(folder);
  const { store, seen } = failingStore(folder, null);
  await act(store);
  return seen;
}

async function disturbed(before: string, act: Act, fault: Fault) {
  const folder = await scratchFolder();
  await BEFORE[before]!(folder);
  const was = { files: await filesBelow(folder), layers: await everyLayerReads(folder) };
  const { store } = failingStore(folder, fault);
  const outcome = await act(store).then(
    () => 'done',
    (error: unknown) => error,
  );
  return { folder, was, outcome };
}

const BUILD: Act = (store) => buildLayer(NEWER, { store, skip });
const OLD = ['permanent-basic-farmland 2025-12'];
const NEW = ['permanent-basic-farmland 2026-06', 'permanent-basic-farmland@2025-12 2025-12'];

describe.each(Object.keys(BEFORE))('a build over %s', { timeout: 240_000 }, (before) => {
  it('killed at any operation leaves the old layer or the new one, whole', async () => {
    const operations = await operationsOf(before, BUILD);
    expect(operations.length).toBeGreaterThan(10);
    let switched = 0;
    for (const [i, name] of operations.entries()) {
      for (const done of [false, true]) {
        const { folder, outcome } = await disturbed(before, BUILD, {
          at: i + 1,
          how: 'killed',
          done,
        });
        expect(outcome, name).toBeInstanceOf(Killed);
        const layers = await everyLayerReads(folder);
        expect([OLD, NEW]).toContainEqual(layers);
        if (layers.length === 2) switched++;
        const catalog = JSON.parse(await readFile(join(folder, 'catalog.json'), 'utf8'));
        if (layers.length === 2) expect(catalog.layers[0].features, name).toBe(11);

        // the next build goes through and sweeps up what was left
        const store = folderStore(folder, () => false);
        const { catalog: after } = await buildLayer({ ...NEWER, edition: '2027' }, { store, skip });
        const named = after!.layers.flatMap(filesOf);
        const left = (await filesBelow(folder)).filter((file) => !named.includes(file));
        const beside = left.filter((file) => file !== 'catalog.json');
        // an old file whose new place is named already may stay where it was
        expect(
          beside.filter((file) => file !== 'farmland.fgb'),
          `${name} ${done}`,
        ).toEqual([]);
      }
    }
    // from the replaced catalog on, every operation finds the new edition in place
    const after = operations.length - operations.indexOf('replace catalog') - 1;
    expect(switched).toBe(2 * after + 1);
  });

  it('on a disk that is full at any operation leaves nothing behind', async () => {
    const operations = await operationsOf(before, BUILD);
    for (const [i, name] of operations.entries()) {
      const { folder, was, outcome } = await disturbed(before, BUILD, {
        at: i + 1,
        how: 'full',
        done: false,
      });
      if (outcome === 'done') continue;
      expect(outcome, name).toMatchObject({ code: 'store-no-room' });
      expect(await filesBelow(folder), name).toEqual(was.files);
      expect((await readdir(folder)).filter((file) => file.startsWith('.'))).toEqual([]);
      expect(await everyLayerReads(folder)).toEqual(was.layers);
    }
  });
});

it('putting an edition back, killed at any operation, leaves one of the two current', async () => {
  const folder = await scratchFolder();
  const store = folderStore(folder);
  await buildLayer(request(), { store });
  await buildLayer(NEWER, { store });
  const ask = { id: 'permanent-basic-farmland', edition: '2025-12' };
  const start = await readFile(join(folder, 'catalog.json'));
  for (const done of [false, true]) {
    await writeFile(join(folder, 'catalog.json'), start);
    const failing = failingStore(folder, { at: 1, how: 'killed', done });
    const outcome = restoreLayer(ask, { store: failing.store });
    if (done) await outcome;
    else await expect(outcome).rejects.toThrow(Killed);
    const [current] = await everyLayerReads(folder);
    expect(current).toBe(`permanent-basic-farmland ${done ? '2025-12' : '2026-06'}`);
  }
});

it('stops at an abort in any stage and leaves nothing behind', async () => {
  for (const stage of ['read', 'sort', 'quality', 'place'] as const) {
    const folder = await scratchFolder();
    const store = folderStore(folder);
    await buildLayer(request(), { store });
    const was = await filesBelow(folder);
    const stop = new AbortController();
    const running = buildLayer(
      { ...NEWER, streams: [...NEWER.streams, streamOf(squares({ '640304': 30 }))] },
      {
        store,
        signal: stop.signal,
        onProgress: (progress) => {
          if (progress.stage === stage) stop.abort();
        },
      },
    );
    if (stage === 'place') {
      // too late to stop: the edition is being put in place and is, whole
      await running;
      expect((await everyLayerReads(folder))[0]).toBe(NEW[0]);
    } else {
      await expect(running, stage).rejects.toMatchObject({ name: 'AbortError' });
      expect(await filesBelow(folder), stage).toEqual(was);
    }
  }
});

it('does not overwrite a catalog that another program has changed meanwhile', async () => {
  const folder = await scratchFolder();
  const store = folderStore(folder);
  await buildLayer(request(), { store });
  const meanwhile = streamOf([], {
    async *batches() {
      await buildLayer(request({ kind: 'ecological-red-line' }), { store });
      yield squares({ '640302': 1 });
    },
  });
  await expect(buildLayer({ ...NEWER, streams: [meanwhile] }, { store })).rejects.toMatchObject({
    code: 'store-catalog-changed',
  });
  expect(await everyLayerReads(folder)).toEqual([
    'permanent-basic-farmland 2025-12',
    'ecological-red-line 2025-12',
  ]);
  expect((await filesBelow(folder)).filter((file) => file.includes('2026'))).toEqual([]);
});

it('leaves alone what a process that is still at work has staged', async () => {
  const folder = await scratchFolder();
  const mine = await folderStore(folder).stage();
  await (await mine.create('a')).write(0, Uint8Array.of(1));
  await folderStore(folder).sweep([]);
  expect((await filesBelow(folder)).some((file) => file.endsWith('/a'))).toBe(true);
  await folderStore(folder, () => false).sweep([]);
  expect(await filesBelow(folder)).toEqual([]);
  await mine.discard();
});

it.skipIf(process.platform === 'win32')('says that permission is missing', async () => {
  const folder = await scratchFolder();
  const store = folderStore(folder);
  await buildLayer(request(), { store });
  const was = await filesBelow(folder);
  await chmod(folder, 0o555);
  const asRoot = process.getuid?.() === 0;
  if (asRoot) process.seteuid!(65534);
  try {
    await expect(buildLayer(NEWER, { store })).rejects.toMatchObject({
      code: 'store-no-permission',
    });
  } finally {
    if (asRoot) process.seteuid!(0);
    await chmod(folder, 0o755);
  }
  expect(await filesBelow(folder)).toEqual(was);
});

it('says that a file stands where the folder should be', async () => {
  const path = join(await scratchFolder(), 'out');
  await writeFile(path, 'a file');
  await expect(buildLayer(NEWER, { store: folderStore(path) })).rejects.toMatchObject({
    code: 'store-failed',
    params: { reason: 'EEXIST' },
  });
});
