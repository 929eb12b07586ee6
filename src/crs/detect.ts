import { type BBox, bboxesMeet, type Position, type Ring } from '../geometry/shapes.ts';
import { CHINA, type NumberScale, numberScale } from './number-scale.ts';
import { applyReading, placeRings, type Reading, readingFor } from './reading.ts';
import {
  cgcs2000Epsg,
  crsDefinition,
  type Datum,
  type GaussKrueger,
  isComputable,
  zoneWidthOf,
} from './registry.ts';

/** What the file says about its coordinates; null where it says nothing. */
export interface CoordinateHints {
  readonly epsg: number | null;
  readonly datum: Datum | null;
  readonly zoneWidth: 3 | 6 | null;
  readonly zone: number | null;
  /** Degrees. */
  readonly centralMeridian: number | null;
}

export const NO_HINTS: CoordinateHints = {
  epsg: null,
  datum: null,
  zoneWidth: null,
  zone: null,
  centralMeridian: null,
};

export type EvidenceCode =
  | 'crs-by-degrees'
  | 'crs-by-prefix'
  | 'crs-by-header'
  | 'crs-by-declared'
  | 'crs-by-chosen'
  | 'crs-as-zone'
  | 'crs-falls-at'
  | 'crs-swapped'
  | 'crs-prefix-replaced'
  | 'crs-outside-region'
  | 'crs-contradiction'
  | 'crs-zone-contradiction'
  | 'crs-width-contradiction'
  | 'crs-datum-missing'
  | 'crs-zone-missing'
  | 'err-crs-contradiction'
  | 'err-crs-datum'
  | 'err-crs-unsupported'
  | 'err-coordinates-unrecognised'
  | 'err-mixed-zones'
  | 'err-mixed-coordinates'
  | 'err-outside-china';

/** A reason or a refusal as a code and values; the words stand in `text/words/import.ts`. */
export interface Evidence {
  readonly code: EvidenceCode;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

export interface CrsGuess {
  readonly epsg: number;
  readonly reading: Reading;
  readonly evidence: readonly Evidence[];
  readonly likely: boolean;
  readonly bbox: BBox;
  readonly outline: readonly Position[];
}

export type CrsAnswer =
  | {
      readonly kind: 'known';
      readonly epsg: number;
      readonly how: 'declared' | 'detected' | 'chosen';
      readonly reading: Reading;
      readonly evidence: Evidence;
      readonly bbox: BBox;
    }
  | { readonly kind: 'question'; readonly problem: Evidence; readonly guesses: readonly CrsGuess[] }
  | { readonly kind: 'refused'; readonly reason: Evidence };

export interface DetectOptions {
  /** The user's own answer; wins over the file, but not over the numbers. */
  readonly chosen?: number | undefined;
  /** Extent of the layers, lon/lat: ranks the guesses. */
  readonly region?: BBox | undefined;
}

/** Guesses shown at most; those outside the region are cut first. */
const MOST_GUESSES = 6;

/**
 * Finds the coordinate system of rings (east first, as their format understands it) from what the file
 * says and what the numbers look like. A system is `known` only when both agree and the datum is named
 * (or lon/lat is given); otherwise a question with ranked guesses, or a refusal with its reason.
 */
export function detectCrs(
  rings: readonly Ring[],
  hints: CoordinateHints,
  { chosen, region }: DetectOptions = {},
): CrsAnswer {
  const numbers = commonScale(rings);
  if ('code' in numbers) return { kind: 'refused', reason: numbers };
  const first = rings[0]![0]!;
  const answer =
    chosen === undefined
      ? fromFile(rings, numbers, hints, region)
      : named(rings, numbers, chosen, 'chosen', hints);
  if (answer.kind !== 'known') return answer;
  if (bboxInside(answer.bbox, CHINA)) return answer;
  const [lon, lat] = [answer.bbox[0], answer.bbox[1]];
  const params = { lon, lat, x: first[0], y: first[1], epsg: answer.epsg };
  return { kind: 'refused', reason: { code: 'err-outside-china', params } };
}

function fromFile(
  rings: readonly Ring[],
  numbers: NumberScale,
  hints: CoordinateHints,
  region: BBox | undefined,
): CrsAnswer {
  if (hints.epsg !== null) {
    const answer = named(rings, numbers, hints.epsg, 'declared', hints);
    if (answer.kind !== 'refused' || answer.reason.code !== 'err-crs-contradiction') return answer;
    const guesses = guessesOf(rings, numbers, hints, region);
    return { kind: 'question', problem: { ...answer.reason, code: 'crs-contradiction' }, guesses };
  }
  if (hints.datum === 'xian80' || hints.datum === 'beijing54') {
    return refusedDatum(hints.datum, null);
  }
  const first = rings[0]![0]!;
  const east = numbers.swapped ? first[1] : first[0];
  switch (numbers.scale) {
    case 'degrees': {
      if (!numbers.inChina) {
        const params = { lon: first[0], lat: first[1], x: first[0], y: first[1], epsg: 4490 };
        return { kind: 'refused', reason: { code: 'err-outside-china', params } };
      }
      const reading = { swapped: numbers.swapped, addEastM: 0 };
      const how = hints.datum === null ? 'detected' : 'declared';
      return known(rings, 4490, how, reading, { code: 'crs-by-degrees', params: {} });
    }
    case 'unknown':
      return {
        kind: 'refused',
        reason: { code: 'err-coordinates-unrecognised', params: { x: first[0], y: first[1] } },
      };
    default:
      break;
  }
  const zone = zoneHint(hints, numbers);
  const question = (code: EvidenceCode, params: Evidence['params']): CrsAnswer => ({
    kind: 'question',
    problem: { code, params: { easting: east, ...params } },
    guesses: guessesOf(rings, numbers, hints, region),
  });
  if (numbers.scale === 'prefixed') {
    if (zone !== null && zone !== numbers.zone) {
      return question('crs-zone-contradiction', { expected: zone, says: numbers.zone });
    }
    const width = zoneWidthOf(numbers.zone)!;
    if (hints.zoneWidth !== null && hints.zoneWidth !== width) {
      return question('crs-width-contradiction', { width: hints.zoneWidth, zone: numbers.zone });
    }
    if (hints.datum === null) return question('crs-datum-missing', { zone: numbers.zone });
    const epsg = cgcs2000Epsg(width, numbers.zone, true)!;
    const reading = { swapped: numbers.swapped, addEastM: 0 };
    return known(rings, epsg, 'declared', reading, byZone('crs-by-prefix', epsg, east));
  }
  const epsg = zone === null ? null : cgcs2000Epsg(widthOf(hints, zone), zone, false);
  if (epsg === null) return question('crs-zone-missing', { datum: hints.datum });
  if (hints.datum === null) return question('crs-datum-missing', { zone });
  const reading = { swapped: numbers.swapped, addEastM: 0 };
  return known(rings, epsg, 'declared', reading, byZone('crs-by-header', epsg, east));
}

/** A system that somebody named by its code: the file, or the user. */
function named(
  rings: readonly Ring[],
  numbers: NumberScale,
  epsg: number,
  how: 'declared' | 'chosen',
  hints: CoordinateHints,
): CrsAnswer {
  const definition = crsDefinition(epsg);
  if (!definition)
    return { kind: 'refused', reason: { code: 'err-crs-unsupported', params: { epsg } } };
  if (!isComputable(definition)) return refusedDatum(definition.datum, epsg);
  if (how === 'chosen' && (hints.datum === 'xian80' || hints.datum === 'beijing54')) {
    return refusedDatum(hints.datum, epsg);
  }
  // The zone in front of the numbers may be overruled only by a user who agrees with the file's header.
  const trustZone =
    how === 'chosen' &&
    definition.kind === 'gauss-krueger' &&
    zoneHint(hints, numbers) === definition.zone;
  const reading = readingFor(definition, numbers, trustZone);
  const first = rings[0]![0]!;
  if (!reading) {
    const params = { epsg, x: first[0], y: first[1] };
    return { kind: 'refused', reason: { code: 'err-crs-contradiction', params } };
  }
  return known(rings, epsg, how, reading, { code: `crs-by-${how}` as const, params: { epsg } });
}

function known(
  rings: readonly Ring[],
  epsg: number,
  how: 'declared' | 'detected' | 'chosen',
  reading: Reading,
  evidence: Evidence,
): CrsAnswer {
  const { bbox } = placeRings(rings, epsg, reading);
  return { kind: 'known', epsg, how, reading, evidence, bbox };
}

function refusedDatum(datum: Datum, epsg: number | null): CrsAnswer {
  return { kind: 'refused', reason: { code: 'err-crs-datum', params: { datum, epsg } } };
}

/** Every system in which the numbers make sense, the file's own words first, then by place. */
function guessesOf(
  rings: readonly Ring[],
  numbers: NumberScale,
  hints: CoordinateHints,
  region: BBox | undefined,
): CrsGuess[] {
  const codes = new Set<number>();
  const zone = zoneHint(hints, numbers);
  const add = (epsg: number | null) => {
    if (epsg !== null) codes.add(epsg);
  };
  if (numbers.scale === 'degrees' && numbers.inChina) add(4490);
  if (numbers.scale === 'prefixed') {
    add(cgcs2000Epsg(zoneWidthOf(numbers.zone)!, numbers.zone, true));
    if (zone !== null) add(cgcs2000Epsg(widthOf(hints, zone), zone, true));
  }
  if (numbers.scale === 'plain') {
    if (zone !== null) add(cgcs2000Epsg(widthOf(hints, zone), zone, false));
    // A 6° zone has the meridian of a 3° zone, so these are all the places there are.
    else for (let each = 25; each <= 45; each++) add(cgcs2000Epsg(3, each, false));
  }
  const guesses = [...codes].map((epsg) => guess(rings, numbers, epsg, region));
  const inside = (one: CrsGuess) => region !== undefined && bboxesMeet(one.bbox, region);
  const ranked = region
    ? guesses.sort((a, b) => distanceTo(a.bbox, region) - distanceTo(b.bbox, region))
    : guesses;
  const alone = region ? ranked.filter(inside).length === 1 : ranked.length === 1;
  return (
    region ? ranked.slice(0, Math.max(MOST_GUESSES, ranked.filter(inside).length)) : ranked
  ).map((one) => ({ ...one, likely: alone && (!region || inside(one)) }));
}

function guess(
  rings: readonly Ring[],
  numbers: NumberScale,
  epsg: number,
  region: BBox | undefined,
): CrsGuess {
  const definition = crsDefinition(epsg)!;
  const reading = readingFor(definition, numbers, true)!;
  const { bbox, outline } = placeRings(rings, epsg, reading);
  const first = rings[0]![0]!;
  const evidence: Evidence[] = [
    definition.kind === 'geographic'
      ? { code: 'crs-by-degrees', params: {} }
      : byZone('crs-as-zone', epsg, applyReading(first, reading)[0]),
    { code: 'crs-falls-at', params: { lon: bbox[0], lat: bbox[1] } },
  ];
  if (numbers.swapped) evidence.push({ code: 'crs-swapped', params: {} });
  if (reading.addEastM !== 0 && numbers.scale === 'prefixed') {
    evidence.push({ code: 'crs-prefix-replaced', params: { zone: numbers.zone } });
  }
  if (region && !bboxesMeet(bbox, region)) {
    evidence.push({ code: 'crs-outside-region', params: {} });
  }
  return { epsg, reading, evidence, likely: false, bbox, outline };
}

function byZone(code: EvidenceCode, epsg: number, easting: number): Evidence {
  const { zone, centralMeridian } = crsDefinition(epsg) as GaussKrueger;
  return { code, params: { easting, zone, cm: centralMeridian } };
}

function zoneHint(hints: CoordinateHints, numbers: NumberScale): number | null {
  if (hints.zone !== null) return hints.zone;
  if (hints.centralMeridian === null) return null;
  const width = hints.zoneWidth ?? (numbers.scale === 'prefixed' ? zoneWidthOf(numbers.zone) : 3);
  const zone = width === 6 ? (hints.centralMeridian + 3) / 6 : hints.centralMeridian / 3;
  return Number.isInteger(zone) ? zone : null;
}

function widthOf(hints: CoordinateHints, zone: number): 3 | 6 {
  return hints.zoneWidth ?? zoneWidthOf(zone) ?? 3;
}

/** The scale all points share, or the first point that does not fit the others. */
function commonScale(rings: readonly Ring[]): NumberScale | Evidence {
  let common: NumberScale | null = null;
  let first: Position | null = null;
  for (const at of rings.flat()) {
    const scale = numberScale(at[0], at[1]);
    if (!common || !first) {
      common = scale;
      first = at;
      continue;
    }
    if (scale.scale === 'prefixed' && common.scale === 'prefixed' && scale.zone !== common.zone) {
      const params = { zone: common.zone, other: scale.zone, value: scale.swapped ? at[1] : at[0] };
      return { code: 'err-mixed-zones', params };
    }
    if (scale.scale !== common.scale || scale.swapped !== common.swapped) {
      const params = { x: at[0], y: at[1], firstX: first[0], firstY: first[1] };
      return { code: 'err-mixed-coordinates', params };
    }
  }
  return common ?? { scale: 'unknown', swapped: false };
}

function bboxInside(inner: BBox, outer: BBox): boolean {
  return (
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
  );
}

/** Degrees between the middles of two boxes; for ranking alone. */
function distanceTo(box: BBox, region: BBox): number {
  return Math.hypot(
    box[0] + box[2] - region[0] - region[2],
    box[1] + box[3] - region[1] - region[3],
  );
}
