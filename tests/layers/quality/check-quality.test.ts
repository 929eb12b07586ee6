import { describe, expect, it } from 'vitest';
import type {
  LayerQuality,
  QualityCheckName,
  QualityFinding,
} from '../../../src/domain/layer-quality.ts';
import { type Position, toFlat } from '../../../src/geometry/shapes.ts';
import { checkQuality } from '../../../src/layers/quality/check-quality.ts';
import { layerOf, mosaic, type Parcel } from './mosaic.ts';

const COLUMNS = 12;
const NOWHERE_NEAR = toFlat([
  [
    [
      [105, 36],
      [108, 36],
      [108, 39],
      [105, 39],
      [105, 36],
    ],
  ],
]);

const clean = (): Parcel[] => mosaic(COLUMNS, COLUMNS, 11);
const look = async (parcels: Parcel[], stated = NOWHERE_NEAR) =>
  checkQuality(await layerOf(parcels), { stated });

/** Names of checks that found something, with how often. */
const foundBy = ({ checks }: LayerQuality): Partial<Record<QualityCheckName, number>> =>
  Object.fromEntries(checks.filter(({ count }) => count > 0).map((one) => [one.check, one.count]));
const findings = ({ checks }: LayerQuality, name: QualityCheckName): QualityFinding[] =>
  checks.find(({ check }) => check === name)!.findings;
const ids = ({ features }: QualityFinding) => features.map(({ id }) => id).sort();

/** The border between a parcel and its eastern neighbour: vertices 6 (south) to 12 (north). */
const EAST = [7, 8, 9, 10, 11];
const at = (i: number, j: number): number => j * COLUMNS + i;
const moved = ([x, y]: Position, dx: number, dy = 0): Position => [x + dx, y + dy];

describe('a layer whose parcels fit together', () => {
  it('has nothing wrong, and everything was looked at', async () => {
    const quality = await look(clean());
    expect(foundBy(quality)).toEqual({});
    expect(quality.checks.map(({ state }) => state)).toEqual(new Array(9).fill('done'));
    expect(quality.checks.every(({ small }) => !small || small.count === 0)).toBe(true);
    expect(quality.overlapsItself).toBe(false);
  });

  it('says what was not looked at', async () => {
    const quality = await checkQuality(await layerOf(clean()));
    const outside = quality.checks.find(({ check }) => check === 'outside-area')!;
    expect(outside).toMatchObject({ state: 'not-done', areaM2: null });
    expect(outside.reason?.zh).toContain('没有给定行政区范围');
  });
});

describe('planted defects are found, each by its check alone', () => {
  it('an overlap', async () => {
    const parcels = clean();
    const ring = parcels[at(4, 4)]!.ring;
    // the eastern border 1e-5° (0.88 m) into the neighbour
    for (const v of EAST) ring[v] = moved(ring[v]!, 1e-5);
    const quality = await look(parcels);
    expect(foundBy(quality)).toEqual({ overlap: 1 });
    const [found] = findings(quality, 'overlap');
    expect(ids(found!)).toEqual(['P52', 'P53']);
    expect(found!.areaM2).toBeGreaterThan(60);
    expect(found!.at![0]).toBeCloseTo(106.005, 3);
    expect(quality.overlapsItself).toBe(true);
  });

  it('a closed gap', async () => {
    const parcels = clean();
    const ring = parcels[at(4, 4)]!.ring;
    for (const v of EAST) ring[v] = moved(ring[v]!, -5e-6);
    const quality = await look(parcels);
    expect(foundBy(quality)).toEqual({ gap: 1 });
    const [found] = findings(quality, 'gap');
    expect(ids(found!)).toEqual(['P52', 'P53']);
    expect(found!.closed).toBe(true);
    expect(found!.widthM).toBeGreaterThan(0.3);
  });

  it('an open gap: the last column stands 0.3 m apart', async () => {
    const parcels = clean();
    for (let j = 0; j < COLUMNS; j++) {
      const parcel = parcels[at(COLUMNS - 1, j)]!;
      parcel.ring = parcel.ring.map((place) => moved(place, 3.4e-6));
    }
    const quality = await look(parcels);
    expect(foundBy(quality)).toEqual({ gap: COLUMNS });
    expect(findings(quality, 'gap').every(({ closed }) => closed === false)).toBe(true);
    expect(findings(quality, 'gap')[0]!.widthM).toBeCloseTo(0.3, 1);
  });

  it('a vertex left out on one side of a straight border', async () => {
    const parcels = clean();
    // a point exactly between two others, given to one parcel only; dyadic steps keep it on the line
    const ring = parcels[at(4, 4)]!.ring;
    const neighbour = parcels[at(5, 4)]!.ring;
    const a: Position = [106.005, 37.40425];
    const b: Position = [106.005, 37.40475];
    for (const [one, p, q] of [
      [ring, 8, 9],
      [neighbour, 22, 21],
    ] as const) {
      one[p] = a;
      one[q] = b;
    }
    ring.splice(9, 0, [106.005, 37.4045]);
    const quality = await look(parcels);
    expect(foundBy(quality)).toEqual({ 'unmatched-vertex': 1 });
    const [found] = findings(quality, 'unmatched-vertex');
    expect(found!.features.map(({ id }) => id)).toEqual(['P53', 'P52']);
    expect(found!.at).toEqual([106.005, 37.4045]);
  });

  it('a vertex 2 mm off its counterpart', async () => {
    const parcels = clean();
    const ring = parcels[at(4, 4)]!.ring;
    ring[9] = moved(ring[9]!, 0, 2e-8);
    const quality = await look(parcels);
    expect(foundBy(quality)['unmatched-vertex']).toBe(1);
    expect(findings(quality, 'unmatched-vertex')[0]!.distanceM).toBeCloseTo(0.002, 3);
  });

  it('the same parcel twice', async () => {
    const parcels = clean();
    const twice = parcels[at(3, 3)]!;
    parcels.push({ ...twice, id: 'again' });
    const quality = await look(parcels);
    expect(foundBy(quality)).toEqual({ duplicate: 1 });
    expect(ids(findings(quality, 'duplicate')[0]!)).toEqual(['P39', 'again']);
  });

  it('a ring that crosses itself', async () => {
    const parcels = clean();
    const ring = parcels[at(2, 2)]!.ring;
    [ring[3], ring[15]] = [ring[15]!, ring[3]!];
    const quality = await look(parcels);
    expect(findings(quality, 'invalid-ring')).toMatchObject([
      { features: [{ id: 'P26' }], what: 'self-cross', repaired: false },
    ]);
    // it is left out of what compares areas, and that is said
    const overlap = quality.checks.find(({ check }) => check === 'overlap')!;
    expect(overlap.state).toBe('partly');
    expect(overlap.reason?.en).toContain('invalid rings left out: 1');
    expect(quality.overlapsItself).toBeNull();
  });

  it('an identifier left out, and one used twice', async () => {
    const parcels = clean();
    parcels[7]!.id = '  ';
    parcels[8]!.id = 'P9';
    const quality = await look(parcels);
    expect(foundBy(quality)).toEqual({ 'missing-id': 1, 'duplicate-id': 1 });
    expect(findings(quality, 'duplicate-id')[0]!.features.map(({ id }) => id)).toEqual([
      'P9',
      'P9',
    ]);
  });

  it('an area that differs from the attribute; one within the tolerance does not', async () => {
    const parcels = clean();
    // about 9,800 m²: the tolerance of 0.1 % is 9.8 m²
    parcels[0]!.statedM2 = 9000;
    const quality = await look(parcels);
    expect(foundBy(quality)).toEqual({ 'area-differs': 1 });
    const [found] = findings(quality, 'area-differs');
    expect(found!.statedM2).toBe(9000);
    const near = clean();
    near[0]!.statedM2 = found!.areaM2! + 0.9 * Math.max(1, found!.areaM2! / 1000);
    expect(foundBy(await look(near))).toEqual({});
  });

  it('a part outside the stated area', async () => {
    const cut = toFlat([
      [
        [
          [105, 36],
          [106.0125, 36],
          [106.0125, 39],
          [105, 39],
          [105, 36],
        ],
      ],
    ]);
    expect(foundBy(await look(clean(), cut))).toEqual({});
    const short = toFlat([
      [
        [
          [105, 36],
          [106.0116, 36],
          [106.0116, 39],
          [105, 39],
          [105, 36],
        ],
      ],
    ]);
    const quality = await look(clean(), short);
    expect(foundBy(quality)).toEqual({ 'outside-area': COLUMNS });
    const [found] = findings(quality, 'outside-area');
    expect(found!.at![0]).toBeGreaterThan(106.0116);
    expect(found!.bbox![0]).toBe(106.0116);
  });
});
