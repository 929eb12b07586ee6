import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileSource } from '../../src/cli/file-source.ts';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import type { LayerSource } from '../../src/domain/layer-source.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import {
  type LineAround,
  type Surroundings,
  surroundingsSchema,
} from '../../src/domain/surroundings.ts';
import { UserError } from '../../src/domain/user-error.ts';
import { openProject } from '../../src/files/open-project.ts';
import { type Clipper, loadClipper } from '../../src/geometry/clip.ts';
import { bboxesMeet, bboxOf, toFlat, toNested } from '../../src/geometry/shapes.ts';
import {
  collectSurroundings,
  surroundingsDigest,
} from '../../src/job/around/collect-surroundings.ts';
import { openCatalog } from '../../src/job/open-catalog.ts';
import { type CatalogHandle, checkToReport } from '../../src/job/run-check.ts';
import { figureGrounds } from '../../src/report/figure/plans.ts';
import { siteFigure } from '../../src/report/figure.ts';
import { pack, root } from '../check/build.ts';

/** The substation sample on farmland, and the demonstration layers around it. */
const FARMLAND = 'permanent-basic-farmland';
let clipper: Clipper;
let handle: CatalogHandle;
let report: CheckReport;
let found: Surroundings;

beforeAll(async () => {
  clipper = await loadClipper();
  handle = demo();
  const name = '2-占用永久基本农田-变电站.txt';
  const bytes = new Uint8Array(readFileSync(join(root, 'data/samples', name)));
  const [project] = await openProject({ name, bytes }, {});
  const options = { thresholdM2: 1, accuracyM: null, geometry: 'full', sequence: 1 } as const;
  const frame = { ...options, version: '0', createdAt: '2026-11-21T08:00:00Z' };
  report = await checkToReport(project!, null, handle, pack, clipper, frame);
  found = (await collectSurroundings(report, handle, clipper))!;
});

function demo(): CatalogHandle {
  const folder = join(root, 'layers');
  return openCatalog(
    readFileSync(join(folder, 'catalog.json')),
    'catalog.json',
    (entry) => fileSource(join(folder, entry.file)),
    'size+header+index',
  );
}

/** The catalog with one layer's entry or source changed. */
function withLayer(
  kind: string,
  change: (entry: CatalogLayer, source: LayerSource) => [CatalogLayer, LayerSource] | null,
): CatalogHandle {
  const sources = new Map(handle.sources);
  const layers = handle.catalog.layers.flatMap((entry) => {
    if (entry.kind !== kind) return [entry];
    const changed = change(entry, sources.get(entry.id)!);
    if (changed) sources.set(entry.id, changed[1]);
    return changed ? [changed[0]] : [];
  });
  return { ...handle, catalog: { ...handle.catalog, layers }, sources };
}

const lineOf = (around: Surroundings, figure: string, kind: string): LineAround =>
  around.sheets.find((sheet) => sheet.figure === figure)!.lines.find((one) => one.kind === kind)!;

describe('the lines around a site', () => {
  it('are collected for every figure, from the layers that the report names', () => {
    const pieces = Array.from({ length: 12 }, () => expect.stringMatching(/^piece-\d+$/));
    expect(found.sheets.map(({ figure }) => figure)).toEqual(['location', 'site', ...pieces]);
    expect(surroundingsSchema.parse(found)).toEqual(found);
    expect(found.report).toBe(report.digest);
    expect(found.digest).toBe(surroundingsDigest(found));
    for (const { lines } of found.sheets) {
      expect(lines.map(({ kind }) => kind)).toEqual(report.lines.map(({ kind }) => kind));
      for (const { kind, layers, reason } of lines) {
        const named = report.layers.filter((layer) => layer.kind === kind);
        expect(layers.map(({ sha256 }) => sha256)).toEqual(named.map(({ sha256 }) => sha256));
        expect(reason).toBeNull();
      }
    }
  });

  it('hold every feature of the layer in the extent, each within 0.1 mm on paper', async () => {
    const ground = figureGrounds(report).find(({ id }) => id === 'site')!;
    const line = lineOf(found, 'site', FARMLAND);
    const box = found.sheets[1]!.extent;
    const source = handle.sources.get(FARMLAND)!;
    await source.open();
    let features = 0;
    let farthestM = 0;
    for await (const { polygons } of source.featuresIn(box)) {
      if (!bboxesMeet(bboxOf(polygons), box)) continue;
      features++;
      for (const [lon, lat] of toNested(polygons).flat(2)) {
        const inside = lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3];
        if (inside) farthestM = Math.max(farthestM, distanceM([lon, lat], line));
      }
    }
    expect(features).toBeGreaterThan(30);
    expect(line.geometry!.coordinates.length).toBe(features);
    // 0.1 mm at 1:5000 are 0.5 m; 1 cm for rounding
    expect(ground.scale).toBe(5000);
    expect(farthestM).toBeLessThan(0.51);
  });

  it('reach beyond the frame on every side, and not much', () => {
    for (const { extent, lines } of found.sheets) {
      for (const { geometry } of lines) {
        if (!geometry || geometry.coordinates.length === 0) continue;
        const [west, south, east, north] = bboxOf(toFlat(geometry.coordinates));
        expect(west).toBeGreaterThanOrEqual(extent[0]);
        expect(south).toBeGreaterThanOrEqual(extent[1]);
        expect(east).toBeLessThanOrEqual(extent[2]);
        expect(north).toBeLessThanOrEqual(extent[3]);
      }
    }
  });

  it('have the zones of the urban boundary apart, which together are its ground', () => {
    const urban = lineOf(found, 'location', 'urban-development-boundary');
    expect(urban.zones!.map(({ zone }) => zone)).toEqual([
      'concentrated',
      'flexible',
      'special-use',
    ]);
    const area = (geometry: { coordinates: unknown } | null): number =>
      areaOf(geometry!.coordinates as never);
    const parts = urban.zones!.reduce((sum, { geometry }) => sum + area(geometry), 0);
    // each is simplified on its own
    expect(parts / area(urban.geometry)).toBeCloseTo(1, 2);
    expect(lineOf(found, 'location', FARMLAND).zones).toBeUndefined();
  });

  it('are the same each time, letter for letter', async () => {
    const again = await collectSurroundings(report, demo(), clipper);
    expect(JSON.stringify(again)).toBe(JSON.stringify(found));
  });

  it('are none where the report holds no geometry', async () => {
    const bare = structuredClone(report);
    for (const parcel of bare.project.parcels) parcel.geometry = null;
    expect(await collectSurroundings(bare, handle, clipper)).toBeNull();
  });
});

describe('ground that nobody could answer for', () => {
  const wholeExtent = (line: LineAround): void => {
    const extent = found.sheets[1]!.extent;
    expect(line.uncovered!.coordinates).toHaveLength(1);
    expect(bboxOf(toFlat(line.uncovered!.coordinates))).toEqual(extent);
  };
  const figureOf = (surroundings: Surroundings): string =>
    siteFigure(report, { lang: 'zh', surroundings })!;

  it('is what a layer does not cover', async () => {
    // complete west of the middle of the extent only
    const [west, south, east, north] = found.sheets[1]!.extent;
    const middle = (west + east) / 2;
    const ring = [
      [west - 1, south - 1],
      [middle, south - 1],
      [middle, north + 1],
      [west - 1, north + 1],
      [west - 1, south - 1],
    ] as [number, number][];
    const half = withLayer(FARMLAND, (entry, source) => [
      { ...entry, coverage: { type: 'Polygon', coordinates: [ring] } },
      source,
    ]);
    const around = (await collectSurroundings(report, half, clipper))!;
    const { uncovered, geometry } = lineOf(around, 'site', FARMLAND);
    const box = bboxOf(toFlat(uncovered!.coordinates));
    expect(box[0]).toBeCloseTo(middle, 7);
    expect(box[2]).toBe(east);
    expect(geometry!.coordinates.length).toBeGreaterThan(30);
    const svg = figureOf(around);
    expect(svg).toContain('图幅内未核查：永久基本农田');
    expect(svg).toContain('data-hatch="gap"');
    expect(svg).toContain('未核查（图层未覆盖）');
    expect(figureOf(found)).not.toContain('data-hatch="gap"');
  });

  it('is everything where the layer fails, is gone or was replaced since', async () => {
    const fail = (): never => {
      throw new UserError('layer-missing', { file: 'x.fgb' });
    };
    const broken = withLayer(FARMLAND, (entry, source) => [entry, { ...source, open: fail }]);
    const half = withLayer(FARMLAND, (entry, source) => [
      entry,
      {
        ...source,
        // biome-ignore lint/correctness/useYield: fails before it gives anything
        featuresIn: async function* () {
          fail();
        },
      },
    ]);
    const gone = withLayer(FARMLAND, () => null);
    const replaced = withLayer(FARMLAND, (entry, source) => [
      { ...entry, sha256: 'f'.repeat(64) },
      source,
    ]);
    for (const [catalog, why] of [
      [broken, 'x.fgb'],
      [half, 'x.fgb'],
      [gone, '已不是核查时的版本'],
      [replaced, '已不是核查时的版本'],
    ] as const) {
      const around = (await collectSurroundings(report, catalog, clipper))!;
      const line = lineOf(around, 'site', FARMLAND);
      expect(line.geometry).toBeNull();
      expect(line.reason!.zh).toContain(why);
      wholeExtent(line);
      expect(figureOf(around)).toContain('图幅内未核查：永久基本农田');
    }
  });

  it('is everything where no such layer was loaded', async () => {
    const without = structuredClone(report);
    without.layers = without.layers.filter(({ kind }) => kind !== FARMLAND);
    without.lines.find(({ kind }) => kind === FARMLAND)!.state = 'not-loaded';
    const around = (await collectSurroundings(without, handle, clipper))!;
    const line = lineOf(around, 'site', FARMLAND);
    expect(line.geometry).toBeNull();
    wholeExtent(line);
  });
});

it('leaves out what is too dense to draw, without reading it, and says so', async () => {
  let read = 0;
  const dense = withLayer(FARMLAND, (entry, source) => {
    const counted = { ...source, countIn: async () => 3001 };
    const featuresIn: LayerSource['featuresIn'] = (box, signal) => {
      read++;
      return source.featuresIn(box, signal);
    };
    return [entry, { ...counted, featuresIn }];
  });
  const around = (await collectSurroundings(report, dense, clipper))!;
  const line = lineOf(around, 'site', FARMLAND);
  expect(line).toMatchObject({ crowded: true, geometry: null, uncovered: null });
  expect(read).toBe(0);
  const svg = siteFigure(report, { lang: 'zh', surroundings: around })!;
  expect(svg).toContain('图斑过密、周边未绘：永久基本农田');
  // what was found under the site is drawn all the same
  expect(svg).toContain('data-hatch="farmland"');
});

/** From a place to the outlines of a line, m. */
function distanceM([lon, lat]: readonly [number, number], { geometry }: LineAround): number {
  const [mx, my] = [88_000, 111_000];
  let least = Infinity;
  for (const ring of geometry!.coordinates.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!];
      const [px, py] = [(lon - a[0]) * mx, (lat - a[1]) * my];
      const [dx, dy] = [(b[0] - a[0]) * mx, (b[1] - a[1]) * my];
      const t = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, Math.hypot(px - t * dx, py - t * dy));
    }
  }
  return least;
}

/** Degrees squared: shells less holes. */
function areaOf(polygons: readonly (readonly (readonly [number, number])[])[][]): number {
  const ring = (points: readonly (readonly [number, number])[]): number =>
    Math.abs(
      points.slice(1).reduce((sum, [x, y], i) => {
        const [x0, y0] = points[i]!;
        const [dx, dy] = [points[0]![0], points[0]![1]];
        return sum + (x0 - dx) * (y - dy) - (x - dx) * (y0 - dy);
      }, 0) / 2,
    );
  return polygons.reduce(
    (sum, [shell, ...holes]) =>
      sum + ring(shell as never) - holes.reduce((all, hole) => all + ring(hole as never), 0),
    0,
  );
}
