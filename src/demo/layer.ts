import type { CatalogLayer } from '../domain/catalog.ts';
import type { LayerKind } from '../domain/kinds.ts';
import type { Column } from '../files/flatgeobuf/format.ts';
import type { WriteFeature, WriteGeometryType } from '../files/flatgeobuf/writer.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';
import type { Text } from '../text/text.ts';
import { type GridPolygon, PER_DEGREE } from './units.ts';

/** One file to be written, and what the catalog says of it. */
export interface DemoLayer {
  readonly kind: LayerKind;
  readonly title: Text;
  readonly required: boolean;
  readonly geometryType: WriteGeometryType;
  readonly columns: readonly Column[];
  readonly fields: CatalogLayer['fields'];
  readonly features: Iterable<WriteFeature>;
}

/** `BSM:标识码` is a text column, `MJ#:面积` a number. */
export function columnsOf(...words: readonly string[]): Column[] {
  return words.map((word) => {
    const [name, title] = word.split(':') as [string, string];
    return name.endsWith('#')
      ? { name: name.slice(0, -1), type: 'double', title }
      : { name, type: 'string', title };
  });
}

export function flatten(polygons: readonly GridPolygon[]): FlatPolygons {
  const rings = polygons.flat();
  const total = rings.reduce((sum, ring) => sum + ring.length, 0);
  const xy = new Float64Array(2 * total);
  const ringEnds = new Uint32Array(rings.length);
  const polygonEnds = new Uint32Array(polygons.length);
  let at = 0;
  rings.forEach((ring, i) => {
    for (const [x, y] of ring) {
      xy[at++] = x / PER_DEGREE;
      xy[at++] = y / PER_DEGREE;
    }
    ringEnds[i] = at / 2;
  });
  let count = 0;
  polygons.forEach((polygon, i) => {
    count += polygon.length;
    polygonEnds[i] = count;
  });
  return { xy, ringEnds, polygonEnds };
}

/** 18 digits: county, layer code, serial number within the layer. */
export function identifier(county: string, layerCode: string, serial: number): string {
  return `${county}${layerCode}${String(serial).padStart(8, '0')}`;
}
