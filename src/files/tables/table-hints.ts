import { type CoordinateHints, NO_HINTS } from '../../crs/evidence.ts';
import { datumFromName } from '../../crs/names.ts';
import type { Datum } from '../../crs/registry.ts';

/** What the titles and headers of a table say about its coordinates. */
export interface TableHints {
  readonly hints: CoordinateHints;
  /** Every datum that is named: two leave open which one the numbers are in. */
  readonly datums: readonly Datum[];
}

/** 西安 and 北京 are cities as well, and 2000 is a year. */
const NAMES_DATUM =
  /CGCS|WGS|2000\s*(?:国家|大地|坐标)|国家\s*2000|(?:19)?80\s*(?:西安|国家|坐标)|西安\s*(?:19)?80|西安坐标系|(?:19)?54\s*(?:北京|坐标)|北京\s*(?:19)?54|北京坐标系/i;

/**
 * Reads titles such as "2000国家大地坐标系 3度带 中央子午线105° 带号35". Two different values of one
 * thing leave it unknown.
 */
export function hintsIn(cells: readonly string[]): TableHints {
  const texts = cells.map((cell) => cell.normalize('NFKC'));
  const all = texts.join('\n');
  const datums = new Set<Datum>();
  for (const text of texts) {
    for (const part of text.split(/[\n,，、;；。]|转换?(?:为|到|成)?/)) {
      const datum = NAMES_DATUM.test(part) ? datumFromName(part.trim()) : null;
      if (datum) datums.add(datum);
    }
  }
  const epsg = only(all, /EPSG[:：\s]*(\d{4,5})/gi);
  const zone = only(all, /带号\D{0,3}(\d{2})(?!\d)|第?(\d{2})带/g);
  const width = only(all, /([36三六])\s*[度°]\s*(?:分?带)/g);
  const meridian = only(all, /中央(?:子午线|经线)\D{0,5}(\d{2,3}(?:\.\d+)?)/g);
  const datum = datums.size === 1 ? [...datums][0]! : null;
  return {
    hints: {
      ...NO_HINTS,
      epsg: numberOf(epsg),
      datum,
      zone: numberOf(zone),
      zoneWidth: width === null ? null : /[3三]/.test(width) ? 3 : 6,
      centralMeridian: numberOf(meridian),
    },
    datums: [...datums],
  };
}

/** The one value a pattern finds, null where it finds none or several. */
function only(text: string, pattern: RegExp): string | null {
  const values = new Set([...text.matchAll(pattern)].map((match) => match[1] ?? match[2]!));
  return values.size === 1 ? [...values][0]! : null;
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));
