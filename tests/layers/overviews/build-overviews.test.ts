import { beforeAll, describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import type { FlatFeature } from '../../../src/files/flatgeobuf/reader.ts';
import { bboxesMeet, bboxOf, type FlatPolygons } from '../../../src/geometry/shapes.ts';
import { buildOverviews } from '../../../src/layers/overviews/build-overviews.ts';
import { Junctions } from '../../../src/layers/overviews/junctions.ts';
import { openLayerFile } from '../../../src/layers/overviews/layer-file.ts';
import { parcelPart } from '../../../src/layers/overviews/parcel-part.ts';
import { FEATURES_PER_FILE } from '../../../src/layers/overviews/piece-file.ts';
import { prepareShapes } from '../../../src/layers/overviews/shape.ts';
import { simpleParts } from '../../../src/layers/overviews/shape-parts.ts';
import { EXTENT, PIXEL, toWorld, worldX, worldY } from '../../../src/tiles/mercator.ts';
import { INNER } from '../../../src/tiles/outline.ts';
import { overviewPart } from '../../../src/tiles/overview-part.ts';
import { polygonsOf } from '../../../src/tiles/polygons-of.ts';
import { doubleArea } from '../../../src/tiles/snap.ts';
import { NAME, type TileFeature, ZONE } from '../../../src/tiles/tile-feature.ts';
import { seeded } from '../../overlay/seeded.ts';
import { all, type Built, blob, build, drawnAt, levelAt, parcels, polygon } from './world.ts';

const pointKey = (xy: ArrayLike<number>, i: number): string => `${xy[i]} ${xy[i + 1]}`;

/** Everything a zoom draws of few large polygons. */
async function partsAt(built: Built, zoom: number): Promise<TileFeature[]> {
  if (zoom >= 14) return (await piecesAt(built, zoom)).map(overviewPart);
  const features = built.features.map(({ geometry, properties }) => ({ ...geometry, properties }));
  return [...simpleParts(prepareShapes(built.entry, features), zoom)];
}

/** The exact pieces as the files have them. */
async function piecesAt(built: Built, zoom: number): Promise<FlatFeature[]> {
  const files = await Promise.all(levelAt(built, zoom).map(({ content }) => all(content)));
  return files.flat();
}

function ringsOf(feature: FlatFeature): Float64Array[] {
  return 'polygons' in feature.geometry ? flatRings(feature.geometry.polygons) : [];
}

/** Rings in world coordinates. */
function worldRings(feature: FlatFeature): Float64Array[] {
  if (!('polygons' in feature.geometry)) return [];
  return flatRings(toWorld(feature.geometry.polygons));
}

const flatRings = (flat: FlatPolygons): Float64Array[] => [...polygonsOf(flat)].flat();

describe('many small parcels', () => {
  let built: Built;
  beforeAll(async () => {
    built = await build({ kind: 'permanent-basic-farmland', features: parcels(21, 80, 80) });
  });

  test('one file of tiles draws every zoom below 14; nearer in it is the layer itself', () => {
    expect(built.written).toHaveLength(1);
    expect(built.written[0]).toMatchObject({
      file: 'lod/sample.levels',
      minzoom: 0,
      maxzoom: 13,
      bytes: built.written[0]!.content.length,
    });
  });

  test.each([0, 3, 6, 7, 8, 9, 10, 11, 12])(
    'zoom %i: every vertex lies in a marked cell',
    async (zoom) => {
      const marked = new Set<string>();
      for (const { x, y, tile } of await drawnAt(built, zoom)) {
        expect(tile.line).toBeUndefined();
        for (const { parts } of tile.fill!) {
          const cells = parts.map((ring) =>
            ring.flatMap(([px, py]) => [(px + x * EXTENT) / PIXEL, (py + y * EXTENT) / PIXEL]),
          );
          for (const v of cells.flat()) expect(Number.isInteger(v)).toBe(true);
          markCells(marked, cells);
        }
      }
      const perWorld = 512 * 2 ** zoom;
      const lost = built.features.flatMap(ringsOf).flatMap((ring) =>
        pointsOf(ring).filter((_, i) => {
          const column = Math.floor(worldX(ring[2 * i]!) * perWorld);
          const row = Math.floor(worldY(ring[2 * i + 1]!) * perWorld);
          return !marked.has(`${column} ${row}`);
        }),
      );
      expect(lost.slice(0, 3)).toEqual([]);
    },
  );

  test('zoom 13: every parcel is there by its number', async () => {
    const drawn = new Set<number | undefined>();
    for (const { tile } of await drawnAt(built, 13)) {
      for (const { id } of [...tile.fill!, ...(tile.line ?? [])]) drawn.add(id);
    }
    expect(drawn).toEqual(new Set(built.features.map(({ index }) => index)));
  });

  describe('zoom 13, each parcel by itself', () => {
    let drawn: TileFeature[];
    beforeAll(() => {
      const junctions = new Junctions();
      for (const ring of built.features.flatMap(ringsOf)) junctions.add(ring);
      drawn = built.features.map(
        ({ index, geometry, properties }) =>
          parcelPart({ index, feature: { ...geometry, properties } }, junctions, built.entry)!,
      );
    });

    test('off by half a pixel at most', () => {
      const scale = 512 * 2 ** 13;
      let dropped = 0;
      let worst = 0;
      for (const [i, feature] of built.features.entries()) {
        const [ring] = flatRings(drawn[i]!.world);
        const [whole] = worldRings(feature);
        dropped += whole!.length - ring!.length;
        for (let k = 0; k < whole!.length; k += 2) {
          worst = Math.max(worst, scale * distanceTo(whole![k]!, whole![k + 1]!, ring!));
        }
      }
      expect(worst).toBeLessThanOrEqual(0.5 + 1e-6);
      // waves of 6 % of 100 m are below half a pixel of 7.5 m: most vertices go
      expect(dropped / 2).toBeGreaterThan(10 * built.features.length);
    });

    test('a vertex of two parcels is kept by both or by neither', () => {
      const ownersOf = (rings: readonly Float64Array[]): Map<string, number> => {
        const owners = new Map<string, number>();
        for (const point of rings.flatMap((ring) => [...new Set(pointsOf(ring))])) {
          owners.set(point, (owners.get(point) ?? 0) + 1);
        }
        return owners;
      };
      const before = ownersOf(built.features.flatMap(worldRings));
      const after = ownersOf(drawn.flatMap(({ world }) => flatRings(world)));
      const torn = [...after].filter(([point, owners]) => owners !== before.get(point));
      expect([...before.values()].filter((owners) => owners > 1).length).toBeGreaterThan(50_000);
      expect([...after.values()].filter((owners) => owners > 1).length).toBeGreaterThan(5_000);
      expect(torn).toEqual([]);
    });
  });

  test('the same parcels give the same bytes', async () => {
    const again = await build({ kind: 'permanent-basic-farmland', features: parcels(21, 80, 80) });
    expect(again.written.map(({ file }) => file)).toEqual(built.written.map(({ file }) => file));
    again.written.forEach(({ content }, i) => {
      expect(Buffer.compare(content, built.written[i]!.content)).toBe(0);
    });
  });
});

describe('few large polygons', () => {
  const random = seeded(33);
  const holes = Array.from({ length: 40 }, (_, i) =>
    blob(random, 106 + 0.03 * ((i % 8) - 3.5), 38 + 0.03 * (Math.floor(i / 8) - 2), 0.01, 24),
  );
  const islet = [106.6, 38.5, 106.60001, 38.5, 106.60001, 38.50001];
  let built: Built;
  beforeAll(async () => {
    built = await build({
      kind: 'ecological-red-line',
      columns: [{ name: 'HXBM', type: 'string' }],
      features: [
        polygon([blob(random, 106, 38, 0.4, 30_000), ...holes], { HXBM: '64-1' }),
        polygon([islet], { HXBM: '64-2' }),
      ],
    });
  });

  test('exact level: all vertices, areas that add up, the columns of the layer', async () => {
    const parts = await piecesAt(built, 14);
    expect(levelAt(built, 16)).toEqual(levelAt(built, 14));
    const fills = parts.filter(({ geometry }) => 'polygons' in geometry);
    const vertices = new Set<string>();
    for (const part of fills) {
      for (const ring of ringsOf(part)) {
        for (let i = 0; i < ring.length; i += 2) vertices.add(pointKey(ring, i));
      }
    }
    for (const feature of built.features) {
      const area = areaOf([feature]);
      const own = fills.filter(({ properties }) => properties._feature === feature.index);
      expect(Math.abs(areaOf(own) / area - 1)).toBeLessThan(1e-9);
      for (const { properties } of own) expect(properties.HXBM).toBe(feature.properties.HXBM);
      for (const ring of ringsOf(feature)) {
        for (let i = 0; i < ring.length; i += 2) {
          expect(vertices.has(pointKey(ring, i))).toBe(true);
        }
      }
    }
  });

  test('exact level: every edge of the border is drawn once, and nothing else', async () => {
    const drawn = linesOf(await partsAt(built, 14)).flatMap(edgesOf);
    const large = built.features.find(({ properties }) => properties.HXBM === '64-1')!;
    const undirected = (edge: string): string => edge.split(' > ').sort().join(' - ');
    const wanted = new Set(worldRings(large).flatMap(edgesOf).map(undirected));
    expect(drawn).toHaveLength(wanted.size);
    expect(new Set(drawn.map(undirected))).toEqual(wanted);
  });

  test.each([6, 8, 11, 13])(
    'zoom %i: off by half a pixel at most, no cut in the border',
    async (zoom) => {
      const perWorld = 512 * 2 ** zoom;
      const parts = await partsAt(built, zoom);
      const original = new Set(built.features.flatMap(worldRings).flatMap(pointsOf));
      const wholes = parts.filter(({ draws }) => draws === 'whole');
      const borders = [...linesOf(parts), ...wholes.flatMap(({ world }) => flatRings(world))];
      expect(borders.flatMap(pointsOf).filter((point) => !original.has(point))).toEqual([]);
      const outer = built.features.flatMap((feature) => worldRings(feature).slice(0, 1));
      let worst = 0;
      for (const ring of outer) {
        for (let i = 0; i < ring.length; i += 2 * 37) {
          const off = borders.map((line) => perWorld * distanceTo(ring[i]!, ring[i + 1]!, line));
          worst = Math.max(worst, Math.min(...off));
        }
      }
      expect(worst).toBeLessThanOrEqual(0.5 + 1e-6);
    },
  );

  test('an islet of a square metre is drawn at every zoom', async () => {
    const islet = built.features.find(({ properties }) => properties.HXBM === '64-2')!.index;
    for (const zoom of [0, 6, 7, 8, 9, 10, 11, 12, 13, 14]) {
      const ids = (await partsAt(built, zoom)).map(({ index }) => index);
      expect(ids, `zoom ${zoom}`).toContain(islet);
    }
    for (const zoom of [0, 5, 9, 13]) {
      const ids = (await drawnAt(built, zoom)).flatMap(({ tile }) =>
        tile.fill!.map(({ id }) => id),
      );
      expect(ids, `tiles of zoom ${zoom}`).toContain(islet);
    }
  });

  test('no file of pieces is more than one read opens, and each says where it is', async () => {
    const files = levelAt(built, 14);
    for (const { content, extent, features, parts = 1 } of files) {
      expect(parts).toBe(files.length);
      expect(features).toBeLessThanOrEqual(FEATURES_PER_FILE);
      const pieces = await all(content);
      expect(pieces).toHaveLength(features!);
      for (const { geometry } of pieces) {
        if (!('polygons' in geometry)) continue;
        expect(bboxesMeet(bboxOf(geometry.polygons), extent as never)).toBe(true);
      }
    }
  });
});

describe('zones of an urban boundary', () => {
  const wave = Array.from({ length: 3000 }, (_, i) => [
    106.2 + 0.001 * Math.sin(i / 9),
    38 + i * 0.0001,
  ]);
  const west = [...wave, [106.1, 38.2999], [106.1, 38]];
  const east = [...wave.toReversed(), [106.3, 38], [106.3, 38.2999]];
  const far = [...east.map(([x, y]) => [x! + 0.5, y!])];

  test('between two zones the border is inner, within one there is none, outside it is plain', async () => {
    for (const [other, inner] of [
      ['弹性发展区', true],
      ['集中建设区', false],
    ] as const) {
      const built = await build({
        kind: 'urban-development-boundary',
        columns: [
          { name: 'GHFQMC', type: 'string' },
          { name: 'MC', type: 'string' },
        ],
        fields: { zone: 'GHFQMC', name: 'MC' },
        features: [
          polygon([west.flat()], { GHFQMC: '集中建设区', MC: '甲' }),
          polygon([east.flat()], { GHFQMC: other, MC: '乙' }),
          polygon([far.flat()], { GHFQMC: '特别用途区', MC: '丙' }),
        ],
      });
      for (const zoom of [7, 11, 13, 14]) {
        const parts = await partsAt(built, zoom);
        const zones = parts.map(({ properties }) => properties[ZONE]);
        expect(new Set(zones)).toEqual(
          new Set(['concentrated', 'special-use', ...(inner ? ['flexible'] : [])]),
        );
        const names = parts.flatMap(({ properties }) => properties[NAME] ?? []);
        expect(names.toSorted()).toEqual(['丙', '乙', '甲']);
        const lines = parts.filter(({ draws }) => draws === 'lines');
        const within = lines.filter(({ properties }) => properties[INNER] === true);
        const onWave = (part: TileFeature): boolean =>
          linesOf([part]).every((line) => {
            const middle = line[2 * Math.floor(line.length / 4)]!;
            return middle > worldX(106.19) && middle < worldX(106.21);
          });
        expect(within.length > 0).toBe(inner);
        expect(within.every(onWave)).toBe(true);
        const plain = lines.filter(({ properties }) => properties[INNER] !== true);
        expect(plain.length).toBeGreaterThan(0);
        expect(plain.some((part) => linesOf([part])[0]!.length > 6 && onWave(part))).toBe(false);
      }
    }
  });
});

test('far out the small polygons of a layer drawn by its border are cells of their zone', async () => {
  const random = seeded(55);
  const words = { concentrated: '集中建设区', flexible: '弹性发展区' } as const;
  const built = await build({
    kind: 'urban-development-boundary',
    columns: [{ name: 'GHFQMC', type: 'string' }],
    fields: { zone: 'GHFQMC' },
    features: Array.from({ length: 1200 }, (_, i) => {
      const [x, y] = [106 + random(), 38 + random()];
      return polygon([blob(random, x, y, 0.0015, 30)], { GHFQMC: Object.values(words)[i % 2]! });
    }),
  });
  const perWorld = 512 * 2 ** 7;
  for (const [zone, word] of Object.entries(words)) {
    const marked = new Set<string>();
    for (const { index, draws, world, properties } of await partsAt(built, 7)) {
      expect([index, draws]).toEqual([null, 'cells']);
      if (properties[ZONE] !== zone) continue;
      for (const rings of polygonsOf(world)) {
        const cells = rings.map((ring) => Array.from(ring, (v) => v * perWorld));
        markCells(marked, cells);
      }
    }
    const own = built.features.filter(({ properties }) => properties.GHFQMC === word);
    const lost = own.flatMap(ringsOf).filter((ring) => {
      const [column, row] = [worldX(ring[0]!), worldY(ring[1]!)].map((v) =>
        Math.floor(v * perWorld),
      );
      return !marked.has(`${column} ${row}`);
    });
    expect(lost).toEqual([]);
  }
  // nearer in every one is there by itself
  const ids = (await partsAt(built, 11)).map(({ index }) => index);
  expect(new Set(ids).size).toBe(1200);
});

test('a small layer has no overviews', async () => {
  const small = await build({ kind: 'urban-green-line', features: parcels(2, 5, 5) });
  expect(small.written).toEqual([]);
});

test('an abort ends it with its own reason, while reading and between tiles', async () => {
  const whole = await build({ kind: 'permanent-basic-farmland', features: parcels(21, 80, 80) });
  const file = await openLayerFile(memorySource('sample.fgb', whole.files.get('sample.fgb')!));
  for (const reading of [1, 2]) {
    const stop = new AbortController();
    const options = {
      ...whole.entry,
      signal: stop.signal,
      onProgress: (progress: { reading: number }) => {
        if (progress.reading === reading) stop.abort(new Error(`enough of ${reading}`));
      },
    };
    const run = async (): Promise<void> => {
      for await (const _ of buildOverviews(file, options)) throw new Error('a file');
    };
    await expect(run()).rejects.toThrow(`enough of ${reading}`);
  }
});

// ---- what is drawn, taken apart ---------------------------------------------------------------

/** Cells within the rings, which run along cell borders and are in cells. */
function markCells(marked: Set<string>, onGrid: readonly number[][]): void {
  let [first, end] = [Infinity, -Infinity];
  for (const ring of onGrid) {
    for (let i = 1; i < ring.length; i += 2) {
      first = Math.min(first, ring[i]!);
      end = Math.max(end, ring[i]!);
    }
  }
  for (let row = first; row < end; row++) {
    const crossings = onGrid.flatMap((ring) => {
      const xs: number[] = [];
      for (let i = 0; i + 3 < ring.length; i += 2) {
        if (ring[i + 1]! <= row !== ring[i + 3]! <= row) xs.push(ring[i]!);
      }
      return xs;
    });
    crossings.sort((a, b) => a - b);
    for (let c = 0; c + 1 < crossings.length; c += 2) {
      for (let x = crossings[c]!; x < crossings[c + 1]!; x++) marked.add(`${x} ${row}`);
    }
  }
}

/** How far a place is from a line. */
function distanceTo(px: number, py: number, line: ArrayLike<number>): number {
  let least = Infinity;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [ax, ay] = [line[i]!, line[i + 1]!];
    const [dx, dy] = [line[i + 2]! - ax, line[i + 3]! - ay];
    const length = dx * dx + dy * dy;
    const t =
      length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
    least = Math.min(least, Math.hypot(px - ax - t * dx, py - ay - t * dy));
  }
  return least;
}

function linesOf(parts: readonly TileFeature[]): Float64Array[] {
  return parts.flatMap(({ draws, world }) => (draws === 'lines' ? flatRings(world) : []));
}

const pointsOf = (line: ArrayLike<number>): string[] =>
  Array.from({ length: line.length / 2 }, (_, i) => pointKey(line, 2 * i));

function edgesOf(line: ArrayLike<number>): string[] {
  const points = pointsOf(line);
  return points.slice(1).map((to, i) => `${points[i]} > ${to}`);
}

function areaOf(features: readonly FlatFeature[]): number {
  let sum = 0;
  for (const { geometry } of features) {
    if (!('polygons' in geometry)) continue;
    for (const rings of polygonsOf(geometry.polygons)) {
      rings.forEach((ring, i) => {
        const near = ring.map((v, at) => v - ring[at % 2]!);
        sum += (i === 0 ? 1 : -1) * Math.abs(doubleArea(near));
      });
    }
  }
  return sum / 2;
}
