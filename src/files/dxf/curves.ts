import {
  arcPoints,
  bulgePoints,
  ellipsePoints,
  splinePoints,
} from '../../geometry/flatten-curves.ts';
import type { Position } from '../../geometry/shapes.ts';
import { importError } from '../import-message.ts';
import { type Entity, firstValue } from './drawing.ts';
import { type Group, numberIn } from './groups.ts';

/** A corner as its entity gives it; `written` where these are the file's own digits. */
export interface Corner {
  readonly at: Position;
  readonly written: readonly [x: string, y: string] | null;
}

/** A line in the entity's own coordinates. */
export interface Course {
  readonly corners: readonly Corner[];
  readonly isClosed: boolean;
  /** Chords that stand for arcs. */
  readonly chords: number;
  readonly hasHeights: boolean;
}

const CURVE_FIT_FRAME = 16;
const MESHES = 16 | 64;

/** What an entity draws, arcs as chords within `tolerance`; null for one that is not read here. */
export function courseOf(entity: Entity, tolerance: number): Course | null {
  const { groups } = entity;
  switch (entity.type) {
    case 'LWPOLYLINE':
      return polyline(lightVertices(groups), flagsOf(groups), tolerance);
    case 'POLYLINE': {
      const flags = flagsOf(groups);
      if (flags & MESHES) return null;
      const drawn = entity.parts.filter(({ groups }) => !(flagsOf(groups) & CURVE_FIT_FRAME));
      return polyline(drawn.map(vertexOf), flags, tolerance);
    }
    case 'LINE':
      return piece([cornerIn(groups, 10), cornerIn(groups, 11)], 0, heightIn(groups));
    case 'CIRCLE':
    case 'ARC':
      return arcOf(entity, tolerance);
    case 'ELLIPSE':
      return ellipseOf(groups, tolerance);
    case 'SPLINE':
      return splineOf(groups, tolerance);
    default:
      return null;
  }
}

interface Vertex extends Corner {
  readonly bulge: number;
  readonly hasHeight: boolean;
}

function polyline(vertices: readonly Vertex[], flags: number, tolerance: number): Course | null {
  if (vertices.length < 2) return null;
  const isClosed = (flags & 1) !== 0;
  const corners: Corner[] = [];
  let chords = 0;
  for (const [i, vertex] of vertices.entries()) {
    corners.push(vertex);
    const next = vertices[i + 1] ?? (isClosed ? vertices[0] : undefined);
    if (vertex.bulge === 0 || next === undefined) continue;
    const arc = bulgePoints(vertex.at, next.at, vertex.bulge, tolerance);
    if (arc === null) return null;
    chords += arc.length - 1;
    for (const at of arc.slice(1, -1)) corners.push(computed(at));
  }
  const hasHeights = vertices.some(({ hasHeight }) => hasHeight);
  return { corners, isClosed, chords, hasHeights };
}

/** Group 10 begins a vertex; 20 and 42 belong to the one before. */
function lightVertices(groups: readonly Group[]): Vertex[] {
  const starts = groups.flatMap(({ code }, i) => (code === 10 ? [i] : []));
  const hasHeight = (Number(firstValue(groups, 38) ?? 0) || 0) !== 0;
  const declared = Number(firstValue(groups, 90) ?? starts.length);
  if (declared !== starts.length) {
    const params = { line: groups[0]?.line ?? 1, declared, found: starts.length };
    throw importError('err-dxf-vertices', params);
  }
  return starts.map((start, i) => {
    const own = groups.slice(start, starts[i + 1] ?? groups.length);
    return { ...cornerIn(own, 10), bulge: measureIn(own, 42) ?? 0, hasHeight };
  });
}

function vertexOf({ groups }: Entity): Vertex {
  const hasHeight = heightIn(groups);
  return { ...cornerIn(groups, 10), bulge: measureIn(groups, 42) ?? 0, hasHeight };
}

function arcOf({ type, groups }: Entity, tolerance: number): Course | null {
  const center = cornerIn(groups, 10).at;
  const radius = measureIn(groups, 40) ?? 0;
  if (!(radius > 0)) return null;
  if (type === 'CIRCLE') {
    const points = arcPoints(center, radius, 0, 2 * Math.PI, tolerance);
    return points && figure(points.slice(0, -1), true, heightIn(groups));
  }
  const start = measureIn(groups, 50) ?? 0;
  // Counter-clockwise from start to end, a whole turn where they are the same.
  const sweep = ((((measureIn(groups, 51) ?? 360) - start) % 360) + 360) % 360 || 360;
  const radians = Math.PI / 180;
  const points = arcPoints(center, radius, start * radians, sweep * radians, tolerance);
  return points && piece(points.map(computed), points.length - 1, heightIn(groups));
}

function ellipseOf(groups: readonly Group[], tolerance: number): Course | null {
  const center = cornerIn(groups, 10).at;
  const major = cornerIn(groups, 11).at;
  const ratio = measureIn(groups, 40) ?? 0;
  const start = measureIn(groups, 41) ?? 0;
  const end = measureIn(groups, 42) ?? 2 * Math.PI;
  if (!(ratio > 0) || Math.hypot(...major) === 0) return null;
  const side = (measureIn(groups, 230) ?? 1) < 0 ? -ratio : ratio;
  const minor: Position = [-major[1] * side, major[0] * side];
  const whole = 2 * Math.PI;
  const sweep = (((end - start) % whole) + whole) % whole;
  const isClosed = sweep < 1e-9 || whole - sweep < 1e-9;
  const points = ellipsePoints(center, major, minor, start, isClosed ? whole : sweep, tolerance);
  if (points === null) return null;
  return isClosed
    ? figure(points.slice(0, -1), true, heightIn(groups))
    : piece(points.map(computed), points.length - 1, heightIn(groups));
}

function splineOf(groups: readonly Group[], tolerance: number): Course | null {
  const all = (code: number) => groups.filter((group) => group.code === code).map(numberIn);
  const [xs, ys] = [all(10), all(20)];
  if (xs.length !== ys.length) return null;
  const controls = xs.map((x, i): Position => [x, ys[i]!]);
  const degree = measureIn(groups, 71) ?? 3;
  const points = splinePoints({ degree, knots: all(40), controls, weights: all(41) }, tolerance);
  if (points === null) return null;
  const [first, last] = [points[0]!, points.at(-1)!];
  const isClosed =
    (flagsOf(groups) & 1) !== 0 ||
    Math.hypot(first[0] - last[0], first[1] - last[1]) <= tolerance / 1000;
  const isRepeated = isClosed && points.length > 3;
  return figure(isRepeated ? points.slice(0, -1) : points, isClosed, heightIn(groups));
}

function figure(points: readonly Position[], isClosed: boolean, hasHeights: boolean): Course {
  const corners = points.map(computed);
  return { corners, isClosed, chords: corners.length, hasHeights };
}

function piece(corners: readonly Corner[], chords: number, hasHeights: boolean): Course {
  return { corners, isClosed: false, chords, hasHeights };
}

function computed(at: Position): Corner {
  return { at, written: null };
}

/** The point of groups `code` and `code + 10`; one that is not written is an error, not the origin. */
export function cornerIn(groups: readonly Group[], code: number): Corner {
  const x = groups.find((group) => group.code === code);
  const y = groups.find((group) => group.code === code + 10);
  if (!x || !y) throw importError('err-dxf-point', { line: groups[0]?.line ?? 1 });
  return { at: [numberIn(x), numberIn(y)], written: [x.value.trim(), y.value.trim()] };
}

export function measureIn(groups: readonly Group[], code: number): number | null {
  const group = groups.find((one) => one.code === code);
  return group ? numberIn(group) : null;
}

function flagsOf(groups: readonly Group[]): number {
  return Number(firstValue(groups, 70) ?? 0) || 0;
}

function heightIn(groups: readonly Group[]): boolean {
  return groups.some(({ code, value }) => (code === 30 || code === 31) && Number(value) !== 0);
}
