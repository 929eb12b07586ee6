import type { Position, Ring } from '../shapes.ts';

/**
 * A vertex in the coordinates that its project is given in. `Number(digits)` is always `x` and `y`: what
 * is not moved keeps the digits it came with, to the last zero.
 */
export interface Vertex {
  /** Point name, "" where it has none. */
  readonly name: string;
  /** East or lon, north or lat. */
  readonly x: number;
  readonly y: number;
  readonly digits: readonly [x: string, y: string];
}

/** A ring that can be edited: open, three vertices or more. Editing gives a new one. */
export interface EditRing {
  readonly vertices: readonly Vertex[];
  /** Name of the closing point where the ring was given with one, as it was written. */
  readonly closing: string | null;
}

/** A vertex with the digits it was given in. Throws a RangeError where they are no number. */
export function givenVertex(name: string, x: string, y: string): Vertex {
  const at = [Number(x), Number(y)] as const;
  if (!at.every(Number.isFinite) || x.trim() === '' || y.trim() === '') {
    throw new RangeError(`not a coordinate: ${x}, ${y}`);
  }
  return { name, x: at[0], y: at[1], digits: [x, y] };
}

/** A vertex of our own making, rounded to so many decimals. */
export function newVertex(x: number, y: number, decimals: number, name = ''): Vertex {
  return givenVertex(name, fixed(x, decimals), fixed(y, decimals));
}

/** A vertex that must lie exactly where another thing has one: nothing is rounded. */
export function exactVertex(x: number, y: number, name = ''): Vertex {
  return givenVertex(name, plainDigits(x), plainDigits(y));
}

/** The same place under another name. */
export function renamed(vertex: Vertex, name: string): Vertex {
  return { ...vertex, name };
}

export function isSameVertex(a: Vertex, b: Vertex): boolean {
  return a.x === b.x && a.y === b.y;
}

const closedRings = new WeakMap<EditRing, Ring>();

/** The ring as closed positions; the same array for the same ring. */
export function positionsOf(ring: EditRing): Ring {
  const known = closedRings.get(ring);
  if (known) return known;
  const open = ring.vertices.map(({ x, y }): Position => [x, y]);
  const closed = open.length > 0 ? [...open, open[0]!] : open;
  closedRings.set(ring, closed);
  return closed;
}

function fixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}

/** The shortest digits that give this very double back, never with an exponent. */
function plainDigits(value: number): string {
  const [mantissa = '', exponent] = String(value + 0).split('e');
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', decimals = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = whole + decimals;
  return point <= 0
    ? `${sign}0.${'0'.repeat(-point)}${digits}`
    : `${sign}${digits.padEnd(point, '0')}`;
}
