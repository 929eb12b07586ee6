import { NO_HINTS } from '../../crs/evidence.ts';
import type { ImportAnswers } from '../../domain/import-answers.ts';
import type { Note } from '../../domain/note.ts';
import { importError, importNote } from '../import-message.ts';
import { placemarksOf } from '../kml/placemarks.ts';
import { readText } from '../read-text.ts';
import { xmlTree } from '../xml-tree.ts';
import type { ProjectFormat, RawParcel, RawProject } from './format.ts';
import { internetMapNotes } from './internet-map.ts';
import { answerLines } from './line-answers.ts';
import { projectWords, shapeParcels } from './shape-parcels.ts';

/**
 * KML 2.2 as Google Earth, 奥维, ArcGIS and others write it: every Placemark is a parcel, folders are
 * layers, ExtendedData stays as attributes. Lon/lat by the standard; whether it was shifted is for a person
 * to say. Read by its own few elements: the kept converter to GeoJSON leaves out positions that it cannot
 * read, closes rings and makes polygons of image overlays, all without a word.
 */
export const kml: ProjectFormat = {
  id: 'kml',
  title: { zh: 'KML（奥维、Google Earth）', en: 'KML (Ovital, Google Earth)' },
  extensions: ['kml'],

  sniff(head) {
    const text = new TextDecoder().decode(head).replace(/^\ufeff/, '');
    if (!/^\s*</.test(text)) return 0;
    return /<([\w.-]+:)?kml[\s>]/i.test(text) ? 1 : 0;
  },

  read(bytes, { name, answers }) {
    const { text, notes } = readText(bytes);
    return kmlProject([{ prefix: null, text }], name, answers, notes);
  },
};

export interface KmlPart {
  /** Put before its folders; null where there is only one. */
  readonly prefix: string | null;
  readonly text: string;
}

export function kmlProject(
  parts: readonly KmlPart[],
  file: string,
  answers: ImportAnswers,
  textNotes: readonly Note[],
): RawProject {
  const parcels: RawParcel[] = [];
  const notes: Note[] = [...textNotes];
  const unread = new Map<string, number>();
  let heights = 0;
  let empty = 0;
  for (const { prefix, text } of parts) {
    const found = placemarksOf(xmlTree(text, file));
    heights += found.heights;
    for (const { shapes, words } of found.placemarks) {
      const layers = [prefix, words.layer].filter((part) => part !== null);
      const layer = layers.length > 0 ? layers.join('/') : null;
      const own = shapeParcels(shapes, { ...words, layer });
      if (own.parcels.length === 0) empty++;
      parcels.push(...own.parcels);
      notes.push(...own.notes);
    }
    for (const [type, count] of found.unread) unread.set(type, (unread.get(type) ?? 0) + count);
  }
  const types = [...unread].map(([type, count]) => `${type} × ${count}`).join('、');
  if (parcels.length === 0 && types !== '') throw importError('err-kml-nothing', { file, types });
  if (types !== '') notes.push(importNote('note-kml-unread', 'warning', { types }));
  if (empty > 0) notes.push(importNote('note-empty-geometry', 'warning', { count: empty }));
  if (heights > 0) notes.push(importNote('note-heights-dropped', 'info', { count: heights }));
  const answered = answerLines(parcels, answers, 'file');
  const words = parts.map(({ text }) => text.slice(0, PROVENANCE_CHARS)).join('\n');
  return {
    ...projectWords(parcels[0]?.attributes ?? {}),
    parcels: answered.parcels,
    hints: { ...NO_HINTS, epsg: 4326 },
    notes: [...notes, ...answered.notes, ...internetMapNotes(parcels, words, answers)],
  };
}

/** Programs name themselves at the beginning: namespace, comment, document name, author. */
const PROVENANCE_CHARS = 4000;
