import type { MultiPolygon } from '../../../src/geometry/shapes.ts';

/*
 * The truth for tests, by a method that has nothing in common with the kernel: horizontal slabs between
 * all heights of vertices and crossings, in fixed-point numbers of 256 binary places (BigInt).
 * Doubles are exact in it; crossings err by 1e-77 degrees. Within a slab the edges are sorted from west to
 * east and widths where both shapes are inside are summed, nothing but positive numbers.
 *
 * Closed contact is decided with integers, exactly.
 */

const PLACES = 256n;
const ONE = 1n << PLACES;

/** An edge going north, with +1 or -1 for the direction in which its ring passes it. */
interface Edge {
  readonly x1: bigint;
  readonly y1: bigint;
  readonly x2: bigint;
  readonly y2: bigint;
  readonly shape: number;
}

export interface ExactOverlap {
  readonly areaM2: number;
  readonly touches: boolean;
  readonly interiorsMeet: boolean;
}

export function exactOverlap(a: MultiPolygon, b: MultiPolygon): ExactOverlap {
  const edges = [...edgesOf(a, 0), ...edgesOf(b, 1)];
  const areaM2 = areaWhere(edges, 2, ([inA, inB]) => inA! && inB!);
  return { areaM2, touches: closedShapesMeet(a, b, edges), interiorsMeet: areaM2 > 0 };
}

/** Area of the places whose membership in each of several shapes satisfies a condition. */
export function exactAreaWhere(shapes: readonly MultiPolygon[], holds: Condition): number {
  return areaWhere(shapes.flatMap(edgesOf), shapes.length, holds);
}

type Condition = (inside: readonly boolean[]) => boolean;

/** The exact value of a double in fixed point. */
export function fixed(value: number): bigint {
  if (value === 0) return 0n;
  let exponent = 0;
  let mantissa = value;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent++;
  }
  return BigInt(mantissa) << (PLACES - BigInt(exponent));
}

function edgesOf(shape: MultiPolygon, index: number): Edge[] {
  const edges: Edge[] = [];
  for (const polygon of shape) {
    for (const ring of polygon) {
      const points = ring.map(([x, y]) => [fixed(x), fixed(y)] as const);
      points.forEach(([x1, y1], i) => {
        const [x2, y2] = points[(i + 1) % points.length]!;
        if (x1 !== x2 || y1 !== y2) edges.push({ x1, y1, x2, y2, shape: index });
      });
    }
  }
  return edges;
}

/** Even-odd within each shape: rings of a valid shape need no orientation. */
function areaWhere(edges: readonly Edge[], shapes: number, holds: Condition): number {
  const rising = edges.filter((e) => e.y1 !== e.y2).map((e) => (e.y1 < e.y2 ? e : reversed(e)));
  const heights = slabHeights(rising);
  let area = 0;
  for (let i = 0; i + 1 < heights.length; i++) {
    const low = heights[i]!;
    const high = heights[i + 1]!;
    const across = rising.filter((e) => e.y1 <= low && e.y2 >= high);
    const middle = (low + high) / 2n;
    const order = across
      .map((edge) => ({ edge, x: xAt(edge, middle) }))
      .sort((p, q) => (p.x < q.x ? -1 : p.x > q.x ? 1 : 0));
    const inside = new Array<boolean>(shapes).fill(false);
    for (let k = 0; k + 1 < order.length; k++) {
      const { edge } = order[k]!;
      inside[edge.shape] = !inside[edge.shape];
      if (!holds(inside)) continue;
      const next = order[k + 1]!.edge;
      area += slabArea(
        xAt(next, low) - xAt(edge, low),
        xAt(next, high) - xAt(edge, high),
        low,
        high,
      );
    }
  }
  return area;
}

function reversed(e: Edge): Edge {
  return { ...e, x1: e.x2, y1: e.y2, x2: e.x1, y2: e.y1 };
}

function slabHeights(rising: readonly Edge[]): bigint[] {
  const heights = new Set<bigint>();
  for (const e of rising) heights.add(e.y1).add(e.y2);
  for (let i = 0; i < rising.length; i++) {
    for (let j = 0; j < i; j++) {
      const y = crossingHeight(rising[i]!, rising[j]!);
      if (y !== null) heights.add(y);
    }
  }
  return [...heights].sort((p, q) => (p < q ? -1 : p > q ? 1 : 0));
}

function crossingHeight(a: Edge, b: Edge): bigint | null {
  const low = max(a.y1, b.y1);
  const high = min(a.y2, b.y2);
  if (low >= high) return null;
  const below = xAt(a, low) - xAt(b, low);
  const above = xAt(a, high) - xAt(b, high);
  if (below === 0n || above === 0n || below > 0n === above > 0n) return null;
  return low + ((high - low) * below) / (below - above);
}

function xAt(e: Edge, y: bigint): bigint {
  if (y === e.y1) return e.x1;
  if (y === e.y2) return e.x2;
  return e.x1 + ((e.x2 - e.x1) * (y - e.y1)) / (e.y2 - e.y1);
}

const NOISE = 1n << 40n;

/** Integral of width x M N cos B over a slab by Gauss-Legendre with five points; width is linear. */
function slabArea(widthLow: bigint, widthHigh: bigint, low: bigint, high: bigint): number {
  // Truncated divisions leave a few units of the 256th place between edges that coincide.
  if (widthLow < NOISE && widthHigh < NOISE) return 0;
  const height = toNumber(high - low) * RAD;
  const w1 = toNumber(widthLow) * RAD;
  const w2 = toNumber(widthHigh) * RAD;
  const middle = toNumber((low + high) / 2n) * RAD;
  let sum = 0;
  for (const [node, weight] of GAUSS_5) {
    const width = (w1 * (1 - node) + w2 * (1 + node)) / 2;
    sum += weight * width * areaElement(middle + (node * height) / 2);
  }
  return (sum * height) / 2;
}

const RAD = Math.PI / 180;
const GAUSS_5: readonly (readonly [number, number])[] = [
  [0, 128 / 225],
  [Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 3, (322 + 13 * Math.sqrt(70)) / 900],
  [-Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 3, (322 + 13 * Math.sqrt(70)) / 900],
  [Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 3, (322 - 13 * Math.sqrt(70)) / 900],
  [-Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 3, (322 - 13 * Math.sqrt(70)) / 900],
];

function areaElement(latitude: number): number {
  const a = 6378137;
  const f = 1 / 298.257222101;
  const e2 = f * (2 - f);
  const v2 = 1 - e2 * Math.sin(latitude) ** 2;
  const n = a / Math.sqrt(v2);
  const m = (n * (1 - e2)) / v2;
  return m * n * Math.cos(latitude);
}

/** A fixed-point number as a double, with all its 53 bits also when it is tiny. */
function toNumber(value: bigint): number {
  return Number(value) / Number(ONE);
}

function closedShapesMeet(a: MultiPolygon, b: MultiPolygon, edges: readonly Edge[]): boolean {
  const ofA = edges.filter((e) => e.shape === 0);
  const ofB = edges.filter((e) => e.shape === 1);
  if (ofA.some((e) => ofB.some((q) => segmentsMeet(e, q)))) return true;
  // Boundaries apart: then a whole ring lies inside or outside of the other shape.
  return anyRingStartInside(a, ofB) || anyRingStartInside(b, ofA);
}

function anyRingStartInside(shape: MultiPolygon, others: readonly Edge[]): boolean {
  return shape.some((polygon) =>
    polygon.some((ring) => isInside(fixed(ring[0]![0]), fixed(ring[0]![1]), others)),
  );
}

function isInside(x: bigint, y: bigint, edges: readonly Edge[]): boolean {
  let inside = false;
  for (const e of edges) {
    if (e.y1 > y === e.y2 > y) continue;
    const up = e.y1 < e.y2 ? e : reversed(e);
    if (side(up, x, y) > 0n) inside = !inside;
  }
  return inside;
}

function side(e: Edge, x: bigint, y: bigint): bigint {
  return (e.x2 - e.x1) * (y - e.y1) - (e.y2 - e.y1) * (x - e.x1);
}

function segmentsMeet(a: Edge, b: Edge): boolean {
  if (max(a.x1, a.x2) < min(b.x1, b.x2) || max(b.x1, b.x2) < min(a.x1, a.x2)) return false;
  if (max(a.y1, a.y2) < min(b.y1, b.y2) || max(b.y1, b.y2) < min(a.y1, a.y2)) return false;
  return (
    !sameSide(side(a, b.x1, b.y1), side(a, b.x2, b.y2)) &&
    !sameSide(side(b, a.x1, a.y1), side(b, a.x2, a.y2))
  );
}

function sameSide(p: bigint, q: bigint): boolean {
  return (p > 0n && q > 0n) || (p < 0n && q < 0n);
}

function max(p: bigint, q: bigint): bigint {
  return p > q ? p : q;
}

function min(p: bigint, q: bigint): bigint {
  return p < q ? p : q;
}
