import type { Project } from '../domain/project.ts';
import { type BBox, bboxOf, concatFlat } from '../geometry/shapes.ts';

/** Extent of a project's parcels; null where it has none. */
export function extentOfProject({ parcels }: Project): BBox | null {
  const whole = concatFlat(parcels.map(({ polygons }) => polygons));
  return whole.xy.length > 0 ? bboxOf(whole) : null;
}

/** Extent of at least one point. */
export function extentOfPoints(points: readonly (readonly [number, number])[]): BBox {
  return points.reduce<BBox>(
    ([west, south, east, north], [x, y]) => [
      Math.min(west, x),
      Math.min(south, y),
      Math.max(east, x),
      Math.max(north, y),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}
