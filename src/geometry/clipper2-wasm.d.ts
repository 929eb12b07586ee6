/** The part of clipper2-wasm that `clip.ts` uses; the package's own types are not where it says. */
declare module 'clipper2-wasm' {
  export interface Held {
    delete(): void;
  }
  /** Coordinates in threes: x, y and a number of the caller's own. */
  export interface Path64 extends Held {
    assign(coordinates: BigInt64Array): void;
    /** Memory of the wasm: to be copied at once. */
    view(): BigInt64Array;
  }
  export interface Paths64 extends Held {
    push_back(path: Path64): void;
    size(): number;
    get(index: number): Path64;
  }
  type Choice = object;
  export interface Clipper2 {
    readonly Path64: new () => Path64;
    readonly Paths64: new () => Paths64;
    readonly FillRule: { readonly NonZero: Choice };
    readonly ClipType: Readonly<Record<'Intersection' | 'Union' | 'Difference', Choice>>;
    readonly JoinType: { readonly Round: Choice };
    readonly EndType: Readonly<Record<'Polygon' | 'Joined' | 'Butt' | 'Round', Choice>>;
    readonly Rect64: new (left: bigint, top: bigint, right: bigint, bottom: bigint) => Held;
    RectClipPaths64(window: Held, paths: Paths64): Paths64;
    BooleanOp64(type: Choice, rule: Choice, subjects: Paths64, clips: Paths64): Paths64;
    InflatePaths64(
      paths: Paths64,
      delta: number,
      join: Choice,
      end: Choice,
      miterLimit: number,
      arcTolerance: number,
    ): Paths64;
  }
  export default function Clipper2Z(options?: {
    locateFile?: (file: string) => string;
    wasmBinary?: ArrayBufferLike;
  }): Promise<Clipper2>;
}
