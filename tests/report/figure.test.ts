import { describe, expect, it } from 'vitest';
import { KINDS, type LayerKind } from '../../src/domain/kinds.ts';
import type { Surroundings } from '../../src/domain/surroundings.ts';
import type { InnerUrbanZone } from '../../src/domain/zones.ts';
import type { MultiPolygon } from '../../src/geometry/shapes.ts';
import { boundaryPoints } from '../../src/report/boundary-points.ts';
import { roundLength, roundScale } from '../../src/report/figure/sheet.ts';
import { siteFigure } from '../../src/report/figure.ts';
import { reportFigures } from '../../src/report/figures.ts';
import { htmlDocument } from '../../src/report/html/document.ts';
import { fixtureReport, ringOf } from './fixture.ts';

const svg = siteFigure(fixtureReport(), { lang: 'zh' })!;

/** Surroundings of the whole-site figure of the fixture. */
function surroundingsOf(
  lines: readonly { readonly kind: LayerKind; readonly polygons: MultiPolygon }[],
): Surroundings {
  return {
    schema: 'sanxian/surroundings@1',
    report: fixtureReport().digest,
    digest: `sha256:${'0'.repeat(64)}`,
    sheets: [
      {
        figure: 'site',
        extent: [106, 37, 107, 38],
        lines: lines.map(({ kind, polygons }) => ({
          kind,
          layers: [],
          crowded: false,
          uncovered: null,
          reason: null,
          geometry: { type: 'MultiPolygon', coordinates: structuredClone(polygons) as never },
        })),
      },
    ],
  };
}

describe('the figure', () => {
  it('is drawn to its scale: 400 m between J1 and J2 are 400 m / scale on paper', () => {
    const scale = Number(/data-scale="(\d+)"/.exec(svg)![1]);
    expect(scale).toBe(5000);
    // Marks of boundary points, in drawing order: J1 and J2 of parcel 1 are 400 m apart (in the plane).
    const marks = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="0.5"/g)];
    const [j1, j2, , j4] = marks.map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
    expect(j2!.x - j1!.x).toBeCloseTo((400 * 1000) / scale, 2);
    expect(j2!.y - j1!.y).toBeCloseTo(0, 2);
    expect(j4!.y - j1!.y).toBeCloseTo((300 * 1000) / scale, 2);
  });

  it('has millimetres as its unit and a bar that is as long as it says', () => {
    expect(svg).toMatch(/width="170mm" height="225mm" viewBox="0 0 170 225"/);
    const scale = Number(/data-scale="(\d+)"/.exec(svg)![1]);
    const [, metres, length] =
      /data-role="scale-bar" data-metres="(\d+)" x="[\d.]+" y="[\d.]+" width="([\d.]+)"/.exec(svg)!;
    expect(Number(length)).toBeCloseTo((Number(metres) * 1000) / scale, 3);
  });

  it('labels the grid where the grid is', () => {
    // East 35 594 000 is the west edge of the site (J1), so its tick stands at the x of J1.
    const [, x1] = /<circle cx="([\d.]+)" cy="[\d.]+" r="0.5"/.exec(svg)!;
    const tick = /<text x="([\d.]+)" y="[\d.]+" font-size="2" text-anchor="middle">35594.0<\/text>/;
    expect(Number(tick.exec(svg)![1])).toBeCloseTo(Number(x1), 2);
  });

  it('numbers boundary points and pieces, and has legend, north and the working-map note', () => {
    for (const name of ['J1', 'J8']) expect(svg).toContain(`>${name}</text>`);
    for (const n of [1, 2, 3, 4, 5]) expect(svg).toContain(`data-badge="${n}"`);
    expect(svg).not.toContain('data-badge="6"');
    for (const text of ['坐标北', '图例', '永久基本农田', '占用部分', '审图号'])
      expect(svg).toContain(text);
    expect(svg).toContain('内部工作用图，未经审核，不得公开');
    expect(svg).toContain('示例数据 非真实控制线');
  });

  it('carries no demo mark for real layers', () => {
    const real = fixtureReport((report) => {
      report.catalog.synthetic = false;
    });
    expect(siteFigure(real, { lang: 'zh' })).not.toContain('示例数据');
  });

  it('draws the lines around the site, an administrative boundary never', () => {
    const hill = [[35_593_900, 4_144_900] as const, [35_594_500, 4_144_900] as const];
    const around = (kind: LayerKind) =>
      surroundingsOf([{ kind, polygons: [[ringOf([...hill, [35_594_200, 4_145_400]])]] }]);
    const drawn = (kind: LayerKind): string =>
      siteFigure(fixtureReport(), { lang: 'zh', surroundings: around(kind) })!;
    expect(drawn('administrative-area')).toBe(
      siteFigure(fixtureReport(), { lang: 'zh', surroundings: surroundingsOf([]) }),
    );
    expect(drawn('urban-green-line')).toContain('城市绿线');
    expect(drawn('urban-green-line')).toContain('stroke="#1B9A34"');
  });

  it('says that it has no lines around where it came without them, or with those of another report', () => {
    const nothing = '记录未带周边控制线';
    expect(svg).toContain(nothing);
    const own = surroundingsOf([]);
    expect(siteFigure(fixtureReport(), { lang: 'zh', surroundings: own })).not.toContain(nothing);
    const other = { ...own, report: `sha256:${'0'.repeat(64)}` };
    expect(siteFigure(fixtureReport(), { lang: 'zh', surroundings: other })).toBe(svg);
  });

  it('names lines that no layer was loaded for', () => {
    const figure = siteFigure(fixtureReport(), { lang: 'zh', surroundings: surroundingsOf([]) })!;
    const [first] = fixtureReport().notChecked;
    expect(figure).toContain(`未加载、未绘：${KINDS[first!.kind].short.zh}`);
  });

  it('has in its legend exactly what it shows', () => {
    const legendOf = (figure: string): string[] =>
      [.../<g data-role="legend">.*?<\/g>/s.exec(figure)![0].matchAll(/size="2\.3">([^<]*)</g)].map(
        ([, title]) => title!,
      );
    const whole = legendOf(svg);
    expect(whole.slice(0, 3)).toEqual(['项目用地范围', '界址点', '占用部分']);
    expect(whole).toContain('生态保护红线');
    // Piece 1 lies in the west of the site, far from the red line: its enlargement is without.
    const { figures } = reportFigures(fixtureReport(), { lang: 'zh' });
    const first = figures.find(({ caption }) => caption.includes('附图3-1'))!;
    expect(legendOf(first.svg)).toContain('永久基本农田');
    expect(legendOf(first.svg)).not.toContain('城市绿线');
    for (const figure of figures) {
      const drawn = new Set(legendOf(figure.svg));
      const hatched = figure.svg.includes('data-hatch="redline"');
      expect(drawn.has('生态保护红线'), figure.caption).toBe(hatched);
    }
  });

  it('tells the zones of the urban boundary by hatches of their own, with entries in the legend', () => {
    const at = (x: number, y: number) =>
      [
        [x, y],
        [x + 200, y],
        [x + 200, y + 150],
        [x, y + 150],
      ] as const;
    const zoneAt = (x: number, y: number) => [[ringOf(at(x, y))]];
    const drawn = (zones: readonly InnerUrbanZone[]): string => {
      const grounds = zones.map((zone, i) => ({
        zone,
        geometry: {
          type: 'MultiPolygon' as const,
          coordinates: zoneAt(35_593_800 + 210 * i, 4_145_000) as never,
        },
      }));
      const around = surroundingsOf([
        {
          kind: 'urban-development-boundary',
          polygons: grounds.flatMap(({ geometry }) => geometry.coordinates),
        },
      ]);
      const [sheet] = around.sheets;
      const line = { ...sheet!.lines[0]!, zones: grounds };
      const surroundings = { ...around, sheets: [{ ...sheet!, lines: [line] }] };
      return siteFigure(fixtureReport(), { lang: 'zh', surroundings })!;
    };
    const all = drawn(['concentrated', 'flexible', 'special-use']);
    for (const words of ['城镇开发边界', '弹性发展区', '特别用途区', '>集中建设区<'])
      expect(all).toContain(words);
    expect(all.match(/data-hatch="flexible"/g)).toHaveLength(2);
    expect(all.match(/data-hatch="special-use"/g)).toHaveLength(2);
    // ground of an unknown zone is never read as concentrated
    const mixed = drawn(['concentrated', 'unknown']);
    expect(mixed).toContain('>集中建设区 / 分区不明<');
    expect(mixed).not.toContain('弹性发展区');
    const unknown = drawn(['unknown']);
    expect(unknown).toContain('城镇开发边界');
    expect(unknown).not.toContain('分区不明');
    // without surroundings, the report's own pieces tell
    expect(svg).toContain('data-hatch="flexible"');
    expect(svg).not.toContain('data-hatch="special-use"');
  });

  it('has the band of the urban boundary beneath all else, papered over outside', () => {
    const map = /<g data-role="map">(.*?)<path data-role="mat"/s.exec(svg)![1]!;
    const band = map.indexOf('stroke-opacity="0.42"');
    const paper = map.indexOf('d="M0 0V225H170V0Z');
    const tints = map.indexOf('fill-opacity="0.');
    expect(band).toBeGreaterThan(-1);
    expect(paper).toBeGreaterThan(band);
    expect(tints).toBeGreaterThan(paper);
    expect(svg).not.toContain('clip-path');
  });

  it('tells grid north from true north by the convergence at its middle', () => {
    // (106.06° - 105°) sin 37.43° = 0.645° = 0°39' (the classical first term; the next is under 1")
    expect(svg).toContain('子午线收敛角+0°39′');
  });

  it('draws the largest pieces enlarged, and says by number which are not', () => {
    const many = fixtureReport((report) => {
      const farm = report.layers.find(({ kind }) => kind === 'permanent-basic-farmland')!;
      const [piece] = farm.overlaps;
      farm.overlaps = Array.from({ length: 20 }, (_, i) => ({
        ...structuredClone(piece!),
        featureId: `F${i}`,
        // pieces 3, 6, 9, ... are small
        areaM2: (i + 1) % 3 === 0 ? 5 + i : 900 - i,
      }));
      for (const layer of report.layers) if (layer !== farm) layer.overlaps = [];
    });
    const { figures, leftOut } = reportFigures(many, { lang: 'zh' });
    expect(figures).toHaveLength(2 + 12);
    expect(leftOut).toEqual([3, 6, 9, 12, 15, 18, 19, 20]);
    const page = htmlDocument(many, 'zh');
    expect(page).toContain('另有 8 处较小的占用未单独放大（3、6、9、12、15、18、19、20 号）');
  });

  it('has a grey form without any colour', () => {
    const grey = siteFigure(fixtureReport(), { lang: 'zh', grey: true })!;
    const drawn = /<g data-role="map">.*?<path data-role="mat"/s
      .exec(grey)![0]
      .replace(/<text transform.*?<\/text>/g, '');
    const colours = [...drawn.matchAll(/#([0-9A-Fa-f]{6})\b/g)].map(([, hex]) => hex!);
    expect(colours.length).toBeGreaterThan(0);
    for (const hex of new Set(colours)) {
      const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      expect(Math.max(r!, g!, b!) - Math.min(r!, g!, b!), hex).toBeLessThan(16);
    }
    expect(grey).not.toMatch(/fill-opacity="0\.(3|24|35)"/);
    // 0.55 and 0.25 mm x 0.8
    for (const width of ['0.44', '0.2']) expect(grey).toContain(`stroke-width="${width}"`);
  });

  it('is the same figure each time', () => {
    expect(siteFigure(fixtureReport(), { lang: 'zh' })).toBe(svg);
  });
});

describe('boundary points', () => {
  it('come back to the numbers of the file, points set before projecting left out', () => {
    const report = fixtureReport((changed) => {
      // 70 m apart along the north edge, as densifying leaves them.
      const north = [0, 70, 140, 210, 280, 350, 400].map(
        (x) => [35_594_000 + x, 4_145_300] as const,
      );
      const ring = ringOf([...north, [35_594_400, 4_145_000], [35_594_000, 4_145_000]]);
      changed.project.parcels[0]!.geometry!.coordinates[0]![0] = ring;
    });
    const [outer] = boundaryPoints(report);
    expect(outer!.points.map((point) => point.name)).toEqual(['J1', 'J2', 'J3', 'J4']);
    expect(
      outer!.points.map(({ plane }) => plane.map((value) => Number(value.toFixed(3)))),
    ).toEqual([
      [35_594_000, 4_145_300],
      [35_594_400, 4_145_300],
      [35_594_400, 4_145_000],
      [35_594_000, 4_145_000],
    ]);
  });

  it('are all kept where lon/lat was given', () => {
    const report = fixtureReport((changed) => {
      changed.project.crs.epsg = 4490;
      const ring = [
        [106, 37],
        [106.001, 37],
        [106.002, 37],
        [106.002, 37.001],
        [106, 37],
      ];
      changed.project.parcels[0]!.geometry!.coordinates[0]![0] = ring as [number, number][];
    });
    expect(boundaryPoints(report)[0]!.points).toHaveLength(4);
  });
});

describe('round numbers', () => {
  it.each([
    [1, 500],
    [500, 500],
    [501, 1000],
    [3330, 5000],
    [20_001, 50_000],
    [100_000, 100_000],
    [100_001, 200_000],
  ])('a site that needs 1:%d is drawn at 1:%d', (needed, scale) => {
    expect(roundScale(needed)).toBe(scale);
  });

  it.each([
    [250, 200],
    [500, 500],
    [45, 20],
    [99, 50],
    [1.5, 1],
  ])('the largest round length up to %d is %d', (limit, length) => {
    expect(roundLength(limit)).toBe(length);
  });
});
