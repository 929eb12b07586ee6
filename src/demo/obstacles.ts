import type { Grid, GridPolygon, GridRing } from './units.ts';

const BAND = 100_000;

/**
 * Exact answer to "does this ring keep clear of these polygons?"; they must not overlap each other.
 * All places are integers below 2^31 and differences below 2^24, so products stay exact in a double.
 */
export class Obstacles {
  private readonly bands = new Map<number, number[]>();
  private readonly cells = new Map<number, number[]>();
  private readonly segments: number[] = [];

  constructor(polygons: Iterable<GridPolygon>) {
    for (const polygon of polygons) {
      for (const ring of polygon) {
        for (let i = 0; i + 1 < ring.length; i++) this.add(ring[i]!, ring[i + 1]!);
      }
    }
  }

  /** Whether the ring (closed, simple) lies wholly outside and touches nothing. */
  isClear(ring: GridRing): boolean {
    for (let i = 0; i + 1 < ring.length; i++) {
      if (this.crosses(ring[i]!, ring[i + 1]!)) return false;
    }
    return !this.contains(ring[0]!);
  }

  /** Even-odd rule along a ray to the east. */
  contains([x, y]: Grid): boolean {
    const s = this.segments;
    let inside = false;
    for (const at of this.bands.get(Math.floor(y / BAND)) ?? []) {
      const ay = s[at + 1]!;
      const by = s[at + 3]!;
      if (ay > y === by > y) continue;
      const ax = s[at]!;
      const side = (s[at + 2]! - ax) * (y - ay) - (by - ay) * (x - ax);
      if (side > 0 === by > ay) inside = !inside;
    }
    return inside;
  }

  private crosses(p: Grid, q: Grid): boolean {
    const s = this.segments;
    for (const key of cellsOf(p, q)) {
      for (const at of this.cells.get(key) ?? []) {
        if (meet(p[0], p[1], q[0], q[1], s[at]!, s[at + 1]!, s[at + 2]!, s[at + 3]!)) return true;
      }
    }
    return false;
  }

  private add(a: Grid, b: Grid): void {
    const at = this.segments.length;
    this.segments.push(a[0], a[1], b[0], b[1]);
    const from = Math.floor(Math.min(a[1], b[1]) / BAND);
    const to = Math.floor(Math.max(a[1], b[1]) / BAND);
    for (let band = from; band <= to; band++) push(this.bands, band, at);
    for (const key of cellsOf(a, b)) push(this.cells, key, at);
  }
}

/** Keys of the square cells that the box of a segment meets. */
function cellsOf(a: Grid, b: Grid): number[] {
  const keys: number[] = [];
  const east = Math.floor(Math.max(a[0], b[0]) / BAND);
  const north = Math.floor(Math.max(a[1], b[1]) / BAND);
  for (let i = Math.floor(Math.min(a[0], b[0]) / BAND); i <= east; i++) {
    for (let j = Math.floor(Math.min(a[1], b[1]) / BAND); j <= north; j++)
      keys.push(i * 65_536 + j);
  }
  return keys;
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Whether two closed segments share a point. */
export function meet(
  px: number,
  py: number,
  qx: number,
  qy: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  const a = Math.sign((qx - px) * (ay - py) - (qy - py) * (ax - px));
  const b = Math.sign((qx - px) * (by - py) - (qy - py) * (bx - px));
  if (a * b > 0) return false;
  const p = Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));
  const q = Math.sign((bx - ax) * (qy - ay) - (by - ay) * (qx - ax));
  if (p * q > 0) return false;
  if (a !== 0 || b !== 0 || p !== 0 || q !== 0) return true;
  return (
    Math.max(ax, bx) >= Math.min(px, qx) &&
    Math.min(ax, bx) <= Math.max(px, qx) &&
    Math.max(ay, by) >= Math.min(py, qy) &&
    Math.min(ay, by) <= Math.max(py, qy)
  );
}
