import { type CoordinateHints, NO_HINTS } from '../../crs/evidence.ts';
import { hintsFromName } from '../../crs/names.ts';
import type { Note } from '../../domain/note.ts';
import { importError, importNote } from '../import-message.ts';
import { readText } from '../read-text.ts';
import { BARE_PARCEL, type ProjectFormat, type RawParcel, type RawRing } from './format.ts';

/**
 * GeoJSON (RFC 7946): a geometry, a feature or a collection; every feature is a parcel. The old `crs`
 * member that Chinese programs write is honoured. Lines and points have no area and are an error, not a
 * silence. Heights are dropped with a note.
 */
export const geojson: ProjectFormat = {
  id: 'geojson',
  title: { zh: 'GeoJSON', en: 'GeoJSON' },
  extensions: ['geojson', 'json'],

  sniff(head) {
    const text = new TextDecoder().decode(head).replace(/^\ufeff/, '');
    if (!/^\s*\{/.test(text)) return 0;
    return /"type"\s*:\s*"(FeatureCollection|Feature|(Multi)?Polygon|GeometryCollection)"/.test(
      text,
    )
      ? 1
      : 0.4;
  },

  read(bytes) {
    const { text, notes } = readText(bytes);
    const root = parse(text);
    const found: Found = { parcels: [], lines: 0, points: 0, empty: 0, heights: 0 };
    collect(root, {}, null, found);
    if (found.lines + found.points > 0) {
      const kind = found.lines > 0 ? 'line' : 'point';
      throw importError('err-needs-buffer', { kind, count: found.lines + found.points });
    }
    const crs = crsOf(root);
    const first = propertiesOf(asObject(root.features)?.[0] ?? root);
    return {
      id: word(first, ['项目编号', 'XMBH']),
      name: textOf(root.name) ?? word(first, ['项目名称', 'XMMC']),
      code: word(first, ['项目代码', 'XMDM']),
      applicant: word(first, ['建设单位', '用地单位', '申请单位', 'SQDW']),
      parcels: found.parcels,
      hints: crs.hints,
      notes: [...notes, ...crs.notes, ...countNotes(found)],
    };
  },
};

type Json = Readonly<Record<string, unknown>>;

interface Found {
  readonly parcels: RawParcel[];
  lines: number;
  points: number;
  empty: number;
  heights: number;
}

function parse(text: string): Json {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    throw importError('err-json', { position: at === undefined ? null : Number(at) });
  }
  const object = asObject(root);
  if (!object || typeof object.type !== 'string')
    throw importError('err-not-geojson', { type: null });
  return object;
}

function collect(node: Json, properties: Json, id: unknown, found: Found): void {
  switch (node.type) {
    case 'FeatureCollection':
      for (const feature of asList(node.features)) collect(feature, {}, null, found);
      return;
    case 'Feature': {
      const geometry = asObject(node.geometry);
      if (geometry) collect(geometry, propertiesOf(node), node.id, found);
      else found.empty++;
      return;
    }
    case 'GeometryCollection':
      for (const geometry of asList(node.geometries)) collect(geometry, properties, id, found);
      return;
    case 'Polygon':
      addParcel([node.coordinates], properties, id, found);
      return;
    case 'MultiPolygon':
      addParcel(node.coordinates, properties, id, found);
      return;
    case 'LineString':
    case 'MultiLineString':
      found.lines++;
      return;
    case 'Point':
    case 'MultiPoint':
      found.points++;
      return;
    default:
      throw importError('err-not-geojson', { type: String(node.type).slice(0, 40) });
  }
}

function addParcel(polygons: unknown, properties: Json, id: unknown, found: Found): void {
  let number = 0;
  const rings: RawRing[] = [];
  for (const polygon of arrayOf(polygons)) {
    arrayOf(polygon).forEach((ring, index) => {
      const points = arrayOf(ring).map((position) => {
        const [x, y, ...more] = arrayOf(position);
        if (typeof x !== 'number' || typeof y !== 'number') {
          throw importError('err-position', { value: JSON.stringify(position).slice(0, 40) });
        }
        if (more.length > 0) found.heights++;
        number++;
        return [`J${number}`, String(x), String(y)] as const;
      });
      if (points.length > 0) rings.push({ points, hole: index > 0 });
    });
  }
  if (rings.length === 0) {
    found.empty++;
    return;
  }
  const area = word(properties, ['地块面积', 'DKMJ', 'YDMJ']);
  const declared = area === null ? Number.NaN : Number(area);
  found.parcels.push({
    ...BARE_PARCEL,
    id: word(properties, ['地块编号', 'DKBH']) ?? textOf(id),
    name: word(properties, ['地块名称', 'DKMC', '名称', 'name', 'NAME']),
    rings,
    declaredArea: Number.isFinite(declared) ? declared : null,
    purpose: word(properties, ['地块用途', '用途', 'TDYT']),
    attributes: attributesOf(properties),
  });
}

/** The `crs` member (GeoJSON 2008); without one the standard says WGS 84. */
function crsOf(root: Json): { hints: CoordinateHints; notes: Note[] } {
  const crs = asObject(root.crs);
  if (!crs) return { hints: NO_HINTS, notes: [] };
  const properties = asObject(crs.properties);
  const name = textOf(properties?.name) ?? textOf(properties?.code);
  const hints = name === null ? null : hintsFromName(crs.type === 'EPSG' ? `EPSG:${name}` : name);
  if (!hints)
    throw importError('err-crs-name', { name: (name ?? JSON.stringify(crs)).slice(0, 80) });
  return { hints, notes: [] };
}

function countNotes({ empty, heights }: Found): Note[] {
  const notes: Note[] = [];
  if (empty > 0) notes.push(importNote('note-empty-geometry', 'warning', { count: empty }));
  if (heights > 0) notes.push(importNote('note-heights-dropped', 'info', { count: heights }));
  return notes;
}

function word(properties: Json, keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = textOf(properties[key]);
    if (text !== null) return text;
  }
  return null;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function attributesOf(properties: Json): Record<string, string> {
  const entries = Object.entries(properties).flatMap(([key, value]) => {
    const text = textOf(value);
    return text === null ? [] : [[key, text] as const];
  });
  return Object.fromEntries(entries);
}

function propertiesOf(feature: unknown): Json {
  return asObject(asObject(feature)?.properties) ?? {};
}

function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null ? (value as Json) : null;
}

function asList(value: unknown): Json[] {
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
