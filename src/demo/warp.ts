import type { Position } from '../geometry/shapes.ts';
import { noise } from './random.ts';
import { type Grid, PER_DEGREE } from './units.ts';

/**
 * Plots are cut as rectangles on a sheet (s, t); the warp lays the sheet on the land. It leans the
 * north of the sheet along the great river and bends everything a little, at five scales, so that no
 * two plots are alike. Slopes add up to less than 1: the sheet never folds.
 */
export type Warp = (place: Grid) => Grid;

const WAVES = [
  { wavelength: 0.37, east: 0.02, north: 0.014 },
  { wavelength: 0.061, east: 0.0034, north: 0.0026 },
  { wavelength: 0.0117, east: 0.00024, north: 0.0002 },
  { wavelength: 0.0021, east: 0.00004, north: 0.00003 },
] as const;

/** Where the river's lean begins, where it ends, and how far around it is averaged, in degrees. */
const LEAN_FROM = 37.6;
const LEAN_TO = 39.4;
const LEAN_WINDOW = 0.2;
const LEAN_STEP = 0.01;
const LEAN_ZERO = 105.92;

export function createWarp(river: readonly Position[]): Warp {
  const lean = leanTable(river);
  return ([s, t]) => {
    const x = s / PER_DEGREE;
    const y = t / PER_DEGREE;
    let east = leanAt(lean, y);
    let north = 0;
    // the loess hills of the south bend their fields more than the plain does
    const hilly = 1 + Math.max(0, Math.min(1, (37.2 - y) * 2));
    WAVES.forEach((wave, i) => {
      east += hilly * wave.east * noise(x, y, wave.wavelength, 500 + i);
      north += hilly * wave.north * noise(x, y, wave.wavelength, 600 + i);
    });
    return [Math.round((x + east) * PER_DEGREE), Math.round((y + north) * PER_DEGREE)];
  };
}

/** The place on the sheet that lies at a lon/lat: fixed-point steps, to about a centimetre. */
export function unwarp(warp: Warp, target: Grid): Grid {
  let [s, t] = target;
  for (let step = 0; step < 60; step++) {
    const [x, y] = warp([s, t]);
    s += target[0] - x;
    t += target[1] - y;
  }
  return [s, t];
}

function leanTable(river: readonly Position[]): number[] {
  const table: number[] = [];
  const half = Math.round(LEAN_WINDOW / LEAN_STEP);
  const count = Math.round((LEAN_TO - LEAN_FROM) / LEAN_STEP) + 1;
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let k = -half; k <= half; k++) sum += riverEast(river, LEAN_FROM + (i + k) * LEAN_STEP);
    table.push(sum / (2 * half + 1) - LEAN_ZERO);
  }
  const base = table[0]!;
  return table.map((value) => value - base);
}

function leanAt(table: readonly number[], latitude: number): number {
  const at = (latitude - LEAN_FROM) / LEAN_STEP;
  if (at <= 0) return table[0]!;
  const i = Math.floor(at);
  if (i + 1 >= table.length) return table[table.length - 1]!;
  return table[i]! + (table[i + 1]! - table[i]!) * (at - i);
}

/** Longitude of the river where it crosses a latitude; the first crossing from the south counts. */
function riverEast(river: readonly Position[], latitude: number): number {
  for (let i = 0; i + 1 < river.length; i++) {
    const [x1, y1] = river[i]!;
    const [x2, y2] = river[i + 1]!;
    if (x1 < 105.85 || latitude < y1 || latitude > y2 || y1 === y2) continue;
    return x1 + ((x2 - x1) * (latitude - y1)) / (y2 - y1);
  }
  return latitude < 38 ? LEAN_ZERO : 106.77;
}
