import { DEGREE, ECCENTRICITY_2, SEMI_MAJOR_M } from '../geometry/cgcs2000.ts';

/** A CSS pixel is 1/96 inch. */
const CSS_PIXEL_M = 0.0254 / 96;

/** Metres along the parallel that one CSS pixel shows, at a MapLibre zoom (512 px a tile). */
export function metresPerPixel(zoom: number, lat: number): number {
  const phi = lat * DEGREE;
  const primeVertical = SEMI_MAJOR_M / Math.sqrt(1 - ECCENTRICITY_2 * Math.sin(phi) ** 2);
  return (2 * Math.PI * primeVertical * Math.cos(phi)) / (512 * 2 ** zoom);
}

/** Denominator of the scale on a display of 96 dots an inch, two significant digits. */
export function scaleDenominator(perPixelM: number): number {
  const exact = perPixelM / CSS_PIXEL_M;
  const digit = 10 ** (Math.floor(Math.log10(exact)) - 1);
  return Math.round(exact / digit) * digit;
}

export interface ScaleBar {
  readonly lengthM: number;
  readonly widthPx: number;
  /** "100 m", "20 km" */
  readonly label: string;
}

/** The longest bar of 1, 2 or 5 times a power of ten that fits. */
export function scaleBar(perPixelM: number, maxWidthPx: number): ScaleBar {
  const most = perPixelM * maxWidthPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const lengthM = [5, 2, 1].map((digit) => digit * power).find((length) => length <= most) ?? power;
  return {
    lengthM,
    widthPx: lengthM / perPixelM,
    label: lengthM >= 1000 ? `${lengthM / 1000} km` : `${lengthM} m`,
  };
}

/** Scale at a zoom and latitude. */
export interface MapScale {
  readonly zoom: number;
  /** Metres along the parallel at the centre. */
  readonly metresPerPixel: number;
  readonly denominator: number;
  readonly bar: ScaleBar;
}

const SCALE_BAR_PX = 110;

export function scaleOf(zoom: number, lat: number): MapScale {
  const perPixel = metresPerPixel(zoom, lat);
  return {
    zoom,
    metresPerPixel: perPixel,
    denominator: scaleDenominator(perPixel),
    bar: scaleBar(perPixel, SCALE_BAR_PX),
  };
}
