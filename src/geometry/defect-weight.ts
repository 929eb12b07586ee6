import type { Defect, DefectKind } from './validity.ts';

/**
 * How much a defect matters to what is measured.
 *
 * - `harmless`: measured without error all the same; worth telling, no reason to refuse a layer.
 * - `faulty`: not drawn as polygons must be; no layer that is handed out may have it.
 * - `fatal`: an area, and even the question of overlap, has no single answer; a check that meets it
 *   has failed.
 */
export type DefectWeight = 'harmless' | 'faulty' | 'fatal';

export const DEFECT_WEIGHT = {
  'duplicate-point': 'harmless',
  'self-touch': 'harmless',
  unclosed: 'faulty',
  spike: 'faulty',
  'zero-area': 'faulty',
  'hole-outside': 'faulty',
  'ring-in-hole': 'faulty',
  'not-finite': 'fatal',
  'self-cross': 'fatal',
  'self-overlap': 'fatal',
  'rings-cross': 'fatal',
  'rings-overlap': 'fatal',
  'rings-same': 'fatal',
  unfinished: 'fatal',
} as const satisfies Record<DefectKind, DefectWeight>;

export const isFatal = ({ kind }: Defect): boolean => DEFECT_WEIGHT[kind] === 'fatal';

/** A reason to refuse a layer. */
export const isHarmful = ({ kind }: Defect): boolean => DEFECT_WEIGHT[kind] !== 'harmless';
