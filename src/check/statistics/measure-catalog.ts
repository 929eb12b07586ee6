import type { CatalogLayer } from '../../domain/catalog.ts';
import type { Reason } from '../../domain/facts.ts';
import { isControlKind, KIND_ORDER, type LayerKind } from '../../domain/kinds.ts';
import type { LayerSource } from '../../domain/layer-source.ts';
import type { PolicyTarget } from '../../domain/policy-pack.ts';
import {
  kindsKey,
  type StatisticsProgress,
  type StatisticsResult,
} from '../../domain/statistics.ts';
import { reasonOfFailure } from '../fault.ts';
import { type County, readCounties } from './counties.ts';
import { targetsOf } from './indicators.ts';
import { measureKinds } from './measure-kinds.ts';

/** What is measured together: the kinds of each target, then every control kind of the catalog. */
export function kindsToMeasure(
  layers: readonly CatalogLayer[],
  targets: readonly PolicyTarget[],
  region: string,
): (readonly LayerKind[])[] {
  const wanted = targetsOf(targets, region).flatMap(({ measure }) =>
    measure ? [measure.kinds] : [],
  );
  const present = KIND_ORDER.filter(
    (kind) => isControlKind(kind) && currentOf(layers, kind).length > 0,
  ).map((kind) => [kind]);
  return [...new Map([...wanted, ...present].map((kinds) => [kindsKey(kinds), kinds])).values()];
}

export interface MeasureCatalogOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: StatisticsProgress) => void;
  /** Told each result once it stands. */
  readonly onResult: (key: string, result: StatisticsResult) => void;
}

/**
 * Measures kinds by county, one after the other. A layer that cannot be read fails its own kinds; where the
 * administrative areas cannot, every kind fails with that reason. Rejects when aborted.
 */
export async function measureCatalog(
  sources: ReadonlyMap<string, LayerSource>,
  layers: readonly CatalogLayer[],
  wanted: readonly (readonly LayerKind[])[],
  { signal, onProgress, onResult }: MeasureCatalogOptions,
): Promise<void> {
  const read = await countiesOf(sources, layers, signal);
  for (const [i, kinds] of wanted.entries()) {
    const tell = (share: number): void =>
      onProgress?.({ kinds, index: i + 1, total: wanted.length, share });
    tell(0);
    const failed = (reason: Reason): StatisticsResult => ({ state: 'failed', kinds, reason });
    const measured = async (): Promise<StatisticsResult> => {
      if ('reason' in read) return failed(read.reason);
      const missing = kinds.find((kind) => currentOf(layers, kind).length === 0);
      if (missing) return failed({ code: 'statistics-no-layer', params: { kind: missing } });
      const own = kinds.flatMap((kind) => currentOf(layers, kind));
      try {
        const statistics = await measureKinds(
          kinds,
          read.counties,
          own.map(({ id }) => sources.get(id)!),
          { signal, onProgress: (done, total) => tell(total > 0 ? done / total : 1) },
        );
        return { state: 'measured', statistics };
      } catch (error) {
        return failed(reasonOfFailure(error, own[0]!.id));
      }
    };
    onResult(kindsKey(kinds), await measured());
  }
}

async function countiesOf(
  sources: ReadonlyMap<string, LayerSource>,
  layers: readonly CatalogLayer[],
  signal: AbortSignal | undefined,
): Promise<{ readonly counties: readonly County[] } | { readonly reason: Reason }> {
  const entries = currentOf(layers, 'administrative-area');
  if (entries.length === 0) return { reason: { code: 'statistics-no-areas', params: {} } };
  try {
    const counties: County[] = [];
    for (const { id } of entries) counties.push(...(await readCounties(sources.get(id)!, signal)));
    return { counties };
  } catch (error) {
    return { reason: reasonOfFailure(error, entries[0]!.id) };
  }
}

export function currentOf(layers: readonly CatalogLayer[], kind: LayerKind): CatalogLayer[] {
  return layers.filter((layer) => layer.kind === kind && layer.role === 'current');
}
