import type { Position } from '../geometry/shapes.ts';
import type { County } from './facts.ts';
import { townReachM } from './towns.ts';
import { metresBetween } from './units.ts';

/** Which county a place falls to, as an index of the counties. */
export type Share = (place: Position) => number;

/** A place and the area it stands for. */
export interface Sample {
  readonly place: Position;
  readonly areaM2: number;
}

const ROUNDS = 90;
/** Around its seat a county keeps everything within this distance... */
const KEPT_M = 12_000;
/** ...or, where another seat is near, most of the way to where the two towns would meet. */
const KEPT_SHARE = 0.9;

/**
 * Every place falls to the nearest seat, each seat's distance shortened or lengthened until the
 * counties have about their known sizes, as far as every seat keeps what lies around it. A schematic
 * share, not an administrative boundary.
 */
export function shareOut(samples: readonly Sample[], counties: readonly County[]): Share {
  const known = counties.reduce((sum, county) => sum + county.areaKm2, 0);
  const total = samples.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const weights = counties.map((county) => (county.areaKm2 * 1e6) / 3);
  const leads = leadsAllowed(counties);
  settle(weights, leads);
  for (let round = 0; round < ROUNDS; round++) {
    const sizes = counties.map(() => 0);
    for (const { place, areaM2 } of samples) sizes[nearest(place, counties, weights)]! += areaM2;
    const pace = round < 50 ? 0.5 : 0.2;
    counties.forEach((county, k) => {
      weights[k]! += pace * ((county.areaKm2 / known) * total - sizes[k]!);
    });
    settle(weights, leads);
  }
  return (place) => nearest(place, counties, weights);
}

function nearest(place: Position, counties: readonly County[], weights: readonly number[]): number {
  let best = -1;
  let bestValue = Infinity;
  for (let k = 0; k < counties.length; k++) {
    const metres = metresBetween(place, counties[k]!.seat);
    const value = metres * metres - weights[k]!;
    if (value >= bestValue) continue;
    bestValue = value;
    best = k;
  }
  return best;
}

/**
 * How much heavier than county i county j may be, in m². A place r from seat i on the way to seat j,
 * d away, is i's while r² - wi < (d - r)² - wj: while wj - wi < d² - 2dr.
 */
function leadsAllowed(counties: readonly County[]): number[][] {
  return counties.map((i) =>
    counties.map((j) => {
      const way = metresBetween(i.seat, j.seat);
      const meeting = (way * townReachM(i)) / (townReachM(i) + townReachM(j));
      return way * (way - 2 * Math.min(KEPT_M, KEPT_SHARE * meeting));
    }),
  );
}

const SWEEPS = 500;

/** Moves weights towards each other until no lead is too large. */
function settle(weights: number[], leads: readonly (readonly number[])[]): void {
  for (let sweep = 0, moved = true; moved && sweep < SWEEPS; sweep++) {
    moved = false;
    for (let i = 0; i < weights.length; i++) {
      for (let j = 0; j < weights.length; j++) {
        const excess = weights[j]! - weights[i]! - leads[i]![j]!;
        if (i === j || excess <= 1) continue;
        weights[j]! -= excess / 2;
        weights[i]! += excess / 2;
        moved = true;
      }
    }
  }
}
