import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TextEncoding } from '../../bytes/decode-text.ts';
import type { LayerKind } from '../../domain/kinds.ts';
import type { Note } from '../../domain/note.ts';
import { UserError } from '../../domain/user-error.ts';
import { type DbfEncoding, findDbfEncoding } from '../../files/sources/dbf-encoding.ts';
import { flatGeobufSource } from '../../files/sources/flatgeobuf-source.ts';
import type { GdalPort } from '../../files/sources/gdal-port.ts';
import {
  type GdalFile,
  type GdalTable,
  gdalSource,
  gdalTables,
} from '../../files/sources/gdal-source.ts';
import { geoJsonSource } from '../../files/sources/geojson-source.ts';
import { sourceError, sourceNote } from '../../files/sources/source-error.ts';
import type { SourceTable } from '../../files/sources/source-table.ts';
import { chooseTable } from '../../layers/sources/choose-table.ts';
import { fileSource } from '../file-source.ts';
import { findSources, type SourceUnit } from './find-sources.ts';
import { gdalProcess } from './gdal-process.ts';
import { hasNativeGdal, NATIVE_FROM, nativeGdal } from './native-gdal.ts';
import { unpackZip } from './unpack-zip.ts';

export interface OpenOptions {
  /** Folder for what is unpacked and converted; the caller takes it away. */
  readonly work: string;
  readonly kind: LayerKind;
  /** The user's word for which table of a source; null: by its name. */
  readonly table: string | null;
  readonly encoding: DbfEncoding | null;
  readonly onConvert: (file: string, done: number, total: number | null) => void;
  readonly signal: AbortSignal;
  /** Larger sources are converted by the native program, where there is one (bytes). */
  readonly nativeFrom?: number;
}

/** Opens what is named on the command line; everything goes away with the folder `work`. */
export interface SourceOpener {
  /** One table a path. @throws UserError `source-...` */
  open(path: string, options: OpenOptions): Promise<SourceTable>;
  close(): void;
}

/** A table that may be chosen, before it is read. */
interface Candidate {
  readonly name: string;
  readonly count: number | null;
  open(): Promise<SourceTable>;
}

export function sourceOpener(work: string): SourceOpener {
  const gdal = gdalProcess(work);
  let unpacked = 0;
  return {
    async open(path, options) {
      let units = await findSources(path);
      if (units === 'zip') {
        const folder = join(work, `unpacked-${++unpacked}`);
        await unpackZip(path, folder, options.signal);
        const inside = await findSources(folder).catch((error: unknown) => {
          const isEmpty = error instanceof UserError && /missing|folder/.test(error.code);
          throw isEmpty ? sourceError('source-empty-folder', { file: basename(path) }) : error;
        });
        units = inside === 'zip' ? [] : inside;
      }
      const candidates: Candidate[] = [];
      for (const unit of units) candidates.push(...(await candidatesIn(unit, gdal, options)));
      return choose(basename(path), candidates, options).open();
    },
    close: gdal.close,
  };
}

function choose(file: string, candidates: readonly Candidate[], { kind, table }: OpenOptions) {
  if (table === null) return chooseTable(file, candidates, kind);
  const found = candidates.filter(({ name }) => name.toLowerCase() === table.toLowerCase());
  if (found.length === 1) return found[0]!;
  const choices = candidates.map(({ name }) => name).join(', ');
  throw sourceError('source-table-missing', { file, table, choices });
}

async function candidatesIn(
  unit: SourceUnit,
  gdal: GdalPort,
  options: OpenOptions,
): Promise<Candidate[]> {
  const { file, path, format } = unit;
  const { signal, encoding } = options;
  const stem = file.replace(/\.[^.]*$/, '');
  if (format === 'geojson') {
    const source = fileSource(path);
    const asText = encoding === 'ISO-8859-1' ? null : (encoding as TextEncoding | null);
    const open = () => geoJsonSource(file, source, asText, signal);
    return [{ name: stem, count: null, open }];
  }
  if (format === 'flatgeobuf') {
    const table = await flatGeobufSource(file, fileSource(path), signal);
    return [{ name: table.name || stem, count: table.count, open: async () => table }];
  }
  const from = await gdalFile(unit, options);
  const tables = (await gdalTables(gdal, from, signal)).filter(isPolygonal);
  return tables.map((table) => ({
    name: table.name,
    count: table.count,
    open: () => openThroughGdal(unit, gdal, from, table, options),
  }));
}

/** Tables without a declared kind of geometry are looked at feature by feature later. */
function isPolygonal({ geometryType }: GdalTable): boolean {
  return /polygon|surface|geometry|unknown|collection/i.test(geometryType);
}

async function openThroughGdal(
  unit: SourceUnit,
  gdal: GdalPort,
  from: GdalFile,
  table: GdalTable,
  { work, onConvert, signal, nativeFrom = NATIVE_FROM }: OpenOptions,
): Promise<SourceTable> {
  const told = (done: number): void => onConvert(unit.file, done, table.count);
  const isLarge = unit.bytes > nativeFrom && (await hasNativeGdal());
  if (isLarge) {
    try {
      const native = nativeGdal(work, gdal);
      return (await gdalSource(native, from, table, told, signal)).table;
    } catch (error) {
      // older GDAL leaves records without geometry out, and says so by their number only
      const isShort = error instanceof UserError && error.code === 'source-count';
      if (!isShort) throw error;
    }
  }
  return (await gdalSource(gdal, from, table, told, signal)).table;
}

async function gdalFile(unit: SourceUnit, { encoding, signal }: OpenOptions): Promise<GdalFile> {
  const { file, path, dbf, cpg } = unit;
  if (dbf === null) return { file, path, encoding: null, notes: [] };
  if (encoding !== null) return { file, path, encoding, notes: [] };
  const said = cpg === null ? null : await readFile(cpg, 'latin1');
  const found = await findDbfEncoding(fileSource(dbf), said, signal);
  const notes: Note[] = [];
  if (found.contradicted !== null) {
    const params = { file, said: found.contradicted, encoding: found.encoding };
    notes.push(sourceNote('source-encoding-contradicted', 'warning', params));
  } else if (found.encoding !== 'UTF-8') {
    notes.push(sourceNote('source-encoding', 'info', { file, encoding: found.encoding }));
  }
  return { file, path, encoding: found.encoding, notes };
}
