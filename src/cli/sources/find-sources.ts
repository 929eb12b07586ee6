import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { sourceError } from '../../files/sources/source-error.ts';

export type SourceFormat =
  | 'shapefile'
  | 'filegdb'
  | 'geopackage'
  | 'geojson'
  | 'flatgeobuf'
  | 'zip';

/** A file (or FileGDB folder) that holds tables. */
export interface SourceUnit {
  /** Base name, for messages. */
  readonly file: string;
  readonly path: string;
  readonly format: Exclude<SourceFormat, 'zip'>;
  /** With everything that belongs to it. */
  readonly bytes: number;
  /** Shapefile: its .dbf and .cpg, null where there are none. */
  readonly dbf: string | null;
  readonly cpg: string | null;
}

const FORMATS: readonly (readonly [format: SourceFormat, magic: string])[] = [
  ['flatgeobuf', 'fgb'],
  ['geopackage', 'SQLite format 3\0'],
  ['shapefile', '\0\0\x27\x0a'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
];
/** Parts of a shapefile that a person may name instead of the .shp. */
const SHAPEFILE_PARTS = /\.(dbf|shx|prj|cpg)$/i;
const DEEPEST = 4;

/**
 * What one path holds: a file, a FileGDB folder, or a folder of such; `zip` comes back to be unpacked.
 *
 * @throws UserError `source-missing`, `source-format`, `source-empty-folder`, `source-part-missing`
 */
export async function findSources(path: string): Promise<SourceUnit[] | 'zip'> {
  const info = await stat(path).catch(() => null);
  if (info === null) throw sourceError('source-missing', { file: path });
  if (info.isDirectory()) {
    const units = await unitsIn(path, DEEPEST);
    if (units.length === 0) throw sourceError('source-empty-folder', { file: path });
    return units;
  }
  const main = SHAPEFILE_PARTS.test(path) ? path.replace(SHAPEFILE_PARTS, '.shp') : path;
  const format = await formatOf(main);
  if (format === 'zip') return 'zip';
  if (format === null) throw sourceError('source-format', { file: basename(path) });
  return [await unitOf(main, format)];
}

async function unitsIn(folder: string, levels: number): Promise<SourceUnit[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const isGdb = entries.some(({ name }) => /\.gdbtable$/i.test(name));
  if (isGdb) {
    let bytes = 0;
    for (const { name } of entries) bytes += (await stat(join(folder, name))).size;
    return [
      { file: basename(folder), path: folder, format: 'filegdb', bytes, dbf: null, cpg: null },
    ];
  }
  const units: SourceUnit[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) {
      if (levels > 0) units.push(...(await unitsIn(path, levels - 1)));
    } else if (/\.(shp|gpkg|geojson|json|fgb)$/i.test(entry.name)) {
      const format = await formatOf(path);
      if (format !== null && format !== 'zip') units.push(await unitOf(path, format));
    }
  }
  return units;
}

/** By what the file begins with; null for nothing known. */
async function formatOf(path: string): Promise<SourceFormat | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) throw sourceError('source-missing', { file: path });
  try {
    const head = new Uint8Array(4096);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    const text = String.fromCharCode(...head.subarray(0, bytesRead));
    const found = FORMATS.find(([, magic]) => text.startsWith(magic));
    if (found) return found[0];
    const isObject = /^(ï»¿)?\s*\{/.test(text);
    const isGeo = /"type"\s*:|"features"\s*:/.test(text) || /\.geojson$/i.test(path);
    const isWide = /^(ÿþ\{\0|þÿ\0\{)/.test(text);
    return (isObject && isGeo) || isWide ? 'geojson' : null;
  } finally {
    await file.close();
  }
}

async function unitOf(path: string, format: SourceUnit['format']): Promise<SourceUnit> {
  const file = basename(path);
  const { size } = await stat(path);
  if (format !== 'shapefile') return { file, path, format, bytes: size, dbf: null, cpg: null };
  const stem = file.slice(0, -extname(file).length).toLowerCase();
  const beside = await readdir(dirname(path));
  const part = (extension: string): string | null => {
    const found = beside.find((name) => name.toLowerCase() === `${stem}${extension}`);
    return found === undefined ? null : join(dirname(path), found);
  };
  for (const needed of ['.shx', '.dbf']) {
    if (part(needed) === null) throw sourceError('source-part-missing', { file, part: needed });
  }
  const dbf = part('.dbf');
  const bytes = size + (await stat(dbf!)).size;
  return { file, path, format, bytes, dbf, cpg: part('.cpg') };
}
