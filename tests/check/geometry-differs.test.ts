import { expect, it } from 'vitest';
import { checkProject } from '../../src/check/check-project.ts';
import { geometryDiffers } from '../../src/check/geometry-differs.ts';
import type { Catalog } from '../../src/domain/catalog.ts';
import { type Clipper, loadClipper } from '../../src/geometry/clip.ts';
import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';
import { EMPTY_FLAT, type MultiPolygon, toFlat } from '../../src/geometry/shapes.ts';
import { withWords, wordsFor } from '../../src/job/words.ts';
import { layerSource, pack, SITE, square, testProject } from './build.ts';

const HALF = square(105.99, 37.39, 106.005, 37.42);

async function notesWith(
  changes: Partial<Clipper>,
  geometry: 'full' | 'none' = 'full',
  polygons: MultiPolygon = HALF,
) {
  const source = layerSource({ kind: 'permanent-basic-farmland', features: [{ polygons }] });
  const catalog: Catalog = {
    schema: 'sanxian/catalog@1',
    title: { zh: '测试', en: 'Test' },
    region: '64',
    synthetic: true,
    layers: [source.entry],
  };
  const outcome = await checkProject({
    project: testProject([SITE]),
    catalog,
    sources: new Map([[source.entry.id, source]]),
    pack: pack.pack,
    clipper: { ...(await loadClipper()), ...changes },
    parameters: { thresholdM2: 1, geometry, accuracyM: null },
    wordsFor: ({ code, params }) => wordsFor(code, params),
  });
  return outcome.notes.filter(({ code }) => code === 'geometry-differs');
}

it('a drawn overlap of another area than the measured one is told', () => {
  // one metre short of the half that is occupied: 106.005 - 1 m / (88 550 m per degree)
  const short = toFlat(square(106, 37.4, 106.005 - 1 / 88_550, 37.41));
  const half = ellipsoidAreaM2(toFlat(square(106, 37.4, 106.005, 37.41)));
  const [note, ...others] = geometryDiffers('farmland', '64030001', half, short);
  expect(others).toEqual([]);
  expect(note).toMatchObject({
    severity: 'warning',
    params: { layer: 'farmland', feature: '64030001' },
  });
  expect(note!.params.geometryM2).toBeCloseTo(ellipsoidAreaM2(short), 4);
  // 0.01 degrees of latitude are about 1,110 m: a strip of a metre has that many square metres
  const missing = Number(note!.params.areaM2) - Number(note!.params.geometryM2);
  expect(missing).toBeGreaterThan(1_100);
  expect(missing).toBeLessThan(1_120);
  expect(withWords(note!).text.zh).toContain('以量算面积为准');
});

it('geometry that vanished is told', () => {
  expect(geometryDiffers('farmland', '64030001', 1, EMPTY_FLAT)).toHaveLength(1);
  expect(geometryDiffers('farmland', '64030001', 1e-6, EMPTY_FLAT)).toEqual([]);
});

it('reaches the report where no way of cutting gives what was measured', async () => {
  // runs around the site twice: what lies in both rounds was counted twice
  const [w, s, e, n] = [105.9, 37.3, 106.008, 37.5];
  const twice: MultiPolygon = [
    [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s + 0.01],
        [e - 0.004, s + 0.01],
        [e - 0.004, n - 0.01],
        [w + 0.01, n - 0.01],
        [w, s],
      ],
    ],
  ];
  const [note, ...others] = await notesWith({}, 'full', twice);
  expect(others).toEqual([]);
  const { areaM2, geometryM2 } = note!.params as Record<string, number>;
  expect(areaM2! / geometryM2!).toBeCloseTo(1.5, 4);
});

it('what is drawn as it was measured, or not drawn, needs no note', async () => {
  expect(await notesWith({})).toEqual([]);
  const never = () => {
    throw new Error('not to be asked');
  };
  expect(await notesWith({ intersection: never }, 'none')).toEqual([]);
});
