import type { Position } from '../../geometry/shapes.ts';

/** x' = a x + c y + e, y' = b x + d y + f. */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const IDENTITY: Affine = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export function applyAffine({ a, b, c, d, e, f }: Affine, [x, y]: Position): Position {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** First `inner`, then `outer`. */
export function composeAffine(outer: Affine, inner: Affine): Affine {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  };
}

/** By how much a length grows at most (the greater singular value). */
export function stretchOf({ a, b, c, d }: Affine): number {
  const sum = a * a + b * b + c * c + d * d;
  const det = a * d - b * c;
  return Math.sqrt((sum + Math.sqrt(Math.max(0, sum * sum - 4 * det * det))) / 2);
}

/**
 * Exact for quarter turns: cos 90° is 0 here, so that a turned block keeps its millimetres.
 *
 * @param degrees counter-clockwise
 */
export function turned(degrees: number): Affine {
  const turn = ((degrees % 360) + 360) % 360;
  const quarter = turn / 90;
  const [cos, sin] = Number.isInteger(quarter)
    ? [[1, 0, -1, 0][quarter]!, [0, 1, 0, -1][quarter]!]
    : [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  return { ...IDENTITY, a: cos, b: sin, c: -sin, d: cos };
}

export function isIdentity(affine: Affine): boolean {
  return (Object.keys(IDENTITY) as (keyof Affine)[]).every((key) => affine[key] === IDENTITY[key]);
}
