import { metresPerDegree } from '../../geometry/ellipsoid.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { DirectedEdges } from './loose-edges.ts';

/** A vertex on the border of a neighbour that has no vertex there. */
export interface UnmatchedVertex {
  readonly at: Position;
  /** Owner of the vertex, and the neighbour that lacks it. */
  readonly owner: number;
  readonly lacking: number;
  /** To the neighbour's border. */
  readonly distanceM: number;
  /** The neighbour's vertex that may be meant, where one is as near as its border. */
  readonly meant: { readonly at: Position; readonly distanceM: number } | null;
}

/** Collects vertices that lie within a tolerance of a neighbour's edge, and on none of its vertices. */
export class VertexMatcher {
  readonly #edges: DirectedEdges;
  readonly #toleranceM: number;
  readonly #seen = new Map<string, UnmatchedVertex | 'matched'>();

  constructor(edges: DirectedEdges, toleranceM: number) {
    this.#edges = edges;
    this.#toleranceM = toleranceM;
  }

  /** Looks at the ends of two edges of different owners. */
  compare(e: number, f: number): void {
    this.#look(e, f, 0);
    this.#look(e, f, 2);
    this.#look(f, e, 0);
    this.#look(f, e, 2);
  }

  /** Each defect once, whichever of the features around it was asked first. */
  found(): UnmatchedVertex[] {
    const once = new Map<string, UnmatchedVertex>();
    for (const one of this.#seen.values()) {
      if (one === 'matched') continue;
      const places = one.meant
        ? [String(one.at), String(one.meant.at)].sort().join(' ')
        : `${one.at} ${one.lacking}`;
      const other = once.get(places);
      if (!other || one.owner < other.owner) once.set(places, one);
    }
    return [...once.values()];
  }

  /** The end of edge e that stands at `end`, against edge f. */
  #look(e: number, f: number, end: 0 | 2): void {
    const { ends, owner } = this.#edges;
    const x = ends[4 * e + end]!;
    const y = ends[4 * e + end + 1]!;
    const [ax, ay, bx, by] = ends.subarray(4 * f, 4 * f + 4) as unknown as number[];
    const isEnd = (x === ax && y === ay!) || (x === bx && y === by!);
    const { lon, lat } = metresPerDegree(y);
    const px = (ax! - x) * lon;
    const py = (ay! - y) * lat;
    const ux = (bx! - ax!) * lon;
    const uy = (by! - ay!) * lat;
    const t = Math.min(1, Math.max(0, -(px * ux + py * uy) / (ux * ux + uy * uy)));
    const distanceM = isEnd ? 0 : Math.hypot(px + t * ux, py + t * uy);
    if (distanceM > this.#toleranceM) return;
    const key = `${owner[e]} ${owner[f]} ${x},${y}`;
    const before = this.#seen.get(key);
    if (before === 'matched') return;
    if (isEnd) {
      this.#seen.set(key, 'matched');
      return;
    }
    if (before && before.distanceM <= distanceM) return;
    const toA = Math.hypot(px, py);
    const toB = Math.hypot(px + ux, py + uy);
    const nearest: Position = toA <= toB ? [ax!, ay!] : [bx!, by!];
    const isMeant = Math.min(toA, toB) <= this.#toleranceM;
    this.#seen.set(key, {
      at: [x, y],
      owner: owner[e]!,
      lacking: owner[f]!,
      distanceM,
      meant: isMeant ? { at: nearest, distanceM: Math.min(toA, toB) } : null,
    });
  }
}
