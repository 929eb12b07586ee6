import { describe, expect, it } from 'vitest';
import { toInternetMap } from '../../src/crs/internet-map.ts';
import { transformOf } from '../../src/crs/transform.ts';
import { type ImportAnswers, questionOf } from '../../src/domain/import-answers.ts';
import { openProject } from '../../src/files/open-project.ts';
import { distanceM } from '../../src/geometry/ellipsoid.ts';
import type { BBox, Position } from '../../src/geometry/shapes.ts';
import { type ImportCode, importText } from '../../src/text/words/import.ts';
import { datumPoints, shiftOf } from '../crs/datum-points.ts';

/** What a person says of the place of a file, and what the project then says of itself. */
const NINGXIA: BBox = [104.28, 35.23, 107.66, 39.39];
const PLACE: Position = [106.062104164, 37.434840917];

function survey(rows: readonly Position[], header: Readonly<Record<string, string>> = {}) {
  const said = { 坐标系: '2000国家大地坐标系', 几度分带: '3', 带号: '35', ...header };
  const lines = [
    '[属性描述]',
    ...Object.entries(said).map(([key, value]) => `${key}=${value}`),
    '[地块坐标]',
    `${rows.length},,1,地块一,面,,,,@`,
    // X is north
    ...[...rows, rows[0]!].map(([east, north], i) => `J${i + 1},1,${north},${east}`),
  ];
  return { name: '地块.txt', bytes: new TextEncoder().encode(lines.join('\n')) };
}

function geojson(ring: readonly Position[]) {
  const coordinates = [[...ring, ring[0]]];
  const text = JSON.stringify({ type: 'Polygon', coordinates });
  return { name: 'a.geojson', bytes: new TextEncoder().encode(text) };
}

const square = ([x, y]: Position, side = 100): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];
const open = (input: ReturnType<typeof survey>, answers: ImportAnswers, regionExtent?: BBox) =>
  openProject(input, { answers, regionExtent });
const failure = async (opening: Promise<unknown>) =>
  opening.then(
    () => null,
    (error) => error,
  );

describe('a local datum', () => {
  const xian = { 坐标系: '1980西安坐标系' };
  const point = datumPoints().find(({ epsg, lat }) => epsg === 2359 && lat > 37 && lat < 38)!;
  const input = survey(square([point.x, point.y]), xian);
  const datumShift = shiftOf('xian80');

  it('is a question for seven parameters that names its system', async () => {
    const error = await failure(open(input, {}));
    expect(error).toMatchObject({ code: 'err-crs-datum' });
    expect(questionOf(error)).toEqual({ kind: 'datum', datum: 'xian80', epsg: 2359 });
    const chosen = await failure(open(input, { crs: 4523 }));
    expect(questionOf(chosen)).toMatchObject({ kind: 'datum', datum: 'xian80' });
  });

  it('is computed with them to where PROJ puts it, with the parameters in words', async () => {
    const [project] = await open(input, { datumShift });
    expect(project!.crs).toMatchObject({ epsg: 2359, how: 'declared', shift: null, datumShift });
    const { xy } = project!.parcels[0]!.polygons;
    expect(Math.abs(xy[0]! - point.lon)).toBeLessThan(1e-9);
    expect(Math.abs(xy[1]! - point.lat)).toBeLessThan(1e-9);
    const { zh, en } = project!.crs.detail;
    expect(zh).toContain('1980 西安坐标系按给定七参数转换');
    expect(zh).toContain('ΔX=-12.646 m, ΔY=23.571 m, ΔZ=8.327 m, εx=0.2415″');
    expect(en).toContain('m=-2.157 ppm');
    expect(project!.notes).toMatchObject([{ code: 'note-datum-shift', severity: 'warning' }]);
    expect(project!.parcels[0]!.planeAreaM2).toBe(10_000);
  });

  it('asks for the zone in that datum where the numbers carry none', async () => {
    const plain = survey(square([594000, 4145300]), { ...xian, 带号: '' });
    const error = await failure(open(plain, { datumShift }, NINGXIA));
    const question = questionOf(error);
    if (question?.kind !== 'crs') throw new Error(String(error));
    const likely = question.candidates.filter((one) => one.likely);
    expect(likely.map(({ epsg }) => epsg)).toEqual([2380]);
    expect(likely[0]!.title.zh).toContain('1980 西安坐标系 3° 带 第 35 带');
    const [project] = await open(plain, { datumShift, crs: 2380 });
    expect(project!.crs).toMatchObject({ epsg: 2380, how: 'chosen' });
  });

  it('is asked for in degrees too', async () => {
    const input = survey(square([106, 37], 0.001), { ...xian, 带号: '' });
    expect(questionOf(await failure(open(input, {})))).toMatchObject({ epsg: 4610 });
    const [project] = await open(input, { datumShift });
    expect(project!.crs.detail.zh).toContain('按1980 西安坐标系读取');
    expect(project!.parcels[0]!.planeAreaM2).toBeNull();
    expect(
      distanceM(
        project!.parcels[0]!.polygons.xy[0]!,
        project!.parcels[0]!.polygons.xy[1]!,
        106,
        37,
      ),
    ).toBeGreaterThan(1);
  });

  it('refuses parameters in a wrong unit', async () => {
    const mistaken = { ...datumShift, scalePpm: 999_997 };
    const error = await failure(open(input, { datumShift: mistaken }));
    expect(error).toMatchObject({ code: 'err-datum-shift' });
  });

  it('says that parameters were not used for CGCS2000', async () => {
    const [project] = await open(survey(square([35594000, 4145300])), { datumShift });
    expect(project!.crs.datumShift).toBeUndefined();
    expect(project!.notes).toMatchObject([{ code: 'note-datum-shift-unused' }]);
  });
});

describe.each(['gcj02', 'bd09'] as const)('coordinates of an internet map (%s)', (shift) => {
  it('are brought back to where they were picked, and the project says so', async () => {
    const ring = square(PLACE, 0.001);
    const [project] = await open(geojson(ring.map((at) => toInternetMap(shift, at))), { shift });
    expect(project!.crs).toMatchObject({ epsg: 4490, shift });
    expect(project!.crs.detail.zh).toContain('误差可达百米，仅供参考');
    expect(project!.notes).toMatchObject([{ code: 'note-internet-map', severity: 'warning' }]);
    const { xy } = project!.parcels[0]!.polygons;
    ring.forEach(([lon, lat], i) => {
      expect(Math.abs(xy[2 * i]! - lon)).toBeLessThanOrEqual(1.1e-9);
      expect(Math.abs(xy[2 * i + 1]! - lat)).toBeLessThanOrEqual(1.1e-9);
    });
  });

  it('are undone after a zone too', async () => {
    const { fromLonLat } = transformOf(4523);
    const ring = square(PLACE, 0.001).map((at) => fromLonLat(...toInternetMap(shift, at)));
    const [project] = await open(survey(ring), { shift });
    const { xy } = project!.parcels[0]!.polygons;
    expect(distanceM(xy[0]!, xy[1]!, ...PLACE)).toBeLessThan(0.001);
  });
});

const SIX_DECIMALS: Position[] = [
  [106.062104, 37.434841],
  [106.063338, 37.434841],
  [106.063338, 37.436075],
];

describe('suspicion of an internet map', () => {
  const codes = async (ring: readonly Position[]) =>
    (await open(geojson(ring), {}))[0]!.notes.map(({ code }) => code);

  it('is raised for degrees of exactly six decimals, as a note without weight', async () => {
    const [project] = await open(geojson(SIX_DECIMALS), {});
    expect(project!.crs.shift).toBeNull();
    expect(project!.notes.find(({ code }) => code === 'note-perhaps-internet-map')).toMatchObject({
      severity: 'info',
    });
  });

  it('is not raised for more decimals, or fewer', async () => {
    expect(await codes(square([106.0621041, 37.4348409], 0.001))).toEqual(['note-wgs84']);
    expect(await codes(square([106.06, 37.43], 0.01))).toEqual(['note-wgs84']);
  });
});

describe('each slip has its own name', () => {
  const cgcs = (rows: readonly Position[], header = {}) => survey(rows, header);
  it.each<[string, ReturnType<typeof survey>, ImportAnswers, ImportCode, string]>([
    [
      'degrees named as metres',
      geojson(square([106, 37], 0.01)),
      { crs: 4523 },
      'err-degrees-not-metres',
      '是经纬度（度）',
    ],
    [
      'metres named as degrees',
      cgcs(square([35594000, 4145300])),
      { crs: 4490 },
      'err-metres-not-degrees',
      '是米',
    ],
    ['a local false origin', cgcs(square([3100, 5200])), {}, 'err-local-grid', '独立坐标系'],
    [
      'northings without their millions',
      cgcs(square([594000, 145300])),
      {},
      'err-local-grid',
      '删去了高位大数',
    ],
    ['web Mercator', cgcs(square([11806769, 4500432])), {}, 'err-web-mercator', 'EPSG:3857'],
    ['another zone than the header', cgcs(square([36512003, 4145300])), {}, 'crs-unknown', '36 带'],
    [
      'no zone at all',
      cgcs(square([594000, 4145300]), { 带号: '' }),
      {},
      'crs-unknown',
      '没有写明带号',
    ],
  ])('%s', async (_, input, answers, code, word) => {
    const error = await failure(open(input, answers, NINGXIA));
    expect(error).toMatchObject({ code });
    expect(importText(code, error.params).zh).toContain(word);
  });

  it.each<[string, Position[], Record<string, string>, string, string]>([
    ['swapped axes', square([4145300, 35594000]), {}, 'note-axes-swapped', '先后与常规相反'],
    ['a missing prefix', square([594000, 4145300]), {}, 'note-no-prefix', '不带带号'],
    ['a wrong zone', square([36594000, 4145300]), { 带号: '36' }, 'note-perhaps-zone', '35 带'],
    [
      'another province',
      square([39448000, 4418000]),
      { 带号: '39' },
      'note-outside-region',
      '外省',
    ],
  ])('%s', async (_, rows, header, code, word) => {
    const [project] = await open(survey(rows, header), {}, NINGXIA);
    const note = project!.notes.find((one) => one.code === code);
    expect(importText(code as ImportCode, note?.params).zh).toContain(word);
  });

  it('does not doubt a project near the seam: the right zone is its own', async () => {
    // 106.55° E lies nearer to 108° than to 105°, 106.45° the other way round.
    for (const [lon, zone] of [
      [106.55, 35],
      [106.45, 36],
    ] as const) {
      const [x, y] = transformOf(4488 + zone).fromLonLat(lon, 37.8);
      const [project] = await open(survey(square([x, y]), { 带号: String(zone) }), {}, NINGXIA);
      expect(project!.crs.epsg).toBe(4488 + zone);
      expect(project!.notes).toEqual([]);
    }
  });
});
