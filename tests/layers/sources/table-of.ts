import { NO_HINTS } from '../../../src/crs/evidence.ts';
import type { DefinedCrs } from '../../../src/crs/projjson.ts';
import type { Column } from '../../../src/files/flatgeobuf/format.ts';
import type { PropertyValue } from '../../../src/files/flatgeobuf/write-properties.ts';
import type { SourceTable } from '../../../src/files/sources/source-table.ts';
import { EMPTY_FLAT, type MultiPolygon, toFlat } from '../../../src/geometry/shapes.ts';

export interface Row {
  /** null: no geometry. */
  readonly shape: MultiPolygon | null;
  readonly properties?: Readonly<Record<string, PropertyValue>>;
  readonly droppedRings?: number;
}

export const epsg = (code: number): DefinedCrs => ({
  hints: { ...NO_HINTS, epsg: code },
  name: `EPSG:${code}`,
});

/** A table in memory. */
export function tableOf(
  rows: readonly Row[],
  crs: DefinedCrs | null,
  columns: readonly Column[] = [],
  file = 'a.shp',
): SourceTable {
  return {
    file,
    name: 'YJJBNTBHTB',
    columns,
    count: rows.length,
    crs,
    notes: [],
    async *batches() {
      yield rows.map(({ shape, properties = {}, droppedRings = 0 }) => ({
        polygons: shape === null ? EMPTY_FLAT : toFlat(shape),
        droppedRings,
        properties,
      }));
    },
  };
}

/** A rectangle from its south-west corner. */
export function box(x: number, y: number, width: number, height: number): MultiPolygon {
  return [
    [
      [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
        [x, y],
      ],
    ],
  ];
}
