import type { Position } from '../geometry/shapes.ts';
import { polygonAreaM2 } from './area.ts';
import { type Band, drawBand } from './band.ts';
import type { County, DemoFacts } from './facts.ts';
import { goodness } from './goodness.ts';
import { createHexLand, type HexLand } from './hex-land.ts';
import { cellCentre } from './hex-mesh.ts';
import { type LandUse, placeLandUse, type UrbanPlot } from './land-use.ts';
import { STREAMS } from './landforms.ts';
import { Obstacles } from './obstacles.ts';
import { plotCounty } from './plot-county.ts';
import { cutPlots, type Guide, type Plot, type PlotOptions } from './plots.ts';
import { placeRedLine, RED_LINE_TARGET_M2 } from './red-line.ts';
import { drawRedLine, type RedLinePatch } from './red-line-patches.ts';
import { placeReserves, type ReserveCells } from './reserves.ts';
import { drawHills, SITE, SITE_CUTS } from './site.ts';
import { nearestTown } from './towns.ts';
import {
  type Grid,
  type GridPolygon,
  metresBetween,
  metresToLine,
  PER_DEGREE,
  toGrid,
} from './units.ts';
import { createWarp, unwarp } from './warp.ts';

export type Scale = 'county' | 'province';

export interface Region {
  readonly facts: DemoFacts;
  readonly land: HexLand;
  readonly reserves: readonly ReserveCells[];
  readonly redLine: readonly RedLinePatch[];
  readonly water: readonly { readonly name: string; readonly polygon: GridPolygon }[];
  readonly use: LandUse;
  /** The county area a place lies in; beyond them all, the county of the nearest town. */
  readonly countyAt: (place: Position) => County;
  readonly countyOf: (plot: Plot) => County;
  /** Plots of a county's towns: where two towns have grown together, the county areas part them. */
  readonly urbanOf: (county: County) => readonly UrbanPlot[];
}

/** Everything the layers show, placed so that the lines keep clear of each other. */
export function createRegion(facts: DemoFacts, scale: Scale): Region {
  const land = createHexLand(facts);
  const reserves = placeReserves(facts, land);
  const hills = drawHills();
  const hillsM2 = hills.reduce((sum, hill) => sum + polygonAreaM2(hill.polygon), 0);
  const redCells = placeRedLine({
    facts,
    land,
    always: new Set(reserves.flatMap(({ cells }) => [...cells])),
    never: new Set(land.cells.filter((cell) => metresBetween(cellCentre(cell), HILLS) < 6_800)),
    targetM2: RED_LINE_TARGET_M2 - hillsM2,
  });
  const redLine = drawRedLine({ facts, land, cells: redCells, reserves, hills });
  const water = drawWater(facts);

  const warp = createWarp(facts.yellowRiver);
  const siteOnSheet = unwarp(warp, toGrid(SITE));
  const siteShift: Grid = [
    siteOnSheet[0] - SITE[0] * PER_DEGREE,
    siteOnSheet[1] - SITE[1] * PER_DEGREE,
  ];
  const plots = cutPlots({
    sheet: { s0: 1_041_000_000, s1: 1_077_500_000, t0: 351_500_000, t1: 394_800_000 },
    warp,
    sizeAt: sizeOfPlots(facts, scale),
    guides: guidesAround(siteShift),
    seed: 5,
  });
  // each river by itself: where one enters another, or the red line, parity would cancel out
  const obstacles = [
    new Obstacles(redLine.map(({ polygon }) => polygon)),
    ...water.map(({ polygon }) => new Obstacles([polygon])),
  ];
  const use = placeLandUse({ facts, plots, warp, siteShift, obstacles });
  const countyAt = (place: Position): County => {
    return facts.counties[land.countyAt(place)] ?? nearestTown(place, facts.counties).county;
  };
  const countyOf = (plot: Plot): County => plotCounty(plot, warp, countyAt);
  const urban = groupBy(use.urban.values(), ({ plot }) => countyOf(plot));
  const urbanOf = (county: County): readonly UrbanPlot[] => urban.get(county) ?? [];
  return { facts, land, reserves, redLine, water, use, countyAt, countyOf, urbanOf };
}

function groupBy<K, T>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Middle of the hills drawn by hand; nothing else of the red line comes near them. */
const HILLS: Position = [106.107, 37.449];

const COUNTY_PLOT_M2 = 840_000;
const PROVINCE_PLOT_M2 = 27_500;
/** Below the goodness at which farmland ends, with room to spare. */
const FARMLAND_FLOOR = 0.42;

function sizeOfPlots(facts: DemoFacts, scale: Scale): PlotOptions['sizeAt'] {
  const largest = scale === 'county' ? COUNTY_PLOT_M2 : PROVINCE_PLOT_M2;
  const streams = STREAMS.map(({ line }) => line);
  return (place, spanM) => {
    if (spanM > 12_000) return largest;
    const site = Math.max(0, metresBetween(place, SITE) - 500);
    const siteSide = 82 + 0.2 * site;
    // land that never becomes farmland need not be cut into small parcels to find that out
    const parcel =
      scale === 'county' || goodness(place) > FARMLAND_FLOOR ? largest : COUNTY_PLOT_M2;
    let size = Math.min(parcel, siteSide * siteSide);
    const { distance } = nearestTown(place, facts.counties);
    if (distance < 1.5) size = Math.min(size, 60_000 + 700_000 * Math.max(0, distance - 1));
    const river = metresToLine(place, facts.yellowRiver);
    if (river < 2_000) size = Math.min(size, 130_000 + 320 * river);
    for (const line of streams) {
      if (metresToLine(place, line) < 500) size = Math.min(size, 220_000);
    }
    return size;
  };
}

function guidesAround(shift: Grid): Guide[] {
  return SITE_CUTS.map((cut) => {
    const [across, along] = cut.axis === 's' ? [shift[0], shift[1]] : [shift[1], shift[0]];
    return {
      axis: cut.axis,
      at: Math.round(cut.at * PER_DEGREE + across),
      from: cut.from * PER_DEGREE + along,
      to: cut.to * PER_DEGREE + along,
      roadM: cut.roadM,
    };
  });
}

/** Bends closer together than this would fold a band of the river's width. */
const RIVER_STEP_M = 4_500;

function drawWater(facts: DemoFacts): { name: string; polygon: GridPolygon }[] {
  const river: Position[] = [];
  for (const place of facts.yellowRiver) {
    const [lon, lat] = place;
    const before = river[river.length - 1];
    if (lon < 104.58 || lat < 37.3 || lat > 39.43) continue;
    if (!before || metresBetween(before, place) > RIVER_STEP_M) river.push(place);
  }
  const bands: (Band & { name: string })[] = [
    { name: '黄河（示意）', line: river, widthM: 620, wander: 0.16, levels: 3, seed: 301 },
    ...STREAMS.map((stream, i) => ({
      name: '支流（示意）',
      line: stream.line,
      widthM: stream.widthM,
      wander: 0.2,
      levels: 5,
      seed: 310 + i,
    })),
  ];
  return bands.map((band) => ({ name: band.name, polygon: drawBand(band) }));
}
