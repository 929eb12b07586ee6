import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PMTiles } from 'pmtiles';
import { expect, it } from 'vitest';
import { fileSource } from '../../src/cli/file-source.ts';
import { folderStore } from '../../src/cli/folder-store.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import { openLayerSource } from '../../src/files/layer-source.ts';
import { type BuildRequest, buildLayer } from '../../src/layers/build-layer.ts';
import { findFeatures } from '../../src/layers/find-features.ts';
import { restoreLayer } from '../../src/layers/restore-layer.ts';
import { verifyFiles } from '../../src/layers/verify-files.ts';
import { filesBelow, request, scratchFolder, squares, streamOf } from './build-help.ts';

/** Enough features for a file of names: 1,300 squares in a row, two counties. */
const wide = (): Partial<BuildRequest> => ({
  streams: [streamOf(squares({ '640302': 800, '640303': 500 }))],
  coverage: {
    type: 'Polygon',
    coordinates: [
      [
        [105, 37],
        [110, 37],
        [110, 39],
        [105, 39],
        [105, 37],
      ],
    ],
  },
});

function problemsOf(folder: string, entry: CatalogLayer) {
  const sourceOf = (file: string) => fileSource(join(folder, file));
  const layer = openLayerSource(entry, sourceOf(entry.file), { integrity: 'full' });
  return verifyFiles(layer, sourceOf, new AbortController().signal);
}

it('writes the file by which codes are found; it goes with its edition and comes back with it', async () => {
  const folder = await scratchFolder();
  const store = folderStore(folder);
  const first = await buildLayer(request(wide()), { store });
  const { names } = first.entry!;
  expect(names!.file).toBe(`${first.folder}/permanent-basic-farmland.fgb.names`);
  expect(await problemsOf(folder, first.entry!)).toMatchObject({ problems: [] });

  // found by the side file alone, over all features
  const untouched = (): never => {
    throw new Error('the layer itself must not be read');
  };
  const sources = {
    layer: untouched,
    names: (file: string) => fileSource(join(folder, file)),
  };
  const found = await findFeatures(first.entry!, sources, '6403031299', { limit: 5 });
  expect(found.hits.map(({ text }) => text)).toEqual(['6403031299']);

  const second = await buildLayer(request({ edition: '2026-01' }), { store });
  expect(second.entry!.names).toBeUndefined(); // 19 features are searched by reading them
  expect(second.former!.names!.file).toBe(names!.file);
  expect(await filesBelow(folder)).toContain(names!.file);
  const restored = await restoreLayer(
    { id: 'permanent-basic-farmland', edition: '2025-12' },
    { store },
  );
  expect(restored.entry!.names).toEqual(names);
});

it('verifying tells a file of names that was changed', async () => {
  const folder = await scratchFolder();
  const { entry } = await buildLayer(request(wide()), { store: folderStore(folder) });
  const path = join(folder, entry!.names!.file);
  const sound = await readFile(path);
  for (const at of [0, 40, sound.length >> 1, sound.length - 1]) {
    const changed = Uint8Array.from(sound);
    changed[at]! ^= 0xff;
    await writeFile(path, changed);
    const { problems } = await problemsOf(folder, entry!);
    expect(problems.map(({ code, params }) => [code, params.file])).toEqual([
      ['layer-sha256', entry!.names!.file],
    ]);
  }
  await writeFile(path, sound.subarray(0, sound.length - 1));
  const { problems } = await problemsOf(folder, entry!);
  expect(problems.map(({ code }) => code)).toEqual(['layer-truncated']);
});

it('writes a PMTiles archive when asked, and names it nowhere', async () => {
  const folder = await scratchFolder();
  const { entry, folder: place } = await buildLayer(request({ pmtiles: true }), {
    store: folderStore(folder),
  });
  const path = join(folder, place, 'permanent-basic-farmland.pmtiles');
  const bytes = await readFile(path);
  const archive = new PMTiles({
    getKey: () => path,
    getBytes: async (offset, length) => ({
      data: bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + length),
    }),
  });
  const header = await archive.getHeader();
  expect([header.minLon, header.maxLon]).toEqual([106, expect.closeTo(106.037, 6)]);
  expect(header.numAddressedTiles).toBeGreaterThan(10);
  expect(JSON.stringify(entry)).not.toContain('pmtiles');
});
