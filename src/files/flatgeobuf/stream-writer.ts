import type { RandomFile } from '../../bytes/random-file.ts';
import type { BBox, FlatPolygons } from '../../geometry/shapes.ts';
import { checkRings, pushBox, verticesOf } from './check-geometry.ts';
import { RecordCopier } from './copy-record.ts';
import { FlatWriter } from './flat-writer.ts';
import { indexBytes, MAGIC, NODE_SIZE } from './format.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { placeRecords } from './place-records.ts';
import type { RecordBatch } from './read-records.ts';
import { PIECE_BYTES, RecordStore } from './record-store.ts';
import { type LayerShape, layerHeader, sortedHead } from './sorted-head.ts';
import { writeFeature } from './write-feature.ts';
import { propertyEncoder } from './write-properties.ts';
import type { WriteFeature } from './writer.ts';

export interface StreamOptions extends LayerShape {
  /** Where records go that memory does not hold; null only measures, and nothing is kept. */
  readonly openScratch: (() => Promise<RandomFile>) | null;
  /** How many bytes of records memory holds. */
  readonly memoryBytes?: number;
  readonly stretchBytes?: number;
}

/** What to do with records that are copied from another file. */
export interface HowToCopy {
  decode(record: Uint8Array, index: number): WriteFeature;
  /** Whether a feature of one ring may be taken without being decoded; absent: every one may. */
  readonly isPlain?: (polygons: FlatPolygons) => boolean;
}

export interface WrittenFile {
  readonly bytes: number;
  readonly features: number;
  /** null without features. */
  readonly extent: BBox | null;
  /** Header and index, bytes. */
  readonly headBytes: number;
}

export interface FinishOptions {
  /** Gets every byte of the file from front to back; they are used again afterwards. */
  readonly finished?: (bytes: Uint8Array) => void;
  /** Gets every record in the order of the file, with its box in degrees; both are used again afterwards. */
  readonly placed?: (record: Uint8Array, box: Float64Array) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Up to here a layer is sorted in memory (bytes of records). */
const MEMORY_BYTES = 384 * 1024 * 1024;

/**
 * Writes an indexed FlatGeobuf file of any size: the same bytes as `writeFlatGeobuf` for the same
 * features in the same order. Of each feature only its box and length stay in memory (36 bytes).
 */
export class FlatGeobufStreamWriter {
  readonly #options: StreamOptions;
  readonly #encode: ReturnType<typeof propertyEncoder>;
  readonly #records: RecordStore | null;
  readonly #boxes = new GrowingNumbers((n) => new Float64Array(n));
  readonly #lengths = new GrowingNumbers((n) => new Uint32Array(n));
  #piece = new FlatWriter(PIECE_BYTES);
  #recordBytes = 0;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#encode = propertyEncoder(options.columns);
    this.#records =
      options.openScratch === null
        ? null
        : new RecordStore(options.memoryBytes ?? MEMORY_BYTES, options.openScratch);
  }

  /** Features so far. */
  get features(): number {
    return this.#lengths.length;
  }

  /** @throws RangeError for what `writeFlatGeobuf` refuses */
  async add(features: Iterable<WriteFeature>): Promise<void> {
    const { name, geometryType } = this.#options;
    for (const feature of features) {
      const label = `${name} feature ${this.#lengths.length}`;
      if ('polygons' in feature) checkRings(feature.polygons, label);
      pushBox(this.#boxes, verticesOf(feature), label);
      const properties = this.#encode(feature.properties);
      this.#lengths.push(writeFeature(this.#piece, geometryType, feature, properties, label));
      if (this.#piece.length >= PIECE_BYTES - ROOM) await this.#flush();
    }
  }

  /** Whether `addRecords` takes the records of a file that is made like this. */
  takesRecordsOf({ columns, geometryType }: Pick<LayerShape, 'columns' | 'geometryType'>): boolean {
    const own = this.#options;
    return (
      geometryType === own.geometryType &&
      columns.length === own.columns.length &&
      columns.every(({ name, type }, i) => {
        const column = own.columns[i]!;
        return name === column.name && type === column.type;
      })
    );
  }

  /**
   * Takes records of a file that has the columns and the geometry type of this one; those that cannot be
   * copied as they stand, or are not `isPlain`, are decoded.
   *
   * @throws RangeError as `add`, and what `decode` throws
   */
  async addRecords({ bytes, starts, first }: RecordBatch, how: HowToCopy): Promise<void> {
    const copier = new RecordCopier(this.#options.columns);
    const box = new Float64Array(4);
    for (let i = 0; i + 1 < starts.length; i++) {
      const [start, end] = [starts[i]!, starts[i + 1]!];
      const before = this.#piece.length;
      const length = copier.copy(bytes, start, end, this.#piece, box);
      if (length === 0 || !this.#isPlain(copier, how)) {
        this.#piece.cutTo(before);
        await this.add([how.decode(bytes.subarray(start, end), first + i)]);
        continue;
      }
      for (let side = 0; side < 4; side++) this.#boxes.push(box[side]!);
      this.#lengths.push(length);
      if (this.#piece.length >= PIECE_BYTES - ROOM) await this.#flush();
    }
  }

  #isPlain(copier: RecordCopier, { isPlain }: HowToCopy): boolean {
    if (isPlain === undefined) return true;
    const ring = copier.lastRing(this.#piece);
    return ring !== null && isPlain(ring);
  }

  /** What the file weighs with what was added so far. */
  measure(): WrittenFile {
    const features = this.#lengths.length;
    const { header, extent } = layerHeader(this.#options, this.#boxes.values);
    const headBytes = MAGIC.length + header.length + indexBytes(features, NODE_SIZE);
    return {
      bytes: headBytes + this.#recordBytes + this.#piece.length,
      features,
      extent,
      headBytes,
    };
  }

  /** Writes the file; nothing can be added afterwards. */
  async finish(file: RandomFile, options: FinishOptions = {}): Promise<WrittenFile> {
    if (this.#records === null) throw new Error('nothing was kept to be written');
    await this.#flush();
    const lengths = this.#lengths.values;
    const boxes = this.#boxes.values;
    const { head, order, extent } = sortedHead(this.#options, boxes, lengths);
    const { placed } = options;
    await file.write(0, head);
    options.finished?.(head);
    await placeRecords(
      { records: this.#records, lengths, order },
      {
        file,
        at: head.length,
        finished: options.finished ?? (() => {}),
        placed: placed && ((bytes, i) => placed(bytes, boxes.subarray(4 * i, 4 * i + 4))),
        signal: options.signal,
        stretchBytes: this.#options.stretchBytes,
      },
    );
    const bytes = head.length + this.#recordBytes;
    return { bytes, features: order.length, extent, headBytes: head.length };
  }

  async #flush(): Promise<void> {
    const piece = this.#piece;
    if (piece.length === 0) return;
    this.#piece = new FlatWriter(PIECE_BYTES);
    this.#recordBytes += piece.length;
    await this.#records?.append(piece.bytes.subarray(0, piece.length));
  }
}

/** A piece is handed over when less than this is left of it, so that it seldom grows (bytes). */
const ROOM = 256 * 1024;
