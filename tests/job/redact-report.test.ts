import { describe, expect, it } from 'vitest';
import { checkReportSchema } from '../../src/domain/report.ts';
import { digestOf } from '../../src/job/digest.ts';
import { coordinateFilter } from '../../src/job/hide-coordinates.ts';
import { redactReport } from '../../src/job/redact-report.ts';
import { reportJson } from '../../src/report/formats/json.ts';
import { coordinatesIn, spellingsOf } from '../report/coordinates-in.ts';
import { fixtureReport } from '../report/fixture.ts';

const whole = fixtureReport();
const textOf = (report = whole) => new Map([['record', reportJson(report)]]);

describe('a redacted record', () => {
  const redacted = redactReport(whole);

  it('holds no coordinate of the whole one, which the whole one does', () => {
    const spellings = spellingsOf(whole);
    expect(spellings.size).toBeGreaterThan(50);
    expect(coordinatesIn(textOf(whole), spellings).length).toBeGreaterThan(50);
    expect(coordinatesIn(textOf(redacted), spellings)).toEqual([]);
  });

  it('is valid by the schema, sealed over what is left, and the same every time', () => {
    expect(checkReportSchema.parse(redacted)).toEqual(redacted);
    expect(redacted.digest).toBe(digestOf(redacted));
    expect(redacted.digest).not.toBe(whole.digest);
    expect(redactReport(fixtureReport())).toEqual(redacted);
    expect(redactReport(redacted)).toBe(redacted);
  });

  it('keeps areas, verdicts, clauses and lines letter by letter', () => {
    expect(redacted.lines).toEqual(whole.lines);
    expect(redacted.findings).toEqual(whole.findings);
    expect(redacted.verdict).toBe(whole.verdict);
    expect(redacted.complete).toBe(whole.complete);
    const areas = (report: typeof whole) =>
      report.layers.map(({ overlaps }) => overlaps.map(({ areaM2 }) => areaM2));
    expect(areas(redacted)).toEqual(areas(whole));
  });

  it('tells the place by one cell of a tenth of a degree, which holds the middle of the site', () => {
    // 35 594 000 east, 4 145 000 north in zone 35: 106.06 E, 37.43 N
    expect(redacted.project.bbox).toEqual([106, 37.4, 106.1, 37.5]);
    const [west, , east] = whole.project.bbox;
    expect((west + east) / 2).toBeGreaterThan(106);
    expect((west + east) / 2).toBeLessThan(106.1);
  });

  it('decides on every member there is', () => {
    const decided = [
      ...['schema', 'tool', 'createdAt', 'number', 'policies', 'catalog', 'parameters', 'project'],
      ...['lines', 'layers', 'crosses', 'findings', 'notChecked', 'verdict', 'complete'],
      ...['overrides', 'notes', 'steps', 'redaction', 'digest'],
    ];
    expect(Object.keys(checkReportSchema.shape).sort()).toEqual(decided.sort());
  });

  it('says so in a note', () => {
    expect(redacted.notes[0]!.code).toBe('redacted');
    expect(redacted.redaction).toEqual({ cellDegrees: 0.1 });
    expect(redacted.parameters.geometry).toBe('none');
  });
});

describe('a site on the line between two cells', () => {
  it('is told by one of them: both would tell where the line is crossed', () => {
    const report = fixtureReport((one) => {
      one.project.bbox = [106.098, 37.399, 106.104, 37.402];
    });
    expect(redactReport(report).project.bbox).toEqual([106.1, 37.4, 106.2, 37.5]);
  });
});

describe('what names a parcel', () => {
  const withSecurity = (security: 'public' | 'internal' | 'secret') =>
    redactReport(
      fixtureReport((report) => {
        const farm = report.layers.find((one) => one.kind === 'permanent-basic-farmland')!;
        farm.security = security;
        farm.overlaps[0]!.feature = {
          name: '北沟地',
          landClass: '水浇地',
          owner: '某村',
          place: '某村三组',
          quality: '8',
          county: '640303',
        };
        farm.overlaps[0]!.attributes = { BSM: 'X', SHAPE_X: 106.0612345 };
      }),
    ).layers.find((one) => one.kind === 'permanent-basic-farmland')!.overlaps[0]!;

  it('stays on a public layer, but for attributes that may hold anything', () => {
    const { feature, featureId, attributes } = withSecurity('public');
    expect(feature).toMatchObject({ name: '北沟地', owner: '某村', place: '某村三组' });
    expect(featureId).not.toMatch(/^#/);
    expect(attributes).toEqual({});
  });

  it('goes from an internal one, with land class and county staying', () => {
    const { feature, featureId, attributes } = withSecurity('internal');
    const classes = { landClass: '水浇地', quality: '8', county: '640303' };
    expect(feature).toEqual({ name: null, owner: null, place: null, ...classes });
    expect(featureId).toBe('#1');
    expect(attributes).toEqual({});
  });

  it('goes from a secret one, classes and all', () => {
    expect(Object.values(withSecurity('secret').feature).every((one) => one === null)).toBe(true);
  });

  it('has one number a parcel, wherever it stands', () => {
    const farm = redactReport(
      fixtureReport((report) => {
        const layer = report.layers.find((one) => one.kind === 'permanent-basic-farmland')!;
        layer.overlaps.push({ ...layer.overlaps[0]!, parcel: '2' });
        report.notes.push({
          code: 'note-x',
          severity: 'info',
          params: { id: layer.overlaps[0]!.featureId, easting: 35_594_012.5, count: 3 },
          text: {
            zh: `图斑 ${layer.overlaps[0]!.featureId}，东坐标 35\u2009594\u2009012.500`,
            en: '',
          },
        });
      }),
    );
    const overlaps = farm.layers.find((one) => one.kind === 'permanent-basic-farmland')!.overlaps;
    expect(overlaps.at(-1)!.featureId).toBe(overlaps[0]!.featureId);
    const note = farm.notes.at(-1)!;
    expect(note.params).toEqual({ id: '#', easting: null, count: 3 });
    expect(note.text.zh).toBe('图斑 #，东坐标 […]');
  });
});

describe('coordinates in words', () => {
  const { text } = coordinateFilter(whole.project.bbox, 4523);

  it.each([
    ['J1 4145123.456,35594001.2', 'J1 […],[…]'],
    ['X=4145123 Y=594001', 'X=[…] Y=[…]'],
    ['东坐标 35\u2009594\u2009000.000，35 带', '东坐标 […]，35 带'],
    ['东经 106.0612°、北纬 37.4321°', '东经 […]°、北纬 […]°'],
    ['106°03′40″E 37°26′N', '[…]E […]N'],
    ['106度3分40秒', '[…]'],
    ['(106.061234567,37.43)', '([…],[…])'],
  ])('%s becomes %s', (said, hidden) => {
    expect(text(said)).toBe(hidden);
  });

  it.each([
    '红寺堡产业园 2 期（2026 年）',
    '用地 11.0000 公顷，165.00 亩',
    '宁党办〔2023〕63号',
    'EPSG:4523，中央经线 105°',
    '占 37.43%，37.4321 公顷，594001.20 m²，距红线 106.05 米',
  ])('%s stays', (said) => {
    expect(text(said)).toBe(said);
  });
});
