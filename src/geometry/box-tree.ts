import Flatbush from 'flatbush';
import type { BBox } from './shapes.ts';

/** A packed Hilbert R-tree over boxes (flatbush). */
export class BoxTree {
  readonly count: number;
  readonly #tree: Flatbush | null;

  private constructor(count: number, tree: Flatbush | null) {
    this.count = count;
    this.#tree = tree;
  }

  /** Over boxes given as west, south, east, north, one after the other. Infinite boxes are never found. */
  static over(boxes: Float64Array): BoxTree {
    const count = boxes.length / 4;
    if (count === 0) return new BoxTree(0, null);
    const tree = new Flatbush(count);
    for (let i = 0; i < boxes.length; i += 4) {
      if (boxes[i]! <= boxes[i + 2]!) {
        tree.add(boxes[i]!, boxes[i + 1]!, boxes[i + 2]!, boxes[i + 3]!);
      } else {
        tree.add(NOWHERE, NOWHERE, NOWHERE, NOWHERE);
      }
    }
    tree.finish();
    return new BoxTree(count, tree);
  }

  /**
   * From the bytes of a tree written before, used where they lie; `offset` a multiple of eight. Null where
   * they are not those of a tree.
   */
  static from(data: ArrayBuffer, offset: number, length: number): BoxTree | null {
    if (length === 0) return new BoxTree(0, null);
    let tree: Flatbush;
    try {
      tree = Flatbush.from(data, offset);
    } catch {
      return null;
    }
    const size = 8 + tree._boxes.byteLength + tree._indices.byteLength;
    return size === length ? new BoxTree(tree.numItems, tree) : null;
  }

  /** The tree as bytes. */
  get bytes(): ArrayBuffer {
    if (!this.#tree) return new ArrayBuffer(0);
    const { data, byteOffset, _boxes, _indices } = this.#tree;
    return (data as ArrayBuffer).slice(
      byteOffset,
      byteOffset + 8 + _boxes.byteLength + _indices.byteLength,
    );
  }

  /** Numbers of the boxes that share a point with a box, in no particular order. */
  search(box: BBox): number[] {
    return this.#tree ? this.#tree.search(box[0], box[1], box[2], box[3]) : [];
  }

  /** Visit the boxes that share a point with a box; they come along as they lie in the tree. */
  visit(
    box: BBox,
    found: (item: number, west: number, south: number, east: number, north: number) => void,
  ): void {
    this.#tree?.search(box[0], box[1], box[2], box[3], (item, west, south, east, north) => {
      found(item, west, south, east, north);
      return false;
    });
  }
}

/** Far outside of any lon/lat, and finite, as the Hilbert order needs finite extents. */
const NOWHERE = 1e4;
