import { reasonOfFailure } from '../../check/fault.ts';
import { growBox } from '../../check/grow-box.ts';
import { LIVE_LOADING, type LiveLayer } from '../../check/live-check.ts';
import { isControlKind } from '../../domain/kinds.ts';
import type { LayerFeature, LayerSource } from '../../domain/layer-source.ts';
import type { BBox } from '../../geometry/shapes.ts';
import { buildLayerIndex } from '../../overlay/edge-index.ts';

/** What is read around a place beyond what was asked for, so that a drag does not leave it at once. */
const MARGIN_M = 2000;

interface Held {
  readonly box: BBox;
  readonly layer: LiveLayer;
}

/**
 * The control layers around the place that is drawn on, held in memory. Reading is begun by `want`; until
 * a layer is there for the whole place it is `live-loading`.
 */
export class LiveLayers {
  readonly #sources: readonly LayerSource[];
  readonly #changed: () => void;
  readonly #held = new Map<string, Held>();
  readonly #reading = new Map<string, { box: BBox; abort: AbortController }>();

  /** `changed`: a layer was read, or could not be. */
  constructor(sources: Iterable<LayerSource>, changed: () => void) {
    this.#sources = [...sources].filter(
      ({ entry }) => entry.role === 'current' && isControlKind(entry.kind),
    );
    this.#changed = changed;
  }

  /** Sees to it that every layer is there for a place; what is there already is kept. */
  want(box: BBox): void {
    for (const source of this.#sources) {
      const { id } = source.entry;
      if (holds(this.#held.get(id)?.box, box) || holds(this.#reading.get(id)?.box, box)) continue;
      void this.#read(source, growBox(box, MARGIN_M));
    }
  }

  /** The layers as they are for a place. */
  around(box: BBox): readonly LiveLayer[] {
    return this.#sources.map(({ entry }) => {
      const held = this.#held.get(entry.id);
      return held && holds(held.box, box)
        ? held.layer
        : { entry, held: null, failure: LIVE_LOADING };
    });
  }

  leave(): void {
    for (const { abort } of this.#reading.values()) abort.abort();
    this.#reading.clear();
  }

  async #read(source: LayerSource, box: BBox): Promise<void> {
    const { entry } = source;
    this.#reading.get(entry.id)?.abort.abort();
    const work = { box, abort: new AbortController() };
    this.#reading.set(entry.id, work);
    const layer = await readAround(source, box, work.abort.signal).catch((cause: unknown) => {
      if (work.abort.signal.aborted) return null;
      return { entry, held: null, failure: reasonOfFailure(cause, entry.id) };
    });
    if (this.#reading.get(entry.id) !== work) return;
    this.#reading.delete(entry.id);
    if (!layer) return;
    this.#held.set(entry.id, { box, layer });
    this.#changed();
  }
}

async function readAround(source: LayerSource, box: BBox, signal: AbortSignal): Promise<LiveLayer> {
  await source.open(signal);
  const features: LayerFeature[] = [];
  for await (const feature of source.featuresIn(box, signal)) features.push(feature);
  const index = buildLayerIndex(features.map(({ polygons }) => polygons));
  return { entry: source.entry, held: { features, index }, failure: null };
}

function holds(outer: BBox | undefined, inner: BBox): boolean {
  return (
    outer !== undefined &&
    outer[0] <= inner[0] &&
    outer[1] <= inner[1] &&
    outer[2] >= inner[2] &&
    outer[3] >= inner[3]
  );
}
