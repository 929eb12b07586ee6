import type { CatalogLayer } from '../domain/catalog.ts';
import type { CrossFacts, Facts, LineFacts, Reason } from '../domain/facts.ts';
import type { LayerKind } from '../domain/kinds.ts';
import type { Integrity } from '../domain/layer-source.ts';
import type { LayerState } from '../domain/layer-state.ts';
import type { Note } from '../domain/note.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { ZoneId } from '../domain/zones.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';
import type { Judgement } from '../policy/judge.ts';

/**
 * What a check found, unrounded and without words; `job/assemble-report` turns it into the document.
 */

/** One parcel of the site on one feature of a layer. */
export interface MeasuredOverlap {
  readonly featureIndex: number;
  readonly featureId: string;
  readonly zone: ZoneId | null;
  readonly parcel: string;
  readonly areaM2: number;
  /** Overlap x (net area / graphic area) where the layer states a net area. */
  readonly netAreaM2: number | null;
  readonly shareOfFeature: number;
  /** Mean width, m. */
  readonly widthM: number | null;
  /** The overlap holds a disc of this radius at least, m. */
  readonly discRadiusM: number;
  readonly suspectedBoundaryError: boolean;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
  /** The measured polygons; null with geometry off. */
  readonly geometry: FlatPolygons | null;
}

export interface Stability {
  readonly state: 'stable' | 'marginal';
  /** Smallest displacement that changes the state, m; null when none up to the accuracy does. */
  readonly flipsAtM: number | null;
}

export interface LayerOutcome {
  readonly entry: CatalogLayer;
  readonly integrity: Integrity | null;
  readonly state: LayerState;
  readonly reason: Reason | null;
  readonly coverageShare: number;
  readonly areaM2: number;
  readonly hits: number;
  readonly nearestM: number | null;
  readonly nearestBeyondM: number | null;
  readonly overlaps: readonly MeasuredOverlap[];
  readonly touches: number;
}

export interface LineOutcome extends LineFacts {
  readonly required: boolean;
  readonly stability: Stability | null;
}

export interface CrossOutcome extends CrossFacts {
  readonly geometry: FlatPolygons | null;
  /** The first kind of the pair by class and county, where the pack asks for it. */
  readonly classes?: readonly ClassPart[];
}

/** m², rounded to 0.01; null: the layer does not tell. */
export interface ClassPart {
  readonly landClass: string | null;
  readonly county: string | null;
  readonly areaM2: number;
}

export interface ParcelOutcome {
  readonly id: string;
  readonly areaM2: number;
  readonly verdict: Verdict;
}

export interface CheckOutcome {
  /** Union of the parcels on the ellipsoid. */
  readonly siteAreaM2: number;
  /** The threshold as it was applied: never more than half the site. */
  readonly thresholdM2: number;
  readonly parcels: readonly ParcelOutcome[];
  readonly layers: readonly LayerOutcome[];
  readonly lines: readonly LineOutcome[];
  readonly crosses: readonly CrossOutcome[];
  /** Optional control kinds for which the catalog has no layer. */
  readonly notChecked: readonly LayerKind[];
  readonly facts: Facts;
  readonly judgement: Judgement;
  readonly notes: readonly Note[];
}
