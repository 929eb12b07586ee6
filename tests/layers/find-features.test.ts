import { describe, expect, test } from 'vitest';
import { memorySource } from '../../src/bytes/memory-source.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import { openLayerSource } from '../../src/files/layer-source.ts';
import { describeNames } from '../../src/layers/describe-names.ts';
import { type FindSources, findFeatures, LARGEST_READ } from '../../src/layers/find-features.ts';
import { codeOf, EVERYWHERE, entryOf, sampleFile } from '../files/sample-layer.ts';

/** 1,200 features with codes 64030, 64031, ...; every second one with a land class, taken for its name. */
const bytes = sampleFile(1200);
const entry = await entryOf(bytes, { fields: { featureId: 'BSM', name: 'DLMC' } });
const source = () => openLayerSource(entry, memorySource('m', bytes), { integrity: 'full' });

async function withNames(): Promise<{ entry: CatalogLayer; names: Uint8Array }> {
  const layer = source();
  await layer.open();
  const names = await describeNames(entry, layer.featuresIn(EVERYWHERE));
  return { entry: { ...entry, names: names.entry }, names: names.bytes };
}

const untouched = (): never => {
  throw new Error('this source must not be touched');
};
const reading: FindSources = { layer: source, names: untouched };

describe('with and without a file of names', () => {
  test('the same is found, in the same order', async () => {
    const named = await withNames();
    const looking: FindSources = {
      layer: untouched,
      names: (file) => memorySource(file, named.names),
    };
    for (const query of [
      '640312',
      '6403119',
      '6403',
      '水浇',
      '浇地',
      ' ６４０３７ ',
      '没有',
      '9',
    ]) {
      const read = await findFeatures(entry, reading, query, { limit: 30 });
      const found = await findFeatures(named.entry, looking, query, { limit: 30 });
      // the boxes of the side file are rounded outward
      const plain = ({ hits, ...rest }: typeof read) => ({
        ...rest,
        hits: hits.map(({ box: _box, ...hit }) => hit),
      });
      expect(plain(found)).toEqual(plain(read));
      read.hits.forEach(({ box }, i) => {
        const outer = found.hits[i]!.box;
        expect(outer[0]).toBeLessThanOrEqual(box[0] + 1e-12);
        expect(outer[3]).toBeGreaterThanOrEqual(box[3] - 1e-12);
        expect(outer[2] - box[2]).toBeLessThan(2e-7);
      });
    }
  });

  test('what was asked for is there', async () => {
    const whole = await findFeatures(entry, reading, '6403119', { limit: 5 });
    // 6403119 itself, then 64031190 ... 64031199: the code is "6403" and a number below 1,200
    expect(whole.hits.map(({ text }) => text)).toEqual([
      '6403119',
      '64031190',
      '64031191',
      '64031192',
      '64031193',
    ]);
    expect(whole.more).toBe(true);
    const named = await findFeatures(entry, reading, '浇', { limit: 5 });
    expect(named.hits).toMatchObject([{ field: 'name', text: '水浇地', features: 600 }]);
    expect(named.without).toEqual({ code: 0, name: 600 });
  });
});

describe('what was not searched is an error, never an empty answer', () => {
  const find = (layer: CatalogLayer, sources: FindSources = reading) =>
    codeOf(findFeatures(layer, sources, '6403', { limit: 5 }).then(({ hits }) => [...hits]));

  test('a layer without code or name, and one too large to read', async () => {
    expect(await find({ ...entry, fields: {} })).toBe('find-no-fields');
    expect(await find({ ...entry, bytes: LARGEST_READ + 1 })).toBe('find-too-large');
  });

  test('a file that is cut, another one, or holds fewer features than stated', async () => {
    const cut: FindSources = {
      names: untouched,
      layer: () =>
        openLayerSource(entry, memorySource('m', bytes.subarray(0, 9000)), { integrity: 'full' }),
    };
    expect(await find(entry, cut)).toBe('layer-truncated');
    expect(await find({ ...entry, features: 1201 })).toBe('layer-count');
    const named = await withNames();
    const stale = { ...named.entry, sha256: named.entry.names!.sha256 };
    const names = () => memorySource('m', named.names);
    expect(await find(stale, { layer: untouched, names })).toBe('layer-sha256');
    expect(await find(named.entry, { layer: untouched, names })).toBe('resolved 5');
  });

  test('an abort stays an abort, and progress is told before it', async () => {
    const abort = new AbortController();
    const told: number[] = [];
    const work = findFeatures(entry, reading, '6403', {
      limit: 5,
      signal: abort.signal,
      onProgress: (read) => {
        told.push(read);
        abort.abort();
      },
    });
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toEqual([500]);
  });
});
