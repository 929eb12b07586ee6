import { describe, expect, it } from 'vitest';
import type { WriteFeature } from '../../src/files/flatgeobuf/writer.ts';
import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';
import { type Position, toFlat } from '../../src/geometry/shapes.ts';
import type { FeatureStream } from '../../src/layers/feature-stream.ts';
import { type Mended, mendedOf } from '../../src/layers/mend-stream.ts';
import { checkQuality } from '../../src/layers/quality/check-quality.ts';
import { originalsGeoJson } from '../../src/layers/quality/kept-aside.ts';
import { repairFeature } from '../../src/layers/quality/repair-feature.ts';
import { collect } from '../files/sample-layer.ts';
import { layerOf, mosaic } from './quality/mosaic.ts';

const closed = (...ring: Position[]): Position[] => [...ring, ring[0]!];
const SQUARE = closed([106, 37], [106.25, 37], [106.25, 37.25], [106, 37.25]);
const BOW_TIE = closed([106, 37], [106.25, 37.25], [106.25, 37], [106, 37.25]);
/** A spike of 0.25 degrees on the eastern side. */
const SPIKED = closed(
  [106, 37],
  [106.25, 37],
  [106.25, 37.125],
  [106.5, 37.125],
  [106.25, 37.125],
  [106.25, 37.25],
  [106, 37.25],
);
/** Wound twice around its middle: no single repair is thinkable. */
const TWISTED = closed([0, 0], [6, 0], [6, 4], [2, 4], [2, 2], [8, 2], [8, 6], [0, 6]);

const feature = (ring: Position[], BSM: string): WriteFeature => ({
  polygons: toFlat([[ring]]),
  properties: { BSM, BIG: 12345678901234567890n },
});
const stream: FeatureStream = {
  name: '永农.shp',
  columns: [{ name: 'BSM', type: 'string' }],
  geometryType: 'MultiPolygon',
  count: 4,
  async *batches() {
    yield [feature(SQUARE, 'a'), feature(BOW_TIE, 'b')];
    yield [feature(SPIKED, 'c'), feature(TWISTED, 'd')];
  },
};

describe('repairing features', () => {
  it('changes nothing that is sound, to the bit', () => {
    const polygons = toFlat([[SQUARE]]);
    const outcome = repairFeature(polygons);
    expect(outcome).toEqual({ state: 'sound', polygons });
    expect(outcome.polygons).toBe(polygons);
  });

  it('leaves doubled vertices, which change no area', () => {
    const polygons = toFlat([[[SQUARE[0]!, ...SQUARE]]]);
    expect(repairFeature(polygons)).toEqual({ state: 'sound', polygons });
  });

  it('takes a spike off, and its ground stays', () => {
    const outcome = repairFeature(toFlat([[SPIKED]]));
    expect(outcome.state).toBe('repaired');
    expect(ellipsoidAreaM2(outcome.polygons)).toBeCloseTo(ellipsoidAreaM2(toFlat([[SQUARE]])), 3);
  });

  it('leaves what has no single repair as it is, and says so', () => {
    const polygons = toFlat([[TWISTED]]);
    expect(repairFeature(polygons)).toMatchObject({ state: 'faulty', polygons });
  });
});

describe('a stream of features', () => {
  it('comes out repaired, with every original kept, however often it is read', async () => {
    let mended: Mended = { repaired: [], faulty: 0 };
    for (let reading = 0; reading < 2; reading++) {
      mended = { repaired: [], faulty: 0 };
      const out = (await collect(mendedOf(stream, 'MultiPolygon', mended).batches())).flat();
      expect(out).toHaveLength(4);
      expect(mended.faulty).toBe(1);
      expect(mended.repaired.map(({ index, source }) => [index, source])).toEqual([
        [1, '永农.shp'],
        [2, '永农.shp'],
      ]);
      expect(out[0]).toEqual(feature(SQUARE, 'a'));
      expect(out[3]).toEqual(feature(TWISTED, 'd'));
    }
    const originals = JSON.parse(originalsGeoJson(mended.repaired));
    expect(originals.features).toHaveLength(2);
    expect(originals.features[0]).toMatchObject({
      geometry: { type: 'MultiPolygon', coordinates: [[BOW_TIE]] },
      properties: {
        BSM: 'b',
        BIG: '12345678901234567890',
        sanxian: { source: '永农.shp', index: 1, defect: 'self-cross' },
      },
    });
  });

  it('is told by the quality check of the finished layer', async () => {
    const mended: Mended = { repaired: [], faulty: 0 };
    await collect(mendedOf(stream, 'MultiPolygon', mended).batches());
    const quality = await checkQuality(await layerOf(mosaic(3, 3, 1)), {
      repairs: mended.repaired,
    });
    const rings = quality.checks.find(({ check }) => check === 'invalid-ring')!;
    expect(rings.count).toBe(2);
    expect(rings.findings.map(({ what, repaired: done }) => [what, done])).toEqual([
      ['self-cross', true],
      [expect.stringMatching('spike|self-overlap'), true],
    ]);
    expect(rings.findings[0]!.text.zh).toContain(
      '永农.shp 第 1 个图斑（自 0 起）：环自相交，已修复',
    );
  });
});
