import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '../../../src/domain/import-answers.ts';
import { questionOf } from '../../../src/domain/import-answers.ts';
import { dxf } from '../../../src/files/formats/dxf.ts';
import type { RawProject } from '../../../src/files/formats/format.ts';
import { openProject } from '../../../src/files/open-project.ts';
import {
  type DrawOptions,
  drawing,
  type Groups,
  header,
  line,
  lwpolyline,
  rectangle,
} from './draw.ts';

const BYTES = new TextEncoder();
const X = 35_594_000;
const Y = 4_145_000;

function read(text: string, answers: ImportAnswers = {}): RawProject {
  const bytes = BYTES.encode(text);
  return dxf.read(bytes, { name: 'a.dxf', beside: [], answers }) as RawProject;
}

const draw = (entities: Groups, options: DrawOptions = {}): RawProject =>
  read(drawing(entities, options));

const codes = ({ notes }: RawProject): string[] => notes.map(({ code }) => code);

/** Corners of a ring as "x y", without the closing one. */
const corners = (raw: RawProject, parcel = 0, ring = 0): string[] =>
  raw.parcels[parcel]!.rings[ring]!.points.slice(0, -1).map(([, x, y]) => `${x} ${y}`);

async function planeAreas(text: string, answers: ImportAnswers = {}): Promise<number[]> {
  const input = { name: 'a.dxf', bytes: BYTES.encode(text) };
  const [project] = await openProject(input, { answers: { crs: 4523, ...answers } });
  return project!.parcels.map(({ planeAreaM2 }) => planeAreaM2!);
}

const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
};

describe('closed lines', () => {
  it('are areas, with the digits of the file', () => {
    const groups: Groups = [
      0,
      'LWPOLYLINE',
      8,
      '红线',
      90,
      3,
      70,
      129,
      10,
      `${X}.500`,
      20,
      `${Y}.000`,
    ];
    const raw = draw([...groups, 10, X + 100, 20, Y, 10, X, 20, '4.1451e6']);
    expect(raw.parcels).toHaveLength(1);
    expect(raw.parcels[0]).toMatchObject({
      shape: 'area',
      layer: '红线',
      attributes: { 图层: '红线' },
    });
    expect(corners(raw)).toEqual([`${X}.500 ${Y}.000`, `${X + 100} ${Y}`, `${X} 4.1451e6`]);
    expect(raw.choosesLayers).toBe(true);
  });

  it('of the old kind are read too, without the frame of a fitted curve', () => {
    const vertex = (x: number, y: number, flags = 0): Groups => [
      0,
      'VERTEX',
      8,
      'A',
      10,
      x,
      20,
      y,
      70,
      flags,
    ];
    const raw = draw([
      ...[0, 'POLYLINE', 8, 'A', 66, 1, 70, 1, 10, 0, 20, 0],
      ...vertex(X, Y),
      ...vertex(X + 500, Y + 500, 16),
      ...vertex(X + 10, Y),
      ...vertex(X + 10, Y + 10),
      0,
      'SEQEND',
    ]);
    expect(corners(raw)).toEqual([`${X} ${Y}`, `${X + 10} ${Y}`, `${X + 10} ${Y + 10}`]);
  });

  it('that end where they began are closed without the flag; open ones are lines', () => {
    const ring = [...rectangle(X, Y, 10, 10), [X, Y]];
    const raw = draw([
      ...lwpolyline('A', ring, false),
      ...lwpolyline('B', rectangle(X, Y, 9, 9), false),
    ]);
    expect(raw.parcels.map(({ shape, layer }) => [shape, layer])).toEqual([
      ['area', 'A'],
      ['line', 'B'],
    ]);
    expect(corners(raw)).toHaveLength(4);
  });

  it('within another are its holes, and what lies in a hole is an area again', async () => {
    const text = drawing([
      ...lwpolyline('A', rectangle(X, Y, 100, 100)),
      ...lwpolyline('A', rectangle(X + 10, Y + 10, 50, 50)),
      ...lwpolyline('A', rectangle(X + 20, Y + 20, 10, 10)),
      ...lwpolyline('B', rectangle(X + 70, Y + 70, 10, 10)),
    ]);
    const raw = read(text);
    expect(raw.parcels.map(({ rings, layer }) => [layer, rings.length])).toEqual([
      ['A', 2],
      ['A', 1],
      ['B', 1],
    ]);
    expect(codes(raw)).toEqual(['note-dxf-holes']);
    expect(await planeAreas(text, { layers: ['A'] })).toEqual([7500, 100]);
  });

  it('that cross are nobody’s holes', () => {
    const raw = draw([
      ...lwpolyline('A', rectangle(X, Y, 100, 100)),
      ...lwpolyline('A', rectangle(X + 50, Y + 50, 100, 100)),
    ]);
    expect(raw.parcels.map(({ rings }) => rings.length)).toEqual([1, 1]);
  });

  it('drawn twice count once, and it is said', () => {
    const one = lwpolyline('A', rectangle(X, Y, 100, 100));
    const raw = draw([...one, ...one]);
    expect(raw.parcels).toHaveLength(1);
    expect(raw.notes).toMatchObject([{ code: 'note-dxf-repeated', params: { count: 1 } }]);
  });
});

describe('arcs', () => {
  it('of bulges keep within 1 mm of the circle, to the digits given out', () => {
    // two half circles about (X + 50, Y): a whole circle of radius 50
    const raw = draw(
      lwpolyline('A', [
        [X, Y, 1],
        [X + 100, Y, 1],
      ]),
    );
    const points = raw.parcels[0]!.rings[0]!.points;
    expect(points.length).toBeGreaterThan(400);
    let worst = 0;
    points.forEach(([, x, y], i) => {
      const [px, py] = [Number(x) - X - 50, Number(y) - Y];
      expect(Math.abs(Math.hypot(px, py) - 50)).toBeLessThan(1e-6);
      const next = points[i + 1];
      if (!next) return;
      const middle = [(px + Number(next[1]) - X - 50) / 2, (py + Number(next[2]) - Y) / 2] as const;
      worst = Math.max(worst, 50 - Math.hypot(...middle));
    });
    expect(worst).toBeGreaterThan(0.0005);
    expect(worst).toBeLessThanOrEqual(0.001);
    expect(raw.notes).toMatchObject([{ code: 'note-dxf-arcs' }]);
  });

  it('of circles and ellipses enclose their area to within a millimetre times their length', async () => {
    const circle: Groups = [0, 'CIRCLE', 8, 'A', 10, X, 20, Y, 40, 50];
    const ellipse: Groups = [
      0,
      'ELLIPSE',
      8,
      'A',
      10,
      X + 200,
      20,
      Y,
      11,
      0,
      21,
      60,
      40,
      0.5,
      41,
      0,
      42,
      2 * Math.PI,
    ];
    const [round, long] = await planeAreas(drawing([...circle, ...ellipse]));
    expect(Math.PI * 2500 - round!).toBeGreaterThan(0);
    expect(Math.PI * 2500 - round!).toBeLessThan(0.001 * Math.PI * 100);
    expect(Math.PI * 1800 - long!).toBeGreaterThan(0);
    expect(Math.PI * 1800 - long!).toBeLessThan(0.001 * 2 * Math.PI * 60);
  });

  it('and lines that meet end to end are one outline, and it is said', async () => {
    // a field 100 by 50 with a half circle of radius 25 at its east end
    const entities = [
      ...line('A', [X, Y], [X + 100, Y]),
      ...line('A', [X + 100, Y + 50], [X, Y + 50]),
      ...[0, 'ARC', 8, 'A', 10, X + 100, 20, Y + 25, 40, 25, 50, 270, 51, 90],
      ...line('A', [X, Y], [X, Y + 50]),
    ];
    const raw = draw(entities);
    expect(raw.parcels).toHaveLength(1);
    expect(raw.notes[0]).toMatchObject({ code: 'note-dxf-joined', params: { count: 4, found: 1 } });
    const [area] = await planeAreas(drawing(entities));
    expect(Math.abs(area! - 5000 - (Math.PI * 625) / 2)).toBeLessThan(0.001 * 25 * Math.PI);
  });

  it('are closed splines too', () => {
    const knots = [0, 0, 0, 1, 1, 1].flatMap((knot) => [40, knot]);
    const quarter = [
      ...[41, 1, 41, Math.SQRT1_2, 41, 1],
      10,
      X + 100,
      20,
      Y,
      10,
      X + 100,
      20,
      Y + 100,
      10,
      X,
      20,
      Y + 100,
    ];
    const raw = draw([
      ...[0, 'SPLINE', 8, 'A', 70, 4, 71, 2, 72, 6, 73, 3, ...knots, ...quarter],
      ...line('A', [X, Y + 100], [X, Y]),
      ...line('A', [X, Y], [X + 100, Y]),
    ]);
    expect(raw.parcels).toMatchObject([{ shape: 'area' }]);
    for (const [, x, y] of raw.parcels[0]!.rings[0]!.points.slice(0, 40)) {
      expect(Math.hypot(Number(x) - X, Number(y) - Y)).toBeCloseTo(100, 5);
    }
  });
});

describe('lines that fork', () => {
  it('are not joined', () => {
    const raw = draw([
      ...line('A', [X, Y], [X + 10, Y]),
      ...line('A', [X + 10, Y], [X + 20, Y]),
      ...line('A', [X + 20, Y], [X + 30, Y]),
      ...line('A', [X + 20, Y], [X + 20, Y + 10]),
    ]);
    expect(raw.parcels.map(({ shape, rings }) => [shape, rings[0]!.points.length])).toEqual([
      ['line', 3],
      ['line', 2],
      ['line', 2],
    ]);
  });

  it('ask for an outline or a width, and close on request', async () => {
    const text = drawing(lwpolyline('A', rectangle(X, Y, 100, 100), false));
    const error = await planeAreas(text).catch((caught: unknown) => caught);
    expect(questionOf(error)).toEqual({ kind: 'outline', lines: 1, points: 0 });
    expect(await planeAreas(text, { closeLines: true })).toEqual([10_000]);
  });
});

describe('blocks', () => {
  const block = (name: string, body: Groups, base = [0, 0]): Groups => [
    ...[0, 'BLOCK', 8, '0', 2, name, 70, 0, 10, base[0]!, 20, base[1]!],
    ...body,
    ...[0, 'ENDBLK', 8, '0'],
  ];
  const unit = lwpolyline('0', rectangle(1, 1, 2, 1));

  it('are put in their place, turned and scaled, on the layer of the insert', () => {
    const raw = draw([0, 'INSERT', 8, '红线', 2, 'plot', 10, X, 20, Y, 41, 10, 42, 20, 50, 90], {
      blocks: block('PLOT', unit, [1, 1]),
    });
    expect(raw.parcels[0]!.layer).toBe('红线');
    // (dx, dy) -> (-20 dy, 10 dx) from the base
    expect(corners(raw)).toEqual([
      `${X} ${Y}`,
      `${X} ${Y + 20}`,
      `${X - 20} ${Y + 20}`,
      `${X - 20} ${Y}`,
    ]);
  });

  it('in rows and columns, and within one another', () => {
    const inner = block('IN', unit);
    const outer = block('OUT', [
      0,
      'INSERT',
      8,
      '0',
      2,
      'IN',
      10,
      100,
      20,
      0,
      70,
      2,
      71,
      3,
      44,
      10,
      45,
      20,
    ]);
    const raw = draw([0, 'INSERT', 8, 'A', 2, 'OUT', 10, X, 20, Y], {
      blocks: [...inner, ...outer],
    });
    expect(raw.parcels).toHaveLength(6);
    expect(corners(raw, 5)[0]).toBe(`${X + 111} ${Y + 41}`);
  });

  it('drawn from below are mirrored', () => {
    const raw = draw(lwpolyline('A', rectangle(-X, Y, 2, 1), true, [210, 0, 220, 0, 230, -1]));
    expect(corners(raw).slice(0, 2)).toEqual([`${X} ${Y}`, `${X - 2} ${Y}`]);
  });

  it('that hold themselves, or everything, are refused', () => {
    const self = block('A', [0, 'INSERT', 8, '0', 2, 'A', 10, 1, 20, 1]);
    const put = (name: string): Groups => [0, 'INSERT', 8, 'L', 2, name, 10, X, 20, Y];
    expect(code(() => draw(put('A'), { blocks: self }))).toBe('err-dxf-blocks');
    const field: Groups = [...put('B'), 70, 30_000, 71, 30_000, 44, 1, 45, 1];
    expect(code(() => draw(field, { blocks: block('B', unit) }))).toBe('err-dxf-blocks');
    const layers = Array.from({ length: 12 }, (_, i) =>
      block(`L${i}`, i === 0 ? unit : Array.from({ length: 10 }, () => put(`L${i - 1}`)).flat()),
    ).flat();
    expect(code(() => draw(put('L11'), { blocks: layers }))).toBe('err-dxf-blocks');
  });

  it('that are not there are said', () => {
    const raw = draw([
      ...[0, 'INSERT', 8, 'A', 2, '外部', 10, X, 20, Y],
      ...lwpolyline('A', rectangle(X, Y, 1, 1)),
    ]);
    expect(raw.notes).toMatchObject([
      { code: 'note-dxf-unread', params: { types: 'INSERT 外部 × 1' } },
    ]);
  });
});

describe('what is not read', () => {
  it('is counted by type; layouts and invisible objects are no part of the map', () => {
    const site = lwpolyline('A', rectangle(X, Y, 10, 10));
    const raw = draw([
      ...site,
      ...[0, 'HATCH', 8, 'A', 0, 'HATCH', 8, 'A', 0, 'REGION', 8, 'A'],
      ...lwpolyline('A', rectangle(0, 0, 10, 10), true, [67, 1]),
      ...lwpolyline('A', rectangle(X, Y, 5, 5), true, [60, 1]),
      ...lwpolyline('A', rectangle(X, Y, 5, 5), true, [210, 1, 220, 0, 230, 0]),
      ...[0, 'DIMENSION', 8, 'A'],
    ]);
    expect(raw.parcels).toHaveLength(1);
    expect(raw.notes).toMatchObject([
      {
        code: 'note-dxf-unread',
        params: { types: 'HATCH × 2、REGION × 1、(invisible) × 1、LWPOLYLINE × 1' },
      },
      { code: 'note-dxf-paper', params: { count: 1 } },
    ]);
  });

  it('alone is an error that names it', () => {
    expect(() => draw([0, 'REGION', 8, 'A'])).toThrow(/err-dxf-nothing.*REGION × 1/);
  });

  it('of layers that are off or frozen is said, not left out', () => {
    const shapes = [
      ...lwpolyline('旧红线', rectangle(X, Y, 10, 10)),
      ...lwpolyline('红线', rectangle(X, Y, 9, 9)),
    ];
    const layers: Groups[] = [
      [2, '旧红线', 70, 1, 62, 7],
      [2, '红线', 70, 0, 62, 1],
      [2, '空', 70, 0, 62, -1],
    ];
    const raw = draw(shapes, { layers });
    expect(raw.parcels).toHaveLength(2);
    expect(raw.notes).toMatchObject([{ code: 'note-dxf-hidden', params: { layers: '旧红线' } }]);
  });
});

describe('points', () => {
  const point = (layer: string, x: number, y: number): Groups => [
    0,
    'POINT',
    8,
    layer,
    10,
    x,
    20,
    y,
  ];
  const jzd = rectangle(X, Y, 40, 30).flatMap(([x, y]) => point('JZD', x!, y!));

  it('of a layer of their own stay points, and become an outline on request', async () => {
    expect(draw(jzd).parcels.map(({ shape }) => shape)).toEqual([
      'point',
      'point',
      'point',
      'point',
    ]);
    expect(await planeAreas(drawing(jzd), { closeLines: true })).toEqual([1200]);
  });

  it('beside areas of their layer are labels', () => {
    const raw = draw([...point('A', X, Y), ...lwpolyline('A', rectangle(X, Y, 5, 5)), ...jzd]);
    expect(raw.parcels.filter(({ layer }) => layer === 'A')).toHaveLength(1);
    expect(raw.parcels.filter(({ layer }) => layer === 'JZD')).toHaveLength(4);
    expect(codes(raw)).toEqual(['note-points-left-out']);
  });
});

describe('texts', () => {
  const text = (words: string, x: number, y: number): Groups => [
    0,
    'TEXT',
    8,
    '注记',
    10,
    x,
    20,
    y,
    40,
    2,
    1,
    words,
  ];
  const site = lwpolyline('红线', rectangle(X, Y, 10, 10));

  it('name the plot they stand in, where there is only one', () => {
    const raw = draw([
      ...site,
      ...text('变电站用地', X + 5, Y + 5),
      ...text('1245.32', X + 6, Y + 6),
      ...text('J1', X + 1, Y + 1),
    ]);
    expect(raw.parcels[0]).toMatchObject({
      name: '变电站用地',
      attributes: { 文字: '变电站用地' },
    });
    expect(codes(raw)).toEqual(['note-dxf-names']);
  });

  it('that are several, or stand in a hole, name nothing', () => {
    const two = draw([...site, ...text('甲', X + 5, Y + 5), ...text('乙', X + 6, Y + 6)]);
    expect(two.parcels[0]!.name).toBeNull();
    const hole = lwpolyline('红线', rectangle(X + 2, Y + 2, 5, 5));
    expect(draw([...site, ...hole, ...text('水塘', X + 4, Y + 4)]).parcels[0]!.name).toBeNull();
  });

  it('lose their escapes and their formatting', () => {
    const name = (groups: Groups): string | null => draw([...site, ...groups]).parcels[0]!.name;
    expect(name(text('\\U+7EA2\\U+7EBF', X + 5, Y + 5))).toBe('红线');
    expect(name(text('\\M+5BAEC\\M+5CFDF', X + 5, Y + 5))).toBe('红线');
    const mtext: Groups = [
      0,
      'MTEXT',
      8,
      '0',
      10,
      X + 5,
      20,
      Y + 5,
      3,
      '{\\fSimSun|b0|i0;地块',
      1,
      '一}\\P\\H2.5x;工业',
    ];
    expect(name(mtext)).toBe('地块一 工业');
  });
});

describe('encodings', () => {
  const text = drawing(lwpolyline('红线', rectangle(X, Y, 10, 10)), { header: header('AC1015') });

  /** GBK of 红线. */
  const gbk = (utf8: string): Uint8Array => {
    const bytes = [...utf8].flatMap((char) => {
      if (char === '红') return [0xba, 0xec];
      return char === '线' ? [0xcf, 0xdf] : [char.charCodeAt(0)];
    });
    return new Uint8Array(bytes);
  };
  const layer = (bytes: Uint8Array): [string | null, string[]] => {
    const raw = dxf.read(bytes, { name: 'a.dxf', beside: [], answers: {} }) as RawProject;
    return [raw.parcels[0]!.layer, codes(raw)];
  };

  it('GBK as the header says, and where it says something else', () => {
    expect(layer(gbk(text))).toEqual(['红线', ['note-encoding']]);
    expect(layer(gbk(text.replace('ANSI_936', 'ANSI_1252')))).toEqual(['红线', ['note-encoding']]);
    expect(layer(gbk(text.replace('AC1015', 'AC1027')))).toEqual(['红线', ['note-encoding']]);
  });

  it('UTF-8 from 2007 on, whatever code page stands beside it', () => {
    expect(layer(BYTES.encode(text.replace('AC1015', 'AC1027')))).toEqual(['红线', []]);
  });

  it('of plain ASCII needs no word', () => {
    expect(codes(read(text.replace('红线', 'HX')))).toEqual([]);
  });

  it('of bytes that are no text is refused', () => {
    const broken = gbk(text);
    broken[broken.indexOf(0xba)] = 0xff;
    expect(code(() => layer(broken))).toBe('err-not-text');
  });
});

describe('units', () => {
  const site = (scale: number, units: number): string =>
    drawing(lwpolyline('A', rectangle(X * scale, Y * scale, 100 * scale, 100 * scale)), {
      header: header('AC1015', 'ANSI_936', units),
    });

  it('are those of the numbers: metres under a template that says millimetres', () => {
    expect(read(site(1, 4)).notes).toMatchObject([
      { code: 'note-dxf-units', params: { unit: 'mm' } },
    ]);
    expect(codes(read(site(1, 6)))).toEqual([]);
    expect(codes(read(site(1, 0)))).toEqual([]);
  });

  it('of millimetres are never scaled in silence', () => {
    expect(() => read(site(1000, 4))).toThrow(/err-dxf-units.*"scale":0.001/);
    expect(() => read(site(1000, 0))).toThrow(/err-dxf-units/);
    expect(() => read(site(0.001, 7))).toThrow(/err-dxf-units.*"scale":1000/);
  });

  it('of degrees take a finer chord', () => {
    const raw = draw([0, 'CIRCLE', 8, 'A', 10, 106.06, 20, 37.43, 40, 0.001]);
    const points = raw.parcels[0]!.rings[0]!.points.map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    // about 100 m of radius, 1 mm of chord height: some 700 chords
    expect(points.length).toBeGreaterThan(600);
    expect(points.length).toBeLessThan(1000);
    for (const [x, y] of points) expect(Math.hypot(x - 106.06, y - 37.43)).toBeCloseTo(0.001, 9);
  });
});

describe('damaged drawings', () => {
  const whole = drawing(lwpolyline('A', rectangle(X, Y, 10, 10)));

  it('that were cut off anywhere are refused, never read as less', () => {
    const end = whole.lastIndexOf('EOF');
    for (let at = 1; at < end; at += 7) {
      expect(
        code(() => read(whole.slice(0, at))),
        `cut at ${at}`,
      ).toMatch(/^err-dxf/);
    }
  });

  it('name the line of a code or number that is none', () => {
    expect(() => read(whole.replace('\r\n20\r\n', '\r\nxx\r\n'))).toThrow(
      /err-dxf-group.*"text":"xx"/,
    );
    expect(() => read(whole.replace(String(Y), '4145000,5'))).toThrow(/err-dxf-number.*4145000,5/);
    expect(() => read(whole.replace(String(Y), 'nan'))).toThrow(/err-dxf-number/);
  });

  it('that lack a coordinate or a vertex are refused', () => {
    expect(code(() => read(whole.replace(`20\r\n${Y}\r\n`, '')))).toBe('err-dxf-point');
    expect(code(() => read(whole.replace('90\r\n4', '90\r\n5')))).toBe('err-dxf-vertices');
  });

  it('may end in blank lines and an end-of-file mark, and hold comments', () => {
    expect(read(`999\r\nmade by hand\r\n${whole}\r\n\r\n\u001a`).parcels).toHaveLength(1);
    expect(read(whole.replaceAll('\r\n', '\n')).parcels).toHaveLength(1);
    expect(dxf.sniff(BYTES.encode(`  0\nSECTION\n  2\nHEADER\n`))).toBe(1);
    expect(dxf.sniff(BYTES.encode('999\nx\n0\nSECTION\n2\n'))).toBe(1);
    expect(dxf.sniff(BYTES.encode('0\nSECTIONS\n'))).toBe(0);
  });

  it('of the binary kind are answered with the way out', () => {
    const bytes = BYTES.encode('AutoCAD Binary DXF\r\n\u001a\u0000 ');
    expect(dxf.sniff(bytes)).toBe(1);
    expect(() => dxf.read(bytes, { name: 'b.dxf', beside: [], answers: {} })).toThrow(
      /err-dxf-binary/,
    );
  });
});

it('asks which layers and then which system', async () => {
  const text = drawing([
    ...lwpolyline('红线', rectangle(X, Y, 10, 10)),
    ...lwpolyline('道路', rectangle(X, Y, 9, 9), false),
  ]);
  const input = { name: 'a.dxf', bytes: BYTES.encode(text) };
  const first = questionOf(await openProject(input).catch((error: unknown) => error));
  expect(first).toEqual({
    kind: 'layers',
    layers: [
      { name: '红线', areas: 1, lines: 0, points: 0 },
      { name: '道路', areas: 0, lines: 1, points: 0 },
    ],
  });
  const second = await openProject(input, { answers: { layers: ['红线'] } }).catch(
    (error: unknown) => error,
  );
  expect(questionOf(second)).toMatchObject({ kind: 'crs', candidates: [{ epsg: 4523 }] });
});
