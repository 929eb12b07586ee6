import type { DemoFacts } from './facts.ts';
import type { HexLand } from './hex-land.ts';
import { cellCentre } from './hex-mesh.ts';
import { outlineCells } from './hex-regions.ts';
import type { ReserveCells } from './reserves.ts';
import type { Hill } from './site.ts';
import type { GridPolygon } from './units.ts';

export interface RedLinePatch {
  readonly polygon: GridPolygon;
  /** Index in `facts.counties`. */
  readonly county: number;
  readonly name: string;
  readonly kind: string;
}

/** Pieces of every wild side: 2^3. Reserves and cores use the same, so that their sides coincide. */
export const WILD_LEVELS = 3;

/** The red line's cells as patches, one for each connected part within a county. */
export function drawRedLine(options: {
  readonly facts: DemoFacts;
  readonly land: HexLand;
  readonly cells: ReadonlySet<number>;
  readonly reserves: readonly ReserveCells[];
  readonly hills: readonly Hill[];
}): RedLinePatch[] {
  const { facts, land, cells, reserves, hills } = options;
  const patches: RedLinePatch[] = [];
  facts.counties.forEach((county, index) => {
    const own = new Set([...cells].filter((cell) => land.countyOf(cell) === index));
    for (const { cells: group, polygon } of outlineCells(own, WILD_LEVELS)) {
      const reserve = reserves.find((item) => countIn(group, item.cells) * 2 > group.length);
      const name = reserve ? reserve.reserve.name.replace('自然保护区', '') : county.name;
      const kind = reserve ? '生物多样性维护' : kindOf(group);
      patches.push({ polygon, county: index, name: `${name}生态保护红线（示意）`, kind });
    }
  });
  const site = facts.counties.findIndex((county) => county.code === '640303');
  for (const hill of hills) {
    const name = `${facts.counties[site]!.name}生态保护红线（示意）`;
    patches.push({ polygon: hill.polygon, county: site, name, kind: hill.kind });
  }
  return patches;
}

function countIn(group: readonly number[], cells: ReadonlySet<number>): number {
  return group.reduce((sum, cell) => sum + (cells.has(cell) ? 1 : 0), 0);
}

/** What a patch is kept for, by where it lies: sand in the north and east, loess in the south. */
function kindOf(group: readonly number[]): string {
  const [lon, lat] = cellCentre(group[group.length >> 1]!);
  if (lat < 35.9) return '水源涵养';
  if (lat < 36.9) return '水土保持';
  return lon < 106 && lat < 37.4 ? '水土保持' : '防风固沙';
}
