import { beforeAll, describe, expect, test } from 'vitest';
import type { FlatFeature } from '../../../src/files/flatgeobuf/reader.ts';
import { bboxesMeet, bboxOf } from '../../../src/geometry/shapes.ts';
import { buildOverviews } from '../../../src/layers/overviews/build-overviews.ts';
import { FEATURES_PER_FILE } from '../../../src/layers/overviews/overview-file.ts';
import { worldX, worldY } from '../../../src/tiles/mercator.ts';
import { polygonsOf } from '../../../src/tiles/polygons-of.ts';
import { doubleArea } from '../../../src/tiles/snap.ts';
import { seeded } from '../../overlay/seeded.ts';
import { all, type Built, blob, build, levelAt, parcels, polygon } from './world.ts';

const pointKey = (xy: ArrayLike<number>, i: number): string => `${xy[i]} ${xy[i + 1]}`;

/** Everything a level draws. */
async function partsAt(built: Built, zoom: number): Promise<FlatFeature[]> {
  const files = await Promise.all(levelAt(built, zoom).map(({ bytes }) => all(bytes)));
  return files.flat();
}

function ringsOf(feature: FlatFeature): Float64Array[] {
  return 'polygons' in feature.geometry ? [...polygonsOf(feature.geometry.polygons)].flat() : [];
}

describe('many small parcels', () => {
  let built: Built;
  beforeAll(async () => {
    built = await build({ kind: 'permanent-basic-farmland', features: parcels(21, 80, 80) });
  });

  test('each zoom below 14 is drawn from exactly one level', () => {
    for (let zoom = 0; zoom <= 13; zoom++) {
      const files = levelAt(built, zoom);
      expect(new Set(files.map(({ minzoom }) => minzoom)).size, `zoom ${zoom}`).toBe(1);
      for (const { parts } of files) expect(parts).toBe(files.length);
    }
    expect(levelAt(built, 14)).toEqual([]);
  });

  test.each([6, 7, 8, 9, 10, 11, 12])(
    'zoom %i: every vertex lies in a marked cell',
    async (zoom) => {
      const marked = new Set<string>();
      const perWorld = 512 * 2 ** zoom;
      for (const part of await partsAt(built, zoom)) {
        if (!('polygons' in part.geometry)) throw new Error('no cells');
        for (const rings of polygonsOf(part.geometry.polygons)) markCells(marked, rings, perWorld);
      }
      const lost = built.features.flatMap(ringsOf).flatMap((ring) =>
        pointsOf(ring).filter((_, i) => {
          const column = Math.floor(worldX(ring[2 * i]!) * perWorld);
          const row = Math.floor(worldY(ring[2 * i + 1]!) * perWorld);
          return !marked.has(`${column} ${row}`);
        }),
      );
      expect(lost).toEqual([]);
    },
  );

  test('zoom 13: every parcel is there by its number, off by half a pixel at most', async () => {
    const perWorld = 512 * 2 ** 13;
    const drawn = new Map<number, Float64Array[]>();
    for (const part of await partsAt(built, 13)) {
      if (!('polygons' in part.geometry)) throw new Error('no parcels');
      const ids = JSON.parse(String(part.properties._features)) as number[];
      const polygons = [...polygonsOf(part.geometry.polygons)];
      expect(ids).toHaveLength(polygons.length);
      ids.forEach((id, i) => {
        drawn.set(id, polygons[i]!);
      });
    }
    expect(drawn.size).toBe(built.features.length);
    let dropped = 0;
    let worst = 0;
    for (const feature of built.features) {
      const ring = drawn.get(feature.index)![0]!;
      const [whole] = ringsOf(feature);
      dropped += whole!.length - ring.length;
      for (let i = 0; i < whole!.length; i += 2) {
        worst = Math.max(worst, pixelsFrom(whole![i]!, whole![i + 1]!, ring, perWorld));
      }
    }
    expect(worst).toBeLessThanOrEqual(0.5 + 1e-6);
    // waves of 6 % of 100 m are below half a pixel of 7.5 m: most vertices go
    expect(dropped / 2).toBeGreaterThan(10 * built.features.length);
  });

  test('zoom 13: a vertex of two parcels is kept by both or by neither', async () => {
    const owners = new Map<string, number>();
    const count = (rings: readonly Float64Array[], by: number): void => {
      for (const point of rings.flatMap((ring) => [...new Set(pointsOf(ring))])) {
        owners.set(point, (owners.get(point) ?? 0) + by);
      }
    };
    count(built.features.flatMap(ringsOf), 1);
    const shared = [...owners].filter(([, parcels]) => parcels > 1).length;
    count((await partsAt(built, 13)).flatMap(ringsOf), -1);
    // as many parcels keep the vertex as had it: nothing is left; or none does: all of them are
    const before = new Map(owners);
    owners.clear();
    count(built.features.flatMap(ringsOf), 1);
    const torn = [...before].filter(([point, left]) => left !== 0 && left !== owners.get(point));
    expect(shared).toBeGreaterThan(50_000);
    expect(torn).toEqual([]);
  });

  test('the same parcels give the same bytes', async () => {
    const again = await build({ kind: 'permanent-basic-farmland', features: parcels(21, 80, 80) });
    expect(again.written.map(({ file }) => file)).toEqual(built.written.map(({ file }) => file));
    again.written.forEach(({ bytes }, i) => {
      expect(Buffer.compare(bytes, built.written[i]!.bytes)).toBe(0);
    });
  });

  test('no file is more than one read opens, and each says where it is', async () => {
    for (const { bytes, extent, features } of built.written) {
      expect(features).toBeLessThanOrEqual(FEATURES_PER_FILE);
      const parts = await all(bytes);
      expect(parts).toHaveLength(features);
      for (const part of parts) {
        if ('polygons' in part.geometry) {
          expect(bboxesMeet(bboxOf(part.geometry.polygons), extent)).toBe(true);
        }
      }
    }
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
    const parts = await partsAt(built, 14);
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
    const wanted = new Set(ringsOf(large).flatMap(edgesOf).map(undirected));
    expect(drawn).toHaveLength(wanted.size);
    expect(new Set(drawn.map(undirected))).toEqual(wanted);
  });

  test.each([6, 8, 11, 13])(
    'zoom %i: off by half a pixel at most, no cut in the border',
    async (zoom) => {
      const perWorld = 512 * 2 ** zoom;
      const parts = await partsAt(built, zoom);
      const original = new Set(built.features.flatMap(ringsOf).flatMap((ring) => pointsOf(ring)));
      const borders = [
        ...linesOf(parts),
        ...parts.filter(({ properties }) => properties._features).flatMap(ringsOf),
      ];
      expect(borders.flatMap(pointsOf).filter((point) => !original.has(point))).toEqual([]);
      const outer = built.features.flatMap((feature) => ringsOf(feature).slice(0, 1));
      let worst = 0;
      for (const ring of outer) {
        for (let i = 0; i < ring.length; i += 2 * 37) {
          const off = borders.map((line) => pixelsFrom(ring[i]!, ring[i + 1]!, line, perWorld));
          worst = Math.max(worst, Math.min(...off));
        }
      }
      expect(worst).toBeLessThanOrEqual(0.5 + 1e-6);
    },
  );

  test('an islet of a square metre is drawn at every zoom', async () => {
    const islet = built.features.find(({ properties }) => properties.HXBM === '64-2')!.index;
    for (const zoom of [0, 6, 7, 8, 9, 10, 11, 12, 13, 14]) {
      const ids = (await partsAt(built, zoom)).flatMap(({ properties }) =>
        properties._features ? JSON.parse(String(properties._features)) : [properties._feature],
      );
      expect(ids, `zoom ${zoom}`).toContain(islet);
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
        const zones = parts.flatMap(({ properties }) => [properties._zone]);
        expect(new Set(zones)).toEqual(
          new Set(['concentrated', 'special-use', ...(inner ? ['flexible'] : [])]),
        );
        const names = parts.flatMap(({ properties }) => properties._name ?? []);
        expect(names.toSorted()).toEqual(['丙', '乙', '甲']);
        const lines = parts.filter(({ geometry }) => 'lines' in geometry);
        const within = lines.filter(({ properties }) => properties._inner === true);
        const onWave = (part: FlatFeature): boolean =>
          linesOf([part]).every((line) => {
            const middle = line[2 * Math.floor(line.length / 4)]!;
            return middle > 106.19 && middle < 106.21;
          });
        expect(within.length > 0).toBe(inner);
        expect(within.every(onWave)).toBe(true);
        const plain = lines.filter(({ properties }) => properties._inner !== true);
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
    for (const { geometry, properties } of await partsAt(built, 7)) {
      expect(properties._features ?? properties._feature ?? null).toBeNull();
      if (!('polygons' in geometry) || properties._zone !== zone) continue;
      for (const rings of polygonsOf(geometry.polygons)) markCells(marked, rings, perWorld);
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
  const ids = (await partsAt(built, 11)).flatMap(({ properties }) =>
    JSON.parse(String(properties._features)),
  );
  expect(new Set(ids).size).toBe(1200);
});

test('a small layer has no overviews', async () => {
  const small = await build({ kind: 'urban-green-line', features: parcels(2, 5, 5) });
  expect(small.written).toEqual([]);
});

test('an abort ends it with its own reason', async () => {
  const stop = new AbortController();
  const features = parcels(21, 80, 80);
  const stream = {
    name: 'parcels',
    columns: [],
    geometryType: 'Polygon',
    count: features.length,
    async *batches(signal?: AbortSignal) {
      for (let i = 0; i < features.length; i += 500) {
        signal?.throwIfAborted();
        yield features.slice(i, i + 500);
      }
    },
  } as const;
  const run = async (): Promise<void> => {
    const options = {
      id: 'x',
      kind: 'permanent-basic-farmland',
      fields: {},
      signal: stop.signal,
    } as const;
    for await (const { maxzoom } of buildOverviews(stream, options)) {
      if (maxzoom === 9) stop.abort(new Error('enough'));
    }
  };
  await expect(run()).rejects.toThrow('enough');
});

// ---- what is drawn, taken apart ---------------------------------------------------------------

/** Cells whose centre lies in the rings, which run along cell borders. */
function markCells(marked: Set<string>, rings: readonly Float64Array[], perWorld: number): void {
  const onGrid = rings.map((ring) =>
    Array.from(ring, (v, i) => Math.round((i % 2 ? worldY(v) : worldX(v)) * perWorld)),
  );
  const rows = onGrid[0]!.filter((_, i) => i % 2 === 1);
  for (let row = Math.min(...rows); row < Math.max(...rows); row++) {
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

/** How far a place is from a line, pixels. */
function pixelsFrom(lon: number, lat: number, line: ArrayLike<number>, perWorld: number): number {
  const [px, py] = [worldX(lon) * perWorld, worldY(lat) * perWorld];
  let least = Infinity;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [ax, ay] = [worldX(line[i]!) * perWorld, worldY(line[i + 1]!) * perWorld];
    const dx = worldX(line[i + 2]!) * perWorld - ax;
    const dy = worldY(line[i + 3]!) * perWorld - ay;
    const length = dx * dx + dy * dy;
    const t =
      length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
    least = Math.min(least, Math.hypot(px - ax - t * dx, py - ay - t * dy));
  }
  return least;
}

function linesOf(parts: readonly FlatFeature[]): Float64Array[] {
  return parts.flatMap(({ geometry }) => {
    if (!('lines' in geometry)) return [];
    const { xy, lineEnds } = geometry.lines;
    return Array.from(lineEnds, (end, i) => xy.subarray(2 * (lineEnds[i - 1] ?? 0), 2 * end));
  });
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
