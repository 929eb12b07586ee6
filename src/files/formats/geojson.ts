import type { ImportAnswers } from '../../domain/import-answers.ts';
import type { Note } from '../../domain/note.ts';
import { importError, importNote } from '../import-message.ts';
import { readText } from '../read-text.ts';
import type { ProjectFormat, RawParcel, RawProject } from './format.ts';
import { geojsonCrs } from './geojson-crs.ts';
import { asList, asObject, collectShapes, type Json, textOf } from './geojson-shapes.ts';
import { internetMapNotes } from './internet-map.ts';
import { answerLines } from './line-answers.ts';
import { noShapes, projectWords, shapeParcels } from './shape-parcels.ts';

/**
 * GeoJSON (RFC 7946): a geometry, a feature or a collection, also one a line (RFC 8142); every feature is
 * a parcel. The old `crs` member that Chinese programs write is honoured. Heights are dropped with a note.
 */
export const geojson: ProjectFormat = {
  id: 'geojson',
  title: { zh: 'GeoJSON', en: 'GeoJSON' },
  extensions: ['geojson', 'json', 'geojsonl', 'ndjson', 'geojsons'],

  sniff(head) {
    const text = new TextDecoder().decode(withoutSeparators(head)).replace(/^\ufeff/, '');
    if (!/^\s*\{/.test(text)) return 0;
    const isTopology = /"type"\s*:\s*"Topology"/.test(text);
    return !isTopology && GEOJSON_TYPE.test(text) ? 1 : 0.4;
  },

  read(bytes, { answers }) {
    const { text, notes } = readText(withoutSeparators(bytes));
    const roots = parseDocuments(text);
    const features = roots.flatMap((root) => featuresOf(root));
    return geojsonProject(
      features.map((feature) => ({ feature, layer: null })),
      roots,
      answers,
      notes,
    );
  },
};

const GEOJSON_TYPE =
  /"type"\s*:\s*"(FeatureCollection|Feature|(Multi)?(Polygon|LineString|Point)|GeometryCollection)"/;

export interface LayeredFeature {
  readonly feature: Json;
  readonly layer: string | null;
}

/**
 * @param roots the documents: their `crs` and `name` members speak for all
 */
export function geojsonProject(
  features: readonly LayeredFeature[],
  roots: readonly Json[],
  answers: ImportAnswers,
  textNotes: readonly Note[],
): RawProject {
  const parcels: RawParcel[] = [];
  const notes: Note[] = [];
  let empty = 0;
  let heights = 0;
  for (const { feature, layer } of features) {
    const shapes = noShapes();
    const geometry = feature.type === 'Feature' ? asObject(feature.geometry) : feature;
    if (geometry) heights += collectShapes(geometry, shapes);
    const attributes = attributesOf(feature);
    const name = attributes.name ?? attributes.NAME ?? null;
    const own = shapeParcels(shapes, { id: textOf(feature.id), name, layer, attributes });
    if (own.parcels.length === 0) empty++;
    parcels.push(...own.parcels);
    notes.push(...own.notes);
  }
  if (empty > 0) notes.push(importNote('note-empty-geometry', 'warning', { count: empty }));
  if (heights > 0) notes.push(importNote('note-heights-dropped', 'info', { count: heights }));
  const words = projectWords(features[0] ? attributesOf(features[0].feature) : {});
  const answered = answerLines(parcels, answers, 'file');
  const title = roots.map((root) => textOf(root.name)).find((name) => name !== null);
  const source = roots.flatMap(({ name, generator, creator }) => [name, generator, creator]);
  return {
    ...words,
    name: title ?? words.name,
    parcels: answered.parcels,
    hints: geojsonCrs(roots),
    notes: [
      ...textNotes,
      ...notes,
      ...answered.notes,
      ...internetMapNotes(parcels, source.join('\n'), answers),
    ],
  };
}

function featuresOf(root: Json): Json[] {
  return root.type === 'FeatureCollection' ? asList(root.features).flatMap(featuresOf) : [root];
}

/** The whole text as one document, or where that fails and its first line is one, one a line. */
function parseDocuments(text: string): Json[] {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  try {
    return [documentIn(text)];
  } catch (error) {
    if (first < 0 || !isDocument(lines[first]!) || lines.length === 1) throw error;
  }
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    if (isDocument(line)) return [documentIn(line)];
    throw importError('err-json-line', { line: i + 1 });
  });
}

function isDocument(text: string): boolean {
  try {
    documentIn(text);
    return true;
  } catch {
    return false;
  }
}

/** @throws UserError `err-json` with the place, `err-not-geojson` */
export function documentIn(text: string): Json {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    throw importError('err-json', { position: at === undefined ? null : Number(at) });
  }
  const object = asObject(root);
  if (!object || typeof object.type !== 'string') {
    throw importError('err-not-geojson', { type: null });
  }
  return object;
}

/** RFC 8142 begins every document with a record separator, which no text holds otherwise. */
function withoutSeparators(bytes: Uint8Array): Uint8Array {
  return bytes.includes(0x1e) ? bytes.map((byte) => (byte === 0x1e ? 0x0a : byte)) : bytes;
}

function attributesOf(feature: Json): Record<string, string> {
  const entries = Object.entries(asObject(feature.properties) ?? {}).flatMap(([key, value]) => {
    const text = textOf(value);
    return text === null ? [] : [[key, text] as const];
  });
  return Object.fromEntries(entries);
}
