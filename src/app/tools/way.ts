import type { MeasureKind } from '../../components/measure-bar.ts';
import type { Position } from '../../geometry/shapes.ts';

/** A way that is measured, lon/lat. */
export interface Way {
  readonly kind: MeasureKind;
  readonly points: readonly Position[];
  /** Where the next point would be; null: off the map. */
  readonly pointer: Position | null;
  readonly done: boolean;
}

export const NO_WAY: Way = { kind: 'length', points: [], pointer: null, done: false };
