import type { Catalog, CatalogLayer } from '../../domain/catalog.ts';
import type { LayerKind } from '../../domain/kinds.ts';
import {
  type CrossQuality,
  type LayerQuality,
  type LayerQualityDocument,
  QUALITY_DEFAULTS,
  type QualityParameters,
} from '../../domain/layer-quality.ts';
import type { LayerSource } from '../../domain/layer-source.ts';
import { UserError } from '../../domain/user-error.ts';
import { type FlatPolygons, toFlat } from '../../geometry/shapes.ts';
import { QUALITY_REASONS } from '../../text/words/quality.ts';
import { type SurveyedLayer, surveyLayer } from './check-quality.ts';
import { CROSSED_KINDS, crossLayers } from './cross-layers.ts';

export interface CatalogQualityOptions {
  readonly parameters?: Partial<QualityParameters>;
  /** A layer that cannot be read: the rest is looked at all the same. */
  readonly onFailure?: (entry: CatalogLayer, error: UserError) => void;
  readonly onProgress?: (layer: string, done: number, total: number) => void;
}

/** Quality of every current layer of polygons of a catalog, and of the three lines with each other. */
export async function checkCatalogQuality(
  catalog: Catalog,
  sources: ReadonlyMap<string, LayerSource>,
  options: CatalogQualityOptions = {},
  signal?: AbortSignal,
): Promise<LayerQualityDocument> {
  const { parameters = {}, onFailure, onProgress } = options;
  const surveyed: SurveyedLayer[] = [];
  const failed: CatalogLayer[] = [];
  for (const entry of catalog.layers) {
    const source = sources.get(entry.id);
    if (!source || entry.role !== 'current' || !holdsPolygons(entry.kind)) continue;
    try {
      const one = await surveyLayer(
        source,
        {
          parameters,
          stated: coverageOf(entry),
          ...(onProgress && { onProgress: (done, all) => onProgress(entry.id, done, all) }),
        },
        signal,
      );
      surveyed.push(one);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failed.push(entry);
      onFailure?.(entry, error);
    }
  }
  const crosses: CrossQuality[] = [];
  for (const kinds of CROSSED_KINDS) {
    const of = (kind: LayerKind) => surveyed.filter(({ source }) => source.entry.kind === kind);
    const cross = await crossLayers(kinds, of(kinds[0]), of(kinds[1]), { parameters }, signal);
    const lost = failed.find(({ kind }) => kinds.includes(kind));
    if (!lost) crosses.push(cross);
    else {
      const state = cross.state === 'not-done' ? 'not-done' : 'partly';
      crosses.push({ ...cross, state, reason: QUALITY_REASONS.failedLayer(lost.id) });
    }
  }
  return qualityDocument(
    surveyed.map(({ quality }) => quality),
    crosses,
    parameters,
    failed.length === 0,
  );
}

/** Points and lines of a base map have no areas to compare. */
const holdsPolygons = (kind: LayerKind): boolean => !kind.startsWith('base-');

export function coverageOf({ coverage }: CatalogLayer): FlatPolygons | null {
  if (!coverage) return null;
  return toFlat(coverage.type === 'Polygon' ? [coverage.coordinates] : coverage.coordinates);
}

/**
 * The document `sanxian/layer-quality@1`.
 *
 * @param isWhole false when a layer that belongs to it could not be read
 */
export function qualityDocument(
  layers: readonly LayerQuality[],
  crosses: readonly CrossQuality[],
  parameters: Partial<QualityParameters> = {},
  isWhole = true,
): LayerQualityDocument {
  const looked = [...layers.flatMap(({ checks }) => checks), ...crosses];
  return {
    schema: 'sanxian/layer-quality@1',
    parameters: { ...QUALITY_DEFAULTS, ...parameters },
    layers: [...layers],
    crosses: [...crosses],
    sound: looked.every(({ count }) => count === 0),
    complete: isWhole && looked.every(({ state }) => state === 'done'),
  };
}
