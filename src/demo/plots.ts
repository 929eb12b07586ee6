import type { Position } from '../geometry/shapes.ts';
import { chance, hash } from './random.ts';
import { type Grid, METRES_EAST, METRES_NORTH, PER_DEGREE, toLonLat } from './units.ts';
import type { Warp } from './warp.ts';

/** A rectangle of the sheet (see `warp.ts`), in whole 1e-7 degrees. */
export interface Plot {
  readonly s0: number;
  readonly t0: number;
  readonly s1: number;
  readonly t1: number;
  /** A road or canal between blocks: never farmland. */
  readonly road: boolean;
  /** The village it belongs to: plots that were one piece at 40 km². */
  readonly village: number;
}

/** Cuts the sheet along a given line where a plot crosses it, before chance decides. */
export interface Guide {
  readonly axis: 's' | 't';
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly roadM: number;
}

export interface PlotOptions {
  readonly sheet: Omit<Plot, 'road' | 'village'>;
  readonly warp: Warp;
  /** Wanted size in m² of plots around a place; 0 leaves the place uncut and out. */
  readonly sizeAt: (place: Position, spanM: number) => number;
  readonly guides: readonly Guide[];
  readonly seed: number;
}

const VILLAGE_M2 = 40e6;
/** Pieces below this many metres may be cut along guides. */
const GUIDED_BELOW_M = 5_000;
/** Longer than wide by this much before the short side is cut. */
const OBLONG = 1.5;

/** Cuts a sheet into plots, again and again across the longer side, until each has its wanted size. */
export function cutPlots(options: PlotOptions): Plot[] {
  const plots: Plot[] = [];
  const pending: Plot[] = [{ ...options.sheet, road: false, village: -1 }];
  for (let plot = pending.pop(); plot; plot = pending.pop()) {
    const middle: Grid = [Math.round((plot.s0 + plot.s1) / 2), Math.round((plot.t0 + plot.t1) / 2)];
    const east = ((plot.s1 - plot.s0) / PER_DEGREE) * METRES_EAST;
    const north = ((plot.t1 - plot.t0) / PER_DEGREE) * METRES_NORTH;
    const wanted = options.sizeAt(toLonLat(options.warp(middle)), Math.max(east, north));
    if (wanted === 0) continue;
    const village =
      plot.village < 0 && east * north < VILLAGE_M2 ? hash(...middle, 7) % 1_000_000 : plot.village;
    const named = { ...plot, village };
    const guide = Math.max(east, north) < GUIDED_BELOW_M ? crossing(named, options.guides) : null;
    if (guide) {
      pending.push(...cutAt(named, guide.axis, guide.at, guide.roadM));
    } else if (isSmallEnough(plot.road, east, north, wanted)) {
      plots.push(named);
    } else {
      pending.push(...cutByChance(named, east, north, options.seed));
    }
  }
  return plots;
}

function isSmallEnough(road: boolean, east: number, north: number, wantedM2: number): boolean {
  return road ? Math.max(east, north) <= 2 * Math.sqrt(wantedM2) : east * north <= wantedM2;
}

function crossing(plot: Plot, guides: readonly Guide[]): Guide | null {
  for (const guide of guides) {
    const [low, high, along0, along1] =
      guide.axis === 's'
        ? [plot.s0, plot.s1, plot.t0, plot.t1]
        : [plot.t0, plot.t1, plot.s0, plot.s1];
    if (guide.at <= low || guide.at >= high) continue;
    if (along1 > guide.from && along0 < guide.to) return guide;
  }
  return null;
}

function cutByChance(plot: Plot, east: number, north: number, seed: number): Plot[] {
  const draw = (key: number): number =>
    chance(plot.s0 + 3 * plot.t1, plot.t0 + 5 * plot.s1, key, seed);
  const axis = (plot.road ? east > north : east * OBLONG > north) ? 's' : 't';
  const long = Math.max(east, north);
  const [low, high] = axis === 's' ? [plot.s0, plot.s1] : [plot.t0, plot.t1];
  const at = Math.round(low + (high - low) * (0.4 + 0.2 * draw(1)));
  return cutAt(plot, axis, at, plot.road ? 0 : roadWidthM(long, draw(2)));
}

/** Wide roads and main canals between large blocks, field roads between small ones. */
function roadWidthM(lengthM: number, draw: number): number {
  if (lengthM > 20_000) return 0;
  if (lengthM > 2_600) return draw < 0.85 ? 56 : 0;
  if (lengthM > 1_150) return draw < 0.45 ? 36 : 0;
  if (lengthM > 260 && lengthM < 520) return draw < 0.35 ? 9 : 0;
  return 0;
}

/** Two pieces, and between them a road of that width where both keep at least three times as much. */
function cutAt(plot: Plot, axis: 's' | 't', at: number, roadM: number): Plot[] {
  const metres = axis === 's' ? METRES_EAST : METRES_NORTH;
  const half = Math.round((roadM / 2 / metres) * PER_DEGREE);
  const [low, high] = axis === 's' ? [plot.s0, plot.s1] : [plot.t0, plot.t1];
  const fits = half > 0 && at - low > 6 * half && high - at > 6 * half;
  const [end, start] = fits ? [at - half, at + half] : [at, at];
  const piece = (from: number, to: number, road: boolean): Plot =>
    axis === 's' ? { ...plot, s0: from, s1: to, road } : { ...plot, t0: from, t1: to, road };
  const pieces = [piece(low, end, plot.road), piece(start, high, plot.road)];
  if (fits) pieces.push(piece(end, start, true));
  return pieces;
}
