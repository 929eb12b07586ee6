import { describe, expect, it } from 'vitest';
import { type ImportAnswers, questionOf } from '../../../src/domain/import-answers.ts';
import type { RawProject } from '../../../src/files/formats/format.ts';
import { gpx } from '../../../src/files/formats/gpx.ts';
import { openProject } from '../../../src/files/open-project.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const document = (body: string, creator = 'GPSMAP 66'): string =>
  `<?xml version="1.0"?><gpx version="1.1" creator="${creator}" xmlns="http://www.topografix.com/GPX/1/1">${body}</gpx>`;
const read = (body: string, answers: ImportAnswers = {}, creator?: string): RawProject =>
  gpx.read(utf8(document(body, creator)), { name: 'a.gpx', beside: [], answers }) as RawProject;

const CORNERS = [
  ['106.1', '37.4'],
  ['106.11', '37.4'],
  ['106.11', '37.41'],
];
const places = (name: string): string =>
  CORNERS.map(([lon, lat]) => `<${name} lat="${lat}" lon="${lon}"><ele>1200</ele></${name}>`).join(
    '',
  );

describe('GPX', () => {
  it('gives tracks, a line a segment, and routes', () => {
    const raw = read(
      `<trk><name>踏勘</name><trkseg>${places('trkpt')}</trkseg><trkseg>${places('trkpt')}</trkseg></trk><rte>${places('rtept')}</rte>`,
    );
    expect(
      raw.parcels.map(({ shape, layer, name, rings }) => [shape, layer, name, rings.length]),
    ).toEqual([
      ['line', 'trk', '踏勘', 2],
      ['line', 'rte', null, 1],
    ]);
    expect(raw.parcels[1]!.rings[0]!.points[0]).toEqual(['J1', '106.1', '37.4']);
    expect(raw.notes.map(({ code }) => code)).toEqual(['note-heights-dropped']);
  });

  it('asks for the outline and closes on request, a segment an area', async () => {
    const body = `<trk><trkseg>${places('trkpt')}</trkseg></trk>`;
    const input = { name: 'a.gpx', bytes: utf8(document(body)) };
    const error = await openProject(input).catch((caught: unknown) => caught);
    expect(questionOf(error)).toEqual({ kind: 'outline', lines: 1, points: 0 });
    const [project] = await openProject(input, { answers: { closeLines: true } });
    expect(project!.parcels[0]).toMatchObject({ vertices: 3 });
    expect(
      read(`<trk><trkseg>${places('trkpt')}</trkseg><trkseg>${places('trkpt')}</trkseg></trk>`, {
        closeLines: true,
      }).parcels,
    ).toHaveLength(2);
  });

  it('joins waypoints in their order; beside a track they are labels', () => {
    const raw = read(places('wpt'), { closeLines: true });
    expect(raw.parcels).toMatchObject([{ shape: 'area', rings: [{ points: [{}, {}, {}] }] }]);
    const both = read(`${places('wpt')}<rte>${places('rtept')}</rte>`);
    expect(both.parcels.map(({ layer }) => layer)).toEqual(['rte']);
    expect(both.notes.map(({ code }) => code)).toContain('note-points-left-out');
  });

  it('keeps words and simple extensions, a width among them', () => {
    const raw = read(
      `<rte><name>进场道路</name><desc>改建</desc><extensions><宽度>6</宽度><x><y>1</y></x></extensions>${places('rtept')}</rte>`,
    );
    expect(raw.parcels[0]).toMatchObject({
      widthM: 6,
      attributes: { name: '进场道路', desc: '改建', 宽度: '6' },
    });
  });

  it('refuses places that are none', () => {
    expect(() => read('<wpt lat="37.4"></wpt>')).toThrow(/err-position/);
    expect(() => read('<wpt lat="37,4" lon="106"></wpt>')).toThrow(/err-position/);
  });

  it('suspects an internet map by the program that wrote it', () => {
    const codes = (creator: string): string[] =>
      read(places('wpt'), {}, creator).notes.map(({ code }) => code);
    expect(codes('OvitalMap')).toContain('note-internet-map-source');
    expect(codes('GPSMAP 66')).not.toContain('note-internet-map-source');
  });

  it('is told from other XML', () => {
    expect(gpx.sniff(utf8(document('')))).toBe(1);
    expect(gpx.sniff(utf8('<kml/>'))).toBe(0);
    expect(gpx.sniff(utf8('gpx'))).toBe(0);
  });
});
