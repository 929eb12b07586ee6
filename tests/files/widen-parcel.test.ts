import { describe, expect, it } from 'vitest';
import { transformOf } from '../../src/crs/transform.ts';
import { type ImportAnswers, questionOf } from '../../src/domain/import-answers.ts';
import { buildParcel } from '../../src/files/build-parcel.ts';
import { BARE_PARCEL, type RawParcel, type RawShape } from '../../src/files/formats/format.ts';
import type { Frame } from '../../src/files/frame.ts';
import { isArea, needWidths } from '../../src/files/widen-parcel.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { distanceM, ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';
import { toNested } from '../../src/geometry/shapes.ts';

const clipper = await loadClipper();
const AS_GIVEN = { swapped: false, addEastM: 0 };
const frame = (epsg: number): Frame => ({ epsg, reading: AS_GIVEN, corrections: {} });

function raw(shape: RawShape, points: string, widthM: number | null = null): RawParcel {
  const list = points.split(', ').map((pair, i) => {
    const [x, y] = pair.split(' ');
    return [`J${i + 1}`, x!, y!] as const;
  });
  return { ...BARE_PARCEL, shape, widthM, rings: [{ points: list, hole: null }] };
}

const build = (parcel: RawParcel, epsg: number, answers: ImportAnswers) =>
  buildParcel(parcel, '1', '道路', frame(epsg), { answers, clipper });

const ROAD = '35594000 4145000, 35594100 4145000';

describe('needWidths', () => {
  it('asks for lines and points without width, and counts them', () => {
    const parcels = [raw('line', ROAD), raw('line', ROAD, 7), raw('point', '106 37')];
    let caught: unknown;
    try {
      needWidths(parcels, {});
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({ code: 'err-needs-buffer', params: { kind: 'line', count: 1 } });
    expect(questionOf(caught)).toEqual({ kind: 'outline', lines: 1, points: 1 });
  });

  it('asks nothing where widths, a distance or closed lines answer', () => {
    expect(() => needWidths([raw('area', ROAD), raw('line', ROAD, 7)], {})).not.toThrow();
    expect(() => needWidths([raw('line', ROAD)], { bufferM: 5 })).not.toThrow();
    expect(() => needWidths([raw('line', ROAD)], { closeLines: true })).not.toThrow();
    expect(() => needWidths([raw('point', '1 2')], { closeLines: true })).toThrow();
    expect(isArea(raw('point', '1 2'), { closeLines: true })).toBe(false);
  });
});

describe('a line of 100 m in zone 35', () => {
  it('becomes 1000 m² of corridor with flat ends, 5 m to each side, in its own plane', () => {
    const { parcel, notes } = build(raw('line', ROAD), 4523, { bufferM: 5, ends: 'flat' });
    expect(parcel.planeAreaM2).toBe(1000);
    expect(parcel.widened).toEqual({ shape: 'line', distanceM: 5, ends: 'flat' });
    expect(parcel.given[0]!.points).toEqual(raw('line', ROAD).rings[0]!.points);
    expect(parcel.vertices).toBe(2);
    expect(notes.map(({ code, severity }) => [code, severity])).toEqual([
      ['note-corridor', 'info'],
    ]);
  });

  it('has round ends unless told otherwise', () => {
    const { parcel } = build(raw('line', ROAD), 4523, { bufferM: 5 });
    expect(parcel.planeAreaM2).toBeGreaterThan(1000 + Math.PI * 25 - 0.04);
    expect(parcel.planeAreaM2).toBeLessThan(1000 + Math.PI * 25);
  });

  it('takes the width of the file over a distance given, and says so', () => {
    const { parcel, notes } = build(raw('line', ROAD, 7), 4523, { bufferM: 20, ends: 'flat' });
    expect(parcel.planeAreaM2).toBe(700);
    expect(notes.map(({ code }) => code)).toEqual(['note-corridor', 'note-corridor-width']);
    expect(notes[1]!.params).toMatchObject({ distanceM: 3.5, givenM: 20 });
    const own = build(raw('line', ROAD, 7), 4523, { ends: 'flat' });
    expect(own.notes[0]!.params).toMatchObject({ distanceM: 3.5, from: 'file' });
  });

  it('is a boundary where a person says so, and the note says it was closed', () => {
    const outline = raw('line', `${ROAD}, 35594100 4145100, 35594000 4145100`);
    const { parcel, notes } = build(outline, 4523, { closeLines: true, bufferM: 5 });
    expect(parcel.planeAreaM2).toBe(10_000);
    expect(parcel.widened).toBeUndefined();
    expect(notes.map(({ code }) => code)).toEqual(['note-line-closed', 'note-closed']);
  });

  it('is refused where all its points are one', () => {
    const stub = raw('line', '35594000 4145000, 35594000 4145000');
    expect(() => build(stub, 4523, { bufferM: 5 })).toThrow(/err-line-short/);
  });
});

describe('a line in degrees', () => {
  // The ends of ROAD, brought to degrees by PROJ's answers of tests/crs (zone 35).
  const { toLonLat } = transformOf(4523);
  const degrees = [toLonLat(35594000, 4145000), toLonLat(35594100, 4145000)];
  const line = raw('line', degrees.map(([lon, lat]) => `${lon} ${lat}`).join(', '));

  it('is widened in the 3° zone of its middle longitude to the same place', () => {
    const flat = { bufferM: 5, ends: 'flat' } as const;
    const { parcel, shape } = build(line, 4490, flat);
    const plane = build(raw('line', ROAD), 4523, flat).parcel;
    expect(parcel.planeAreaM2).toBeNull();
    expect(
      Math.abs(ellipsoidAreaM2(parcel.polygons) - ellipsoidAreaM2(plane.polygons)),
    ).toBeLessThan(0.01);
    // lon/lat again, as the shapes of all parcels of a file in degrees are compared
    expect(shape).toEqual(parcel.polygons);
    expect(parcel.given[0]!.points[0]![1]).toBe(String(degrees[0]![0]));
  });

  it('is widened in the zone it lies in, on either side of the seam', () => {
    for (const lon of [106.4, 106.6]) {
      const short = raw('line', `${lon} 37.4, ${lon} 37.401`);
      const { parcel } = build(short, 4490, { bufferM: 10, ends: 'flat' });
      const [ring] = toNested(parcel.polygons)[0]!;
      const widths = ring!.slice(1).map(([x, y], i) => distanceM(...ring![i]!, x, y));
      expect(Math.min(...widths)).toBeGreaterThan(19.98);
      expect(Math.min(...widths)).toBeLessThan(20.02);
    }
  });
});

describe('a point', () => {
  it('becomes a disc, marked approximate', () => {
    const { parcel, notes } = build(raw('point', '35594000 4145000'), 4523, { bufferM: 30 });
    const exact = Math.PI * 900;
    expect(parcel.planeAreaM2).toBeLessThan(exact);
    expect(exact - parcel.planeAreaM2!).toBeLessThan(0.2);
    expect(parcel.widened).toEqual({ shape: 'point', distanceM: 30, ends: 'round' });
    expect(notes).toMatchObject([{ code: 'note-disc', severity: 'warning' }]);
  });

  it('takes the diameter of the file, and several near one another count once', () => {
    const two = '35594000 4145000, 35594000 4145001';
    const { parcel } = build(raw('point', two, 10), 4523, {});
    expect(parcel.planeAreaM2).toBeGreaterThan(Math.PI * 25);
    expect(parcel.planeAreaM2).toBeLessThan(Math.PI * 25 + 10.1);
    expect(toNested(parcel.polygons)).toHaveLength(1);
  });
});
