import { type BBox, bboxOf } from '../../geometry/shapes.ts';
import { QUALITY_FOUND } from '../../text/words/quality.ts';
import { roundDegrees } from '../../units/round.ts';
import type { CellContent } from './cell-content.ts';
import { holdsPoint } from './cells.ts';
import { idOf, type QualityColumns } from './columns.ts';
import type { Tally } from './tally.ts';

/**
 * Finds identifiers that stand twice among millions: a first look keeps a number for each, a second look
 * compares the few whose numbers are equal letter by letter.
 */
export class IdSketch {
  readonly #hashes: Float64Array;
  #count = 0;

  constructor(features: number) {
    this.#hashes = new Float64Array(features);
  }

  add(id: string): void {
    this.#hashes[this.#count++] = hash53(id);
  }

  /** Numbers that at least two identifiers have. */
  repeated(): ReadonlySet<number> {
    const sorted = this.#hashes.subarray(0, this.#count).sort();
    const repeated = new Set<number>();
    for (let i = 1; i < sorted.length; i++) {
      if (sorted[i] === sorted[i - 1]) repeated.add(sorted[i]!);
    }
    return repeated;
  }
}

/** 53 bits of two multiplicative hashes (cyrb53). */
export function hash53(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** Looks again, cell by cell, at the features whose identifiers may stand twice. */
export class RepeatedIds {
  readonly #numbers: ReadonlySet<number>;
  readonly #columns: QualityColumns;
  readonly #found = new Map<string, { index: number; box: BBox }[]>();

  constructor(numbers: ReadonlySet<number>, columns: QualityColumns) {
    this.#numbers = numbers;
    this.#columns = columns;
  }

  look({ all, cell }: CellContent): void {
    if (this.#numbers.size === 0) return;
    for (const { index, polygons, properties } of all) {
      const id = idOf(this.#columns, properties);
      if (id === null || !this.#numbers.has(hash53(id))) continue;
      const box = bboxOf(polygons);
      if (!holdsPoint(cell, box[0], box[1])) continue;
      const features = this.#found.get(id);
      if (features) features.push({ index, box });
      else this.#found.set(id, [{ index, box }]);
    }
  }

  /** One finding for each identifier, at its second feature. */
  tell(tally: Tally): void {
    for (const [id, places] of this.#found) {
      if (places.length < 2) continue;
      places.sort((a, b) => a.index - b.index);
      tally.add(0, () => {
        const features = places.slice(0, MOST_NAMED).map(({ index }) => ({ index, id }));
        const [west, south, east, north] = places[1]!.box;
        return {
          check: 'duplicate-id',
          features,
          at: [roundDegrees((west + east) / 2), roundDegrees((south + north) / 2)],
          bbox: [west, south, east, north].map(roundDegrees) as [number, number, number, number],
          text: QUALITY_FOUND.duplicateId(
            id,
            places.map(({ index }) => index),
          ),
        };
      });
    }
  }
}

/** Features named in one finding. */
const MOST_NAMED = 100;

export function findRepeatedIds(sketch: IdSketch, columns: QualityColumns): RepeatedIds {
  return new RepeatedIds(sketch.repeated(), columns);
}
