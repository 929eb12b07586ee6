import { ARC_TOLERANCE_M } from './clip.ts';
import type { Position, Ring } from './shapes.ts';

/** A circle as a closed ring whose chords stand off it by `ARC_TOLERANCE_M` at most; in a plane in metres. */
export function discRing([x, y]: Position, radiusM: number): Ring {
  const half = Math.acos(1 - Math.min(1, ARC_TOLERANCE_M / radiusM));
  // A number divisible by four puts vertices due east, north, west and south.
  const sides = Math.max(8, 4 * Math.ceil(Math.PI / half / 4));
  const ring = Array.from({ length: sides }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / sides;
    return [x + radiusM * Math.cos(angle), y + radiusM * Math.sin(angle)];
  });
  return [...ring, ring[0]!];
}
