import type { Position } from '../geometry/shapes.ts';
import { signedAreaM2 } from './area.ts';
import { shareOut } from './counties.ts';
import type { DemoFacts } from './facts.ts';
import { CELL_COUNT, cellAt, cellCentre, corner, drawnSide, isRim, sidesOf } from './hex-mesh.ts';
import { isInside, toLonLat } from './units.ts';

/** The cells of the honeycomb that lie in the region, with size and county. */
export interface HexLand {
  /** Cells whose middle lies inside the rough outline. */
  readonly cells: readonly number[];
  /** Of these the ones with all six corners inside. */
  readonly inner: ReadonlySet<number>;
  readonly areaM2: (cell: number) => number;
  /** Index in `facts.counties`; -1 outside the region. */
  readonly countyOf: (cell: number) => number;
  /** The county whose drawn area a place lies in; -1 outside all of them. */
  readonly countyAt: (place: Position) => number;
}

/** Pieces of a county's sides: 2^1. */
export const COUNTY_LEVELS = 1;

/** One cell in so many is weighed when counties are shared out. */
const SAMPLED = 7;

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
  const samples = cells
    .filter((_, i) => i % SAMPLED === 0)
    .map((cell) => ({ place: cellCentre(cell), areaM2: areas[cell]! }));
  const share = shareOut(samples, facts.counties);
  const county = new Int16Array(CELL_COUNT).fill(-1);
  for (const cell of cells) county[cell] = share(cellCentre(cell));
  const drawn = new Map<number, Position[]>();
  return {
    cells,
    inner,
    areaM2: (cell) => areas[cell]!,
    countyOf: (cell) => county[cell]!,
    countyAt: (place) => county[cellUnder(place, county, drawn)]!,
  };
}

/** The cell a place lies in; drawn sides tell, but only where the nearest cell's county ends. */
function cellUnder(place: Position, county: Int16Array, drawn: Map<number, Position[]>): number {
  const nearest = cellAt(place);
  if (isRim(nearest)) return nearest;
  const around = sidesOf(nearest).map(({ neighbour }) => neighbour);
  if (around.every((cell) => county[cell] === county[nearest])) return nearest;
  const covers = (cell: number): boolean => {
    if (isRim(cell)) return false;
    const ring = drawn.get(cell) ?? drawnRing(cell);
    drawn.set(cell, ring);
    return isInside(place, ring);
  };
  return [nearest, ...around].find(covers) ?? nearest;
}

function drawnRing(cell: number): Position[] {
  const places = sidesOf(cell).flatMap((side) => drawnSide(cell, side, COUNTY_LEVELS));
  return [...places, places[0]!].map(toLonLat);
}
