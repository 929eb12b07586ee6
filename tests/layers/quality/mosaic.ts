import { memorySource } from '../../../src/bytes/memory-source.ts';
import type { CatalogLayer } from '../../../src/domain/catalog.ts';
import type { WriteFeature } from '../../../src/files/flatgeobuf/writer.ts';
import { writeFlatGeobuf } from '../../../src/files/flatgeobuf/writer.ts';
import { type LayerFile, openLayerSource } from '../../../src/files/layer-source.ts';
import { ellipsoidAreaM2 } from '../../../src/geometry/ellipsoid.ts';
import { type Position, toFlat } from '../../../src/geometry/shapes.ts';
import { entryOf } from '../../files/sample-layer.ts';
import { seeded } from '../../overlay/seeded.ts';

/** A parcel as it can be spoiled: its outer ring, open, and what is written about it. */
export interface Parcel {
  ring: Position[];
  id: string | null;
  /** The stated patch area; null: as drawn. */
  statedM2: number | null;
}

/**
 * Parcels of 25 vertices in rows, without gaps: crooked borders, every vertex shared exactly. Coordinates
 * are multiples of 1e-9 degrees. Parcel j * columns + i lies in row j, column i.
 */
export function mosaic(columns: number, rows: number, seed: number, step = 0.001): Parcel[] {
  const random = seeded(seed);
  const round = (value: number): number => Math.round(value * 1e9) / 1e9;
  const corner = (i: number, j: number): Position => [
    round(106 + step * (i + 0.3 * (random() - 0.5))),
    round(37.4 + step * (j + 0.3 * (random() - 0.5))),
  ];
  const corners = Array.from({ length: rows + 1 }, (_, j) =>
    Array.from({ length: columns + 1 }, (_, i) => corner(i, j)),
  );
  const between = (a: Position, b: Position): Position[] =>
    Array.from({ length: 5 }, (_, k) => {
      const t = (k + 1) / 6;
      const aside = 0.03 * step * (random() - 0.5);
      return [round(a[0] + t * (b[0] - a[0]) + aside), round(a[1] + t * (b[1] - a[1]) - aside)];
    });
  const flat = corners.map((row) => row.slice(1).map((b, i) => between(row[i]!, b)));
  const steep = corners.slice(1).map((row, j) => row.map((b, i) => between(corners[j]![i]!, b)));
  const parcels: Parcel[] = [];
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const ring = [
        corners[j]![i]!,
        ...flat[j]![i]!,
        corners[j]![i + 1]!,
        ...steep[j]![i + 1]!,
        corners[j + 1]![i + 1]!,
        ...[...flat[j + 1]![i]!].reverse(),
        corners[j + 1]![i]!,
        ...[...steep[j]![i]!].reverse(),
      ];
      parcels.push({ ring, id: `P${parcels.length}`, statedM2: null });
    }
  }
  return parcels;
}

export const COLUMNS = [
  { name: 'BSM', type: 'string' },
  { name: 'YJJBNTTBMJ', type: 'double' },
  { name: 'YJJBNTMJ', type: 'double' },
] as const;

export function featureOf({ ring, id, statedM2 }: Parcel): WriteFeature {
  const polygons = toFlat([[ring]]);
  const areaM2 = ellipsoidAreaM2(polygons);
  const YJJBNTTBMJ = Math.round(100 * (statedM2 ?? areaM2)) / 100;
  // the net area differs by far more than any tolerance, and is never compared
  return { polygons, properties: { BSM: id, YJJBNTTBMJ, YJJBNTMJ: 0.8 * areaM2 } };
}

/** Parcels as a layer file, opened. */
export async function layerOf(
  parcels: Iterable<Parcel>,
  changes: Partial<CatalogLayer> = {},
): Promise<LayerFile & { readonly bytes: Uint8Array }> {
  const bytes = writeFlatGeobuf({
    name: 'farmland',
    columns: COLUMNS,
    crs: 4490,
    features: [...parcels].map(featureOf),
    index: true,
    geometryType: 'MultiPolygon',
  });
  const entry = await entryOf(bytes, changes);
  const source = openLayerSource(entry, memorySource(entry.file, bytes), { integrity: 'full' });
  return { ...source, bytes };
}
