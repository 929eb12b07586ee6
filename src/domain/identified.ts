import type { BBox, Position } from '../geometry/shapes.ts';
import type { Reason } from './facts.ts';
import type { Integrity, LayerFeature } from './layer-source.ts';

/** What lies at a place, as the layer files say: plain data. */

export interface IdentifiedFeature {
  readonly layer: string;
  /** Position in the layer file, from 0. */
  readonly index: number;
  readonly place: 'inside' | 'boundary';
  readonly properties: LayerFeature['properties'];
  /** Ellipsoidal; null where the rings are faulty and no area can be told. */
  readonly areaM2: number | null;
  readonly bbox: BBox;
}

/** What one layer had to say, also when that was nothing. */
export interface IdentifiedLayer {
  readonly layer: string;
  /** Why it could not be asked; null: it was. */
  readonly reason: Reason | null;
  readonly integrity: Integrity | null;
  /** Whether the layer is complete at the place; null for context layers, which never say. */
  readonly covered: boolean | null;
  readonly features: number;
}

export interface Identified {
  readonly at: Position;
  /** Layer by layer in the order asked; in a layer smaller features first. */
  readonly features: readonly IdentifiedFeature[];
  readonly layers: readonly IdentifiedLayer[];
}
