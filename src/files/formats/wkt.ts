import { wktToGeoJSON } from 'betterknown';
import { NO_HINTS } from '../../crs/evidence.ts';
import { importError } from '../import-message.ts';
import { readText } from '../read-text.ts';
import type { ProjectFormat, RawProject } from './format.ts';
import { geojsonProject } from './geojson.ts';
import type { Json } from './geojson-shapes.ts';

const GEOMETRY =
  '(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION|CURVEPOLYGON|MULTISURFACE|COMPOUNDCURVE|CIRCULARSTRING';
const START = new RegExp(
  `^\\s*(?:SRID\\s*=\\s*\\d+\\s*;\\s*)?(?:${GEOMETRY})\\s*(?:Z|M|ZM)?\\s*(?:\\(|EMPTY)`,
  'i',
);

const WORDS = new RegExp(`${GEOMETRY}|\\bZ?M?\\b|EMPTY`, 'gi');

/** WKT and EWKT: one geometry or several, each a parcel; an SRID is the system of the file. */
export const wkt: ProjectFormat = {
  id: 'wkt',
  title: { zh: 'WKT', en: 'WKT' },
  extensions: ['wkt', 'ewkt'],

  sniff(head) {
    const text = new TextDecoder().decode(head).replace(/^\ufeff/, '');
    return START.test(text) ? 0.9 : 0;
  },

  read(bytes, { answers }): RawProject {
    const { text, notes } = readText(bytes);
    const codes = new Set<number>();
    const features = splitGeometries(text).map(({ srid, geometry }) => {
      codes.add(srid);
      return { feature: geojsonOf(geometry), layer: null };
    });
    if (codes.size > 1) {
      const names = [...codes].map((code) => `SRID ${code}`).join('、');
      throw importError('err-crs-several', { names });
    }
    const [code = 0] = codes;
    const project = geojsonProject(features, [], answers, notes);
    return { ...project, hints: { ...NO_HINTS, epsg: code === 0 ? null : code } };
  },
};

interface Piece {
  /** 0 where it says none. */
  readonly srid: number;
  readonly geometry: string;
}

/** Brackets within brackets: three for a multipolygon, and one a collection around it. */
const DEEPEST = 20;

/** Geometries of a text, whatever stands between them being white space, commas or semicolons. */
function splitGeometries(text: string): Piece[] {
  const pieces: Piece[] = [];
  let rest = text.replace(/^[\s\ufeff]+/, '');
  let line = 1;
  while (rest !== '') {
    const head = START.exec(rest);
    const end = head ? endOf(rest) : 0;
    if (!head || end === 0) throw importError('err-wkt', { line, text: rest.slice(0, 40) });
    const [, srid, geometry] = /^(?:SRID\s*=\s*(\d+)\s*;)?([\s\S]*)$/i.exec(rest.slice(0, end))!;
    pieces.push({ srid: Number(srid ?? 0), geometry: geometry!.trim() });
    const next = rest.slice(end).replace(/^[\s;,]+/, '');
    line += (rest.slice(0, rest.length - next.length).match(/\n/g) ?? []).length;
    rest = next;
  }
  return pieces;
}

/** Where the first geometry of a text ends; 0 where it does not. */
function endOf(text: string): number {
  const empty = /^[^(]*?\bEMPTY\b/i.exec(text);
  if (empty) return empty[0].length;
  let depth = 0;
  for (let at = text.indexOf('('); at < text.length; at++) {
    if (text[at] === '(' && ++depth > DEEPEST) return 0;
    if (text[at] === ')' && --depth === 0) return at + 1;
  }
  return 0;
}

function geojsonOf(geometry: string): Json {
  if (/\bEMPTY$/i.test(geometry)) return { type: 'Feature', geometry: null };
  // betterknown makes NaN of what is no number
  const rest = geometry.replace(WORDS, '');
  if (!/^[\d\s.,()e+-]*$/i.test(rest)) {
    throw importError('err-wkt', { line: 1, text: geometry.slice(0, 40) });
  }
  let found: unknown;
  try {
    found = wktToGeoJSON(geometry);
  } catch {
    throw importError('err-wkt', { line: 1, text: geometry.slice(0, 40) });
  }
  return { type: 'Feature', geometry: found };
}
