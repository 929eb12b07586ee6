import { type CatalogLayer, catalogLayerSchema } from '../../src/domain/catalog.ts';
import type { LayerFeature, LayerSource } from '../../src/domain/layer-source.ts';
import { describeLayer } from '../../src/files/describe-layer.ts';
import { type WriteFeature, writeFlatGeobuf } from '../../src/files/flatgeobuf/writer.ts';
import { type BBox, type Polygon, toFlat } from '../../src/geometry/shapes.ts';

/** Park-Miller: the same numbers everywhere. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const square = (x: number, y: number, side: number): [number, number][] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

/** Squares, some with a hole, some with a second part, scattered over one degree. */
export function sampleFeatures(count: number): WriteFeature[] {
  const random = seeded(20261121);
  return Array.from({ length: count }, (_, i) => {
    const x = 105 + random();
    const y = 37 + random();
    const side = 0.001 + 0.02 * random();
    const polygons: Polygon[] = [[square(x, y, side)]];
    if (i % 3 === 0) {
      polygons[0] = [square(x, y, side), square(x + side / 4, y + side / 4, side / 2)];
      polygons.push([square(x + 2 * side, y, side)]);
    }
    return {
      polygons: toFlat(polygons),
      properties: { BSM: `6403${i}`, DLMC: i % 2 ? '水浇地' : null, YJJBNTTBMJ: i * 1.5, ORDER: i },
    };
  });
}

export function sampleFile(count: number): Uint8Array {
  return writeFlatGeobuf({
    name: 'farmland',
    title: '永久基本农田（示例）',
    columns: [
      { name: 'BSM', type: 'string', title: '标识码' },
      { name: 'DLMC', type: 'string', title: '地类名称' },
      { name: 'YJJBNTTBMJ', type: 'double' },
      { name: 'ORDER', type: 'int' },
    ],
    crs: 4490,
    features: sampleFeatures(count),
    index: true,
    geometryType: 'MultiPolygon',
  });
}

/** The catalog entry of a sample file. */
export async function entryOf(
  bytes: Uint8Array,
  changes: Partial<CatalogLayer> = {},
): Promise<CatalogLayer> {
  return {
    ...catalogLayerSchema.parse({
      id: 'farmland',
      kind: 'permanent-basic-farmland',
      title: { zh: '永久基本农田', en: 'Permanent basic farmland' },
      file: 'farmland.fgb',
      ...(await describeLayer(bytes)),
      edition: '2025-12',
      owner: '示例单位（虚构数据）',
      fields: { featureId: 'BSM' },
    }),
    ...changes,
  };
}

export const EVERYWHERE: BBox = [-180, -90, 180, 90];

export async function readAll(source: LayerSource, bbox = EVERYWHERE): Promise<LayerFeature[]> {
  await source.open();
  return collect(source.featuresIn(bbox));
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** The code of what `promise` rejects with; anything that is not a UserError, or success, is told. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    const value = await promise;
    return `resolved ${Array.isArray(value) ? value.length : ''}`;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return error instanceof Error && error.name === 'UserError' ? code : `not for users: ${error}`;
  }
}
