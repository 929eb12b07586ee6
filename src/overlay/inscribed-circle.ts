/**
 * The largest circle inside a shape given by its edges alone, in the plane. From a point of the boundary
 * a ball grows inward until it meets another edge; the largest such ball is the largest circle.
 *
 *      ───p──────────          Shrinking ball: start too large, and while an edge reaches into the ball,
 *        ╱│╲                   take the ball through p, tangent there, and through that edge's nearest
 *       ( c )                  point q: radius = |q - p|² / (2 (q - p)·n).
 *        ╲_╱
 *      ─────q────────          Works at any thinness, where a grid of cells would need millions.
 *
 * Source: J. Ma, S. W. Bae, S. Choi, 3D medial axis point approximation using nearest neighbors and the
 * normal field, The Visual Computer 28 (2012).
 */
export interface DirectedEdge {
  /** The inside lies to the left of a -> b. */
  readonly a: { readonly x: number; readonly y: number };
  readonly b: { readonly x: number; readonly y: number };
}

const SAMPLES = 8;

/** Radius, in the unit of the coordinates, to about a thousandth; 0 without edges. */
export function largestInscribedRadius(edges: readonly DirectedEdge[]): number {
  let best = 0;
  let bestEdge: DirectedEdge | null = null;
  let bestAt = 0;
  for (const edge of edges) {
    for (let k = 0; k < SAMPLES; k++) {
      const at = (k + 0.5) / SAMPLES;
      const radius = ballRadius(edges, edge, at, best);
      if (radius > best) {
        best = radius;
        bestEdge = edge;
        bestAt = at;
      }
    }
  }
  if (!bestEdge) return 0;
  for (let step = 0.5 / SAMPLES; step > 1e-4; step /= 2) {
    for (const at of [bestAt - step, bestAt + step]) {
      const radius = ballRadius(edges, bestEdge, at, best);
      if (radius > best) {
        best = radius;
        bestAt = at;
      }
    }
  }
  return best;
}

/** Radius of the ball inside the shape that touches an edge at a place; 0 once it is seen to be below `floor`. */
function ballRadius(
  edges: readonly DirectedEdge[],
  edge: DirectedEdge,
  at: number,
  floor: number,
): number {
  const dx = edge.b.x - edge.a.x;
  const dy = edge.b.y - edge.a.y;
  const length = Math.hypot(dx, dy);
  if (length === 0 || at <= 0 || at >= 1) return 0;
  const px = edge.a.x + at * dx;
  const py = edge.a.y + at * dy;
  const nx = -dy / length;
  const ny = dx / length;
  let radius = Infinity;
  for (const other of edges) {
    if (other === edge) continue;
    radius = shrink(radius, px, py, nx, ny, other);
    if (radius <= floor) return 0;
  }
  return Number.isFinite(radius) ? radius : 0;
}

/** The ball through p that just touches an edge, where that is smaller than the given one. */
function shrink(
  radius: number,
  px: number,
  py: number,
  nx: number,
  ny: number,
  { a, b }: DirectedEdge,
): number {
  let r = Math.min(radius, throughPoint(px, py, nx, ny, a), throughPoint(px, py, nx, ny, b));
  const ux = b.x - a.x;
  const uy = b.y - a.y;
  const size = ux * ux + uy * uy;
  if (size === 0) return r;
  for (let round = 0; round < 64 && r < Infinity; round++) {
    const t = ((px + r * nx - a.x) * ux + (py + r * ny - a.y) * uy) / size;
    if (t <= 0 || t >= 1) return r;
    const next = throughPoint(px, py, nx, ny, { x: a.x + t * ux, y: a.y + t * uy });
    if (!(next < r * (1 - 1e-9))) return r;
    r = next;
  }
  return r;
}

function throughPoint(
  px: number,
  py: number,
  nx: number,
  ny: number,
  q: { readonly x: number; readonly y: number },
): number {
  const dx = q.x - px;
  const dy = q.y - py;
  const ahead = dx * nx + dy * ny;
  return ahead > 0 ? (dx * dx + dy * dy) / (2 * ahead) : Infinity;
}
