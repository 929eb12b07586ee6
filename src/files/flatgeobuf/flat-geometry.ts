import type { FlatPolygons } from '../../geometry/shapes.ts';

/** Lines of one feature: vertices one after the other, and the vertex after the last of each line. */
export interface FlatLines {
  readonly xy: Float64Array;
  readonly lineEnds: Uint32Array;
}

/** What a feature of our layers can be. */
export type FlatGeometry =
  | { readonly polygons: FlatPolygons }
  | { readonly lines: FlatLines }
  | { readonly point: readonly [x: number, y: number] };
