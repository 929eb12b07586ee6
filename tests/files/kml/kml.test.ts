import { describe, expect, it } from 'vitest';
import { type ImportAnswers, questionOf } from '../../../src/domain/import-answers.ts';
import type { RawProject } from '../../../src/files/formats/format.ts';
import { kml } from '../../../src/files/formats/kml.ts';
import { kmz } from '../../../src/files/formats/kmz.ts';
import { openProject } from '../../../src/files/open-project.ts';
import { zipOf } from '../../bytes/zip-builder.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const document = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`;

function read(body: string, answers: ImportAnswers = {}): RawProject {
  return kml.read(utf8(document(body)), { name: 'a.kml', beside: [], answers }) as RawProject;
}

const codes = ({ notes }: RawProject): string[] => notes.map(({ code }) => code);
const ring = (text: string): string =>
  `<LinearRing><coordinates>${text}</coordinates></LinearRing>`;
const SQUARE = '106.1,37.4,0 106.11,37.4,0 106.11,37.41,0 106.1,37.41,0 106.1,37.4,0';
const HOLE = '106.102,37.402 106.104,37.402 106.104,37.404 106.102,37.402';
const POLYGON = `<Polygon><outerBoundaryIs>${ring(SQUARE)}</outerBoundaryIs><innerBoundaryIs>${ring(HOLE)}</innerBoundaryIs></Polygon>`;
const point = (place: string, name = ''): string =>
  `<Placemark><name>${name}</name><Point><coordinates>${place}</coordinates></Point></Placemark>`;

function failure(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return `${(error as { code: string }).code} ${JSON.stringify((error as { params: unknown }).params)}`;
  }
  return 'none';
}

describe('placemarks', () => {
  it('keep their rings with the digits of the file, the hole called a hole', () => {
    const raw = read(`<Placemark><name>地块一</name>${POLYGON}</Placemark>`);
    expect(raw.parcels).toHaveLength(1);
    const [parcel] = raw.parcels;
    expect(parcel).toMatchObject({ name: '地块一', shape: 'area', layer: null });
    expect(parcel!.rings.map(({ hole, points }) => [hole, points.length])).toEqual([
      [false, 5],
      [true, 4],
    ]);
    expect(parcel!.rings[0]!.points[1]).toEqual(['J2', '106.11', '37.4']);
    expect(parcel!.rings[1]!.points[0]).toEqual(['J6', '106.102', '37.402']);
    expect(raw.hints.epsg).toBe(4326);
    expect(codes(raw)).toEqual([]);
  });

  it('keep ExtendedData, of both kinds, and give the words of the project', () => {
    const data = `<ExtendedData><Data name="XMMC"><value>示例项目</value></Data>
      <SchemaData schemaUrl="#s"><SimpleData name="XMBH">2026-001</SimpleData><SimpleData name="DKBH">7</SimpleData>
      <SimpleData name="空"></SimpleData></SchemaData></ExtendedData>`;
    const raw = read(`<Placemark><name>甲</name>${data}${POLYGON}</Placemark>`);
    expect(raw.parcels[0]!.attributes).toEqual({
      XMMC: '示例项目',
      XMBH: '2026-001',
      DKBH: '7',
      name: '甲',
    });
    expect(raw).toMatchObject({ id: '2026-001', name: '示例项目' });
    expect(raw.parcels[0]!.id).toBe('7');
  });

  it('stand in the layers of their folders', () => {
    const mark = `<Placemark>${POLYGON}</Placemark>`;
    const raw = read(
      `<Folder><name>项目</name><Folder><name>红线</name>${mark}</Folder>${mark}</Folder>${mark}`,
    );
    expect(raw.parcels.map(({ layer }) => layer)).toEqual(['项目/红线', '项目', null]);
  });

  it('of several geometries are one parcel a kind', () => {
    const line = '<LineString><coordinates>106.1,37.4 106.2,37.5</coordinates></LineString>';
    const raw = read(
      `<Placemark><MultiGeometry>${POLYGON}<MultiGeometry>${POLYGON}</MultiGeometry>${line}</MultiGeometry></Placemark>`,
    );
    expect(raw.parcels.map(({ shape, rings }) => [shape, rings.length])).toEqual([
      ['area', 4],
      ['line', 1],
    ]);
  });

  it('that are lines carry the width of their attributes, in metres', () => {
    const line = (width: string): string =>
      `<Placemark><ExtendedData><Data name="路宽"><value>${width}</value></Data></ExtendedData><LineString><coordinates>106.1,37.4 106.2,37.5</coordinates></LineString></Placemark>`;
    const raw = read(line('７．５ 米') + line('0.012km') + line('宽') + line('1200mm'));
    expect(raw.parcels.map(({ widthM }) => widthM)).toEqual([7.5, 12, null, 1.2]);
    expect(raw.notes).toMatchObject([{ code: 'note-width-unread', params: { field: '路宽' } }]);
  });

  it('with tracks of Google are lines', () => {
    const track =
      '<gx:Track><when>x</when><gx:coord>106.1 37.4 0</gx:coord><gx:coord>106.2 37.5 0</gx:coord></gx:Track>';
    expect(read(`<Placemark>${track}</Placemark>`).parcels).toMatchObject([
      {
        shape: 'line',
        rings: [
          {
            points: [
              ['J1', '106.1', '37.4'],
              ['J2', '106.2', '37.5'],
            ],
          },
        ],
      },
    ]);
  });

  it('without shape are counted', () => {
    const raw = read(`<Placemark><name>空</name></Placemark><Placemark>${POLYGON}</Placemark>`);
    expect(raw.notes).toMatchObject([{ code: 'note-empty-geometry', params: { count: 1 } }]);
  });
});

describe('positions', () => {
  const line = (text: string): string =>
    `<Placemark><LineString><coordinates>${text}</coordinates></LineString></Placemark>`;

  it('may have white space after their commas', () => {
    const raw = read(line('106.1, 37.4, 0\n 106.2, 37.5, 0'));
    expect(raw.parcels[0]!.rings[0]!.points).toHaveLength(2);
  });

  it.each(['106.1,37.4 106.2', '106.1,37.4 x,37.5', '106.1,37.4 106.2,', '106.1;37.4'])(
    'that are none are refused, not left out: %s',
    (text) => {
      expect(failure(() => read(line(text)))).toMatch(/^err-position/);
    },
  );

  it('with heights are told', () => {
    expect(codes(read(line('106.1,37.4,1200 106.2,37.5,1201')))).toEqual(['note-heights-dropped']);
  });
});

describe('points', () => {
  const corners = ['106.1,37.4', '106.11,37.4', '106.11,37.41', '106.1,37.41'];
  const folder = `<Folder><name>界址点</name>${corners.map((at, i) => point(at, `J${i + 1}`)).join('')}</Folder>`;

  it('in a folder are asked about, and become its outline on request', async () => {
    const input = { name: 'a.kml', bytes: utf8(document(folder)) };
    const error = await openProject(input).catch((caught: unknown) => caught);
    expect(questionOf(error)).toEqual({ kind: 'outline', lines: 0, points: 4 });
    const [project] = await openProject(input, { answers: { closeLines: true } });
    expect(project!.parcels).toHaveLength(1);
    expect(project!.parcels[0]).toMatchObject({ name: '界址点', vertices: 4 });
    expect(project!.parcels[0]!.given[0]!.points[0]).toEqual(['J1', '106.1', '37.4']);
    expect(project!.notes.map(({ code }) => code)).toContain('note-lines-closed');
  });

  it('beside areas are labels, unless a radius says that they are meant', () => {
    const both = `<Placemark>${POLYGON}</Placemark>${folder}`;
    const raw = read(both);
    expect(raw.parcels.map(({ shape }) => shape)).toEqual(['area']);
    expect(raw.notes).toMatchObject([{ code: 'note-points-left-out', params: { count: 4 } }]);
    expect(read(both, { bufferM: 20 }).parcels).toHaveLength(5);
  });

  it('with a radius of their own stay', () => {
    const tower = `<Placemark><ExtendedData><Data name="半径"><value>15m</value></Data></ExtendedData><Point><coordinates>106.1,37.4</coordinates></Point></Placemark>`;
    expect(read(`<Placemark>${POLYGON}</Placemark>${tower}`).parcels[1]).toMatchObject({
      shape: 'point',
      widthM: 30,
    });
  });

  it('of two folders are two outlines', () => {
    const raw = read(folder + folder.replace('界址点', '另一块'), { closeLines: true });
    expect(raw.parcels.map(({ name, shape }) => [name, shape])).toEqual([
      ['界址点', 'area'],
      ['另一块', 'area'],
    ]);
  });
});

describe('internet maps', () => {
  const note = (raw: RawProject) =>
    raw.notes.find(({ code }) => code === 'note-internet-map-source');
  const mark = `<Placemark>${POLYGON}</Placemark>`;

  it('are suspected by the program that wrote the file', () => {
    const raw = read(`<name>奥维互动地图</name>${mark}`);
    expect(note(raw)).toMatchObject({ severity: 'warning', params: { source: '奥维互动地图' } });
    expect(note(read(`<!-- OvitalMap 9.1 -->${mark}`))).toBeDefined();
    expect(note(read(`<name>项目</name>${mark}`))).toBeUndefined();
  });

  it('are no longer spoken of once a person has answered', () => {
    expect(note(read(`<name>奥维</name>${mark}`, { shift: 'gcj02' }))).toBeUndefined();
  });
});

describe('what is no shape', () => {
  it('is counted, and never drawn: an image overlay is no parcel', () => {
    const overlay =
      '<GroundOverlay><LatLonBox><north>38</north><south>37</south><east>107</east><west>106</west></LatLonBox></GroundOverlay>';
    const link = '<NetworkLink><Link><href>http://example.test/a.kml</href></Link></NetworkLink>';
    const raw = read(`${overlay}${link}<Placemark>${POLYGON}</Placemark>`);
    expect(raw.parcels).toHaveLength(1);
    expect(raw.notes).toMatchObject([
      { code: 'note-kml-unread', params: { types: 'GroundOverlay × 1、NetworkLink × 1' } },
    ]);
    expect(failure(() => read(link))).toContain('err-kml-nothing');
  });
});

describe('hostile XML', () => {
  const open = (text: string | Uint8Array): unknown =>
    kml.read(typeof text === 'string' ? utf8(text) : text, {
      name: 'a.kml',
      beside: [],
      answers: {},
    });

  it('that grows by its entities, or names files outside, is refused', () => {
    const laughs = Array.from(
      { length: 9 },
      (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
    );
    const bomb = `<!DOCTYPE kml [<!ENTITY a0 "ha">${laughs.join('')}]><kml>&a9;</kml>`;
    expect(failure(() => open(bomb))).toContain('err-xml-doctype');
    const outside = '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml>&x;</kml>';
    expect(failure(() => open(outside))).toContain('err-xml-doctype');
    expect(failure(() => open('<kml>&x;</kml>'))).toContain('err-xml ');
  });

  it('that nests without end costs no stack', () => {
    expect(failure(() => open(`<kml>${'<Folder>'.repeat(1_000_000)}`))).toContain(
      'nesting too deep',
    );
  });

  it('that is broken names its line', () => {
    expect(failure(() => open('<kml>\n<Document>\n</kml>'))).toMatch(/err-xml .*"line":3/);
    expect(failure(() => open('<kml><name>a</name>'))).toContain('err-xml ');
    expect(failure(() => open(' '))).toContain('err-xml ');
  });

  it('in GBK is read as such', () => {
    const head = utf8('<?xml version="1.0" encoding="GB2312"?><kml><Placemark><name>');
    const tail = utf8(`</name>${POLYGON}</Placemark></kml>`);
    const bytes = new Uint8Array([...head, 0xba, 0xec, 0xcf, 0xdf, ...tail]);
    const raw = open(bytes) as RawProject;
    expect(raw.parcels[0]!.name).toBe('红线');
    expect(codes(raw)).toEqual(['note-encoding']);
  });
});

describe('KMZ', () => {
  const archive = (files: readonly { name: string; content: string; deflate?: boolean }[]) =>
    zipOf(
      files.map(({ name, content, deflate }) => ({
        name: utf8(name),
        bytes: utf8(content),
        utf8Flag: true,
        stored: deflate !== true,
      })),
    );

  const text = document(`<Placemark><name>甲</name>${POLYGON}</Placemark>`);
  const readKmz = (bytes: Uint8Array): Promise<RawProject> =>
    kmz.read(bytes, { name: 'a.kmz', beside: [], answers: {} }) as Promise<RawProject>;

  it('is the KML in it', async () => {
    const bytes = archive([
      { name: 'doc.kml', content: text, deflate: true },
      { name: 'files/a.png', content: 'x' },
    ]);
    expect(kmz.sniff(bytes)).toBe(1);
    expect((await readKmz(bytes)).parcels).toMatchObject([{ name: '甲', layer: null }]);
  });

  it('with several makes each a layer', async () => {
    const bytes = archive([
      { name: 'doc.kml', content: text },
      { name: 'b/乙.kml', content: text },
    ]);
    expect((await readKmz(bytes)).parcels.map(({ layer }) => layer)).toEqual([
      'doc.kml',
      'b/乙.kml',
    ]);
  });

  it('without any, broken or too large is refused', async () => {
    const code = async (bytes: Uint8Array): Promise<string> =>
      readKmz(bytes).then(
        () => 'none',
        (error: { code: string }) => error.code,
      );
    expect(await code(archive([{ name: 'a.txt', content: 'x' }]))).toBe('err-kmz-empty');
    const whole = archive([{ name: 'doc.kml', content: text, deflate: true }]);
    expect(await code(whole.subarray(0, whole.length - 30))).toBe('err-kmz');
    expect(kmz.sniff(archive([{ name: 'a.shp', content: 'x' }]))).toBe(0);
  });
});
