import type { ColorToken, MapTheme } from './theme.ts';

/**
 * The textures, each a square that repeats without a seam. Sizes in CSS px. Strokes are given as
 * straight pieces so that the canvas of the map and the SVG of a swatch draw the same thing.
 */
export interface Hatch {
  readonly color: ColorToken;
  /** Side of the repeating square. */
  readonly side: number;
  readonly width: number;
  /** x0, y0, x1, y1 */
  readonly strokes: readonly (readonly [number, number, number, number])[];
  /** x, y, radius */
  readonly dots: readonly (readonly [number, number, number])[];
}

/** Strokes rising to the right (45°) at a distance of `spacing` from each other. */
function rising(side: number): Hatch['strokes'] {
  return [
    [-side, side, side, -side],
    [-1, side + 1, side + 1, -1],
    [0, 2 * side, 2 * side, 0],
  ];
}

/** Strokes falling to the right (135°). */
function falling(side: number): Hatch['strokes'] {
  return [
    [0, -side, 2 * side, side],
    [-1, -1, side + 1, side + 1],
    [-side, 0, side, 2 * side],
  ];
}

/** The repeating square of diagonals `spacing` apart. */
const diagonal = (spacing: number): number => spacing * Math.SQRT2;

const pbf = diagonal(6);
const eco = diagonal(12);
const over = diagonal(5.5);
const gap = diagonal(9);

export const HATCHES = {
  pbf: { color: 'pbf', side: pbf, width: 1.1, strokes: rising(pbf), dots: [] },
  eco: {
    color: 'eco',
    side: eco,
    width: 1,
    strokes: falling(eco),
    dots: [[0.75 * eco, 0.25 * eco, 1.3]],
  },
  over: {
    color: 'over',
    side: over,
    width: 1.1,
    strokes: [...rising(over), ...falling(over)],
    dots: [],
  },
  flexible: { color: 'udb', side: 8, width: 0.8, strokes: [[-1, 4, 9, 4]], dots: [] },
  'special-use': { color: 'udb', side: 8, width: 0, strokes: [], dots: [[4, 4, 0.9]] },
  farm: {
    color: 'farm',
    side: 20,
    width: 0.9,
    strokes: [
      [2, 5, 8, 5],
      [12, 15, 18, 15],
    ],
    dots: [],
  },
  gap: {
    color: 'gap-line',
    side: gap,
    width: 2,
    // broken: only the middle half of each diagonal
    strokes: [[0.25 * gap, 0.75 * gap, 0.75 * gap, 0.25 * gap]],
    dots: [],
  },
} as const satisfies Record<string, Hatch>;

export type HatchId = keyof typeof HATCHES;

/**
 * MapLibre stretches a texture between two whole zooms, up to twice its size just before the next one.
 * Painted at this share of its size it is right half-way and never off by more than a factor of 1.41.
 */
const HALF_WAY = Math.SQRT1_2;

/** The texture as pixels for the map, drawn at the display's own density. */
export function paintHatch(id: HatchId, theme: MapTheme, pixelRatio: number): ImageData {
  const { side, width, strokes, dots, color }: Hatch = HATCHES[id];
  const pixels = Math.max(2, Math.round(side * HALF_WAY * pixelRatio));
  const canvas = new OffscreenCanvas(pixels, pixels);
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  // whole pixels, so that the square repeats exactly
  pen.scale(pixels / side, pixels / side);
  pen.strokeStyle = theme.color[color];
  pen.fillStyle = theme.color[color];
  pen.lineWidth = width;
  for (const [x0, y0, x1, y1] of strokes) {
    pen.beginPath();
    pen.moveTo(x0, y0);
    pen.lineTo(x1, y1);
    pen.stroke();
  }
  for (const [x, y, radius] of dots) {
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.fill();
  }
  return pen.getImageData(0, 0, pixels, pixels);
}
