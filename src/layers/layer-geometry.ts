import { type FlatPolygons, toNested } from '../geometry/shapes.ts';
import { isSurelySound } from '../geometry/surely-sound.ts';
import { type Defect, findDefects } from '../geometry/validity.ts';

/** Every defect of one feature, over all its polygons; the first ring of each is its outside. */
export function featureDefects(polygons: FlatPolygons): Defect[] {
  if (isSurelySound(polygons)) return [];
  const nested = toNested(polygons);
  const holes = nested.flatMap((polygon) => polygon.map((_, ring) => ring > 0));
  return findDefects(nested.flat(), holes);
}
