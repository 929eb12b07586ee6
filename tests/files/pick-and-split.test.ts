import { describe, expect, it } from 'vitest';
import { NO_HINTS } from '../../src/crs/evidence.ts';
import { questionOf } from '../../src/domain/import-answers.ts';
import { BARE_PARCEL, type RawParcel, type RawProject } from '../../src/files/formats/format.ts';
import { pickLayers } from '../../src/files/pick-layers.ts';
import { fieldChoices, splitProjects } from '../../src/files/split-projects.ts';

const parcel = (layer: string | null, attributes: Record<string, string>): RawParcel => ({
  ...BARE_PARCEL,
  layer,
  attributes,
  rings: [],
});

function raw(parcels: readonly RawParcel[], choosesLayers = false): RawProject {
  const words = { id: '7', name: '全部', code: null, applicant: null };
  return { ...words, parcels, hints: NO_HINTS, choosesLayers, notes: [] };
}

const DRAWING = raw(
  [parcel('红线', {}), parcel('道路', {}), { ...parcel('红线', {}), shape: 'line' }],
  true,
);

describe('layers of a drawing', () => {
  it('are asked for, with what each holds', () => {
    let error: unknown = null;
    try {
      pickLayers(DRAWING, undefined, 'a.dxf');
    } catch (cause) {
      error = cause;
    }
    expect(questionOf(error)).toEqual({
      kind: 'layers',
      layers: [
        { name: '红线', areas: 1, lines: 1, points: 0 },
        { name: '道路', areas: 1, lines: 0, points: 0 },
      ],
    });
  });

  it('are those that were chosen', () => {
    expect(pickLayers(DRAWING, ['道路'], 'a.dxf').parcels).toEqual([DRAWING.parcels[1]]);
  });

  it('must be there: a name that is wrong never means nothing', () => {
    expect(() => pickLayers(DRAWING, ['JZD'], 'a.dxf')).toThrow(/err-layer-missing.*JZD/);
    expect(() => pickLayers(DRAWING, [], 'a.dxf')).toThrow(/err-layer-missing/);
  });

  it('are all meant in a file of data', () => {
    expect(
      pickLayers({ ...DRAWING, choosesLayers: false }, undefined, 'a.gpkg').parcels,
    ).toHaveLength(3);
  });
});

describe('projects of a file', () => {
  const file = raw([
    parcel(null, { XMMC: '甲', 备注: '同' }),
    parcel(null, { XMMC: '乙', 备注: '同' }),
    parcel(null, { XMMC: '甲', 备注: '同' }),
    parcel(null, { 备注: '同' }),
  ]);

  it('can be told apart by fields with more than one value', () => {
    expect(fieldChoices(file.parcels)).toEqual([
      { name: 'XMMC', values: 2, examples: ['甲', '乙'] },
    ]);
    expect(fieldChoices(file.parcels.slice(0, 1))).toEqual([]);
  });

  it('are one a value, and one of the parcels without', () => {
    const parts = splitProjects(file, 'XMMC', 'a.shp');
    expect(parts.map(({ name, id, parcels }) => [name, id, parcels.length])).toEqual([
      ['甲', null, 2],
      ['乙', null, 1],
      [null, null, 1],
    ]);
  });

  it('are one without a field', () => {
    expect(splitProjects(file, undefined, 'a.shp')).toEqual([file]);
  });

  it('name the fields where the one asked for is not there', () => {
    expect(() => splitProjects(file, 'NAME', 'a.shp')).toThrow(/err-name-field.*XMMC、备注/);
  });
});
