import type { BBox, Position } from '../geometry/shapes.ts';
import { isInChina, numberScale } from './number-scale.ts';
import { type Ordinate, readTypedOrdinate } from './ordinate-text.ts';
import { centralMeridian, cgcs2000Epsg, degreesEpsg, zoneWidthOf } from './registry.ts';
import { transformOf } from './transform.ts';

/** One place that a typed text may mean, taken as CGCS2000. */
export interface PlaceReading {
  readonly lonLat: Position;
  /** East and north as decimal numbers. */
  readonly east: string;
  readonly north: string;
  /** Systems in which the numbers are this place: a 6° zone has the meridian of a 3° zone. */
  readonly epsg: readonly number[];
  /** The north was written first. */
  readonly swapped: boolean;
  /** Lies where the layers are. */
  readonly inside: boolean;
}

/** Longer texts are no place. */
const MOST_CHARACTERS = 120;
/** Places outside the layers that are offered beside those inside. */
const MOST_OUTSIDE = 3;
/** Degrees around the layers that still count as there. */
const AROUND = 0.05;

/**
 * The places that a pair of numbers may be: degrees in any notation, or zone coordinates with or without
 * the zone's number, in either order. What the numbers leave open is offered, nearest first; nothing is
 * chosen. Empty where the text is no pair of coordinates.
 *
 * @param region where the layers are
 */
export function placesIn(text: string, region: BBox): PlaceReading[] {
  const found = new Map<string, PlaceReading>();
  for (const [first, second] of pairsIn(text)) {
    for (const reading of [
      ...inDegrees(first, second, region),
      ...inMetres(first, second, region),
    ]) {
      const key = reading.lonLat.join();
      if (!found.has(key)) found.set(key, reading);
    }
  }
  const middle: Position = [(region[0] + region[2]) / 2, (region[1] + region[3]) / 2];
  const ranked = [...found.values()].sort(
    (a, b) => distance(a.lonLat, middle) - distance(b.lonLat, middle),
  );
  const outside = ranked.filter(({ inside }) => !inside).slice(0, MOST_OUTSIDE);
  return [...ranked.filter(({ inside }) => inside), ...outside];
}

/** Every way to read a text as two ordinates. */
function pairsIn(text: string): [Ordinate, Ordinate][] {
  const whole = text.trim();
  if (whole.length > MOST_CHARACTERS) return [];
  const found = new Map<string, [Ordinate, Ordinate]>();
  for (let at = 1; at < whole.length; at++) {
    const left = whole.slice(0, at);
    const right = whole.slice(at);
    if (/[\d.．]$/.test(left) && /^[\d.．]/.test(right)) continue;
    const first = readTypedOrdinate(left.replace(/[\s,，;；、/|]+$/, ''));
    const second = first && readTypedOrdinate(right.replace(/^[\s,，;；、/|]+/, ''));
    if (first && second) found.set(`${first.text} ${second.text}`, [first, second]);
  }
  return [...found.values()];
}

function inDegrees(first: Ordinate, second: Ordinate, region: BBox): PlaceReading[] {
  const ordered = [
    { lon: first, lat: second, swapped: false },
    { lon: second, lat: first, swapped: true },
  ].filter(({ lon, lat }) => lon.axis !== 'north' && lat.axis !== 'east');
  const readings = ordered.flatMap(({ lon, lat, swapped }): PlaceReading[] => {
    const at: Position = [Number(lon.text), Number(lat.text)];
    if (Math.abs(at[0]) > 180 || Math.abs(at[1]) > 90) return [];
    return [reading(at, lon, lat, [degreesEpsg('cgcs2000')], swapped, region)];
  });
  // no pair of numbers is in China in both orders
  const here = readings.filter(({ lonLat }) => isInChina(lonLat));
  return here.length > 0 ? here : readings;
}

function inMetres(first: Ordinate, second: Ordinate, region: BBox): PlaceReading[] {
  const numbers = numberScale(Number(first.text), Number(second.text));
  if (numbers.scale !== 'prefixed' && numbers.scale !== 'plain') return [];
  const { swapped } = numbers;
  const [east, north] = swapped ? [second, first] : [first, second];
  const systems =
    numbers.scale === 'prefixed'
      ? [[cgcs2000Epsg(zoneWidthOf(numbers.zone)!, numbers.zone, true)!]]
      : plainSystems();
  return systems.map((epsg) => {
    const at = transformOf(epsg[0]!).toLonLat(Number(east.text), Number(north.text));
    return reading(at, east, north, epsg, swapped, region);
  });
}

/** Zones without a number in front, by their meridian. */
function plainSystems(): number[][] {
  return Array.from({ length: 21 }, (_, i) => {
    const wide = (centralMeridian(3, 25 + i) + 3) / 6;
    const code = cgcs2000Epsg(6, wide, false);
    return [cgcs2000Epsg(3, 25 + i, false)!, ...(code === null ? [] : [code])];
  });
}

function reading(
  lonLat: Position,
  east: Ordinate,
  north: Ordinate,
  epsg: readonly number[],
  swapped: boolean,
  [west, south, eastern, northern]: BBox,
): PlaceReading {
  const [lon, lat] = lonLat;
  const inside =
    lon >= west - AROUND &&
    lon <= eastern + AROUND &&
    lat >= south - AROUND &&
    lat <= northern + AROUND;
  return { lonLat, east: east.text, north: north.text, epsg, swapped, inside };
}

/** Degrees; for ranking alone. */
function distance([x, y]: Position, [mx, my]: Position): number {
  return Math.hypot(x - mx, y - my);
}
