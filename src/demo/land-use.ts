import type { Position } from '../geometry/shapes.ts';
import { polygonAreaM2 } from './area.ts';
import { withoutCrossings } from './crossings.ts';
import { CULTIVATED_TARGET_M2, type DemoFacts, FARMLAND_TARGET_M2 } from './facts.ts';
import { goodness } from './goodness.ts';
import type { Obstacles } from './obstacles.ts';
import { createPlotRings, type PlotRings } from './plot-rings.ts';
import type { Plot } from './plots.ts';
import { chance, hash } from './random.ts';
import { type SitePlot, sitePlotAt } from './site.ts';
import { nearestTown, type TownPlace, type UrbanZoneCode, urbanZoneAt } from './towns.ts';
import { type Grid, type GridRing, isInside, PER_DEGREE, toLonLat } from './units.ts';
import type { Warp } from './warp.ts';

export interface PlacedPlot {
  readonly plot: Plot;
  readonly middle: Position;
  readonly town: TownPlace;
}

export interface UrbanPlot extends PlacedPlot {
  readonly zone: UrbanZoneCode;
}

export interface LandUse {
  readonly farmland: readonly PlacedPlot[];
  readonly cultivated: readonly PlacedPlot[];
  readonly urban: ReadonlyMap<Plot, UrbanPlot>;
  readonly rings: PlotRings;
}

export interface LandUseOptions {
  readonly facts: DemoFacts;
  readonly plots: readonly Plot[];
  readonly warp: Warp;
  /** Where the site lies on the sheet, less where it lies on the land. */
  readonly siteShift: Grid;
  /** Red line and rivers: nothing is placed on them. */
  readonly obstacles: readonly Obstacles[];
}

/** Share of watered land that is village, yard, pond or wood. */
const OTHER_SHARE = 0.07;
/** Share of good land that stays ordinary cultivated land. */
const ORDINARY_SHARE = 0.05;

/** Decides of every plot what it is: town first, then farmland from the best land downwards. */
export function placeLandUse(options: LandUseOptions): LandUse {
  const { facts, plots, warp } = options;
  const urban = new Map<Plot, UrbanPlot>();
  const fixed: PlacedPlot[] = [];
  const open: (PlacedPlot & { good: number; areaM2: number })[] = [];
  for (const plot of plots) {
    const ring = coarseRing(plot, warp);
    if (!ring.every((place) => isInside(toLonLat(place), facts.outline))) continue;
    const middle = toLonLat(warp(middleOf(plot)));
    const near = sitePlotAt(onSite(plot, options.siteShift));
    const town = nearestTown(middle, facts.counties);
    if (near === 'nothing' || !isClear(options, ring)) continue;
    const placed = { plot, middle, town };
    const zone = zoneOf(near, placed);
    if (zone) urban.set(plot, { ...placed, zone });
    if (plot.road) continue;
    const good = goodness(middle) - Math.max(0, 1.12 - town.distance);
    const patch = zone !== null && near === null && isPatch(plot, good, town);
    if (near?.startsWith('farmland') || patch) fixed.push(placed);
    else if (!zone && isField(plot)) open.push({ ...placed, good, areaM2: polygonAreaM2([ring]) });
  }

  open.sort((a, b) => b.good - a.good || a.plot.s0 - b.plot.s0 || a.plot.t0 - b.plot.t0);
  const farmland = [...fixed];
  const cultivated: PlacedPlot[] = [];
  let farmlandM2 = 0;
  let cultivatedM2 = 0;
  for (const item of open) {
    const ordinary = chance(hash(item.plot.s0, item.plot.t0), 72) < ORDINARY_SHARE;
    if (!ordinary && farmlandM2 < FARMLAND_TARGET_M2) {
      farmland.push(item);
      farmlandM2 += item.areaM2;
    } else if (cultivatedM2 < CULTIVATED_TARGET_M2) {
      cultivated.push(item);
      cultivatedM2 += item.areaM2;
    }
  }
  const kept = new Set([...farmland, ...cultivated, ...urban.values()].map(({ plot }) => plot));
  const rings = createPlotRings([...kept], warp);
  // neighbours' corners may have moved a side by some metres: look again at what will be written
  const clear = withoutCrossings(
    [...kept].filter((plot) => isClear(options, rings.ring(plot))),
    (plot) => rings.ring(plot),
  );
  return {
    farmland: farmland.filter(({ plot }) => clear.has(plot)),
    cultivated: cultivated.filter(({ plot }) => clear.has(plot)),
    urban: new Map([...urban].filter(([plot]) => clear.has(plot))),
    rings,
  };
}

function isClear({ obstacles }: LandUseOptions, ring: GridRing): boolean {
  return obstacles.every((some) => some.isClear(ring));
}

function zoneOf(near: SitePlot | null, { middle, town }: PlacedPlot): UrbanZoneCode | null {
  if (near === 'concentrated' || near === 'farmland-in-town') return '01';
  if (near === 'flexible') return '02';
  if (near !== null || town.distance >= 1) return null;
  return urbanZoneAt(middle, town);
}

/** A patch of farmland inside a town's boundary: legal, and rare. */
function isPatch(plot: Plot, good: number, town: TownPlace): boolean {
  return town.distance > 0.6 && good > -0.2 && chance(plot.s0, plot.t0, 73) < 0.012;
}

function isField(plot: Plot): boolean {
  return chance(plot.s0, plot.t0, 71) >= OTHER_SHARE;
}

function coarseRing({ s0, t0, s1, t1 }: Plot, warp: Warp): GridRing {
  const ring = [warp([s0, t0]), warp([s1, t0]), warp([s1, t1]), warp([s0, t1])];
  return [...ring, ring[0]!];
}

function middleOf({ s0, t0, s1, t1 }: Plot): Grid {
  return [Math.round((s0 + s1) / 2), Math.round((t0 + t1) / 2)];
}

function onSite(plot: Plot, shift: Grid): Position {
  const [s, t] = middleOf(plot);
  return [(s - shift[0]) / PER_DEGREE, (t - shift[1]) / PER_DEGREE];
}
