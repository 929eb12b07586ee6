import { ByteError, type ByteSource } from '../../bytes/byte-source.ts';
import { sha256Bytes, sha256Hex } from '../../bytes/sha256.ts';
import type { CatalogLayer } from '../../domain/catalog.ts';
import { readBlock } from './names-block.ts';
import {
  FIXED_BYTES,
  NAME_FIELDS,
  NAMES_MAGIC,
  NAMES_VERSION,
  type NameEntry,
  type NameField,
  searchKey,
} from './names-format.ts';

export interface NameHit extends NameEntry {
  readonly field: NameField;
}

export interface NamesFound {
  /** Codes first, then names; in each the whole text before its beginnings before its inside. */
  readonly hits: readonly NameHit[];
  /** There are more than were asked for. */
  readonly more: boolean;
  /** The layer has so many names that they were looked up by their beginning only. */
  readonly namesByBeginning: boolean;
}

export interface NamesFile {
  /** Of the layer. */
  readonly features: number;
  /** Features that carry no code, or no name: they cannot be found by it. */
  readonly without: Readonly<Record<NameField, number>>;
  /** Codes that begin with the query, names that hold it. */
  find(query: string, limit: number, signal?: AbortSignal): Promise<NamesFound>;
}

/** Names of a layer that weigh at most this are all looked at (bytes). */
export const NAMES_READ_WHOLE = 256 * 1024;

interface Block {
  readonly firstKey: string;
  readonly start: number;
  readonly bytes: number;
  readonly sum: Uint8Array;
}

/**
 * Opens the side file that `entry.names` describes. Reads its head; a lookup then reads one block, or
 * two neighbouring ones, and the names. Every byte is compared with a sum before it is believed.
 *
 * @throws ByteError `sha256` for a file other than the catalog's, or one of another edition of the layer
 */
export async function openNames(
  entry: CatalogLayer,
  source: ByteSource,
  signal?: AbortSignal,
): Promise<NamesFile> {
  const { names } = entry;
  if (names === undefined) throw new Error(`layer ${entry.id} has no file of names`);
  const altered = (of: string): ByteError => new ByteError('sha256', { file: names.file, of });
  if ((await source.size(signal)) !== names.bytes) throw altered('length');
  if (names.bytes < FIXED_BYTES) throw altered('head');
  const fixed = await source.read(0, FIXED_BYTES, signal);
  const headBytes = viewOf(fixed).getUint32(40, true);
  if (headBytes < FIXED_BYTES || headBytes > names.bytes) throw altered('head');
  const head = (await source.read(0, headBytes, signal)).slice();
  if (sha256Hex(head) !== names.headSha256) throw altered('head');
  const { layerSha256, features, tables } = readHead(head, altered);
  if (layerSha256 !== entry.sha256 || features !== entry.features) throw altered('layer');

  async function* entries(
    blocks: readonly Block[],
    abort: AbortSignal | undefined,
  ): AsyncGenerator<{ readonly key: string; readonly entry: NameEntry }> {
    const [first] = blocks;
    const last = blocks.at(-1);
    if (!first || !last) return;
    const bytes = await source.read(first.start, last.start + last.bytes - first.start, abort);
    for (const { start, bytes: length, sum } of blocks) {
      abort?.throwIfAborted();
      const block = bytes.subarray(start - first.start, start - first.start + length);
      const own = sha256Bytes(block);
      if (!sum.every((byte, i) => byte === own[i])) throw altered('block');
      for (const one of readBlock(block)) yield { key: searchKey(one.text), entry: one };
    }
  }

  return {
    features,
    without: { code: tables.code.without, name: tables.name.without },
    async find(query, limit, abort) {
      const wanted = searchKey(query);
      if (wanted === '') return { hits: [], more: false, namesByBeginning: false };
      const small = tables.name.bytes <= NAMES_READ_WHOLE;
      const hits: NameHit[] = [];
      let more = false;
      for (const field of NAME_FIELDS) {
        const { blocks } = tables[field];
        const inside = field === 'name' && small;
        const found: { readonly rank: number; readonly hit: NameHit }[] = [];
        for (const run of inside ? [blocks] : runsFrom(blocks, wanted)) {
          for await (const { key, entry: one } of entries(run, abort)) {
            const rank = rankOf(key, wanted, inside);
            if (rank !== null) found.push({ rank, hit: { field, ...one } });
          }
          if (!inside && found.length > limit) break;
        }
        // the order of the file stays within a rank
        found.sort((a, b) => a.rank - b.rank);
        hits.push(...found.slice(0, limit).map(({ hit }) => hit));
        more ||= found.length > limit;
      }
      return { hits, more, namesByBeginning: !small };
    },
  };
}

/** 0 the whole text, 1 its beginning, 2 somewhere inside; null: not it. */
export function rankOf(key: string, wanted: string, inside: boolean): number | null {
  if (key === wanted) return 0;
  if (key.startsWith(wanted)) return 1;
  return inside && key.includes(wanted) ? 2 : null;
}

/** Runs of blocks to be read one after the other, as long as there are too few hits. */
function* runsFrom(blocks: readonly Block[], wanted: string): Generator<readonly Block[]> {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.firstKey < wanted) low = middle + 1;
    else high = middle;
  }
  // what begins with it may stand at the end of the block before
  const first = Math.max(0, low - 1);
  const may = (i: number): boolean => blocks[i]?.firstKey.startsWith(wanted) ?? false;
  const second = first < low && may(low) ? 2 : 1;
  if (first < blocks.length) yield blocks.slice(first, first + second);
  for (let i = first + second; may(i); i++) yield [blocks[i]!];
}

interface Table {
  readonly without: number;
  readonly bytes: number;
  readonly blocks: readonly Block[];
}

function readHead(
  head: Uint8Array,
  altered: (of: string) => ByteError,
): {
  readonly layerSha256: string;
  readonly features: number;
  readonly tables: Readonly<Record<NameField, Table>>;
} {
  const view = viewOf(head);
  const known = NAMES_MAGIC.every((byte, i) => head[i] === byte);
  if (!known || view.getUint32(4, true) !== NAMES_VERSION) throw altered('head');
  const layerSha256 = [...head.subarray(8, 40)]
    .map((b) => b.toString(16).padStart(2, '0'))
    .join('');
  let at = FIXED_BYTES;
  let start = head.length;
  const table = (place: number): Table => {
    const fixed = 48 + 12 * place;
    const blocks: Block[] = [];
    for (let count = view.getUint32(fixed + 4, true); count > 0; count--) {
      const bytes = view.getUint32(at + 16, true);
      const textBytes = view.getUint16(at + 20, true);
      const text = decoder.decode(head.subarray(at + 22, at + 22 + textBytes));
      blocks.push({ firstKey: searchKey(text), start, bytes, sum: head.subarray(at, at + 16) });
      at += 22 + textBytes;
      start += bytes;
    }
    return { without: view.getUint32(fixed, true), bytes: view.getUint32(fixed + 8, true), blocks };
  };
  const tables = { code: table(0), name: table(1) };
  return { layerSha256, features: view.getUint32(44, true), tables };
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
