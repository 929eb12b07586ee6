import type { LayerSpecification } from 'maplibre-gl';
import type { HatchId } from './hatches.ts';
import type { MapTheme } from './theme.ts';

/** A drawing instruction with its place in the pile, lowest first. */
export interface Placed {
  readonly order: number;
  readonly layer: LayerSpecification;
}

export interface Painting {
  readonly theme: MapTheme;
  /** Name of a texture in this theme. */
  readonly imageOf: (hatch: HatchId) => string;
}

/**
 * The theme's fonts at weight 600. MapLibre takes the weight from the word in the first family's name,
 * so the first one is a family that need not exist.
 */
export function boldFonts({ fonts }: MapTheme): string[] {
  return ['sx semibold', ...fonts];
}

/** Line widths for this ground; copies are finer. */
export function lineFactor({ ground }: MapTheme): number {
  return ground === 'print' ? 0.8 : 1;
}

/** Width of the casing beneath a line; over imagery every line has one. 0: none. */
export function casingOf(
  { width, casing = 0 }: { readonly width: number; readonly casing?: number },
  { ground }: MapTheme,
): number {
  return ground === 'imagery' ? Math.max(casing, width + 1.6) : casing;
}
