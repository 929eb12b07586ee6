import { inflateSync, strFromU8, unzipSync } from 'fflate';
import type { CheckReport } from '../../src/domain/report.ts';
import { planeOfSite } from '../../src/report/plane.ts';

/**
 * Every way in which a coordinate of this record is commonly written, from four decimals of a degree
 * and whole metres up; longer spellings begin with one of these.
 */
export function spellingsOf(report: CheckReport): Set<string> {
  const found = new Set<string>();
  const { toPlane } = planeOfSite(report.project.crs.epsg, report.project.bbox);
  const [west, south, east, north] = report.project.bbox;
  const positions: (readonly [number, number])[] = [
    [west, south],
    [east, north],
  ];
  const geometries = [
    ...report.project.parcels.map(({ geometry }) => geometry),
    ...report.layers.flatMap(({ overlaps }) => overlaps.map(({ geometry }) => geometry)),
    ...report.crosses.map(({ geometry }) => geometry),
  ];
  for (const geometry of geometries) {
    for (const [lon, lat] of geometry?.coordinates.flat(2) ?? []) positions.push([lon, lat]);
  }
  for (const position of positions) {
    for (const degrees of position) {
      found.add(
        String(Math.floor(degrees * 1e4) / 1e4).padEnd(String(degrees | 0).length + 5, '0'),
      );
      found.add(degrees.toFixed(4));
    }
    const [x, y] = toPlane(position);
    for (const metres of [x, x % 1e6, y]) {
      for (const whole of [Math.floor(metres), Math.round(metres)]) {
        found.add(String(whole));
        found.add(grouped(whole));
      }
    }
  }
  return found;
}

/** 35594001 as 35 594 001 with thin spaces. */
const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, '\u2009');

/**
 * Everything that can be read in a file without a viewer: its bytes as text, the files of an archive
 * (also inside another), the streams of a PDF.
 */
export function readableIn(name: string, bytes: Uint8Array): Map<string, string> {
  const texts = new Map([[name, strFromU8(bytes)]]);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    for (const [inner, part] of Object.entries(unzipSync(bytes))) {
      for (const [path, text] of readableIn(`${name}/${inner}`, part)) texts.set(path, text);
    }
  }
  if (strFromU8(bytes.subarray(0, 5)) === '%PDF-') {
    const raw = Buffer.from(bytes).toString('latin1');
    for (const match of raw.matchAll(/stream\r?\n/g)) {
      const from = match.index + match[0].length;
      if (raw.slice(match.index - 3, match.index) === 'end') continue;
      const stream = bytes.subarray(from, raw.indexOf('endstream', from));
      try {
        texts.set(`${name}@${from}`, strFromU8(inflateSync(stream.subarray(2))));
      } catch {
        // not deflated: its bytes are read above
      }
    }
  }
  return texts;
}

/** Spellings that stand in these texts as numbers of their own, not inside a longer one. */
export function coordinatesIn(
  texts: ReadonlyMap<string, string>,
  spellings: ReadonlySet<string>,
): string[] {
  const found: string[] = [];
  for (const [name, text] of texts) {
    for (const match of text.matchAll(
      /(?<![\w.#-])\d{1,3}(?:[\u2009\u202f]\d{3})+|(?<![\w.#-])\d+(?:\.\d+)?/g,
    )) {
      const [number] = match;
      const [whole = '', decimals = ''] = number.replaceAll('\u202f', '\u2009').split('.');
      const cut = decimals.length >= 4 ? `${whole}.${decimals.slice(0, 4)}` : whole;
      if (spellings.has(cut)) found.push(`${name}: ${number}`);
    }
  }
  return found;
}
