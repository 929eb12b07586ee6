import type { LayerKind } from './kinds.ts';
import type { LayerState } from './layer-state.ts';
import type { MessageParams } from './user-error.ts';
import type { ZoneId } from './zones.ts';

/** Why a line or a part of it was not looked at. */
export interface Reason {
  readonly code: string;
  readonly params: MessageParams;
}

export interface ZoneFacts {
  readonly zone: ZoneId;
  /** Union area, m², rounded to 0.01. */
  readonly areaM2: number;
  /** Decided on the union of the zone, never per piece. */
  readonly aboveThreshold: boolean;
  readonly hits: number;
  readonly parcels: readonly string[];
}

/** What the overlay found of one kind of layer under the site. */
export interface LineFacts {
  readonly kind: LayerKind;
  readonly state: LayerState;
  readonly reason: Reason | null;
  /** Layers of the kind that were asked and could not answer, beside whatever the others found. */
  readonly failures: readonly Reason[];
  readonly coverageShare: number;
  /** Area of the site for which no layer of the kind speaks, m², rounded to 0.01. */
  readonly uncoveredM2: number;
  readonly areaM2: number;
  readonly aboveThreshold: boolean;
  readonly hits: number;
  /** null: unknown; see `nearestBeyondM`. */
  readonly nearestM: number | null;
  /** Nothing within this distance, m; null when `nearestM` is known or nothing was looked at. */
  readonly nearestBeyondM: number | null;
  readonly parcels: readonly string[];
  /** Red line: core, outside-core, unknown. Urban boundary: `URBAN_ZONES`. Others: none. */
  readonly zones: readonly ZoneFacts[];
}

/** Overlap of three: site ∩ A ∩ B (`and`) or site ∩ A − B (`minus`). */
export interface CrossFacts {
  readonly op: 'and' | 'minus';
  readonly of: readonly [LayerKind, LayerKind];
  readonly areaM2: number;
  readonly aboveThreshold: boolean;
  /** false where A or B was not looked at: then the area states what is known, at most. */
  readonly known: boolean;
  readonly parcels: readonly string[];
  /** Of a data conflict: which features meet under the site, largest first. */
  readonly features?: readonly FeaturePair[];
}

/** `b` null: the feature lies outside all of the other kind. m², rounded to 0.01. */
export interface FeaturePair {
  readonly a: string;
  readonly b: string | null;
  readonly areaM2: number;
}

/** Everything a rule pack may ask about the ground. */
export interface Facts {
  readonly siteAreaM2: number;
  /** One entry per kind that was looked at, is required, or is current in the catalog; fixed order. */
  readonly lines: readonly LineFacts[];
  readonly crosses: readonly CrossFacts[];
  /** `internet-map`: coordinates were shifted approximately, nothing about place is certain. */
  readonly position: 'surveyed' | 'internet-map';
  /** Kinds for which two engines disagree about the overlap. */
  readonly contradictions: readonly {
    readonly kind: LayerKind;
    readonly parcels: readonly string[];
    readonly params: MessageParams;
  }[];
}
