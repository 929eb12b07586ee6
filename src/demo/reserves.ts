import type { DemoFacts, Reserve } from './facts.ts';
import type { HexLand } from './hex-land.ts';
import { cellCentre } from './hex-mesh.ts';
import { connectedCells } from './hex-regions.ts';
import { WILD } from './landforms.ts';
import { fractalNoise } from './random.ts';
import { nearestTown } from './towns.ts';
import { METRES_EAST, METRES_NORTH, metresToLine } from './units.ts';

export interface ReserveCells {
  readonly reserve: Reserve;
  readonly cells: ReadonlySet<number>;
  readonly core: ReadonlySet<number>;
}

/** Share of a reserve that its core takes. */
const CORE_SHARE = 0.4;

/**
 * Cells of the nature reserves: about the known hectares, inside the rough extent, along the mountain
 * where there is one. Cores are the cells farthest in, with a ring of other cells around them.
 */
export function placeReserves(facts: DemoFacts, land: HexLand): ReserveCells[] {
  const taken = new Set<number>();
  return facts.natureReserves.map((reserve, index) => {
    const [west, south, east, north] = reserve.roughExtent;
    const axis = WILD.find((form) => metresToLine(reserve.centre, form.line) < 6_000)?.line ?? null;
    const candidates = [...land.inner]
      .filter((cell) => {
        const [lon, lat] = cellCentre(cell);
        const inside = lon > west && lon < east && lat > south && lat < north;
        return inside && !taken.has(cell) && nearestTown([lon, lat], facts.counties).distance > 1.3;
      })
      .map((cell) => {
        const [lon, lat] = cellCentre(cell);
        const u = ((lon - reserve.centre[0]) / (east - west)) * 2;
        const v = ((lat - reserve.centre[1]) / (north - south)) * 2;
        const round = Math.sqrt(u * u + v * v);
        const span = Math.max((east - west) * METRES_EAST, (north - south) * METRES_NORTH);
        const depth = axis
          ? 0.4 * round + (0.6 * metresToLine([lon, lat], axis)) / (0.16 * span)
          : round;
        return { cell, depth: depth + 0.6 * fractalNoise(lon, lat, 0.09, 900 + index) };
      })
      .sort((a, b) => a.depth - b.depth || a.cell - b.cell);
    const cells = largest(take(candidates, land, reserve.roughHectares * 1e4));
    for (const cell of cells) taken.add(cell);
    const kept = candidates.filter(({ cell }) => cells.has(cell));
    return { reserve, cells, core: coreOf(kept, land, reserve.roughHectares * 1e4 * CORE_SHARE) };
  });
}

function coreOf(
  candidates: readonly { cell: number; depth: number }[],
  land: HexLand,
  areaM2: number,
): Set<number> {
  const core = take(candidates, land, areaM2);
  return new Set(
    connectedCells(core)
      .filter((group) => group.length > 4)
      .flat(),
  );
}

function take(candidates: readonly { cell: number }[], land: HexLand, areaM2: number): Set<number> {
  const cells = new Set<number>();
  let sum = 0;
  for (const { cell } of candidates) {
    if (sum >= areaM2) break;
    sum += land.areaM2(cell);
    cells.add(cell);
  }
  return cells;
}

function largest(cells: ReadonlySet<number>): Set<number> {
  const groups = connectedCells(cells).sort((a, b) => b.length - a.length);
  return new Set(groups[0]);
}
