import { describe, expect, it } from 'vitest';
import type { Column } from '../../../src/files/flatgeobuf/format.ts';
import type { WriteFeature } from '../../../src/files/flatgeobuf/writer.ts';
import type { FeatureStream } from '../../../src/layers/feature-stream.ts';
import { sourceStreams } from '../../../src/layers/sources/source-streams.ts';
import { box, epsg, tableOf } from './table-of.ts';

const GK = epsg(4523);
const text = (...names: string[]): Column[] => names.map((name) => ({ name, type: 'string' }));
const number = (name: string): Column => ({ name, type: 'double' });
/** 12 ha in the plane. */
const parcel = (n: number) => box(35_594_000 + 500 * n, 4_145_000, 400, 300);

async function readAll(stream: FeatureStream): Promise<WriteFeature[]> {
  const features: WriteFeature[] = [];
  for await (const batch of stream.batches()) features.push(...batch);
  return features;
}
const options = (kind: Parameters<typeof sourceStreams>[1]['kind']) => ({
  kind,
  crs: null,
  fields: new Map<string, string>(),
});

describe('several files', () => {
  it('have the columns of all and keep their own values', async () => {
    const a = tableOf(
      [{ shape: parcel(0), properties: { BSM: '1', DLMC: '旱地' } }],
      GK,
      text('BSM', 'DLMC'),
    );
    const b = tableOf(
      [{ shape: box(106.07, 37.43, 0.001, 0.001), properties: { bsm: '2', ZLDWMC: '红寺堡镇' } }],
      epsg(4490),
      text('bsm', 'ZLDWMC'),
      'b.gpkg',
    );
    const {
      streams,
      fields,
      epsg: codes,
    } = await sourceStreams([a, b], options('cultivated-land'));
    expect(codes).toEqual([4523, 4490]);
    expect(fields).toEqual({ featureId: 'BSM', landClass: 'DLMC', place: 'ZLDWMC' });
    expect(streams.map(({ columns }) => columns.map(({ name }) => name))).toEqual([
      ['BSM', 'DLMC', 'ZLDWMC'],
      ['BSM', 'DLMC', 'ZLDWMC'],
    ]);
    const [first] = await readAll(streams[0]!);
    const [second] = await readAll(streams[1]!);
    expect(first!.properties).toEqual({ BSM: '1', DLMC: '旱地' });
    expect(second!.properties).toEqual({ BSM: '2', ZLDWMC: '红寺堡镇' });
  });
});

describe('area columns', () => {
  const redLine = (column: Column, factor: number, file = 'a.shp') =>
    tableOf(
      [0, 1, 2].map((n) => ({ shape: parcel(n), properties: { [column.name]: 120_000 * factor } })),
      GK,
      [column],
      file,
    );

  it('in km² get a column in m² beside them, which plays their part', async () => {
    const found = await sourceStreams(
      [redLine(number('QYMJ'), 1e-6)],
      options('ecological-red-line'),
    );
    expect(found.fields.graphicArea).toBe('QYMJ_M2');
    expect(found.notes).toMatchObject([{ code: 'source-area-converted', params: { unit: 'km2' } }]);
    const [first] = await readAll(found.streams[0]!);
    expect(first!.properties).toEqual({ QYMJ: 0.12, QYMJ_M2: 120_000 });
  });

  it('in m² stay alone; one whose name says otherwise is told of', async () => {
    const plain = await sourceStreams([redLine(number('MJ'), 1)], options('ecological-red-line'));
    expect(plain.fields.graphicArea).toBe('MJ');
    expect(plain.streams[0]!.columns).toHaveLength(1);
    const odd = await sourceStreams([redLine(number('QYMJ'), 1)], options('ecological-red-line'));
    expect(odd.fields.graphicArea).toBe('QYMJ');
    expect(odd.notes).toMatchObject([
      { code: 'source-area-unit', params: { named: 'km2', unit: 'm2' } },
    ]);
  });

  it('that fit nothing are told of', async () => {
    const { notes } = await sourceStreams(
      [redLine(number('MJ'), 0.01)],
      options('ecological-red-line'),
    );
    expect(notes).toMatchObject([{ code: 'source-area-unlike' }]);
  });

  it('in different units in different files are refused', async () => {
    const files = [redLine(number('MJ'), 1), redLine(number('MJ'), 1e-4, 'b.shp')];
    await expect(sourceStreams(files, options('ecological-red-line'))).rejects.toMatchObject({
      code: 'source-area-units-differ',
      params: { unit: 'm2', otherUnit: 'ha', otherFile: 'b.shp' },
    });
  });
});

describe('records without area', () => {
  it('are named, on every reading anew', async () => {
    const table = tableOf(
      [
        { shape: parcel(0), properties: { BSM: 'a' }, droppedRings: 2 },
        { shape: null, properties: { BSM: 'b' } },
        { shape: null, properties: { BSM: null } },
      ],
      GK,
      text('BSM'),
    );
    const { streams, readNotes } = await sourceStreams([table], options('cultivated-land'));
    expect(readNotes()).toEqual([]);
    for (const _ of [1, 2]) {
      expect(await readAll(streams[0]!)).toHaveLength(1);
      expect(readNotes()).toMatchObject([
        { code: 'source-empty', severity: 'warning', params: { count: 2, ids: 'b, #3' } },
        { code: 'source-rings-dropped', params: { count: 2, ids: 'a' } },
      ]);
    }
  });

  it('alone make an empty stream, not an error', async () => {
    const table = tableOf([{ shape: null, properties: { BSM: 'b' } }], null, text('BSM'));
    const {
      streams,
      epsg: codes,
      readNotes,
    } = await sourceStreams([table], options('cultivated-land'));
    expect(codes).toEqual([null]);
    expect(await readAll(streams[0]!)).toEqual([]);
    expect(readNotes()).toMatchObject([{ code: 'source-empty' }]);
  });
});
