import { UserError } from '../domain/user-error.ts';
import { type BBox, type FlatPolygons, toNested } from '../geometry/shapes.ts';
import { type DefectKind, findDefects } from '../geometry/validity.ts';

/** Defects under which an area, and even the question of overlap, has no single answer. */
const FATAL: readonly DefectKind[] = [
  'not-finite',
  'self-cross',
  'self-overlap',
  'rings-cross',
  'rings-overlap',
  'rings-same',
];

/** Features found sound once, for all projects of a run. */
const sound = new WeakSet<FlatPolygons>();

/**
 * A feature that meets the site must be drawn so that inside and outside are certain there: rings that
 * cross, lie upon themselves or repeat cancel out in any area by boundary, and what cancels out looks
 * like nothing.
 *
 * @param near the feature, or the part of it near the site
 * @throws UserError `feature-geometry`: the layer is failed, not clear
 */
export function requireSound(
  file: string,
  featureId: string,
  near: FlatPolygons,
  bbox: BBox,
): void {
  if (sound.has(near)) return;
  let clean = true;
  for (const polygon of toNested(near)) {
    clean = checkRings(file, featureId, polygon, bbox) && clean;
  }
  if (near.polygonEnds.length > 1) {
    clean = checkRings(file, featureId, toNested(near).flat(), bbox) && clean;
  }
  if (clean) sound.add(near);
}

/** false where there are fatal defects away from the site: those say nothing about it. */
function checkRings(
  file: string,
  feature: string,
  rings: Parameters<typeof findDefects>[0],
  bbox: BBox,
): boolean {
  const fatal = findDefects(rings).filter(({ kind }) => FATAL.includes(kind));
  const here = fatal.find(({ at }) => at === null || holds(bbox, at));
  if (here) throw new UserError('feature-geometry', { file, feature, what: here.kind });
  return fatal.length === 0;
}

function holds([west, south, east, north]: BBox, [x, y]: readonly [number, number]): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}
