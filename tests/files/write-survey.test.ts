import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../src/domain/project.ts';
import { openProject } from '../../src/files/open-project.ts';
import { surveyText, writeSurvey } from '../../src/files/write-survey.ts';
import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';

const samples = join(import.meta.dirname, '../../data/samples');
const sampleText = readFileSync(join(samples, '示例项目.txt'), 'utf8');

async function open(text: string | Uint8Array, name = 'a.txt'): Promise<Project> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return (await openProject({ name, bytes }))[0]!;
}

function survey(parcels: string, head = ''): string {
  return `[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号=35\n${head}[地块坐标]\n${parcels}`;
}

const DATE = { date: '2026-11-21', producer: '示例单位（虚构数据）' };

describe('surveyText', () => {
  it('writes the sample letter by letter as it was drawn up by hand, but for its sheets', async () => {
    const project = await open(sampleText);
    // the west of both parcels lies beyond 106.0625° E, the edge of a sheet that the sample leaves out
    const wanted = sampleText
      .replace(/\r\n/g, '\n')
      .replaceAll(',J48G062066', ',J48G062065、J48G062066');
    expect(surveyText(project, { ...DATE, lineEnd: '\n' })).toBe(wanted);
  });

  it('turns and begins rings as the format wants them, and names the points through', async () => {
    // counter-clockwise from the south-east, a hole clockwise, digits of different lengths
    const project = await open(
      survey(
        '4,,A,甲,面,,,,@\n1,1,4145000.5,35594400.25\n2,1,4145300,35594400\n3,1,4145300.000,35594000\n4,1,4145000,35594000.00\n' +
          '5,2,4145200,35594200\n6,2,4145100,35594200\n7,2,4145100,35594100\n8,2,4145200,35594100\n',
      ),
    );
    const lines = surveyText(project, { lineEnd: '\n' }).trimEnd().split('\n').slice(12);
    expect(lines).toEqual([
      // shoelace of (0,300) (400,300) (400.25,0.5) (0,0): 119 937.5 m², less the hole
      expect.stringMatching(/^10,10\.9938,A,甲,面,J48G062065、J48G062066,,,@$/),
      'J1,1,4145300.000,35594000',
      'J2,1,4145300,35594400',
      'J3,1,4145000.5,35594400.25',
      'J4,1,4145000,35594000.00',
      'J1,1,4145300.000,35594000',
      'J5,2,4145200,35594100',
      'J6,2,4145100,35594100',
      'J7,2,4145100,35594200',
      'J8,2,4145200,35594200',
      'J5,2,4145200,35594100',
    ]);
  });

  it('keeps the digits without zone number, and adds it where another system is asked for', async () => {
    const plain = await open(sampleText.replaceAll(',35594', ',594'));
    expect(plain.crs.epsg).toBe(4544);
    expect(surveyText(plain)).toContain('J1,1,4145300.000,594000.000');
    expect(surveyText(plain, { epsg: 4523 })).toContain('J1,1,4145300.000,35594000.000');
  });

  it('brings degrees to the zone they lie in, to the millimetre', async () => {
    const bytes = new Uint8Array(readFileSync(join(samples, '示例项目.geojson')));
    const project = await open(bytes, 'a.geojson');
    expect(project.crs.epsg).toBe(4490);
    const [, ...points] = surveyText(project, { lineEnd: '\n' }).trimEnd().split('\n').slice(12);
    const [, , north, east] = points[0]!.split(',');
    expect([Number(north), Number(east)]).toEqual([
      expect.closeTo(4145300, 2),
      expect.closeTo(35594000, 2),
    ]);
  });

  it('refuses a system the format has no words for', async () => {
    const project = await open(sampleText);
    expect(() => surveyText(project, { epsg: 4490 })).toThrow(RangeError);
    expect(() => surveyText(project, { epsg: 2359 })).toThrow(RangeError);
  });

  it('lets no name end a field, and joins several sheets by a mark that is no comma', async () => {
    const project = await open(sampleText);
    const named: Project = {
      ...project,
      parcels: [{ ...project.parcels[0]!, name: '甲,乙，丙@丁', purpose: 'a\nb' }],
    };
    const head = surveyText(named, { lineEnd: '\n' }).split('\n')[12]!;
    expect(head.split(',')).toHaveLength(9);
    expect(head).toContain(',甲、乙、丙 丁,');
    expect(head).toContain(',a b,');
    // 37°27′30″ N, a sheet's edge, lies at about 4147930 in this zone
    const wide = await open(sampleText.replaceAll(',4145300.000', ',4148300.000'));
    expect(surveyText(wide)).toContain(',面,J48G061065、J48G061066、J48G062065、J48G062066,');
  });

  it('writes the area of a widened line from its polygons, not from the line it was given as', async () => {
    const project = await open(sampleText);
    const line = {
      hole: false,
      points: [
        ['J1', '35594000', '4145300'],
        ['J2', '35594400', '4145300'],
      ],
    };
    const parcel = {
      ...project.parcels[1]!,
      given: [line],
    } as unknown as Project['parcels'][number];
    const back = await open(surveyText({ ...project, parcels: [parcel] }));
    expect(ellipsoidAreaM2(back.parcels[0]!.polygons)).toBeCloseTo(
      ellipsoidAreaM2(parcel.polygons),
      0,
    );
  });
});

describe('what is written is read back', () => {
  it.each(['utf-8', 'gb18030'] as const)('in %s', async (encoding) => {
    const project = await open(sampleText);
    const back = await open(writeSurvey(project, { ...DATE, encoding }));
    expect(back.parcels).toEqual(project.parcels);
    expect(back.crs).toEqual(project.crs);
  });

  it('whatever the shape: quadrilaterals, with a hole, of any number of decimals', async () => {
    const corner = fc.integer({ min: 0, max: 99_999 });
    const digits = fc.constantFrom('', '.0', '.123', '.1234', '.50');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(corner, corner, digits), { minLength: 4, maxLength: 4 }),
        fc.boolean(),
        async (quarters, hasHole) => {
          // one point in each corner of a square of 400 m: never crossing, always around its middle
          const signs = [
            [-1, 1],
            [1, 1],
            [1, -1],
            [-1, -1],
          ] as const;
          const outer = quarters.map(([dx, dy, tail], i) => {
            const x = 35594500 + signs[i]![0] * (100 + (dx % 100));
            const y = 4145500 + signs[i]![1] * (100 + (dy % 100));
            return `${i + 1},1,${y}${tail},${x}${tail}\n`;
          });
          const hole = [
            [-20, -20],
            [-20, 20],
            [20, 20],
            [20, -20],
          ].map(([dx, dy], i) => `${i + 5},2,${4145500 + dy!},${35594500 + dx!}\n`);
          const first = await open(
            survey(`4,,1,甲,面,,,,@\n${outer.join('')}${hasHole ? hole.join('') : ''}`),
          );
          const second = await open(surveyText(first));
          const third = await open(surveyText(second));
          const digitsOf = (p: Project) =>
            p.parcels[0]!.given.map((ring) => new Set(ring.points.map(([, x, y]) => `${x} ${y}`)));
          expect(digitsOf(second)).toEqual(digitsOf(first));
          expect(second.parcels[0]!.planeAreaM2).toBeCloseTo(first.parcels[0]!.planeAreaM2!, 6);
          expect(third.parcels).toEqual(second.parcels);
        },
      ),
      { numRuns: 60, seed: 20261122 },
    );
  });
});
