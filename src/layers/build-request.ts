import type { sha256Stream } from '../bytes/sha256.ts';
import type { Catalog, CatalogLayer, SecurityLevel } from '../domain/catalog.ts';
import type { GeoJsonPolygonal } from '../domain/document.ts';
import type { LayerKind } from '../domain/kinds.ts';
import type { LayerQualityDocument } from '../domain/layer-quality.ts';
import type { Note } from '../domain/note.ts';
import type { Text } from '../text/text.ts';
import type { FeatureStream } from './feature-stream.ts';
import type { LayerStore, Staging } from './layer-store.ts';

/** Which features of the former edition are renewed: those with this value in this column. */
export interface ReplaceWhere {
  readonly column: string;
  /** Compared as text; white space around values does not count. */
  readonly value: string;
}

/** What is to be built, once every option is read. */
export interface BuildRequest {
  readonly kind: LayerKind;
  /** null: the one current layer of the kind in the catalog, else the kind's own name. */
  readonly id: string | null;
  /** null: as in the former edition, else the kind's title. */
  readonly title: Text | null;
  /** Not empty. */
  readonly owner: string;
  /** Not empty, e.g. `2025-12`. */
  readonly edition: string;
  readonly approval: string | null;
  /** null: as in the former edition, else `internal`. */
  readonly security: SecurityLevel | null;
  /** Metres; null: as in the former edition, else 0.5. */
  readonly accuracyM: number | null;
  readonly fields: CatalogLayer['fields'];
  /**
   * Where the new features are complete; only context kinds may go without. With `replaceWhere` it is the
   * renewed part, and the layer's coverage is the former one together with it.
   */
  readonly coverage: GeoJsonPolygonal | null;
  /** At least one. */
  readonly streams: readonly FeatureStream[];
  readonly replaceWhere: ReplaceWhere | null;
  readonly dryRun: boolean;
  /** Of the catalog; null leaves what is there. */
  readonly policy: string | null;
  readonly region: string | null;
  /** Whether a PMTiles file is written beside the layer file, for other maps. */
  readonly pmtiles: boolean;
}

export type BuildStage = 'read' | 'sort' | 'quality' | 'names' | 'overviews' | 'pmtiles' | 'place';

/** Within a stage `done` rises to `total`; null where the source does not know how much there is. */
export interface BuildProgress {
  readonly stage: BuildStage;
  readonly done: number;
  readonly total: number | null;
}

/** What layer building is handed from outside. */
export interface BuildTools {
  readonly store: LayerStore;
  /** A faster SHA-256 where the platform has one. */
  readonly createHash?: typeof sha256Stream;
  readonly onProgress?: (progress: BuildProgress) => void;
  readonly signal?: AbortSignal;
  /** What is left out of the usual steps; the layer then has no overviews, or nobody looked through it. */
  readonly skip?: readonly ('quality' | 'overviews')[];
}

/** What a step over the finished layer file is handed; it may write files of its own beside it. */
export interface StepContext {
  /** As it will stand in the catalog, with file names relative to `staging`. */
  readonly entry: CatalogLayer;
  /** The finished layer file can be opened as `entry.file`. */
  readonly staging: Staging;
  readonly onProgress: (done: number, total: number | null) => void;
  readonly signal: AbortSignal | undefined;
}

export interface BuildResult {
  readonly id: string;
  /** Relative to the catalog, e.g. `editions/ecological-red-line/2025-12`. */
  readonly folder: string;
  /** What the catalog now says of the layer; null on a dry run. */
  readonly entry: CatalogLayer | null;
  /** The replaced edition as the catalog now keeps it (`role: "reference"`); null for a first one. */
  readonly former: CatalogLayer | null;
  /** The whole catalog as written; on a dry run as it is, null where there is none. */
  readonly catalog: Catalog | null;
  /** Features: read from the sources, kept of the former edition, taken out of it, in the layer now. */
  readonly counts: {
    readonly read: number;
    readonly kept: number;
    readonly replaced: number;
    readonly total: number;
  };
  /** Of the layer file, bytes; known on a dry run too. */
  readonly bytes: number;
  readonly extent: readonly [number, number, number, number] | null;
  readonly notes: readonly Note[];
  /** What looking through the layer found; null where nobody did. Kept beside the layer file too. */
  readonly quality: LayerQualityDocument | null;
}
