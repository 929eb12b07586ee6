import type { BBox, Position, Ring } from '../geometry/shapes.ts';
import {
  byZone,
  type CoordinateHints,
  type Evidence,
  type EvidenceCode,
  widthOf,
  zoneHint,
} from './evidence.ts';
import { type CrsGuess, guessesOf } from './guesses.ts';
import { CHINA, type NumberScale, numberScale } from './number-scale.ts';
import { placeRings, type Reading, readingFor } from './reading.ts';
import { cgcs2000Epsg, crsDefinition, type Datum, isComputable, zoneWidthOf } from './registry.ts';

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
  if (epsg === null)
    return question(zone === null ? 'crs-zone-missing' : 'crs-zone-invalid', { zone });
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
