import { type BBox, bboxesMeet, type Position, type Ring } from '../geometry/shapes.ts';
import { byZone, type CoordinateHints, type Evidence, widthOf, zoneHint } from './evidence.ts';
import type { NumberScale } from './number-scale.ts';
import { applyReading, placeRings, type Reading, readingFor } from './reading.ts';
import { crsDefinition, degreesEpsg, isLocalDatum, zoneEpsg, zoneWidthOf } from './registry.ts';
import type { Corrections } from './transform.ts';

/** One answer that the numbers allow, with its reasons and its place. */
export interface CrsGuess {
  readonly epsg: number;
  readonly reading: Reading;
  readonly evidence: readonly Evidence[];
  readonly likely: boolean;
  readonly bbox: BBox;
  readonly outline: readonly Position[];
}

/** Guesses shown at most; those outside the region are cut first. */
const MOST_GUESSES = 6;

/** Every system in which the numbers make sense, the file's own words first, then by place. */
export function guessesOf(
  rings: readonly Ring[],
  numbers: NumberScale,
  hints: CoordinateHints,
  region: BBox | undefined,
  corrections?: Corrections,
): CrsGuess[] {
  const codes = new Set<number>();
  const zone = zoneHint(hints, numbers);
  const datum = isLocalDatum(hints.datum) ? hints.datum : 'cgcs2000';
  const add = (epsg: number | null) => {
    if (epsg !== null) codes.add(epsg);
  };
  if (numbers.scale === 'degrees' && numbers.inChina) add(degreesEpsg(datum));
  if (numbers.scale === 'prefixed') {
    add(zoneEpsg(datum, zoneWidthOf(numbers.zone)!, numbers.zone, true));
    if (zone !== null) add(zoneEpsg(datum, widthOf(hints, zone), zone, true));
  }
  if (numbers.scale === 'plain') {
    const named = zone === null ? null : zoneEpsg(datum, widthOf(hints, zone), zone, false);
    add(named);
    // A 6° zone has the meridian of a 3° zone, so these are all the places there are.
    if (named === null)
      for (let each = 25; each <= 45; each++) add(zoneEpsg(datum, 3, each, false));
  }
  const guesses = [...codes].map((epsg) => guess(rings, numbers, epsg, region, corrections));
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
  corrections: Corrections | undefined,
): CrsGuess {
  const definition = crsDefinition(epsg)!;
  const reading = readingFor(definition, numbers, true)!;
  const { bbox, outline } = placeRings(rings, epsg, reading, corrections);
  const first = rings[0]![0]!;
  const evidence: Evidence[] = [
    definition.kind === 'geographic'
      ? { code: 'crs-by-degrees', params: { datum: definition.datum } }
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

/** Degrees between the middles of two boxes; for ranking alone. */
function distanceTo(box: BBox, region: BBox): number {
  return Math.hypot(
    box[0] + box[2] - region[0] - region[2],
    box[1] + box[3] - region[1] - region[3],
  );
}
