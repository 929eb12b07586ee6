import type { Position } from '../../geometry/shapes.ts';

/** Where the map lies on the sheet, in millimetres, and how the ground is placed in it. */
export interface Sheet {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly frame: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** 1 : scale */
  readonly scale: number;
  /** [east, north] metres of the lower left and the upper right corner of the frame. */
  readonly ground: readonly [Position, Position];
  /** Plane metres to sheet millimetres; grid north is up. */
  toMm(plane: Position): Position;
}

/** Round scales of working drawings; beyond the last they go on by tens. */
const SCALES = [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];
/** Part of the frame that the site may fill. */
const FILL = 0.78;

export function layOut(
  site: readonly [min: Position, max: Position],
  size: { readonly widthMm: number; readonly heightMm: number; readonly footerMm: number },
): Sheet {
  const frame = {
    x: 8,
    y: 11,
    width: size.widthMm - 16,
    height: size.heightMm - 11 - size.footerMm,
  };
  const [min, max] = site;
  const needed = Math.max(
    ((max[0] - min[0]) * 1000) / (frame.width * FILL),
    ((max[1] - min[1]) * 1000) / (frame.height * FILL),
  );
  const scale = roundScale(needed);
  const centre: Position = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2];
  const half: Position = [(frame.width * scale) / 2000, (frame.height * scale) / 2000];
  const west = centre[0] - half[0];
  const north = centre[1] + half[1];
  return {
    ...size,
    frame,
    scale,
    ground: [
      [west, centre[1] - half[1]],
      [centre[0] + half[0], north],
    ],
    toMm: ([x, y]) => [
      frame.x + ((x - west) * 1000) / scale,
      frame.y + ((north - y) * 1000) / scale,
    ],
  };
}

/** The largest round scale at which the site fits: the smallest denominator not below `needed`. */
export function roundScale(needed: number): number {
  if (!Number.isFinite(needed)) throw new RangeError(`no scale for ${needed}`);
  for (let factor = 1; ; factor *= 100) {
    const fits = SCALES.find((scale) => scale * factor >= needed);
    if (fits !== undefined) return fits * factor;
  }
}

/** The largest 1, 2 or 5 times a power of ten that is not above `limit`. */
export function roundLength(limit: number): number {
  const power = 10 ** Math.floor(Math.log10(limit));
  return ([5, 2, 1].find((step) => step * power <= limit) ?? 1) * power;
}
