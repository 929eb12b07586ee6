/** Numbers in a typed array that doubles when it is full. */
export class GrowingNumbers<A extends Float64Array | Uint32Array> {
  length = 0;
  #array: A;
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A, capacity = 1 << 12) {
    this.#make = make;
    this.#array = make(capacity);
  }

  push(value: number): void {
    if (this.length === this.#array.length) {
      const grown = this.#make(2 * this.length);
      grown.set(this.#array);
      this.#array = grown;
    }
    this.#array[this.length++] = value;
  }

  /** What was pushed; not a copy. */
  get values(): A {
    return this.#array.subarray(0, this.length) as A;
  }
}
