import { describe, expect, it } from 'vitest';
import { transformOf } from '../../src/crs/transform.ts';
import type { Project } from '../../src/domain/project.ts';
import { defectsOf } from '../../src/files/file-defects.ts';
import { openProject } from '../../src/files/open-project.ts';
import { sizeNotes } from '../../src/files/parcel-notes.ts';
import { distanceM } from '../../src/geometry/ellipsoid.ts';
import { type ImportCode, importText } from '../../src/text/words/import.ts';

/**
 * Every defect of a ring: found, with its place, and repaired or refused. Points are metres from
 * 35 594 000 E, 4 145 000 N; a ring is "1: 0 0, 10 0, ..." with its number in front.
 */
const ORIGIN = [35_594_000, 4_145_000] as const;

function file(...parcels: readonly (readonly string[])[]) {
  const lines = parcels.flatMap((rings, p) => [
    `0,,${p + 1},地块${p + 1},面,,,,@`,
    ...rings.flatMap((ring, r) =>
      ring.split(', ').map((pair, i) => {
        const [x, y] = pair.split(' ').map(Number);
        return `J${i + 1},${r + 1},${ORIGIN[1] + y!},${ORIGIN[0] + x!}`;
      }),
    ),
  ]);
  const header = ['[属性描述]', '坐标系=2000国家大地坐标系', '几度分带=3', '带号=35', '[地块坐标]'];
  return { name: 'a.txt', bytes: new TextEncoder().encode([...header, ...lines].join('\n')) };
}

const BOX = '0 0, 100 0, 100 100, 0 100, 0 0';
const open = async (...parcels: readonly (readonly string[])[]): Promise<Project> =>
  (await openProject(file(...parcels)))[0]!;
const failure = async (...parcels: readonly (readonly string[])[]) =>
  openProject(file(...parcels)).then(
    () => {
      throw new Error('opened');
    },
    (error: unknown) => error,
  );

/** Whether a place on the map is that point of the plane, to a millimetre. */
function expectAt(at: readonly [number, number] | undefined, x: number, y: number): void {
  const [lon, lat] = transformOf(4523).toLonLat(ORIGIN[0] + x, ORIGIN[1] + y);
  expect(distanceM(at?.[0] ?? 0, at?.[1] ?? 0, lon, lat)).toBeLessThan(0.001);
}

describe('repaired, told with its place and what it does to the area', () => {
  it.each<[string, string, string, [number, number], number, number]>([
    ['an open ring', '0 0, 100 0, 100 100, 0 100', 'note-closed', [0, 100], 10_000, 10_000],
    [
      'a point written twice',
      '0 0, 100 0, 100 0, 100 100, 0 100, 0 0',
      'note-duplicates',
      [100, 0],
      10_000,
      10_000,
    ],
    [
      'a spike',
      '0 0, 100 0, 100 100, 100 300, 100 100, 0 100, 0 0',
      'note-spikes',
      [100, 300],
      10_000,
      10_000,
    ],
    // A bow-tie of two triangles of 2500 m² whose signed areas cancel out before the repair.
    ['a bow-tie', '0 0, 100 100, 100 0, 0 100, 0 0', 'note-split', [50, 50], 0, 5000],
  ])('%s', async (_, ring, code, [x, y], beforeM2, afterM2) => {
    const { notes, parcels } = await open([ring]);
    const note = notes.find((one) => one.code === code)!;
    expectAt(note.at, x, y);
    expect(note.params.beforeM2).toBeCloseTo(beforeM2, 3);
    expect(note.params.afterM2).toBeCloseTo(afterM2, 3);
    expect(parcels[0]!.planeAreaM2).toBeCloseTo(afterM2, 3);
    expect(importText(code as ImportCode, note.params).zh).toMatch(
      beforeM2 === afterM2 ? /面积不变|已闭合/ : /面积由 0.0000 公顷变为 0.5000 公顷/,
    );
  });
});

describe('noted with its place', () => {
  it('parcels that overlap', async () => {
    const { notes } = await open([BOX], ['60 0, 160 0, 160 100, 60 100, 60 0']);
    const note = notes.find(({ code }) => code === 'note-parcels-overlap')!;
    expect(note.params.areaM2).toBeCloseTo(4000, 3);
    expectAt(note.at, 80, 50);
  });

  it('a sliver, not a narrow plot', async () => {
    const sliver = await open([BOX], ['200 0, 500 0, 500 0.02, 200 0.02, 200 0']);
    const note = sliver.notes.find(({ code }) => code === 'note-sliver')!;
    expect(note.params).toMatchObject({ parcel: '地块2', widthM: 0.02 });
    expectAt(note.at, 200, 0);
    const narrow = await open(['200 0, 500 0, 500 1.5, 200 1.5, 200 0']);
    expect(narrow.notes).toEqual([]);
  });
});

describe('refused, with its place', () => {
  it.each<[string, string[], string, [number, number]]>([
    ['no area', ['0 0, 50 0, 100 0, 0 0'], 'err-zero-area', [0, 0]],
    ['one ring twice', [BOX, '100 0, 100 100, 0 100, 0 0, 100 0'], 'err-rings-same', [100, 0]],
    [
      'two crossings',
      ['0 0, 60 0, 60 20, 40 -10, 20 20, 0 20, 0 0'],
      'err-selfcross',
      [100 / 3, 0],
    ],
    [
      'rings that overlap in part',
      [BOX, '50 50, 150 50, 150 150, 50 150, 50 50'],
      'err-rings-cross',
      [100, 50],
    ],
  ])('%s', async (_, rings, code, [x, y]) => {
    const error = await failure(rings);
    expect(error).toMatchObject({ code });
    const places = defectsOf(error).map(({ at }) => at);
    expect(places.length).toBeGreaterThan(0);
    const isThere = places.some((at) => {
      const [lon, lat] = transformOf(4523).toLonLat(ORIGIN[0] + x, ORIGIN[1] + y);
      return at && distanceM(...at, lon, lat) < 0.001;
    });
    expect(isThere).toBe(true);
  });

  it('a hole outside its shell and a shell inside another', async () => {
    const ring = (x: number, side: number) => {
      const [west, south] = [106 + x, 37 + x];
      return [
        [west, south],
        [west + side, south],
        [west, south + side],
        [west, south],
      ];
    }; // prettier-ignore
    const nested = async (coordinates: unknown) => {
      const text = JSON.stringify({ type: 'MultiPolygon', coordinates });
      const bytes = new TextEncoder().encode(text);
      return openProject({ name: 'a.geojson', bytes }).catch((error: unknown) => error);
    };
    const outside = await nested([[ring(0, 0.01), ring(0.02, 0.01)]]);
    expect(outside).toMatchObject({ code: 'err-wrong-nesting', params: { hole: true } });
    expect(defectsOf(outside)[0]!.at).toEqual([106.02, 37.02]);
    const inside = await nested([[ring(0, 0.03)], [ring(0.002, 0.004)]]);
    expect(inside).toMatchObject({ code: 'err-wrong-nesting', params: { hole: false } });
  });
});

it('tells all defects of a file at once, each with its own sentence and place', async () => {
  const error = await failure(
    [BOX],
    ['0 0, 60 0, 60 20, 40 -10, 20 20, 0 20, 0 0'],
    [BOX, '50 50, 150 50, 150 150, 50 150, 50 50'],
    ['300 0, 400 0, 500 0, 300 0'],
  );
  const defects = defectsOf(error);
  expect(error).toMatchObject({ code: defects[0]!.code, params: defects[0]!.params });
  const told = defects.map(({ code, params }) => `${params.parcel} ${code}`);
  expect(told).toEqual([
    '地块2 err-selfcross',
    '地块2 err-selfcross',
    '地块3 err-rings-cross',
    '地块3 err-rings-cross',
    '地块4 err-zero-area',
  ]);
  expect(new Set(defects.map(({ at }) => String(at))).size).toBe(5);
  for (const { code, params, severity } of defects) {
    expect(severity).toBe('error');
    expect(importText(code as ImportCode, params).zh).toContain(String(params.parcel));
  }
});

it('has no defects to show for another failure', async () => {
  expect(defectsOf(new Error('x'))).toEqual([]);
  const error = await openProject({ name: 'a.txt', bytes: new Uint8Array() }).catch((e) => e);
  expect(defectsOf(error)).toEqual([]);
});

it('says that more than a million points are slow', () => {
  expect(sizeNotes(1_000_000)).toEqual([]);
  const [note] = sizeNotes(1_000_001);
  expect(note).toMatchObject({ code: 'note-many-vertices', severity: 'warning' });
});
