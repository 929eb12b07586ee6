import type { BBox } from '../geometry/shapes.ts';

/** A box that holds everything within `metres`; generous, since it only selects candidates. */
export function growBox([west, south, east, north]: BBox, metres: number): BBox {
  const dLat = metres / 110_500;
  const widest = Math.max(Math.abs(south), Math.abs(north)) + dLat;
  const dLon = metres / (111_000 * Math.max(0.05, Math.cos((widest * Math.PI) / 180)));
  return [west - dLon, south - dLat, east + dLon, north + dLat];
}
