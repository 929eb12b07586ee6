import type { ProjectFormat } from './format.ts';
import { readThroughGdal } from './read-through-gdal.ts';

const SQLITE = 'SQLite format 3\0';
/** Where the SQLite header says how the file is written and read; 2: with a log beside it. */
const WRITE_VERSION = 18;
const READ_VERSION = 19;

/** GeoPackage, through GDAL. */
export const geopackage: ProjectFormat = {
  id: 'geopackage',
  title: { zh: 'GeoPackage', en: 'GeoPackage' },
  extensions: ['gpkg'],

  sniff: (head) => (isSqlite(head) ? 1 : 0),

  read: (bytes, context) => readThroughGdal('GeoPackage', withoutLog(bytes, context), context),
};

function isSqlite(head: Uint8Array): boolean {
  return [...SQLITE].every((letter, i) => head[i] === letter.charCodeAt(0));
}

/**
 * QGIS leaves files marked as written with a log. SQLite opens such a file only where it may make the
 * log; without one beside it, nothing of it is missing and the mark can go.
 */
function withoutLog(bytes: Uint8Array, { beside }: { beside: readonly { name: string }[] }) {
  const hasLog = beside.some(({ name }) => /-wal$/i.test(name));
  if (hasLog || !isSqlite(bytes) || bytes[READ_VERSION] !== 2) return bytes;
  const copy = bytes.slice();
  copy[WRITE_VERSION] = 1;
  copy[READ_VERSION] = 1;
  return copy;
}
