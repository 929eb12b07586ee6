import { signedAreaM2 } from './area.ts';
import type { County, DemoFacts } from './facts.ts';
import { CELL_COUNT, cellCentre, corner, isRim, sidesOf } from './hex-mesh.ts';
import { isInside, metresBetween, toLonLat } from './units.ts';

/** The cells of the honeycomb that lie in the region, with size and county. */
export interface HexLand {
  /** Cells whose middle lies inside the rough outline. */
  readonly cells: readonly number[];
  /** Of these the ones with all six corners inside. */
  readonly inner: ReadonlySet<number>;
  readonly areaM2: (cell: number) => number;
  readonly countyOf: (cell: number) => number;
}

export function createHexLand(facts: DemoFacts): HexLand {
  const cells: number[] = [];
  const inner = new Set<number>();
  const areas = new Float64Array(CELL_COUNT);
  for (let cell = 0; cell < CELL_COUNT; cell++) {
    if (isRim(cell) || !isInside(cellCentre(cell), facts.outline)) continue;
    cells.push(cell);
    const ring = sidesOf(cell).map((side) => corner(side.from));
    areas[cell] = signedAreaM2(ring);
    if (ring.every((place) => isInside(toLonLat(place), facts.outline))) inner.add(cell);
  }
  const county = shareOut(cells, areas, facts.counties);
  return { cells, inner, areaM2: (cell) => areas[cell]!, countyOf: (cell) => county[cell]! };
}

const ROUNDS = 70;

/**
 * Gives every cell to a county: the nearest seat, each seat's distance shortened or lengthened until
 * the counties have about their known sizes. A schematic share, not an administrative boundary.
 */
function shareOut(
  cells: readonly number[],
  areas: Float64Array,
  counties: readonly County[],
): Int16Array {
  const squares = counties.map((county) =>
    Float64Array.from(cells, (cell) => {
      const metres = metresBetween(cellCentre(cell), county.seat);
      return metres * metres;
    }),
  );
  const known = counties.reduce((sum, county) => sum + county.areaKm2, 0);
  const total = cells.reduce((sum, cell) => sum + areas[cell]!, 0);
  const weights = counties.map((county) => (county.areaKm2 * 1e6) / 3);
  const owner = new Int16Array(areas.length).fill(-1);
  for (let round = 0; round < ROUNDS; round++) {
    const sizes = counties.map(() => 0);
    cells.forEach((cell, i) => {
      let best = 0;
      let bestValue = Infinity;
      for (let k = 0; k < counties.length; k++) {
        const value = squares[k]![i]! - weights[k]!;
        if (value < bestValue) {
          bestValue = value;
          best = k;
        }
      }
      owner[cell] = best;
      sizes[best]! += areas[cell]!;
    });
    const pace = round < 40 ? 0.5 : 0.2;
    counties.forEach((county, k) => {
      weights[k]! += pace * ((county.areaKm2 / known) * total - sizes[k]!);
    });
  }
  return owner;
}
