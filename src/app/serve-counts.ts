import type { CatalogLayer } from '../domain/catalog.ts';
import { isControlKind } from '../domain/kinds.ts';
import { UserError } from '../domain/user-error.ts';
import { type BoxPlace, boxInPolygons } from '../geometry/box-in-polygons.ts';
import type { BBox } from '../geometry/shapes.ts';
import type { TileReason } from '../tiles/tile-messages.ts';
import type { TileSource } from '../tiles/tile-source.ts';
import type { CountAnswer, CountRequest, ViewCount } from './count-protocol.ts';

/** The part of a worker's scope that is needed here. */
export interface CountScope {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: CountAnswer): void;
}

/**
 * Answers `count` messages by index search, beside the tiles. Only the last question is worked on; what
 * is not answered by then never is.
 */
export function serveCounts(
  scope: CountScope,
  sourceOf: (layer: string) => TileSource | undefined,
): void {
  let working = new AbortController();
  scope.addEventListener('message', ({ data }) => {
    if (!isCount(data)) return;
    working.abort();
    working = new AbortController();
    void answer(data, working.signal);
  });

  async function answer({ ask, bbox, layers }: CountRequest, signal: AbortSignal): Promise<void> {
    for (const layer of layers) {
      const count = await countOf(layer, sourceOf(layer), bbox, signal);
      if (signal.aborted) return;
      scope.postMessage({ type: 'counted', ask, count });
    }
  }
}

function isCount(data: unknown): data is CountRequest {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'count';
}

async function countOf(
  layer: string,
  source: TileSource | undefined,
  bbox: BBox,
  signal: AbortSignal,
): Promise<ViewCount> {
  const covered = source ? coveredAt(source.entry, bbox) : null;
  try {
    if (!source?.countIn) throw new UserError('layer-unknown', { layer });
    await source.open(signal);
    const features = await source.countIn(bbox, signal);
    return { layer, features, reason: null, covered };
  } catch (cause) {
    return { layer, features: null, reason: reasonOf(layer, cause), covered };
  }
}

/** A control layer without a coverage is complete nowhere. */
function coveredAt({ kind, coverage }: CatalogLayer, bbox: BBox): BoxPlace | null {
  if (!isControlKind(kind)) return null;
  if (!coverage) return 'outside';
  const polygons = coverage.type === 'Polygon' ? [coverage.coordinates] : coverage.coordinates;
  return boxInPolygons(bbox, polygons);
}

function reasonOf(layer: string, cause: unknown): TileReason {
  if (cause instanceof UserError) return { code: cause.code, params: cause.params };
  return { code: 'tile-fault', params: { layer, message: String(cause) } };
}
