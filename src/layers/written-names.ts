import type { CatalogLayer } from '../domain/catalog.ts';
import { FlatTable } from '../files/flatgeobuf/flat-table.ts';
import type { Column } from '../files/flatgeobuf/format.ts';
import { GrowingNumbers } from '../files/flatgeobuf/growing-numbers.ts';
import { readProperties } from '../files/flatgeobuf/read-properties.ts';
import { pickColumns } from '../files/flatgeobuf/scan-properties.ts';
import type { NamesCollector } from './collect-names.ts';

/** Slot of the property bytes in a Feature table. */
const PROPERTIES = 1;
/** Bytes kept together. */
const PIECE = 1 << 20;

/**
 * The codes and names of a layer while it is written, so that it is not read again for them. Of each feature
 * stay the bytes of its two values and its box; they are decoded when they are handed on.
 */
export class WrittenNames {
  readonly #all: readonly Column[];
  readonly #wanted: readonly Column[];
  readonly #places: Int32Array;
  readonly #boxes = new GrowingNumbers((n) => new Float64Array(n));
  readonly #lengths = new GrowingNumbers((n) => new Uint32Array(n));
  readonly #pieces: Uint8Array[] = [];
  #used = 0;

  constructor(columns: readonly Column[], { featureId, name }: CatalogLayer['fields']) {
    this.#all = columns;
    this.#wanted = columns.filter((column) => column.name === featureId || column.name === name);
    this.#places = Int32Array.from(columns, (column) => this.#wanted.indexOf(column));
  }

  /** The next record of the file, length prefix included, and its box in degrees. */
  add(record: Uint8Array, box: Float64Array): void {
    const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
    const values = FlatTable.root(view, 4).bytes(PROPERTIES);
    for (const side of box) this.#boxes.push(side);
    const room = values?.length ?? 0;
    let piece = this.#pieces.at(-1);
    if (piece === undefined || this.#used + room > piece.length) {
      if (piece !== undefined) this.#pieces[this.#pieces.length - 1] = piece.slice(0, this.#used);
      piece = new Uint8Array(Math.max(PIECE, room));
      this.#pieces.push(piece);
      this.#used = 0;
    }
    const out = piece.subarray(this.#used);
    const length = values === null ? 0 : pickColumns(values, this.#all, this.#places, out);
    this.#lengths.push(length);
    this.#used += length;
  }

  /** Hands everything on, in the order of the file. */
  tell(collector: NamesCollector, onFeature: (index: number) => void): void {
    const boxes = this.#boxes.values;
    const lengths = this.#lengths.values;
    let place = 0;
    let at = 0;
    for (let index = 0; index < lengths.length; index++) {
      const length = lengths[index]!;
      if (at + length > this.#pieces[place]!.length) {
        place++;
        at = 0;
      }
      const values = this.#pieces[place]!.subarray(at, at + length);
      at += length;
      const [west, south, east, north] = boxes.subarray(4 * index, 4 * index + 4);
      const box = [west!, south!, east!, north!] as const;
      collector.add(index, readProperties(values, this.#wanted, index), box);
      onFeature(index);
    }
  }
}
