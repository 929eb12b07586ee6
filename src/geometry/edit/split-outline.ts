import { ringInside } from '../nesting.ts';
import { pointInRing } from '../point-in-ring.ts';
import type { Position } from '../shapes.ts';
import { type EditRing, isSameVertex, positionsOf, type Vertex } from './vertex.ts';

export interface SplitOptions {
  /** A place that is no nearer to a vertex than this is a new one; in the unit of the coordinates. */
  readonly near: number;
  readonly vertexAt: (x: number, y: number) => Vertex;
}

/** `apart`: the line does not cross it from side to side; `hole`: it runs through a hole. */
export type Split =
  | { readonly ok: true; readonly parts: readonly (readonly EditRing[])[] }
  | { readonly ok: false; readonly why: 'apart' | 'hole' };

/**
 * Cuts a polygon (shell first, then holes) along a line into two or more.
 *
 *       ┌──────╎──────┐        ╎  the line: where it leaves and enters the shell it leaves a vertex in
 *       │   1  ╎  2   │           both parts, the same one; every other vertex is the object it was
 *       └──────╎──────┘
 *
 * The ends of the line may lie on the shell (within `near`) or outside; what lies inside is not cut.
 */
export function splitOutline(
  rings: readonly EditRing[],
  line: readonly Vertex[],
  options: SplitOptions,
): Split {
  const [shell, ...holes] = rings;
  if (!shell || line.length < 2) return { ok: false, why: 'apart' };
  const parts = splitShell(shell.vertices, reaching(line, options), options);
  if (parts.length < 2) return { ok: false, why: 'apart' };
  const path = line.map(({ x, y }): Position => [x, y]);
  if (holes.some((hole) => meets(path, positionsOf(hole)))) return { ok: false, why: 'hole' };
  const shells = parts.map((vertices): EditRing => ({ vertices, closing: null }));
  return {
    ok: true,
    parts: shells.map((part) => [
      part,
      ...holes.filter((hole) => ringInside(positionsOf(hole), positionsOf(part))),
    ]),
  };
}

/** The line, its ends drawn out a little, so that one that ends on the shell crosses it. */
function reaching(line: readonly Vertex[], { near, vertexAt }: SplitOptions): readonly Vertex[] {
  const beyond = (end: Vertex, before: Vertex): Vertex => {
    const length = Math.hypot(end.x - before.x, end.y - before.y);
    if (length === 0) return end;
    const more = (2 * near) / length;
    const { name } = end;
    const x = end.x + (end.x - before.x) * more;
    const y = end.y + (end.y - before.y) * more;
    return { ...vertexAt(x, y), name, x, y };
  };
  const first = beyond(line[0]!, line[1]!);
  const last = beyond(line.at(-1)!, line.at(-2)!);
  return [first, ...line.slice(1, -1), last];
}

/** Where a line meets a shell: how far along the line, and at or after which vertex of the shell. */
interface Contact {
  readonly along: number;
  readonly at: Vertex;
  /** Edge of the shell by its first vertex; on a vertex that vertex itself. */
  readonly edge: number;
  readonly onVertex: boolean;
}

function splitShell(
  shell: readonly Vertex[],
  line: readonly Vertex[],
  options: SplitOptions,
): readonly (readonly Vertex[])[] {
  const contacts = contactsOf(shell, line, options);
  const ring = positionsOf({ vertices: shell, closing: null });
  for (let k = 0; k + 1 < contacts.length; k++) {
    const from = contacts[k]!;
    const to = contacts[k + 1]!;
    const [x, y] = placeAlong(line, firstStretch(from, to));
    if (pointInRing(x, y, ring) !== 'inside') continue;
    const inner = line.filter((_, i) => i > from.along && i < to.along);
    const one = [...walk(shell, to, from), ...inner, to.at];
    const other = [...walk(shell, from, to), ...inner.toReversed(), from.at];
    const rest = [to.at, ...line.filter((_, i) => i > to.along)];
    return [one, other].flatMap((part) =>
      rest.length > 1 ? splitShell(part, rest, options) : [part],
    );
  }
  return [shell];
}

/** The way along the shell from one contact to the other: the vertices between, then the other. */
function walk(shell: readonly Vertex[], from: Contact, to: Contact): Vertex[] {
  const n = shell.length;
  const offset = ({ edge, at }: Contact) =>
    Math.hypot(at.x - shell[edge]!.x, at.y - shell[edge]!.y);
  const isAhead = from.edge === to.edge && offset(to) > offset(from);
  const edges = from.edge === to.edge && !isAhead ? n : (to.edge - from.edge + n) % n;
  const passed = isAhead ? 0 : to.onVertex ? edges - 1 : edges;
  const out = Array.from({ length: passed }, (_, k) => shell[(from.edge + 1 + k) % n]!);
  return [...out, to.at];
}

function contactsOf(
  shell: readonly Vertex[],
  line: readonly Vertex[],
  { near, vertexAt }: SplitOptions,
): Contact[] {
  const found: Contact[] = [];
  for (let s = 0; s + 1 < line.length; s++) {
    const p = line[s]!;
    const q = line[s + 1]!;
    shell.forEach((a, edge) => {
      const b = shell[(edge + 1) % shell.length]!;
      const onA = shareOn(p, q, a, near);
      if (onA !== null) found.push({ along: s + onA, at: a, edge, onVertex: true });
      const share = crossingShare(p, q, a, b);
      if (share === null) return;
      const x = p.x + share * (q.x - p.x);
      const y = p.y + share * (q.y - p.y);
      if (isNear(a, x, y, near) || isNear(b, x, y, near)) return;
      found.push({ along: s + share, at: vertexAt(x, y), edge, onVertex: false });
    });
  }
  return found
    .sort((a, b) => a.along - b.along)
    .filter((contact, i, all) => i === 0 || !isSameVertex(contact.at, all[i - 1]!.at));
}

/** How far along p to q a place lies that is on it within `near`; null where it is not. */
function shareOn(p: Vertex, q: Vertex, at: Vertex, near: number): number | null {
  const dx = q.x - p.x;
  const dy = q.y - p.y;
  const length2 = dx * dx + dy * dy;
  if (length2 === 0) return null;
  const share = Math.min(1, Math.max(0, ((at.x - p.x) * dx + (at.y - p.y) * dy) / length2));
  return isNear(at, p.x + share * dx, p.y + share * dy, near) ? share : null;
}

function isNear(vertex: Vertex, x: number, y: number, near: number): boolean {
  return Math.hypot(vertex.x - x, vertex.y - y) <= near;
}

/** How far along p to q it crosses a to b; null where it does not. */
function crossingShare(p: Vertex, q: Vertex, a: Vertex, b: Vertex): number | null {
  const ux = q.x - p.x;
  const uy = q.y - p.y;
  const vx = b.x - a.x;
  const vy = b.y - a.y;
  const cross = ux * vy - uy * vx;
  if (cross === 0) return null;
  const t = ((a.x - p.x) * vy - (a.y - p.y) * vx) / cross;
  const s = ((a.x - p.x) * uy - (a.y - p.y) * ux) / cross;
  return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? t : null;
}

/** The middle of the first stretch between two contacts: it lies in the polygon as a whole, or out. */
function firstStretch(from: Contact, to: Contact): number {
  const next = Math.floor(from.along) + 1;
  return to.along > next ? (from.along + next) / 2 : (from.along + to.along) / 2;
}

function placeAlong(line: readonly Vertex[], along: number): Position {
  const s = Math.min(line.length - 2, Math.floor(along));
  const p = line[s]!;
  const q = line[s + 1]!;
  return [p.x + (along - s) * (q.x - p.x), p.y + (along - s) * (q.y - p.y)];
}

/** Whether a line and a ring share a place: an edge crossed, or a line that lies inside. */
function meets(line: readonly Position[], ring: readonly Position[]): boolean {
  const at = ([x, y]: Position): Vertex => ({ name: '', x, y, digits: ['', ''] });
  for (let s = 0; s + 1 < line.length; s++) {
    for (let e = 0; e + 1 < ring.length; e++) {
      const [p, q, a, b] = [line[s]!, line[s + 1]!, ring[e]!, ring[e + 1]!].map(at);
      if (crossingShare(p!, q!, a!, b!) !== null) return true;
    }
  }
  return line.some(([x, y]) => pointInRing(x, y, ring) !== 'outside');
}
