import { UserError } from '../domain/user-error.ts';
import { isFatal } from '../geometry/defect-weight.ts';
import { type BBox, type FlatPolygons, toNested } from '../geometry/shapes.ts';
import { findDefects } from '../geometry/validity.ts';
import type { LayerIndex } from '../overlay/edge-index.ts';
import type { IndexedFeature } from '../overlay/indexed-feature.ts';

/** Features found sound once, for all projects of a run. */
const sound = new WeakSet<FlatPolygons>();
/** The same by their places in the index of a layer that is held: its features are made anew for each check. */
const soundAt = new WeakMap<LayerIndex, Uint8Array>();

/**
 * A feature that meets the site must be drawn so that inside and outside are certain there: rings that
 * cross, lie upon themselves or repeat cancel out in any area by boundary, and what cancels out looks
 * like nothing.
 *
 * @param near the feature, or the part of it near the site
 * @param place of the feature in the index of a layer that is held, where `near` is all of it
 * @throws UserError `feature-geometry`: the layer is failed, not clear
 */
export function requireSound(
  file: string,
  featureId: string,
  near: FlatPolygons,
  bbox: BBox,
  place?: IndexedFeature | null,
): void {
  if (sound.has(near) || (place && soundAt.get(place.index)?.[place.at] === 1)) return;
  const rings = toNested(near).flat();
  const fatal = findDefects(rings).filter(isFatal);
  // Defects away from the site say nothing about it, but may about the next site.
  const here = fatal.find(({ at }) => at === null || holds(bbox, at));
  if (here) throw new UserError('feature-geometry', { file, feature: featureId, what: here.kind });
  if (fatal.length > 0) return;
  if (!place) {
    sound.add(near);
    return;
  }
  const known = soundAt.get(place.index) ?? new Uint8Array(place.index.areaM2.length);
  known[place.at] = 1;
  soundAt.set(place.index, known);
}

function holds([west, south, east, north]: BBox, [x, y]: readonly [number, number]): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}
