import type { Position } from '../geometry/shapes.ts';
import { chance, noise } from './random.ts';
import { type Grid, type GridPolygon, METRES_EAST, METRES_NORTH, toGrid } from './units.ts';

export interface Band {
  readonly line: readonly Position[];
  readonly widthM: number;
  /** Sideways wandering as a share of each piece's length; 0 is straight. */
  readonly wander: number;
  readonly levels: number;
  readonly seed: number;
}

/** A river or canal as one polygon: its line made to wander, then widened to both sides. */
export function drawBand(band: Band): GridPolygon {
  const line = meander(band);
  const left: Grid[] = [];
  const right: Grid[] = [];
  line.forEach((here, i) => {
    const before = line[Math.max(0, i - 1)]!;
    const after = line[Math.min(line.length - 1, i + 1)]!;
    const east = (after[0] - before[0]) * METRES_EAST;
    const north = (after[1] - before[1]) * METRES_NORTH;
    const length = Math.sqrt(east * east + north * north);
    const half = (band.widthM / 2) * (1 + 0.35 * noise(here[0], here[1], 0.031, band.seed));
    const dx = ((north / length) * half) / METRES_EAST;
    const dy = ((-east / length) * half) / METRES_NORTH;
    right.push(toGrid([here[0] + dx, here[1] + dy]));
    left.push(toGrid([here[0] - dx, here[1] - dy]));
  });
  const ring = [...right, ...left.reverse()];
  return [[...ring, ring[0]!]];
}

function meander({ line, wander, levels, seed }: Band): Position[] {
  let current = line.map((place): Position => place);
  for (let level = 0; level < levels; level++) {
    const next: Position[] = [];
    for (let i = 0; i + 1 < current.length; i++) {
      const a = current[i]!;
      const b = current[i + 1]!;
      const aside = (chance(i, level, seed) * 2 - 1) * wander;
      const east = (b[0] - a[0]) * METRES_EAST;
      const north = (b[1] - a[1]) * METRES_NORTH;
      next.push(a, [
        (a[0] + b[0]) / 2 + (aside * north) / METRES_EAST,
        (a[1] + b[1]) / 2 - (aside * east) / METRES_NORTH,
      ]);
    }
    next.push(current[current.length - 1]!);
    current = next;
  }
  return current;
}
