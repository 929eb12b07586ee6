import type { BBox, Position, Ring } from '../geometry/shapes.ts';
import type { SevenParameters } from './datum-shift.ts';
import {
  byZone,
  type CoordinateHints,
  type Evidence,
  type EvidenceCode,
  widthOf,
  zoneHint,
} from './evidence.ts';
import { type CrsGuess, guessesOf } from './guesses.ts';
import {
  CHINA,
  isLocalGrid,
  isWebMercator,
  type NumberScale,
  numberScale,
} from './number-scale.ts';
import { placeRings, type Reading, readingFor } from './reading.ts';
import {
  crsDefinition,
  type Datum,
  degreesEpsg,
  isComputable,
  isLocalDatum,
  type LocalDatum,
  zoneEpsg,
  zoneWidthOf,
} from './registry.ts';
import type { Corrections } from './transform.ts';

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
  /** A local datum: computed as soon as seven parameters are given. */
  | { readonly kind: 'datum'; readonly datum: LocalDatum; readonly epsg: number | null }
  | { readonly kind: 'refused'; readonly reason: Evidence };

export interface DetectOptions {
  /** The user's own answer; wins over the file, but not over the numbers. */
  readonly chosen?: number | undefined;
  /** Extent of the layers, lon/lat: ranks the guesses. */
  readonly region?: BBox | undefined;
  readonly datumShift?: SevenParameters | undefined;
  readonly internetMap?: Corrections['internetMap'];
}

/** Everything that a decision looks at. */
interface Asked {
  readonly rings: readonly Ring[];
  readonly numbers: NumberScale;
  readonly hints: CoordinateHints;
  readonly region: BBox | undefined;
  readonly corrections: Corrections;
}

/**
 * Finds the coordinate system of rings (east first, as their format understands it) from what the file
 * says and what the numbers look like. A system is `known` only when both agree and the datum is named
 * (or lon/lat is given); otherwise a question with ranked guesses, or a refusal with its reason.
 */
export function detectCrs(
  rings: readonly Ring[],
  hints: CoordinateHints,
  { chosen, region, datumShift, internetMap }: DetectOptions = {},
): CrsAnswer {
  const numbers = commonScale(rings);
  if ('code' in numbers) return { kind: 'refused', reason: numbers };
  const first = rings[0]![0]!;
  const corrections = { datumShift, internetMap };
  const asked = { rings, numbers, hints, region, corrections };
  const answer = chosen === undefined ? fromFile(asked) : named(asked, chosen, 'chosen');
  if (answer.kind !== 'known') return answer;
  if (bboxInside(answer.bbox, CHINA)) return answer;
  const [lon, lat] = [answer.bbox[0], answer.bbox[1]];
  const params = { lon, lat, x: first[0], y: first[1], epsg: answer.epsg };
  return { kind: 'refused', reason: { code: 'err-outside-china', params } };
}

function fromFile(asked: Asked): CrsAnswer {
  const { rings, numbers, hints } = asked;
  if (hints.epsg !== null) {
    const answer = named(asked, hints.epsg, 'declared');
    if (answer.kind !== 'refused' || !CONTRADICTIONS.has(answer.reason.code)) return answer;
    return question(asked, QUESTION_OF[answer.reason.code]!, answer.reason.params);
  }
  const datum = hints.datum ?? 'cgcs2000';
  const [x, y] = rings[0]![0]!;
  const east = numbers.swapped ? y : x;
  const reading = { swapped: numbers.swapped, addEastM: 0 };
  switch (numbers.scale) {
    case 'degrees': {
      if (!numbers.inChina) {
        const params = { lon: x, lat: y, x, y, epsg: 4490 };
        return { kind: 'refused', reason: { code: 'err-outside-china', params } };
      }
      const epsg = isLocalDatum(datum) ? degreesEpsg(datum) : 4490;
      const how = hints.datum === null ? 'detected' : 'declared';
      return known(asked, epsg, how, reading, { code: 'crs-by-degrees', params: { datum } });
    }
    case 'unknown':
      return { kind: 'refused', reason: { code: unknownCode(x, y), params: { x, y } } };
    default:
      break;
  }
  const zone = zoneHint(hints, numbers);
  const ask = (code: EvidenceCode, params: Evidence['params']): CrsAnswer =>
    question(asked, code, { easting: east, ...params });
  if (numbers.scale === 'prefixed') {
    if (zone !== null && zone !== numbers.zone) {
      return ask('crs-zone-contradiction', { expected: zone, says: numbers.zone });
    }
    const width = zoneWidthOf(numbers.zone)!;
    if (hints.zoneWidth !== null && hints.zoneWidth !== width) {
      return ask('crs-width-contradiction', { width: hints.zoneWidth, zone: numbers.zone });
    }
    if (hints.datum === null) return ask('crs-datum-missing', { zone: numbers.zone });
    const epsg = zoneEpsg(planeDatum(datum), width, numbers.zone, true)!;
    return known(asked, epsg, 'declared', reading, byZone('crs-by-prefix', epsg, east));
  }
  const epsg =
    zone === null ? null : zoneEpsg(planeDatum(datum), widthOf(hints, zone), zone, false);
  if (epsg === null) return ask(zone === null ? 'crs-zone-missing' : 'crs-zone-invalid', { zone });
  if (hints.datum === null) return ask('crs-datum-missing', { zone });
  return known(asked, epsg, 'declared', reading, byZone('crs-by-header', epsg, east));
}

function question(asked: Asked, code: EvidenceCode, params: Evidence['params']): CrsAnswer {
  const { hints } = asked;
  // Before the parameters are there no place of a local datum can be shown.
  if (isLocalDatum(hints.datum) && !asked.corrections.datumShift) {
    return { kind: 'datum', datum: hints.datum, epsg: null };
  }
  const guesses = guessesOf(asked.rings, asked.numbers, hints, asked.region, asked.corrections);
  return { kind: 'question', problem: { code, params }, guesses };
}

/** WGS 84 has no Gauss-Krüger zones of its own: those of CGCS2000 are meant. */
export function planeDatum(datum: Datum): Datum {
  return datum === 'wgs84' ? 'cgcs2000' : datum;
}

/** What a contradiction with the file's own code asks. */
const QUESTION_OF: Partial<Record<EvidenceCode, EvidenceCode>> = {
  'err-crs-contradiction': 'crs-contradiction',
  'err-degrees-not-metres': 'crs-degrees-not-metres',
  'err-metres-not-degrees': 'crs-metres-not-degrees',
};
const CONTRADICTIONS: ReadonlySet<EvidenceCode> = new Set(
  Object.keys(QUESTION_OF) as EvidenceCode[],
);

/** A system that somebody named by its code: the file, or the user. */
function named(asked: Asked, epsg: number, how: 'declared' | 'chosen'): CrsAnswer {
  const { rings, numbers, hints } = asked;
  const definition = crsDefinition(epsg);
  if (!definition)
    return { kind: 'refused', reason: { code: 'err-crs-unsupported', params: { epsg } } };
  if (how === 'chosen' && isLocalDatum(hints.datum) && hints.datum !== definition.datum) {
    return { kind: 'datum', datum: hints.datum, epsg: null };
  }
  // The zone in front of the numbers may be overruled only by a user who agrees with the file's header.
  const trustZone =
    how === 'chosen' &&
    definition.kind === 'gauss-krueger' &&
    zoneHint(hints, numbers) === definition.zone;
  const reading = readingFor(definition, numbers, trustZone);
  if (!reading) {
    const [x, y] = rings[0]![0]!;
    return { kind: 'refused', reason: { code: clash(numbers, epsg), params: { epsg, x, y } } };
  }
  return known(asked, epsg, how, reading, { code: `crs-by-${how}` as const, params: { epsg } });
}

/** Degrees named as metres, metres named as degrees, or another zone than the one named. */
function clash(numbers: NumberScale, epsg: number): EvidenceCode {
  const isPlane = crsDefinition(epsg)?.kind === 'gauss-krueger';
  if (numbers.scale === 'degrees' && isPlane) return 'err-degrees-not-metres';
  const isMetres = numbers.scale === 'prefixed' || numbers.scale === 'plain';
  return isMetres && !isPlane ? 'err-metres-not-degrees' : 'err-crs-contradiction';
}

/** What numbers look like that are neither degrees nor in a zone. */
function unknownCode(x: number, y: number): EvidenceCode {
  if (isWebMercator(x, y)) return 'err-web-mercator';
  return isLocalGrid(x, y) ? 'err-local-grid' : 'err-coordinates-unrecognised';
}

function known(
  asked: Asked,
  epsg: number,
  how: 'declared' | 'detected' | 'chosen',
  reading: Reading,
  evidence: Evidence,
): CrsAnswer {
  const definition = crsDefinition(epsg)!;
  const { datum } = definition;
  if (!isComputable(definition) && isLocalDatum(datum) && !asked.corrections.datumShift) {
    return { kind: 'datum', datum, epsg };
  }
  const { bbox } = placeRings(asked.rings, epsg, reading, asked.corrections);
  return { kind: 'known', epsg, how, reading, evidence, bbox };
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
