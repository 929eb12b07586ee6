import type { ByteSource } from '../../bytes/byte-source.ts';
import type { CatalogLayer } from '../../domain/catalog.ts';
import type { LayerQualityDocument } from '../../domain/layer-quality.ts';
import { openLayerSource } from '../../files/layer-source.ts';
import { checkQuality } from './check-quality.ts';
import { coverageOf, qualityDocument } from './quality-document.ts';
import type { RepairedFeature } from './repair-feature.ts';

/** What a step of building a layer is handed, as far as this one uses it. */
export interface QualityStepContext {
  readonly entry: CatalogLayer;
  /** The finished layer file can be opened as `entry.file`. */
  readonly staging: { open(file: string): ByteSource };
  readonly onProgress: (done: number, total: number | null) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * The quality check as a step of building a layer: over the finished file, against the coverage of its
 * entry, with what was repaired on the way in. It changes nothing and stops nothing: its document says
 * what is wrong, and whether `overlapsItself`.
 *
 * @param repairs asked for when the step runs, after all features were read
 */
export function qualityStep(repairs: () => readonly RepairedFeature[] = () => []) {
  return async ({
    entry,
    staging,
    onProgress,
    signal,
  }: QualityStepContext): Promise<LayerQualityDocument> => {
    const source = openLayerSource(entry, staging.open(entry.file), {
      integrity: 'size+header+index',
    });
    const quality = await checkQuality(
      source,
      { stated: coverageOf(entry), repairs: repairs(), onProgress },
      signal,
    );
    return qualityDocument([quality], []);
  };
}
