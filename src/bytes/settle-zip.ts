import { unzipSync, type Zippable, zipSync } from 'fflate';

/** The first time a zip can name; what is packed says itself when it was made. */
const NO_TIME = new Date(1980, 0, 1, 0, 0, 0);

/**
 * The same archive without a clock in it, its entries sorted and passed through `change`: two runs of a
 * writer that stamps the time give the same bytes. For archives we made; others go through `readZip`.
 */
export function settleZip(
  archive: Uint8Array,
  change: (name: string, bytes: Uint8Array) => Uint8Array = (_, bytes) => bytes,
): Uint8Array {
  const entries = unzipSync(archive);
  return packZip(Object.entries(entries).map(([name, bytes]) => [name, change(name, bytes)]));
}

/** Already as small as it gets: deflating it again takes time and saves nothing. */
const PACKED = /\.(png|jpg|zip|docx|xlsx)$/i;

/** Entries in the order given, names in UTF-8, no times. */
export function packZip(
  entries: readonly (readonly [name: string, bytes: Uint8Array])[],
): Uint8Array {
  const zippable: Zippable = {};
  for (const [name, bytes] of entries) {
    zippable[name] = [bytes, { mtime: NO_TIME, level: PACKED.test(name) ? 0 : 6 }];
  }
  return zipSync(zippable);
}
