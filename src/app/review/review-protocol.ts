import type { Outline, OutlineOf } from '../../check/outline-of.ts';
import type { CatalogLayer } from '../../domain/catalog.ts';
import type { Identified } from '../../domain/identified.ts';
import type { LayerKind } from '../../domain/kinds.ts';
import type { StatisticsProgress, StatisticsResult } from '../../domain/statistics.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { MadeSheet, SheetJob } from '../../job/make-sheet.ts';
import type { Text } from '../../text/text.ts';

/** What is asked of layer files in review mode. Plain data; a later `stop` ends a job by its id. */
export type ReviewJob =
  | {
      readonly type: 'identify';
      /** Address that file names resolve against. */
      readonly base: string;
      readonly layers: readonly CatalogLayer[];
      readonly at: Position;
    }
  | {
      readonly type: 'statistics';
      readonly base: string;
      readonly layers: readonly CatalogLayer[];
      readonly wanted: readonly (readonly LayerKind[])[];
      /** Measured anew, whatever is kept. */
      readonly fresh: boolean;
    }
  | { readonly type: 'sheet'; readonly base: string; readonly sheet: SheetJob }
  | {
      readonly type: 'outline';
      readonly base: string;
      readonly layer: CatalogLayer;
      readonly wanted: OutlineOf;
    };

export type ReviewRequest =
  | (ReviewJob & { readonly id: number })
  | { readonly type: 'stop'; readonly id: number };

/** Told while a job runs. */
export type ReviewNews =
  | { readonly type: 'progress'; readonly progress: StatisticsProgress }
  | { readonly type: 'result'; readonly key: string; readonly result: StatisticsResult };

export type ReviewOutcome =
  | { readonly type: 'identified'; readonly identified: Identified }
  | { readonly type: 'summed' }
  | { readonly type: 'sheet'; readonly sheet: MadeSheet }
  | { readonly type: 'outline'; readonly outline: Outline }
  | { readonly type: 'failed'; readonly why: Text };

export type ReviewAnswer = (ReviewNews | ReviewOutcome) & { readonly id: number };
