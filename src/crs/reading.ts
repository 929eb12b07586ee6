import type { BBox, Position, Ring } from '../geometry/shapes.ts';
import type { NumberScale } from './number-scale.ts';
import type { CrsDefinition } from './registry.ts';
import { type Corrections, transformOf } from './transform.ts';

/** How the numbers of a file become east and north (lon and lat) of a system. */
export interface Reading {
  readonly swapped: boolean;
  /** Added to every easting: a zone number that is missing, or one that is not wanted. Metres. */
  readonly addEastM: number;
}

export function applyReading([x, y]: Position, { swapped, addEastM }: Reading): Position {
  return swapped ? [y + addEastM, x] : [x + addEastM, y];
}

/**
 * How numbers of this scale are read in that system, or null when they contradict it (degrees in a
 * plane, another zone's number in front). `trustZone` lets the system win over the zone number.
 */
export function readingFor(
  definition: CrsDefinition,
  numbers: NumberScale,
  trustZone: boolean,
): Reading | null {
  const { swapped } = numbers;
  if (definition.kind === 'geographic') {
    return numbers.scale === 'degrees' ? { swapped, addEastM: 0 } : null;
  }
  const prefix = definition.prefixed ? definition.zone * 1_000_000 : 0;
  switch (numbers.scale) {
    case 'degrees':
      return null;
    case 'plain':
      return { swapped, addEastM: prefix };
    case 'prefixed':
      if (numbers.zone !== definition.zone && !trustZone) return null;
      return { swapped, addEastM: prefix - numbers.zone * 1_000_000 };
    case 'unknown':
      return { swapped, addEastM: 0 };
  }
}

/** Points of an outline at most: it is drawn as a ghost, not measured. */
const OUTLINE_POINTS = 1000;

/**
 * Where rings would lie: bounding box of all (to some centimetres, from the sides of their box in the
 * plane), and the course of the first, thinned where it is long.
 */
export function placeRings(
  rings: readonly Ring[],
  epsg: number,
  reading: Reading,
  corrections?: Corrections,
): { bbox: BBox; outline: Position[] } {
  const { identity, toLonLat } = transformOf(epsg, corrections);
  const lonLat = (at: Position) => toLonLat(...at);
  const read = rings.map((ring) => ring.map((at) => applyReading(at, reading)));
  const box = boxOf(read.flat());
  const first = read[0] ?? [];
  const stride = Math.ceil(first.length / OUTLINE_POINTS);
  const outline = first.filter((_, i) => i % stride === 0 || i === first.length - 1).map(lonLat);
  return { bbox: identity ? box : boxOf(sidesOf(box).map(lonLat)), outline };
}

/** Points along the sides of a box: its image in lon/lat has bent sides. */
function sidesOf([west, south, east, north]: BBox): Position[] {
  const steps = 8;
  return Array.from({ length: steps + 1 }, (_, i): Position[] => {
    const x = west + ((east - west) * i) / steps;
    const y = south + ((north - south) * i) / steps;
    return [
      [x, south],
      [x, north],
      [west, y],
      [east, y],
    ];
  }).flat();
}

function boxOf(points: readonly Position[]): BBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}
