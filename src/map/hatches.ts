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
 * Repeats of the square in one image. MapLibre stretches a texture with the map, from its own size at a
 * whole zoom to twice that just before the next, and lets an image change its pixels but not its size. An
 * image that holds many repeats can hold more of them, finer, the more it is stretched.
 */
const REPEATS = 6;

/** How often the square repeats in the image, so that it has its size on screen at this zoom. */
export function repeatsAt(zoom: number): number {
  return Math.round(REPEATS * 2 ** (zoom - Math.floor(zoom)));
}

/** Painted finer than the display, so that strokes stay sharp when the texture is stretched. */
export function hatchDensity(pixelRatio: number): number {
  return Math.min(2 * pixelRatio, 3);
}

/** The texture as pixels for the map, that many pixels a CSS px, with that many repeats. */
export function paintHatch(
  id: HatchId,
  theme: MapTheme,
  density: number,
  repeats: number,
): ImageData {
  const { side, width, strokes, dots, color }: Hatch = HATCHES[id];
  // whole pixels, so that the image repeats exactly
  const pixels = Math.round(REPEATS * side * density);
  const pen = new OffscreenCanvas(pixels, pixels).getContext('2d', { willReadFrequently: true })!;
  pen.scale(pixels / (repeats * side), pixels / (repeats * side));
  const lines = wholeStrokes(strokes, side, repeats);
  const discs = corners(side, repeats).flatMap(([x, y]) =>
    dots.map(([cx, cy, radius]) => [x + cx, y + cy, radius] as const),
  );
  // Over imagery strokes have the dark casing that lines have there, but fainter: it is a texture.
  if (theme.ground === 'imagery') {
    pen.globalAlpha = HATCH_CASING.alpha;
    draw(
      pen,
      theme.color.casing,
      width && width + HATCH_CASING.px,
      lines,
      discs,
      HATCH_CASING.px / 2,
    );
    pen.globalAlpha = 1;
  }
  draw(pen, theme.color[color], width, lines, discs, 0);
  return pen.getImageData(0, 0, pixels, pixels);
}

const HATCH_CASING = { alpha: 0.5, px: 1.4 } as const;

function draw(
  pen: OffscreenCanvasRenderingContext2D,
  color: string,
  width: number,
  lines: readonly Stroke[],
  discs: Hatch['dots'],
  grown: number,
): void {
  pen.strokeStyle = color;
  pen.fillStyle = color;
  pen.lineWidth = width;
  for (const [x0, y0, x1, y1] of lines) {
    pen.beginPath();
    pen.moveTo(x0, y0);
    pen.lineTo(x1, y1);
    pen.stroke();
  }
  for (const [x, y, radius] of discs) {
    pen.beginPath();
    pen.arc(x, y, radius + grown, 0, 2 * Math.PI);
    pen.fill();
  }
}

type Stroke = Hatch['strokes'][number];

/**
 * The strokes of all repeats. One that runs through the square is drawn once for the whole image: where
 * pieces meet or lie over each other the half-covered pixels at their edges would show as beads.
 */
function wholeStrokes(strokes: readonly Stroke[], side: number, repeats: number): Stroke[] {
  const out = new Map<string, Stroke>();
  for (const [x, y] of corners(side, repeats)) {
    for (const [x0, y0, x1, y1] of strokes) {
      const [dx, dy] = [x1 - x0, y1 - y0];
      const through = Math.max(Math.abs(dx), Math.abs(dy)) >= side;
      const reach = through ? 2 * repeats : 0;
      const offset = ((x + x0) * dy - (y + y0) * dx) / Math.hypot(dx, dy);
      const key = through ? `${Math.sign(dy)} ${offset.toFixed(3)}` : `${x + x0} ${y + y0}`;
      out.set(key, [
        x + x0 - reach * dx,
        y + y0 - reach * dy,
        x + x1 + reach * dx,
        y + y1 + reach * dy,
      ]);
    }
  }
  return [...out.values()];
}

/** Top left corners of all repeats. */
function corners(side: number, repeats: number): [number, number][] {
  const steps = Array.from({ length: repeats }, (_, i) => i * side);
  return steps.flatMap((x) => steps.map((y): [number, number] => [x, y]));
}
