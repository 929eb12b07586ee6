import type { Reason } from './facts.ts';
import type { LayerKind } from './kinds.ts';
import type { PolicyTarget } from './policy-pack.ts';

/** Areas of layers by county, and targets held against them: plain data. */

export interface CountyStatistics {
  readonly code: string;
  readonly name: string;
  /** Ellipsoidal area of the county itself, m². */
  readonly countyM2: number;
  /** What the layers cover of it, each place counted once, m². */
  readonly areaM2: number;
  /** The stated net area (扣除田坎), split with the parcels, m²; null where not every parcel states one. */
  readonly netM2: number | null;
  /** Parcels whose largest part lies here: each parcel counts in one county. */
  readonly features: number;
  /** Part of the county for which the layers are complete, 0 to 1. */
  readonly coverageShare: number;
}

/** Layers of one kind, or of kinds that are counted together. */
export interface KindStatistics {
  readonly kinds: readonly LayerKind[];
  /** Ids of the layers that were read. */
  readonly layers: readonly string[];
  readonly counties: readonly CountyStatistics[];
  /** What lies in no county. */
  readonly outside: Pick<CountyStatistics, 'areaM2' | 'netM2' | 'features'>;
  /** Counties and outside together. */
  readonly total: Pick<CountyStatistics, 'areaM2' | 'netM2' | 'features'>;
  /** Parcels that overlap another one: their ground was counted once. */
  readonly overlapping: number;
  /** Parcels left out because their rings are faulty; areas are then a lower bound. */
  readonly unsound: readonly string[];
}

export type StatisticsResult =
  | { readonly state: 'measured'; readonly statistics: KindStatistics }
  | {
      readonly state: 'failed';
      readonly kinds: readonly LayerKind[];
      readonly reason: Reason;
    };

export interface StatisticsProgress {
  readonly kinds: readonly LayerKind[];
  /** From 1. */
  readonly index: number;
  readonly total: number;
  /** Of the layer in work, 0 to 1. */
  readonly share: number;
}

/** Kinds counted together, as a key. */
export const kindsKey = (kinds: readonly LayerKind[]): string => [...kinds].sort().join('+');

export type IndicatorState =
  | 'above-floor'
  | 'below-floor'
  | 'below-ceiling'
  | 'above-ceiling'
  | 'not-computed';

/** A target of the rule pack with what the layers say. Never a verdict. */
export interface Indicator {
  /** Targets that ask for the same; the first one gives title and citation. */
  readonly targets: readonly PolicyTarget[];
  readonly years: readonly number[];
  readonly state: IndicatorState;
  /** In the unit of the target; null where not computed. */
  readonly value: number | null;
  /** The same by stated net area, where there is one. */
  readonly net: { readonly value: number; readonly state: IndicatorState } | null;
  /** Why not computed. */
  readonly reason: Reason | null;
}
