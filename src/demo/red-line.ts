import type { Position } from '../geometry/shapes.ts';
import { type DemoFacts, RED_LINE_TARGET_M2 } from './facts.ts';
import type { HexLand } from './hex-land.ts';
import { cellCentre, sidesOf } from './hex-mesh.ts';
import { connectedCells } from './hex-regions.ts';
import { WATERED, WILD } from './landforms.ts';
import { fractalNoise } from './random.ts';
import { nearestTown } from './towns.ts';
import { metresToLine } from './units.ts';

/** Smaller patches go, smaller holes are filled (in cells of about 0.46 km²). */
const SMALLEST_PATCH = 12;
const SMALLEST_HOLE = 3;

export interface RedLineOptions {
  readonly facts: DemoFacts;
  readonly land: HexLand;
  /** Cells that must be inside: the reserves. */
  readonly always: ReadonlySet<number>;
  /** Cells that must stay outside: around what is drawn by hand. */
  readonly never: ReadonlySet<number>;
  readonly targetM2: number;
}

/** Cells of the red line: the wildest of the region, as many as the known area asks for. */
export function placeRedLine({
  facts,
  land,
  always,
  never,
  targetM2,
}: RedLineOptions): Set<number> {
  const ranked = [...land.inner]
    .filter((cell) => !always.has(cell) && !never.has(cell))
    .map((cell) => ({ cell, wild: wildness(cellCentre(cell), facts) }))
    .sort((a, b) => b.wild - a.wild || a.cell - b.cell);
  let low = 0;
  let high = ranked.length;
  let best = new Set<number>();
  while (low < high) {
    const count = (low + high) >> 1;
    best = tidy(
      new Set([...always, ...ranked.slice(0, count).map(({ cell }) => cell)]),
      always,
      never,
    );
    if (sizeOf(best, land) < targetM2) low = count + 1;
    else high = count;
  }
  return best;
}

export { RED_LINE_TARGET_M2 };

function sizeOf(cells: ReadonlySet<number>, land: HexLand): number {
  let sum = 0;
  for (const cell of cells) sum += land.areaM2(cell);
  return sum;
}

/** About 1 on a mountain, below 0 on watered land and in towns. */
function wildness(place: Position, facts: DemoFacts): number {
  let wild = 0;
  for (const { line, reachM, weight } of WILD) {
    wild = Math.max(wild, weight * (1 - metresToLine(place, line) / reachM));
  }
  let watered = 0;
  for (const { line, reachM, weight } of WATERED) {
    watered = Math.max(watered, weight * (1 - metresToLine(place, line) / (reachM * 0.8)));
  }
  const { distance } = nearestTown(place, facts.counties);
  const town = Math.max(0, 1.7 - distance);
  const [lon, lat] = place;
  return (
    wild -
    0.75 * watered -
    town +
    1.3 * fractalNoise(lon, lat, 0.34, 41) +
    0.95 * fractalNoise(lon, lat, 0.075, 42)
  );
}

function tidy(
  cells: Set<number>,
  always: ReadonlySet<number>,
  never: ReadonlySet<number>,
): Set<number> {
  for (const group of connectedCells(cells)) {
    if (group.length >= SMALLEST_PATCH || group.some((cell) => always.has(cell))) continue;
    for (const cell of group) cells.delete(cell);
  }
  const rim = new Set<number>();
  for (const cell of cells) {
    for (const { neighbour } of sidesOf(cell)) if (!cells.has(neighbour)) rim.add(neighbour);
  }
  for (const group of connectedCells(rim)) {
    if (group.length > SMALLEST_HOLE || group.some((cell) => never.has(cell))) continue;
    const enclosed = group.every((cell) =>
      sidesOf(cell).every(({ neighbour }) => cells.has(neighbour) || group.includes(neighbour)),
    );
    if (enclosed) for (const cell of group) cells.add(cell);
  }
  return cells;
}
