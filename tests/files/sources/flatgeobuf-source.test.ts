import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import { FlatWriter } from '../../../src/files/flatgeobuf/flat-writer.ts';
import { GeometryType, MAGIC } from '../../../src/files/flatgeobuf/format.ts';
import { writeHeader } from '../../../src/files/flatgeobuf/write-header.ts';
import { writeFlatGeobuf } from '../../../src/files/flatgeobuf/writer.ts';
import { flatGeobufSource } from '../../../src/files/sources/flatgeobuf-source.ts';
import type { SourceFeature } from '../../../src/files/sources/source-table.ts';
import { toFlat } from '../../../src/geometry/shapes.ts';

const SQUARE = [106, 37, 106.1, 37, 106.1, 37.1, 106, 37.1, 106, 37];
/** Two vertices there and back: no area. */
const FLAT = [106, 37, 106.1, 37, 106, 37];

async function featuresOf(bytes: Uint8Array): Promise<SourceFeature[]> {
  const table = await flatGeobufSource('a.fgb', memorySource('a.fgb', bytes));
  const features: SourceFeature[] = [];
  for await (const batch of table.batches()) features.push(...batch);
  return features;
}

/** A file as other programs may write it: rings as given, or no geometry at all. */
function fileOf(
  shapes: readonly (readonly (readonly number[])[] | null)[],
  type: GeometryType = GeometryType.Polygon,
): Uint8Array {
  const header = writeHeader({
    name: 'red',
    columns: [],
    crs: 4490,
    geometryType: type,
    features: shapes.length,
    nodeSize: 0,
    extent: null,
  });
  const out = new FlatWriter();
  for (const rings of shapes) {
    out.record((root) => {
      const [geometry] = out.table(root, [rings === null ? 0 : 4]);
      if (rings === null) return;
      const slots = out.table(geometry!, [4, 4, 0, 0, 0, 0, 1]);
      out.u8(slots[6]!, type);
      let end = 0;
      const ends = rings.map((ring) => (end += ring.length / 2));
      out.integers(slots[0]!, Uint32Array.from(ends));
      out.doubles(slots[1]!, Float64Array.from(rings.flat()));
    });
  }
  return Uint8Array.of(...MAGIC, ...header, ...out.bytes.subarray(0, out.length));
}

describe('an own file', () => {
  const polygons = toFlat([
    [
      [
        [106, 37],
        [106.1, 37],
        [106.1, 37.1],
        [106, 37],
      ],
    ],
    [
      [
        [107, 37],
        [107.1, 37],
        [107.1, 37.1],
        [107, 37],
      ],
    ],
  ]);
  const file = writeFlatGeobuf({
    name: 'red',
    columns: [
      { name: 'BSM', type: 'long' },
      { name: 'MJ', type: 'float' },
      { name: 'yes', type: 'bool' },
    ],
    crs: 4490,
    features: [{ polygons, properties: { BSM: 640303205100001, MJ: 1.5, yes: true } }],
    index: true,
    geometryType: 'MultiPolygon',
  });

  it('comes back as it was; 64-bit integers as digits', async () => {
    const table = await flatGeobufSource('a.fgb', memorySource('a.fgb', file));
    expect([table.name, table.count, table.crs?.hints?.epsg]).toEqual(['red', 1, 4490]);
    expect(table.columns.map(({ type }) => type)).toEqual(['string', 'double', 'bool']);
    expect(await featuresOf(file)).toEqual([
      { polygons, droppedRings: 0, properties: { BSM: '640303205100001', MJ: 1.5, yes: true } },
    ]);
  });

  it('cut off anywhere is an error, never fewer features', async () => {
    for (const length of [5, 60, file.length - 40, file.length - 1]) {
      await expect(featuresOf(file.subarray(0, length))).rejects.toMatchObject({
        code: 'source-damaged',
      });
    }
  });
});

describe('rings as other programs leave them', () => {
  it('are closed, or left out where they have no area', async () => {
    const [open, short, holeless, lost, none] = await featuresOf(
      fileOf([[SQUARE.slice(0, 8)], [SQUARE, FLAT], [SQUARE], [FLAT, SQUARE], null]),
    );
    expect([...open!.polygons.xy]).toEqual(SQUARE);
    expect([[...short!.polygons.ringEnds], short!.droppedRings]).toEqual([[5], 1]);
    expect(holeless!.droppedRings).toBe(0);
    // without its outer ring a hole must not become an area
    expect([lost!.polygons.xy.length, lost!.droppedRings]).toEqual([0, 2]);
    expect([none!.polygons.xy.length, none!.droppedRings]).toEqual([0, 0]);
  });

  it('with a coordinate that is no number, and lines, are refused by their place', async () => {
    await expect(
      featuresOf(fileOf([[SQUARE], [[...SQUARE.slice(0, 9), Number.NaN]]])),
    ).rejects.toMatchObject({
      code: 'source-coordinate',
      params: { index: 2 },
    });
    await expect(featuresOf(fileOf([[SQUARE]], GeometryType.LineString))).rejects.toMatchObject({
      code: 'source-not-polygons',
      params: { type: 'LineString' },
    });
  });
});
