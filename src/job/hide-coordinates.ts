import { cgcs2000Epsg, crsDefinition } from '../crs/registry.ts';
import { transformOf } from '../crs/transform.ts';
import type { BBox } from '../geometry/shapes.ts';

/** Stands where a coordinate stood. */
export const HIDDEN = '[…]';

/** Beyond the site: internet maps shift by up to 700 m, local datums by about 100 m. */
const AROUND_DEGREES = 0.05;
const AROUND_M = 5000;
/** Degrees with fewer decimals tell no more than the grid of a redacted record does. */
const TELLING_DECIMALS = 2;

const NUMBER =
  /(?<![\d.])(?:\d{1,3}(?:[\u2009\u202f\u00a0 ,]\d{3})+(?!\d)|\d+)(?:\.\d+)?(?![\d]|\.\d)/gu;
const SEXAGESIMAL =
  /(\d{1,3})\s*[°度º]\s*(\d{1,2}(?:\.\d+)?)\s*['′’分](?:\s*(\d{1,2}(?:\.\d+)?)\s*(?:["″”秒]|''))?/gu;

/** What follows an area or a share, which is no coordinate however near it comes; also a length. */
const UNIT = /^\s*(?:%|％|公顷|亩|平方米|m²|ha\b|mu\b)/u;
const LENGTH = /^\s*(?:米|m\b|km\b|千米|公里)/u;

type Range = readonly [from: number, to: number];

export interface CoordinateFilter {
  /** Text with `[…]` for every number that is a coordinate of the place, in degrees or metres. */
  text(text: string): string;
  isCoordinate(value: number): boolean;
}

/**
 * Finds coordinates of a site in words that came from files: names, notes, what programs wrote of a
 * coordinate system. A number is one where it falls near the site in degrees, degrees and minutes, or in
 * metres of a Gauss-Krüger zone, with or without the zone in front.
 */
export function coordinateFilter(bbox: BBox, epsg: number): CoordinateFilter {
  const [west, south, east, north] = bbox;
  const degrees: readonly Range[] = [grown([west, east]), grown([south, north])];
  const zones = zonesOf(bbox, epsg);
  const inDegrees = (value: number): boolean => degrees.some((range) => isIn(value, range));
  const inMetres = (value: number): boolean =>
    zones.some(({ easts, norths }) => {
      const bare = value >= 1e7 ? value % 1e6 : value;
      return isIn(bare, easts) || isIn(value, norths);
    });
  const isCoordinate = (value: number): boolean =>
    inMetres(value) || (inDegrees(value) && decimalsOf(String(value)) >= TELLING_DECIMALS);
  return {
    isCoordinate,
    text: (text) =>
      text
        .replace(SEXAGESIMAL, (said, degree, minute, second = '0') => {
          const value = Number(degree) + Number(minute) / 60 + Number(second) / 3600;
          return inDegrees(value) ? HIDDEN : said;
        })
        .replace(NUMBER, (said, at: number, all: string) => {
          const after = all.slice(at + said.length, at + said.length + 8);
          if (UNIT.test(after)) return said;
          const digits = said.replace(/[^\d.]/g, '');
          if (inMetres(Number(digits))) return HIDDEN;
          const telling = decimalsOf(digits) >= TELLING_DECIMALS && !LENGTH.test(after);
          return telling && inDegrees(Number(digits)) ? HIDDEN : said;
        }),
  };
}

const decimalsOf = (digits: string): number => digits.split('.')[1]?.length ?? 0;
const isIn = (value: number, [from, to]: Range): boolean => value >= from && value <= to;
const grown = ([from, to]: Range): Range => [from - AROUND_DEGREES, to + AROUND_DEGREES];

/** Bare eastings and northings of the site in its zones of 3° and 6° and in the zone it was given in. */
function zonesOf(bbox: BBox, epsg: number): { readonly easts: Range; readonly norths: Range }[] {
  const middle = (bbox[0] + bbox[2]) / 2;
  const own = crsDefinition(epsg);
  const wanted = [
    { width: 3, zone: Math.round(middle / 3) },
    { width: 6, zone: Math.floor(middle / 6) + 1 },
    ...(own?.kind === 'gauss-krueger' ? [{ width: own.zoneWidth, zone: own.zone }] : []),
  ] as const;
  return wanted.flatMap(({ width, zone }) => {
    const code = cgcs2000Epsg(width, zone, false);
    if (code === null) return [];
    const { fromLonLat } = transformOf(code);
    const corners = [bbox[0], middle, bbox[2]].flatMap((lon) =>
      [bbox[1], bbox[3]].map((lat) => fromLonLat(lon, lat)),
    );
    return [{ easts: around(corners, 0), norths: around(corners, 1) }];
  });
}

function around(points: readonly (readonly [number, number])[], axis: 0 | 1): Range {
  const values = points.map((point) => point[axis]);
  return [Math.min(...values) - AROUND_M, Math.max(...values) + AROUND_M];
}
