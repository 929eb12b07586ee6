import { describe, expect, it } from 'vitest';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import { isControlKind, KIND_ORDER } from '../../src/domain/kinds.ts';
import type { LayerSource } from '../../src/domain/layer-source.ts';
import { UserError } from '../../src/domain/user-error.ts';
import { type BBox, bboxOf, toFlat } from '../../src/geometry/shapes.ts';
import { makeSheet, type SheetJob } from '../../src/job/make-sheet.ts';
import { displayWidth } from '../../src/report/display-width.ts';
import { planeOfSite } from '../../src/report/plane.ts';
import { layerSource, square } from '../check/build.ts';

/** Round Hongsibu: farmland, the red line of Luoshan and a town. */
const VIEW: BBox = [106.05, 37.38, 106.15, 37.45];

const job = (over: Partial<SheetJob> = {}): SheetJob => ({
  paper: 'a4l',
  scale: 50_000,
  view: VIEW,
  epsg: 4490,
  layers: [],
  format: 'svg',
  lang: 'zh',
  title: '控制线图',
  grey: false,
  synthetic: true,
  site: [],
  createdAt: '2026-11-22T08:00:00Z',
  ...over,
});

const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes);
const sourcesOf = (...sources: LayerSource[]) =>
  new Map(sources.map((source) => [source.entry.id, source]));
const entries = (sources: ReadonlyMap<string, LayerSource>): CatalogLayer[] =>
  [...sources.values()].map(({ entry }) => entry);

describe('a sheet', () => {
  const parcel = square(106.09, 37.41, 106.1, 37.42);
  const sources = sourcesOf(
    layerSource({ kind: 'permanent-basic-farmland', features: [{ polygons: parcel }] }),
  );

  it('is drawn true to scale, in the plane of its zone', async () => {
    const made = await makeSheet(job({ layers: entries(sources) }), sources, undefined);
    expect(made.scale).toBe(50_000);
    expect(made.fileName).toBe('控制线图-1_50000.svg');
    // the parcel on paper against its corners in the plane
    const [, d] = /d="([^"]+)" fill="[^"]+" fill-opacity="0.3"/.exec(textOf(made))!;
    const xs = [...d!.matchAll(/([\d.]+) [\d.]+/g)].map(([, x]) => Number(x));
    const { toPlane } = planeOfSite(4490, VIEW);
    const easts = parcel[0]![0]!.map((corner) => toPlane(corner)[0]);
    const metres = Math.max(...easts) - Math.min(...easts);
    expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo((metres * 1000) / 50_000, 2);
  });

  it.each([
    [500, 'a4p'],
    [2000, 'a3l'],
    [100_000, 'a3p'],
  ] as const)('takes just the scale asked for: 1:%i on %s', async (scale, paper) => {
    const { bytes } = await makeSheet(job({ scale, paper }), new Map(), undefined);
    expect(textOf({ bytes })).toContain(`data-scale="${scale}"`);
  });

  it('takes the smallest round scale that holds the view, where none is asked for', async () => {
    const { scale } = await makeSheet(job({ scale: null }), new Map(), undefined);
    // 7.8 km from south to north in some 0.78 x 145 mm: 1:69 000
    expect(scale).toBe(100_000);
  });

  it('carries scale bar, north, grid, legend, 审图号, 密级 and that the data are made up', async () => {
    const made = await makeSheet(
      job({ layers: entries(sources), site: parcel }),
      sources,
      undefined,
    );
    const svg = textOf(made);
    for (const words of [
      'data-role="scale-bar"',
      '坐标北',
      '图例',
      '审图号：＿＿＿＿',
      '内部资料',
      '示例数据',
      '2025-12',
      '2026-11-22',
      '项目用地范围',
      '永久基本农田',
      '内部工作用图',
    ])
      expect(svg).toContain(words);
  });

  it('draws nothing in colour for photocopies', async () => {
    const made = await makeSheet(
      job({ layers: entries(sources), grey: true, synthetic: false }),
      sources,
      undefined,
    );
    const colours = new Set(textOf(made).match(/#[0-9a-fA-F]{6}\b/g));
    expect([...colours].filter((colour) => !/^#(14181D|5F6B76)$/i.test(colour))).toEqual([]);
  });

  it('names a layer that it could not draw, and one that does not cover the frame', async () => {
    const error = new UserError('layer-truncated', { file: 'x.fgb', size: 1 });
    const some = sourcesOf(
      layerSource({ kind: 'ecological-red-line', fault: { error, afterFeatures: 0 } }),
      layerSource({ kind: 'urban-development-boundary', coverage: square(106, 37, 106.1, 38) }),
    );
    const made = await makeSheet(job({ layers: entries(some) }), some, undefined);
    expect(made.missing).toEqual(['ecological-red-line']);
    expect(textOf(made)).toContain('未能读取、图上没有绘出：生态保护红线。空白不表示没有。');
    expect(textOf(made)).toContain('不完整覆盖本图幅：城镇开发边界。');
  });

  it('breaks small print that is wider than the sheet', async () => {
    const kinds = KIND_ORDER.filter(isControlKind);
    const all = sourcesOf(...kinds.map((kind) => layerSource({ kind, coverage: null })));
    for (const lang of ['zh', 'en'] as const) {
      const paper = 'a4p';
      const svg = textOf(
        await makeSheet(job({ layers: entries(all), lang, paper }), all, undefined),
      );
      const notes = [...svg.matchAll(/<text [^>]*y="([\d.]+)" font-size="2.3"[^>]*>([^<]*)</g)]
        .map(([, y, text]) => ({ y: Number(y), text: text! }))
        .filter(({ y }) => y > 270);
      expect(notes.length).toBeGreaterThan(4);
      for (const { text } of notes) expect(displayWidth(text) * 1.15).toBeLessThanOrEqual(194);
    }
  });

  it('never draws an administrative boundary', async () => {
    const areas = sourcesOf(
      layerSource({ kind: 'administrative-area', features: [{ polygons: parcel }] }),
    );
    const svg = textOf(await makeSheet(job({ layers: entries(areas) }), areas, undefined));
    expect(svg).not.toContain('行政区（示意）');
    expect(svg).toContain('未绘行政区域界线');
  });

  it('reads all that shows in the frame, also beyond the view', async () => {
    const asked: BBox[] = [];
    const source = layerSource({ kind: 'permanent-basic-farmland' });
    const spy: LayerSource = {
      ...source,
      featuresIn: (bbox, signal) => {
        asked.push(bbox);
        return source.featuresIn(bbox, signal);
      },
    };
    const all = sourcesOf(spy);
    await makeSheet(job({ layers: entries(all), scale: 100_000, paper: 'a3l' }), all, undefined);
    const { toPlane } = planeOfSite(4490, VIEW);
    const corners = bboxOf(toFlat(square(...asked[0]!)));
    const [west] = toPlane([corners[0], corners[3]]);
    const [east] = toPlane([corners[2], corners[3]]);
    // 404 mm of frame at 1:100 000
    expect(east - west).toBeGreaterThan(40_400);
    expect(east - west).toBeLessThan(46_000);
  });

  it('says no name that a spreadsheet or a file system could take for more than a name', async () => {
    const title = '<script>"a/b"';
    const made = await makeSheet(job({ title }), new Map(), undefined);
    expect(made.fileName).toBe('_script__a_b_-1_50000.svg');
    expect(textOf(made)).not.toContain('<script>');
  });
});
