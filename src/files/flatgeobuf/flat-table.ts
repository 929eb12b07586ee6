/** A FlatBuffers reference that points outside its record. */
export class FlatBoundsError extends Error {
  override readonly name = 'FlatBoundsError';
}

/** A run of equal elements inside a record. */
export interface FlatVector {
  /** Byte place of the first element. */
  readonly at: number;
  readonly count: number;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a FlatBuffers table with every offset checked against the record. The usual classes read
 * outside a damaged record as zeros, and zeros are coordinates.
 *
 * @throws FlatBoundsError from every method when the record contradicts itself
 */
export class FlatTable {
  readonly view: DataView;
  private readonly at: number;
  private readonly vtable: number;
  private readonly slots: number;

  constructor(view: DataView, at: number) {
    this.view = view;
    this.at = need(view, at, 4);
    this.vtable = need(view, at - view.getInt32(at, true), 4);
    const vtableBytes = view.getUint16(this.vtable, true);
    need(view, this.vtable, vtableBytes);
    need(view, at, view.getUint16(this.vtable + 2, true));
    this.slots = (vtableBytes - 4) / 2;
    if (!Number.isInteger(this.slots) || this.slots < 0) throw new FlatBoundsError('vtable');
  }

  /** The table a record begins with: the reference to it stands at `at`. */
  static root(view: DataView, at: number): FlatTable {
    return new FlatTable(view, at + view.getUint32(need(view, at, 4), true));
  }

  /** Byte place of a field of `width` bytes, 0 when the table does not have it. */
  place(slot: number, width: number): number {
    if (slot >= this.slots) return 0;
    const offset = this.view.getUint16(this.vtable + 4 + 2 * slot, true);
    return offset === 0 ? 0 : need(this.view, this.at + offset, width);
  }

  u8(slot: number, absent: number): number {
    const place = this.place(slot, 1);
    return place === 0 ? absent : this.view.getUint8(place);
  }
  u16(slot: number, absent: number): number {
    const place = this.place(slot, 2);
    return place === 0 ? absent : this.view.getUint16(place, true);
  }
  i32(slot: number, absent: number): number {
    const place = this.place(slot, 4);
    return place === 0 ? absent : this.view.getInt32(place, true);
  }
  /** Exact up to 2^53; larger values stay large. */
  u64(slot: number, absent: number): number {
    const place = this.place(slot, 8);
    return place === 0 ? absent : Number(this.view.getBigUint64(place, true));
  }

  table(slot: number): FlatTable | null {
    const place = this.place(slot, 4);
    return place === 0 ? null : FlatTable.root(this.view, place);
  }

  tables(slot: number): FlatTable[] {
    const vector = this.vector(slot, 4);
    if (vector === null) return [];
    return Array.from({ length: vector.count }, (_, i) =>
      FlatTable.root(this.view, vector.at + 4 * i),
    );
  }

  vector(slot: number, width: number): FlatVector | null {
    const place = this.place(slot, 4);
    if (place === 0) return null;
    const start = need(this.view, place + this.view.getUint32(place, true), 4);
    const count = this.view.getUint32(start, true);
    return { at: need(this.view, start + 4, count * width), count };
  }

  /** The bytes of a vector, not copied. */
  bytes(slot: number): Uint8Array | null {
    const vector = this.vector(slot, 1);
    if (vector === null) return null;
    return new Uint8Array(this.view.buffer, this.view.byteOffset + vector.at, vector.count);
  }

  text(slot: number): string | null {
    const bytes = this.bytes(slot);
    if (bytes === null) return null;
    try {
      return utf8.decode(bytes);
    } catch {
      throw new FlatBoundsError('text is not UTF-8');
    }
  }
}

function need(view: DataView, at: number, length: number): number {
  if (at < 0 || at + length > view.byteLength) throw new FlatBoundsError(`${at} + ${length}`);
  return at;
}
