import type { Position } from '../../geometry/shapes.ts';
import { joined, type Markup, markup } from '../markup.ts';
import { innerPoint, mm, type SheetPolygons } from './shape.ts';

/** Places already taken by something one must be able to read. */
export class Occupancy {
  readonly #boxes: (readonly [number, number, number, number])[] = [];

  /** Takes a box around a point if it is free. */
  take([x, y]: Position, halfWidth: number, halfHeight: number): boolean {
    const box = [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight] as const;
    const free = this.#boxes.every(
      (other) =>
        box[2] <= other[0] || other[2] <= box[0] || box[3] <= other[1] || other[3] <= box[1],
    );
    if (free) this.#boxes.push(box);
    return free;
  }
}

const BADGE_R = 1.9;

/** Number discs of the pieces, the largest first; a disc stands outside what is narrower than it. */
export function badges(
  pieces: readonly { readonly number: number; readonly shape: SheetPolygons }[],
  taken: Occupancy,
): Markup {
  const drawn: Markup[] = [];
  for (const { number, shape } of pieces) {
    const inner = innerPoint(shape);
    if (inner === null) continue;
    const narrow = inner.widthMm < 2 * BADGE_R + 0.4;
    const candidates: Position[] = narrow
      ? [
          [inner.at[0] + 5, inner.at[1] - 3.5],
          [inner.at[0] - 5, inner.at[1] - 3.5],
          [inner.at[0] + 5, inner.at[1] + 3.5],
          [inner.at[0] - 5, inner.at[1] + 3.5],
        ]
      : [inner.at];
    const at = candidates.find((place) => taken.take(place, BADGE_R + 0.2, BADGE_R + 0.2));
    if (at === undefined) continue;
    if (narrow) {
      drawn.push(
        markup`<path d="M${mm(inner.at[0])} ${mm(inner.at[1])}L${mm(at[0])} ${mm(at[1])}" stroke="#14181D" stroke-width="0.2"/>`,
      );
    }
    drawn.push(badge(at, number));
  }
  return joined(drawn);
}

function badge([x, y]: Position, number: number): Markup {
  const size = number > 99 ? 1.9 : 2.4;
  return markup`<g data-badge="${number}"><circle cx="${mm(x)}" cy="${mm(y)}" r="${BADGE_R}" fill="#14181D" stroke="#fff" stroke-width="0.3"/><text x="${mm(x)}" y="${mm(y + size * 0.36)}" font-size="${size}" font-weight="600" text-anchor="middle" fill="#fff">${number}</text></g>`;
}

/** Text with a white halo, centred on a point. */
export function haloText([x, y]: Position, size: number, text: string): Markup {
  return markup`<text x="${mm(x)}" y="${mm(y)}" font-size="${size}" text-anchor="middle" fill="#14181D" stroke="#fff" stroke-width="0.8" stroke-linejoin="round" paint-order="stroke">${text}</text>`;
}

/**
 * Boundary points with their numbers, set outward from their ring; those that find no room keep their
 * mark and lose their label.
 */
export function pointLabels(
  rings: readonly (readonly { readonly name: string; readonly at: Position }[])[],
  taken: Occupancy,
): { readonly drawn: Markup; readonly labelled: number; readonly all: number } {
  const drawn: Markup[] = [];
  let labelled = 0;
  let all = 0;
  for (const ring of rings) {
    const centre = middle(ring.map((point) => point.at));
    for (const { name, at } of ring) {
      all++;
      drawn.push(
        markup`<circle cx="${mm(at[0])}" cy="${mm(at[1])}" r="0.5" fill="#fff" stroke="#14181D" stroke-width="0.25"/>`,
      );
      const away = Math.hypot(at[0] - centre[0], at[1] - centre[1]) || 1;
      const place: Position = [
        at[0] + ((at[0] - centre[0]) / away) * 2.6,
        at[1] + ((at[1] - centre[1]) / away) * 2.6,
      ];
      if (!taken.take(place, 0.75 * name.length, 1.2)) continue;
      labelled++;
      drawn.push(haloText([place[0], place[1] + 0.75], 2.1, name));
    }
  }
  return { drawn: joined(drawn), labelled, all };
}

function middle(points: readonly Position[]): Position {
  const n = points.length || 1;
  return [
    points.reduce((sum, point) => sum + point[0], 0) / n,
    points.reduce((sum, point) => sum + point[1], 0) / n,
  ];
}
