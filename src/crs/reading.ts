import type { BBox, Position, Ring } from '../geometry/shapes.ts';
import type { NumberScale } from './number-scale.ts';
import type { CrsDefinition } from './registry.ts';
import { transformOf } from './transform.ts';

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

/** Where rings would lie: bounding box of all, and the course of the first. */
export function placeRings(
  rings: readonly Ring[],
  epsg: number,
  reading: Reading,
): { bbox: BBox; outline: Position[] } {
  const { toLonLat } = transformOf(epsg);
  const lonLat = (at: Position) => toLonLat(...applyReading(at, reading));
  let box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const at of ring) {
      const [lon, lat] = lonLat(at);
      box = [
        Math.min(box[0], lon),
        Math.min(box[1], lat),
        Math.max(box[2], lon),
        Math.max(box[3], lat),
      ];
    }
  }
  return { bbox: box, outline: (rings[0] ?? []).map(lonLat) };
}
