import { reasonOfFailure } from '../../check/fault.ts';
import type { Reason } from '../../domain/facts.ts';
import type { LayerSource } from '../../domain/layer-source.ts';
import { type InnerUrbanZone, urbanZoneOf } from '../../domain/zones.ts';
import { type BBox, bboxesMeet, bboxOf, type FlatPolygons } from '../../geometry/shapes.ts';
import { holdsBox } from './for-paper.ts';

/** More than this in one extent would be a carpet on paper, and long to fetch. */
const MOST_FEATURES = 3000;

export interface NearShape {
  readonly polygons: FlatPolygons;
  /** Of the urban boundary only. */
  readonly zone: InnerUrbanZone | null;
}

export type Nearby =
  | { readonly shapes: readonly NearShape[] }
  /** More than can be drawn. */
  | { readonly crowded: true }
  | { readonly failure: Reason };

interface Kept {
  readonly box: BBox;
  readonly shapes: readonly (NearShape & { readonly box: BBox })[];
}

/**
 * Features of one layer around a site. What was read for a wide extent serves the narrow ones inside it.
 * A layer that fails says why, and is not taken for an empty one.
 */
export class FeaturesNear {
  readonly #source: LayerSource;
  readonly #signal: AbortSignal | undefined;
  #kept: Kept | null = null;

  constructor(source: LayerSource, signal?: AbortSignal) {
    this.#source = source;
    this.#signal = signal;
  }

  async within(box: BBox): Promise<Nearby> {
    if (!this.#kept || !holdsBox(this.#kept.box, box)) {
      const answer = await this.#read(box);
      if (!('shapes' in answer)) return answer;
      this.#kept = { box, shapes: answer.shapes };
    }
    return { shapes: this.#kept.shapes.filter((shape) => bboxesMeet(shape.box, box)) };
  }

  async #read(box: BBox): Promise<Kept | { crowded: true } | { failure: Reason }> {
    const { entry } = this.#source;
    if (entry.features === 0 || !bboxesMeet(entry.extent, box)) return { box, shapes: [] };
    try {
      await this.#source.open(this.#signal);
      if ((await this.#count(box)) > MOST_FEATURES) return { crowded: true };
      const shapes: (NearShape & { box: BBox })[] = [];
      const isUrban = entry.kind === 'urban-development-boundary';
      const field = entry.fields.zone;
      for await (const { polygons, properties } of this.#source.featuresIn(box, this.#signal)) {
        const zone = isUrban ? urbanZoneOf(field === undefined ? null : properties[field]) : null;
        shapes.push({ box: bboxOf(polygons), polygons, zone });
        if (shapes.length > MOST_FEATURES) return { crowded: true };
      }
      return { box, shapes };
    } catch (error) {
      return { failure: reasonOfFailure(error, entry.id) };
    }
  }

  /** From the index, where the source can: nothing is fetched that would not be drawn. */
  async #count(box: BBox): Promise<number> {
    const source = this.#source as LayerSource & {
      countIn?(box: BBox, signal?: AbortSignal): Promise<number>;
    };
    return (await source.countIn?.(box, this.#signal)) ?? 0;
  }
}
