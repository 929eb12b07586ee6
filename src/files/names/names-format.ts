import type { BBox } from '../../geometry/shapes.ts';

/*
 * The codes and names of a layer's features, so that one can be found without loading the layer. A side
 * file, little-endian:
 *
 *   SXNM | u32 version | 32 bytes SHA-256 of the layer file | u32 bytes of the head | u32 features
 *   codes, then names:  u32 features without one | u32 blocks | u32 bytes of its blocks
 *   for each block, codes first:  16 bytes SHA-256 of the block, cut short | u32 bytes
 *                                 | u16 bytes of its first text | that text, UTF-8
 *   the blocks, one after the other; all before them is the head
 *
 * A block is a run of entries in the order of `compareTexts`. An entry is a text and all features that
 * carry it:
 *
 *   varint bytes shared with the text before | varint bytes that follow | these, UTF-8
 *   | varint features | varint position of the first one in the layer file
 *   | u32 west + 180 | u32 south + 90 | varint width | varint height      (of all of them, 1e-7 degree)
 *
 * Boxes are rounded outward. Nothing is shared across blocks: who has the head reads one block.
 */
export const NAMES_MAGIC = Uint8Array.of(0x53, 0x58, 0x4e, 0x4d);
export const NAMES_VERSION = 1;
/** Up to and with the two lines of the tables. */
export const FIXED_BYTES = 4 + 4 + 32 + 4 + 4 + 2 * 12;
/** Longer texts are cut, in UTF-16 code units. */
export const LONGEST_TEXT = 255;
export const UNITS_PER_DEGREE = 1e7;

/** What can be looked for: the parcel code, or the name. */
export const NAME_FIELDS = ['code', 'name'] as const;
export type NameField = (typeof NAME_FIELDS)[number];

export interface NameEntry {
  /** As in the layer, trimmed. */
  readonly text: string;
  /** How many features carry it. */
  readonly features: number;
  /** Position of the first of them in the layer file. */
  readonly index: number;
  /** Of all of them. */
  readonly box: BBox;
}

/** What two texts are compared by: full-width letters, case and spaces make no difference. */
export function searchKey(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/\s+/g, '');
}

/** By search key, then by the text itself; UTF-16 code units, the same on every engine. */
export function compareTexts(a: string, b: string, keyA: string, keyB: string): number {
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}
