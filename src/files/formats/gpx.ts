import { NO_HINTS } from '../../crs/evidence.ts';
import type { Note } from '../../domain/note.ts';
import { importNote } from '../import-message.ts';
import { readText } from '../read-text.ts';
import { childNamed, childrenNamed, childText, type XmlElement, xmlTree } from '../xml-tree.ts';
import type { ProjectFormat, RawParcel } from './format.ts';
import { internetMapNotes } from './internet-map.ts';
import { answerLines } from './line-answers.ts';
import {
  checkedNumber,
  noShapes,
  projectWords,
  type Shapes,
  shapeParcels,
  type Written,
} from './shape-parcels.ts';

/**
 * GPX 1.0 and 1.1: tracks (a line a segment) and routes are lines, waypoints points; layers are called as
 * GPX calls them: trk, rte, wpt. A walk around a site becomes its outline when asked to.
 */
export const gpx: ProjectFormat = {
  id: 'gpx',
  title: { zh: 'GPX（手持 GPS 轨迹）', en: 'GPX (GPS tracks)' },
  extensions: ['gpx'],

  sniff(head) {
    const text = new TextDecoder().decode(head).replace(/^\ufeff/, '');
    return /^\s*</.test(text) && /<([\w.-]+:)?gpx[\s>]/i.test(text) ? 1 : 0;
  },

  read(bytes, { name, answers }) {
    const { text, notes: textNotes } = readText(bytes);
    const root = xmlTree(text, name);
    const notes: Note[] = [...textNotes];
    const parcels: RawParcel[] = [];
    let heights = 0;
    let empty = 0;
    for (const element of root.children) {
      const shapes = shapesOf(element);
      if (shapes === null) continue;
      heights += heightsIn(element);
      const words = { id: null, name: childText(element, 'name'), layer: element.name };
      const own = shapeParcels(shapes, { ...words, attributes: attributesOf(element) });
      if (own.parcels.length === 0) empty++;
      parcels.push(...own.parcels);
      notes.push(...own.notes);
    }
    if (empty > 0) notes.push(importNote('note-empty-geometry', 'warning', { count: empty }));
    if (heights > 0) notes.push(importNote('note-heights-dropped', 'info', { count: heights }));
    const answered = answerLines(parcels, answers, 'file');
    const metadata = childNamed(root, 'metadata') ?? root;
    const source = [
      root.attributes.creator,
      ...['name', 'desc'].map((n) => childText(metadata, n)),
    ];
    return {
      ...projectWords(parcels[0]?.attributes ?? {}),
      parcels: answered.parcels,
      hints: { ...NO_HINTS, epsg: 4326 },
      notes: [
        ...notes,
        ...answered.notes,
        ...internetMapNotes(parcels, source.join('\n'), answers),
      ],
    };
  },
};

function shapesOf(element: XmlElement): Shapes | null {
  switch (element.name) {
    case 'trk': {
      const lines = childrenNamed(element, 'trkseg').map((part) => placesOf(part, 'trkpt'));
      return { ...noShapes(), lines };
    }
    case 'rte':
      return { ...noShapes(), lines: [placesOf(element, 'rtept')] };
    case 'wpt':
      return { ...noShapes(), points: [placeOf(element)] };
    default:
      return null;
  }
}

function placesOf(element: XmlElement, name: string): Written[] {
  return childrenNamed(element, name).map(placeOf);
}

function placeOf({ name, attributes: { lon, lat } }: XmlElement): Written {
  return [checkedNumber(lon ?? `${name}?`), checkedNumber(lat ?? `${name}?`)];
}

function heightsIn(element: XmlElement): number {
  if (childNamed(element, 'ele')) return 1;
  return element.children.reduce((sum, child) => sum + heightsIn(child), 0);
}

const WORDS = ['name', 'cmt', 'desc', 'src', 'type', 'number'];

function attributesOf(element: XmlElement): Record<string, string> {
  const plain = WORDS.flatMap((name) => {
    const value = childText(element, name);
    return value === null ? [] : [[name, value] as const];
  });
  const extensions = childNamed(element, 'extensions')?.children ?? [];
  const more = extensions
    .filter(({ children, text }) => children.length === 0 && text !== '')
    .map(({ name, text }) => [name, text] as const);
  return { ...Object.fromEntries(more), ...Object.fromEntries(plain) };
}
