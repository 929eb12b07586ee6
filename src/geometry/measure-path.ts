import { edgeLengthM, ellipsoidAreaM2 } from './ellipsoid.ts';
import { type Position, toFlat } from './shapes.ts';

/** Edges longer than this are measured in pieces: three Gauss points are exact to 1e-9 below it. */
const PIECE_DEGREES = 1;

/** Length in metres on the CGCS2000 ellipsoid of a way whose edges are straight in lon/lat. */
export function pathLengthM(path: readonly Position[]): number {
  let length = 0;
  for (const [i, [x2, y2]] of path.entries()) {
    const before = path[i - 1];
    if (!before) continue;
    const [x1, y1] = before;
    const pieces = Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) / PIECE_DEGREES) || 1;
    const at = (k: number): Position => [
      x1 + ((x2 - x1) * k) / pieces,
      y1 + ((y2 - y1) * k) / pieces,
    ];
    for (let k = 0; k < pieces; k++) length += edgeLengthM(...at(k), ...at(k + 1));
  }
  return length;
}

/** What a way encloses once it is closed, in m², by the formula of every other area; 0 below 3 points. */
export function enclosedAreaM2(path: readonly Position[]): number {
  const first = path[0];
  if (!first || path.length < 3) return 0;
  return ellipsoidAreaM2(toFlat([[[...path, first]]]));
}
