const EIGHT_BYTE_ALIGNMENT = 8;

/**
 * Writes FlatBuffers front to back into one growing buffer: parents first, references patched when
 * the child's place is known. The usual builder works back to front, element by element, and needs
 * a copy per record; this one copies whole typed arrays and writes the same bytes on every engine.
 *
 * Every record starts and ends on a multiple of 8, so alignment in the record is alignment here.
 */
export class FlatWriter {
  bytes: Uint8Array;
  length = 0;
  private view: DataView;

  constructor(capacity = 1 << 16) {
    this.bytes = new Uint8Array(capacity);
    this.view = new DataView(this.bytes.buffer);
  }

  /** Size-prefixed record: `write` gets the place of the root reference. Returns its whole length. */
  record(write: (rootSlot: number) => void): number {
    const start = this.skip(8);
    write(start + 4);
    this.align(EIGHT_BYTE_ALIGNMENT);
    this.view.setUint32(start, this.length - start - 4, true);
    return this.length - start;
  }

  /** Starts a table whose slots have these widths in bytes (0: absent); gives the slots' places. */
  table(parentSlot: number, widths: readonly number[]): number[] {
    const vtableBytes = 4 + 2 * widths.length;
    this.align(4);
    const vtable = this.skip(vtableBytes);
    this.align(4);
    const table = this.skip(4);
    const places = widths.map((width, slot) => {
      if (width === 0) return 0;
      this.align(width);
      const place = this.skip(width);
      this.view.setUint16(vtable + 4 + 2 * slot, place - table, true);
      return place;
    });
    this.view.setUint16(vtable, vtableBytes, true);
    this.view.setUint16(vtable + 2, this.length - table, true);
    this.view.setInt32(table, table - vtable, true);
    this.view.setUint32(parentSlot, table - parentSlot, true);
    return places;
  }

  u8(place: number, value: number): void {
    this.view.setUint8(place, value);
  }
  u16(place: number, value: number): void {
    this.view.setUint16(place, value, true);
  }
  i32(place: number, value: number): void {
    this.view.setInt32(place, value, true);
  }
  u64(place: number, value: number): void {
    this.view.setBigUint64(place, BigInt(value), true);
  }

  text(slot: number, value: string): void {
    const utf8 = new TextEncoder().encode(value);
    this.set(this.vector(slot, utf8.length, 1), utf8);
    this.skip(1); // FlatBuffers strings end with a zero byte that is not counted
  }

  bytesVector(slot: number, value: Uint8Array): void {
    this.set(this.vector(slot, value.length, 1), value);
  }

  /** Elements of `width` bytes as they stand in another record; gives the place of the first. */
  rawVector(slot: number, width: 4 | 8, count: number, value: Uint8Array): number {
    const place = this.vector(slot, count, width);
    this.set(place, value);
    return place;
  }

  /** Takes everything from a place on back. */
  cutTo(length: number): void {
    this.bytes.fill(0, length, this.length);
    this.length = length;
  }

  /** float64 values; typed arrays are little-endian wherever this runs. */
  doubles(slot: number, values: Float64Array): void {
    const place = this.vector(slot, values.length, 8);
    new Float64Array(this.bytes.buffer, place, values.length).set(values);
  }

  /** uint32 values. */
  integers(slot: number, values: Uint32Array): void {
    const place = this.vector(slot, values.length, 4);
    new Uint32Array(this.bytes.buffer, place, values.length).set(values);
  }

  /** A vector of references; gives the place of each, to be filled by `table`. */
  references(slot: number, count: number): number[] {
    const place = this.vector(slot, count, 4);
    return Array.from({ length: count }, (_, i) => place + 4 * i);
  }

  private vector(slot: number, count: number, width: 1 | 4 | 8): number {
    this.align(4);
    if (width === 8 && (this.length + 4) % 8 !== 0) this.skip(4);
    const place = this.skip(4);
    this.view.setUint32(place, count, true);
    this.view.setUint32(slot, place - slot, true);
    return this.skip(count * width);
  }

  private set(place: number, value: Uint8Array): void {
    this.bytes.set(value, place);
  }

  private align(to: number): void {
    const over = this.length % to;
    if (over !== 0) this.skip(to - over);
  }

  private skip(count: number): number {
    const start = this.length;
    this.length += count;
    if (this.length > this.bytes.length) {
      const grown = new Uint8Array(Math.max(this.length, this.bytes.length * 2));
      grown.set(this.bytes);
      this.bytes = grown;
      this.view = new DataView(grown.buffer);
    }
    return start;
  }
}
