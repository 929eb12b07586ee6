import { bytesOfHex, sha256Bytes } from '../bytes/sha256.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { LayerFeature } from '../domain/layer-source.ts';
import { BlockWriter } from '../files/names/names-block.ts';
import {
  compareTexts,
  FIXED_BYTES,
  LONGEST_TEXT,
  NAME_FIELDS,
  NAMES_MAGIC,
  NAMES_VERSION,
  type NameField,
  searchKey,
} from '../files/names/names-format.ts';
import type { BBox } from '../geometry/shapes.ts';

/** A lookup reads a head that grows with the blocks, and one block: both stay some tens of kB. */
const SMALLEST_BLOCK = 8 * 1024;
const LARGEST_BLOCK = 64 * 1024;
/** Blocks of a table, as long as none grows beyond `LARGEST_BLOCK`. */
const MOST_BLOCKS = 900;
/** What an entry usually takes in a block (bytes). */
const USUAL_ENTRY = 28;

export interface NamesCollector {
  /** `index` is the feature's position in the layer file, `box` its bounding box in degrees. */
  add(index: number, properties: LayerFeature['properties'], box: BBox): void;
  /** The side file of the layer file with this SHA-256 (64 hex digits), as `names-format.ts` tells. */
  finish(layerSha256: string): { readonly bytes: Uint8Array; readonly headBytes: number };
}

/** Texts of one field and where they stand; nothing of a feature's geometry is kept. */
interface Column {
  readonly column: string | undefined;
  readonly texts: string[];
  readonly keys: string[];
  readonly index: number[];
  readonly corners: number[];
  without: number;
}

/**
 * Collects codes and names while a layer is written or read. Memory grows with the texts alone, about
 * 150 bytes a feature.
 */
export function collectNames(fields: CatalogLayer['fields']): NamesCollector {
  const column = (name: string | undefined): Column => ({
    column: name,
    texts: [],
    keys: [],
    index: [],
    corners: [],
    without: 0,
  });
  const columns: Record<NameField, Column> = {
    code: column(fields.featureId),
    name: column(fields.name),
  };
  let features = 0;
  return {
    add(index, properties, box) {
      features++;
      for (const field of NAME_FIELDS) {
        const own = columns[field];
        const text = textOf(own.column === undefined ? null : properties[own.column]);
        if (text === null) {
          own.without++;
          continue;
        }
        const key = searchKey(text);
        own.texts.push(text);
        own.keys.push(key === text ? text : key);
        own.index.push(index);
        own.corners.push(...box);
      }
    },
    finish: (layerSha256) => writeFile(columns, features, layerSha256),
  };
}

/** The text of a property; null where there is none to be found by. */
export function textOf(value: string | number | boolean | null | undefined): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim().slice(0, LONGEST_TEXT);
  return searchKey(text) === '' ? null : text;
}

interface WrittenBlock {
  readonly first: Uint8Array;
  readonly bytes: Uint8Array;
}

function writeFile(
  columns: Readonly<Record<NameField, Column>>,
  features: number,
  layerSha256: string,
): { readonly bytes: Uint8Array; readonly headBytes: number } {
  const tables = NAME_FIELDS.map((field) => writeTable(columns[field]));
  const blocks = tables.flat();
  const headBytes = blocks.reduce((sum, { first }) => sum + 22 + first.length, FIXED_BYTES);
  const file = new Uint8Array(blocks.reduce((sum, { bytes }) => sum + bytes.length, headBytes));
  const view = new DataView(file.buffer);
  file.set(NAMES_MAGIC);
  view.setUint32(4, NAMES_VERSION, true);
  file.set(bytesOfHex(layerSha256), 8);
  view.setUint32(40, headBytes, true);
  view.setUint32(44, features, true);
  for (const [place, field] of NAME_FIELDS.entries()) {
    const own = tables[place]!;
    view.setUint32(48 + 12 * place, columns[field].without, true);
    view.setUint32(52 + 12 * place, own.length, true);
    const bytes = own.reduce((sum, block) => sum + block.bytes.length, 0);
    view.setUint32(56 + 12 * place, bytes, true);
  }
  let at = FIXED_BYTES;
  let start = headBytes;
  for (const { first, bytes } of blocks) {
    file.set(sha256Bytes(bytes).subarray(0, 16), at);
    view.setUint32(at + 16, bytes.length, true);
    view.setUint16(at + 20, first.length, true);
    file.set(first, at + 22);
    at += 22 + first.length;
    file.set(bytes, start);
    start += bytes.length;
  }
  return { bytes: file, headBytes };
}

/** Entries in order, one for all features of a text, cut into blocks. */
function writeTable({ texts, keys, index, corners }: Column): WrittenBlock[] {
  const order = Uint32Array.from(texts, (_, i) => i).sort(
    (a, b) => compareTexts(texts[a]!, texts[b]!, keys[a]!, keys[b]!) || index[a]! - index[b]!,
  );
  const even = Math.ceil((texts.length * USUAL_ENTRY) / MOST_BLOCKS);
  const most = Math.min(LARGEST_BLOCK, Math.max(SMALLEST_BLOCK, even));
  const blocks: WrittenBlock[] = [];
  const writer = new BlockWriter();
  let first = '';
  for (let i = 0; i < order.length; ) {
    const text = texts[order[i]!]!;
    let end = i + 1;
    while (end < order.length && texts[order[end]!] === text) end++;
    if (writer.length === 0) first = text;
    const box = unionOf(order.subarray(i, end), corners);
    writer.add({ text, features: end - i, index: index[order[i]!]!, box });
    i = end;
    if (writer.length >= most || i === order.length) {
      blocks.push({ first: new TextEncoder().encode(first), bytes: writer.finish() });
    }
  }
  return blocks;
}

function unionOf(own: Uint32Array, corners: readonly number[]): BBox {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const i of own) {
    box[0] = Math.min(box[0], corners[4 * i]!);
    box[1] = Math.min(box[1], corners[4 * i + 1]!);
    box[2] = Math.max(box[2], corners[4 * i + 2]!);
    box[3] = Math.max(box[3], corners[4 * i + 3]!);
  }
  return box;
}
