import { type BBox, bboxesMeet, type Position } from '../../geometry/shapes.ts';
import { boxOfPlaces, type OpenStretch } from './borders.ts';

/** Empty ground along the borders of two features, all stretches of it together. */
export interface OpenGap {
  areaM2: number;
  lengthM: number;
  bbox: BBox;
  /** In the middle of its largest stretch. */
  at: Position;
  largestM2: number;
}

/** A gap is longer than it is wide, by so much; what is not is a corner. */
const SLENDER = 10;

/** Gathers the stretches that cells find between two features; a gap may lead through many cells. */
export class OpenGaps<Ref extends { readonly index: number }> {
  readonly #pairs = new Map<string, { refs: readonly [Ref, Ref]; gap: OpenGap }>();
  readonly #closed = new Map<string, BBox[]>();

  add(one: Ref, other: Ref, { areaM2, lengthM, at, corners }: OpenStretch): void {
    const refs = one.index < other.index ? ([one, other] as const) : ([other, one] as const);
    const key = `${refs[0].index} ${refs[1].index}`;
    const box = boxOfPlaces(corners);
    const known = this.#pairs.get(key);
    if (!known) {
      const gap = { areaM2, lengthM, at, bbox: box, largestM2: areaM2 };
      this.#pairs.set(key, { refs, gap });
      return;
    }
    const { gap } = known;
    gap.areaM2 += areaM2;
    gap.lengthM += lengthM;
    gap.bbox = joined(gap.bbox, box);
    if (areaM2 > gap.largestM2) {
      gap.largestM2 = areaM2;
      gap.at = at;
    }
  }

  /** A closed gap was told between these: what other cells saw of it is not told again. */
  close(features: readonly number[], box: BBox): void {
    for (const [i, a] of features.entries()) {
      for (const b of features.slice(i + 1)) {
        const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
        const boxes = this.#closed.get(key);
        if (boxes) boxes.push(box);
        else this.#closed.set(key, [box]);
      }
    }
  }

  /** Every gap that is one, in the order of features. */
  *found(): Generator<{ refs: readonly [Ref, Ref]; gap: OpenGap }> {
    const all = [...this.#pairs].sort(
      ([, { refs: a }], [, { refs: b }]) => a[0].index - b[0].index || a[1].index - b[1].index,
    );
    for (const [key, found] of all) {
      const { gap } = found;
      if (gap.lengthM < SLENDER * (gap.areaM2 / gap.lengthM)) continue;
      if (this.#closed.get(key)?.some((box) => bboxesMeet(box, gap.bbox))) continue;
      yield found;
    }
  }
}

function joined(a: BBox, b: BBox): BBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
