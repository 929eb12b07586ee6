import { BoxTree } from '../box-tree.ts';
import { metresPerDegree } from '../ellipsoid.ts';
import type { Position } from '../shapes.ts';

/** Where a pointer snaps to. A vertex is given as it is stored, to the last bit. */
export interface SnapHit {
  readonly kind: 'vertex' | 'edge';
  readonly at: Position;
  readonly distanceM: number;
  /** The segment: as many as were given before it. */
  readonly segment: number;
  /** For a vertex: the first (0) or second (1) end of the segment. */
  readonly end: 0 | 1;
}

/** Segments x1, y1, x2, y2 in lon/lat degrees, to be searched by nearness. */
export class SnapIndex {
  readonly segments: Float64Array;
  readonly #tree: BoxTree;

  constructor(segments: Float64Array) {
    this.segments = segments;
    const boxes = new Float64Array(segments.length);
    for (let i = 0; i < segments.length; i += 4) {
      boxes[i] = Math.min(segments[i]!, segments[i + 2]!);
      boxes[i + 1] = Math.min(segments[i + 1]!, segments[i + 3]!);
      boxes[i + 2] = Math.max(segments[i]!, segments[i + 2]!);
      boxes[i + 3] = Math.max(segments[i + 1]!, segments[i + 3]!);
    }
    this.#tree = BoxTree.over(boxes);
  }

  /** The nearest vertex within reach; only where there is none, the nearest place on an edge. */
  nearest(at: Position, reachM: number): SnapHit | null {
    const metres = metresPerDegree(at[1]);
    const dx = reachM / metres.lon;
    const dy = reachM / metres.lat;
    let vertex: SnapHit | null = null;
    let edge: SnapHit | null = null;
    const distance = (x: number, y: number): number =>
      Math.hypot((x - at[0]) * metres.lon, (y - at[1]) * metres.lat);
    const near = this.#tree.search([at[0] - dx, at[1] - dy, at[0] + dx, at[1] + dy]);
    for (const segment of near.sort((a, b) => a - b)) {
      for (const end of [0, 1] as const) {
        const x = this.segments[4 * segment + 2 * end]!;
        const y = this.segments[4 * segment + 2 * end + 1]!;
        const distanceM = distance(x, y);
        if (distanceM <= reachM && distanceM < (vertex?.distanceM ?? Infinity)) {
          vertex = { kind: 'vertex', at: [x, y], distanceM, segment, end };
        }
      }
      if (vertex) continue;
      const [x, y] = this.#footOn(segment, at, metres);
      const distanceM = distance(x, y);
      if (distanceM <= reachM && distanceM < (edge?.distanceM ?? Infinity)) {
        edge = { kind: 'edge', at: [x, y], distanceM, segment, end: 0 };
      }
    }
    return vertex ?? edge;
  }

  /** The place on a segment that is nearest, as doubles hold it. */
  #footOn(segment: number, at: Position, metres: { lon: number; lat: number }): Position {
    const [x1, y1, x2, y2] = this.segments.subarray(4 * segment, 4 * segment + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    const ux = (x2 - x1) * metres.lon;
    const uy = (y2 - y1) * metres.lat;
    const length2 = ux * ux + uy * uy;
    if (length2 === 0) return [x1, y1];
    const along = ((at[0] - x1) * metres.lon * ux + (at[1] - y1) * metres.lat * uy) / length2;
    const share = Math.min(1, Math.max(0, along));
    return [x1 + share * (x2 - x1), y1 + share * (y2 - y1)];
  }
}
