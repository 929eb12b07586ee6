import { importError } from '../import-message.ts';
import type { Shapes, Written } from './shape-parcels.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Collections within collections; more is not drawn by anyone. */
const DEEPEST = 100;

/**
 * Adds what a geometry draws and gives the number of heights left out.
 *
 * @throws UserError `err-not-geojson`, `err-position`
 */
export function collectShapes(geometry: Json, shapes: Shapes, depth = 0): number {
  let heights = 0;
  const position = (value: unknown): Written => {
    const [x, y, ...more] = arrayOf(value);
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      throw importError('err-position', { value: JSON.stringify(value).slice(0, 40) });
    }
    if (more.length > 0) heights++;
    return [String(x), String(y)];
  };
  const positions = (value: unknown): Written[] => arrayOf(value).map(position);
  const polygon = (value: unknown): void => {
    shapes.polygons.push(arrayOf(value).map(positions));
  };
  const { coordinates } = geometry;
  switch (geometry.type) {
    case 'GeometryCollection':
      if (depth >= DEEPEST) throw importError('err-not-geojson', { type: 'GeometryCollection' });
      for (const part of asList(geometry.geometries)) {
        heights += collectShapes(part, shapes, depth + 1);
      }
      break;
    case 'Polygon':
      polygon(coordinates);
      break;
    case 'MultiPolygon':
      arrayOf(coordinates).forEach(polygon);
      break;
    case 'LineString':
      shapes.lines.push(positions(coordinates));
      break;
    case 'MultiLineString':
      shapes.lines.push(...arrayOf(coordinates).map(positions));
      break;
    case 'Point':
      // An empty point has no coordinates (RFC 7946, 3.1).
      if (arrayOf(coordinates).length > 0) shapes.points.push(position(coordinates));
      break;
    case 'MultiPoint':
      shapes.points.push(...positions(coordinates));
      break;
    default:
      throw importError('err-not-geojson', { type: String(geometry.type).slice(0, 40) });
  }
  return heights;
}

export function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null ? (value as Json) : null;
}

export function asList(value: unknown): Json[] {
  return arrayOf(value).map((item) => {
    const object = asObject(item);
    if (!object) throw importError('err-not-geojson', { type: String(item).slice(0, 40) });
    return object;
  });
}

function arrayOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw importError('err-not-geojson', { type: JSON.stringify(value ?? null).slice(0, 40) });
  }
  return value;
}

/** A word or number as text, null for anything else and for what is blank. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
