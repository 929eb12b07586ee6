import type { Position } from '../geometry/shapes.ts';

/**
 * Where the demonstration puts its mountains, sand lands and watered valleys: lines to 0.05° at best,
 * drawn by hand for a believable picture. Not survey data, not any official boundary.
 */
export interface Landform {
  readonly line: readonly Position[];
  /** Distance in metres at which it has faded. */
  readonly reachM: number;
  readonly weight: number;
}

export const WILD: readonly Landform[] = [
  // the long mountain wall in the north-west
  {
    line: [
      [105.86, 38.22],
      [105.92, 38.5],
      [106.0, 38.82],
      [106.18, 39.08],
      [106.42, 39.22],
    ],
    reachM: 17_000,
    weight: 1.25,
  },
  // single mountains of the middle
  {
    line: [
      [106.26, 37.38],
      [106.29, 37.2],
    ],
    reachM: 10_000,
    weight: 1.1,
  },
  {
    line: [
      [105.88, 37.78],
      [106.02, 37.56],
    ],
    reachM: 7_000,
    weight: 0.85,
  },
  {
    line: [
      [104.75, 37.28],
      [105.1, 37.22],
      [105.5, 37.12],
    ],
    reachM: 17_000,
    weight: 1,
  },
  // ranges of the south
  {
    line: [
      [106.2, 35.95],
      [106.24, 35.65],
      [106.38, 35.3],
    ],
    reachM: 14_000,
    weight: 1.15,
  },
  {
    line: [
      [105.5, 36.52],
      [105.7, 36.4],
      [105.86, 36.15],
      [106.02, 35.98],
    ],
    reachM: 12_000,
    weight: 1.05,
  },
  {
    line: [
      [105.25, 36.6],
      [105.48, 36.55],
    ],
    reachM: 9_000,
    weight: 0.95,
  },
  {
    line: [
      [106.34, 36.38],
      [106.42, 36.08],
    ],
    reachM: 9_000,
    weight: 0.95,
  },
  {
    line: [
      [106.76, 36.08],
      [106.86, 35.88],
    ],
    reachM: 7_000,
    weight: 0.7,
  },
  {
    line: [
      [105.68, 36.18],
      [105.8, 36.05],
    ],
    reachM: 7_000,
    weight: 0.9,
  },
  // sand lands and desert steppe
  {
    line: [
      [106.44, 38.3],
      [106.5, 38.05],
      [106.44, 37.84],
    ],
    reachM: 14_000,
    weight: 1.1,
  },
  {
    line: [
      [106.95, 37.72],
      [107.25, 37.84],
      [107.56, 37.92],
    ],
    reachM: 14_000,
    weight: 1.1,
  },
  {
    line: [
      [104.5, 37.46],
      [105.0, 37.55],
      [105.5, 37.69],
    ],
    reachM: 8_000,
    weight: 0.95,
  },
  {
    line: [
      [106.85, 38.08],
      [107.1, 37.98],
    ],
    reachM: 12_000,
    weight: 0.8,
  },
  {
    line: [
      [106.95, 37.34],
      [107.2, 37.2],
    ],
    reachM: 13_000,
    weight: 0.8,
  },
  {
    line: [
      [106.15, 36.86],
      [106.45, 36.8],
    ],
    reachM: 11_000,
    weight: 0.75,
  },
  {
    line: [
      [106.62, 37.55],
      [106.75, 37.3],
    ],
    reachM: 10_000,
    weight: 0.7,
  },
];

export const WATERED: readonly Landform[] = [
  // both plains of the great river: the western one follows it, the northern one lies west of it
  {
    line: [
      [104.95, 37.46],
      [105.2, 37.53],
      [105.55, 37.52],
      [105.85, 37.6],
    ],
    reachM: 11_000,
    weight: 1.25,
  },
  {
    line: [
      [105.98, 37.92],
      [106.15, 38.12],
      [106.28, 38.4],
      [106.4, 38.65],
      [106.6, 38.9],
      [106.75, 39.15],
    ],
    reachM: 26_000,
    weight: 1.3,
  },
  // pumped irrigation on the terraces
  {
    line: [
      [105.86, 37.44],
      [106.08, 37.4],
      [106.2, 37.5],
    ],
    reachM: 11_000,
    weight: 0.95,
  },
  {
    line: [
      [107.05, 37.62],
      [107.32, 37.7],
    ],
    reachM: 9_000,
    weight: 0.6,
  },
  {
    line: [
      [106.3, 37.95],
      [106.42, 37.5],
      [106.5, 37.2],
    ],
    reachM: 6_000,
    weight: 0.65,
  },
  // the valley that runs north from the southern ranges, and its branches
  {
    line: [
      [106.24, 35.98],
      [106.18, 36.3],
      [106.06, 36.6],
      [105.93, 36.98],
      [105.72, 37.25],
      [105.6, 37.46],
    ],
    reachM: 12_000,
    weight: 1.05,
  },
  {
    line: [
      [105.64, 36.6],
      [105.9, 36.72],
    ],
    reachM: 10_000,
    weight: 0.8,
  },
  {
    line: [
      [105.35, 36.75],
      [105.6, 36.62],
    ],
    reachM: 9_000,
    weight: 0.6,
  },
  // loess hills and valleys of the far south
  {
    line: [
      [105.8, 36.02],
      [105.72, 35.85],
      [105.7, 35.7],
    ],
    reachM: 14_000,
    weight: 0.95,
  },
  {
    line: [
      [105.45, 35.95],
      [105.6, 36.0],
    ],
    reachM: 12_000,
    weight: 0.8,
  },
  {
    line: [
      [106.3, 35.95],
      [106.62, 35.86],
      [106.88, 35.8],
    ],
    reachM: 13_000,
    weight: 0.95,
  },
  {
    line: [
      [106.55, 36.15],
      [106.75, 36.12],
    ],
    reachM: 10_000,
    weight: 0.7,
  },
  {
    line: [
      [106.08, 35.7],
      [106.1, 35.5],
    ],
    reachM: 8_000,
    weight: 0.9,
  },
  {
    line: [
      [106.4, 35.58],
      [106.44, 35.4],
    ],
    reachM: 5_000,
    weight: 0.7,
  },
];

/** Smaller rivers of the base map. */
export const STREAMS: readonly { readonly line: readonly Position[]; readonly widthM: number }[] = [
  {
    line: [
      [106.23, 35.9],
      [106.26, 36.05],
      [106.2, 36.3],
      [106.1, 36.6],
      [105.95, 36.95],
      [105.76, 37.25],
      [105.6, 37.46],
      [105.58, 37.5],
    ],
    widthM: 90,
  },
  {
    line: [
      [106.52, 37.1],
      [106.45, 37.45],
      [106.33, 37.85],
      [106.19, 38.03],
    ],
    widthM: 60,
  },
  {
    line: [
      [105.86, 36.08],
      [105.73, 35.9],
      [105.7, 35.66],
    ],
    widthM: 50,
  },
  {
    line: [
      [106.36, 35.98],
      [106.64, 35.83],
      [106.92, 35.78],
    ],
    widthM: 50,
  },
];
