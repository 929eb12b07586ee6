import type { FormatName } from '../../components/drawing-board.ts';
import { degreesMinutesSeconds, plainDigits, readDegrees } from '../../crs/ordinate-text.ts';
import { crsDefinition } from '../../crs/registry.ts';
import { transformOf } from '../../crs/transform.ts';
import type { DrawingFrame } from '../../files/drawing/drawing-frame.ts';
import type { Vertex } from '../../geometry/edit/vertex.ts';
import type { Position } from '../../geometry/shapes.ts';

type Pair = readonly [x: string, y: string];

/** Where things stand in which notation a project of degrees is given first. */
export function usualFormat({ geographic }: DrawingFrame): FormatName {
  return geographic ? 'degrees' : 'zone';
}

/** The grid that `zone` stands for: the project's own; for degrees the 3° zone with number of a place. */
export function zoneEpsg({ geographic, epsg }: DrawingFrame, [lon]: Position): number {
  if (!geographic) return epsg;
  return 4513 + Math.min(45, Math.max(25, Math.round(lon / 3))) - 25;
}

/** A vertex in a notation. In the project's own coordinates its own digits, to the last zero. */
export function cellsOf(
  vertex: Vertex,
  format: FormatName,
  frame: DrawingFrame,
  zone: number,
): Pair {
  if (format === usualFormat(frame)) return vertex.digits;
  const [lon, lat] = frame.toLonLat(vertex);
  if (format === 'dms') return [degreesMinutesSeconds(lon), degreesMinutesSeconds(lat)];
  if (format === 'degrees') return [lon.toFixed(9), lat.toFixed(9)];
  const [x, y] = transformOf(zone).fromLonLat(lon, lat);
  return [x.toFixed(3), y.toFixed(3)];
}

/** The vertex that was typed; null where the words are no coordinate, or one from another part of the world. */
export function typedVertex(
  [x, y]: Pair,
  format: FormatName,
  frame: DrawingFrame,
  zone: number,
): Vertex | null {
  if (format === usualFormat(frame)) {
    const digits = [plainDigits(x), plainDigits(y)] as const;
    const [east, north] = digits;
    // a project of degrees takes minutes and seconds in the same field
    if (east === null || north === null) {
      return frame.geographic ? fromDegrees(x, y, frame) : null;
    }
    if (!isOnGrid(frame.epsg, Number(east), Number(north))) return null;
    const vertex = frame.typedVertex(east, north);
    return isPlausible(vertex, frame) ? vertex : null;
  }
  if (format !== 'zone') return fromDegrees(x, y, frame);
  const east = plainDigits(x);
  const north = plainDigits(y);
  if (east === null || north === null) return null;
  if (!isOnGrid(zone, Number(east), Number(north))) return null;
  const vertex = frame.vertexAtLonLat(transformOf(zone).toLonLat(Number(east), Number(north)));
  return isPlausible(vertex, frame) ? vertex : null;
}

/** The vertex with one of its numbers typed anew; the other stays what it is, not what it was shown as. */
export function retyped(
  vertex: Vertex,
  axis: 0 | 1,
  text: string,
  format: FormatName,
  frame: DrawingFrame,
  zone: number,
): Vertex | null {
  const shown = cellsOf(vertex, format, frame, zone);
  if (shown[axis] === text) return vertex;
  if (format === usualFormat(frame)) {
    const pair: Pair = axis === 0 ? [text, vertex.digits[1]] : [vertex.digits[0], text];
    return typedVertex(pair, format, frame, zone);
  }
  const digits = format === 'zone' ? plainDigits(text) : null;
  const value = format === 'zone' ? (digits === null ? null : Number(digits)) : readDegrees(text);
  if (value === null) return null;
  const grid = format === 'zone' ? transformOf(zone) : null;
  const at = frame.toLonLat(vertex);
  const pair = grid ? grid.fromLonLat(...at) : at;
  const changed: Position = axis === 0 ? [value, pair[1]] : [pair[0], value];
  if (grid && !isOnGrid(zone, ...changed)) return null;
  const place = grid ? grid.toLonLat(...changed) : changed;
  const made = frame.vertexAtLonLat(place);
  if (!isPlausible(made, frame)) return null;
  return made;
}

function fromDegrees(x: string, y: string, frame: DrawingFrame): Vertex | null {
  const lon = readDegrees(x);
  const lat = readDegrees(y);
  if (lon === null || lat === null) return null;
  const vertex = frame.vertexAtLonLat([lon, lat]);
  return isPlausible(vertex, frame) ? vertex : null;
}

/** Numbers of another zone, or swapped ones, are not of this grid. */
function isOnGrid(epsg: number, x: number, y: number): boolean {
  const definition = crsDefinition(epsg);
  if (definition?.kind !== 'gauss-krueger') return true;
  return Math.abs(x - definition.falseEastingM) < 1_000_000 && y > 0 && y < 7_000_000;
}

/** China with its surroundings: a number with a slip of the digits falls out. */
function isPlausible(vertex: Vertex, frame: DrawingFrame): boolean {
  const [lon, lat] = frame.toLonLat(vertex);
  return lon > 60 && lon < 150 && lat > 0 && lat < 60;
}
