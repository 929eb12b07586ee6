import { BETWEEN, OUTSIDE, WITHIN } from './border-edges.ts';
import type { ShapeRing } from './shape.ts';

/** A stretch of a ring that is drawn alike from end to end. */
export interface RingLine {
  /** Lon/lat, flat. */
  readonly xy: Float64Array;
  /** Between two zones of the layer, not on the border of their union. */
  readonly inner: boolean;
}

/**
 * A ring as lines of at most `most` vertices, in its own direction; the ends of one are the ends of the
 * next. Borders within one zone are left out.
 *
 * @param places of the vertices that the level keeps
 */
export function ringLines(
  { xy, beyond }: ShapeRing,
  places: readonly number[],
  most: number,
): RingLine[] {
  const count = places.length;
  const beyondOf = (k: number): number => beyond?.[places[k % count]!] ?? OUTSIDE;
  // begin where the border changes, so that no stretch is cut by the ring's own beginning
  let start = 0;
  while (start < count && beyondOf(start) === beyondOf(start + count - 1)) start++;
  if (start === count) start = 0;
  const lines: RingLine[] = [];
  let run: number[] = [];
  for (let k = start; k <= start + count; k++) {
    const place = places[k % count]!;
    run.push(xy[2 * place]!, xy[2 * place + 1]!);
    const before = k === start ? null : beyondOf(k - 1);
    const ends = k === start + count || before !== beyondOf(k) || run.length >= 2 * most;
    if (before === null || !ends) continue;
    if (before !== WITHIN) lines.push({ xy: Float64Array.from(run), inner: before === BETWEEN });
    run = run.slice(-2);
  }
  return lines;
}
