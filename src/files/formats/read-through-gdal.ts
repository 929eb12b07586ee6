import type { DefinedCrs } from '../../crs/projjson.ts';
import type { Note } from '../../domain/note.ts';
import { UserError } from '../../domain/user-error.ts';
import { importError, importNote } from '../import-message.ts';
import type { MountedFiles } from '../project-gdal.ts';
import { type GdalFile, type GdalTable, gdalTables } from '../sources/gdal-source.ts';
import { hintsOfDefinition } from './defined-hints.ts';
import { flatParcels } from './flat-parcels.ts';
import { readFlatGeobuf } from './flatgeobuf.ts';
import type { RawParcel, RawProject, ReadContext } from './format.ts';
import { projectWords } from './parcel-fields.ts';

/** As it is - no other system, no index, arcs as short chords - for our own reader. */
const AS_IT_IS = [
  ...['-lco', 'SPATIAL_INDEX=NO', '-dim', 'XY', '-nln', 'source'],
  ...['-nlt', 'PROMOTE_TO_MULTI', '-nlt', 'CONVERT_TO_LINEAR'],
];

interface ReadTable {
  readonly table: GdalTable;
  readonly parcels: readonly RawParcel[];
  readonly notes: readonly Note[];
}

/**
 * Reads the tables with shapes of a file through GDAL, each as a layer. Where one table alone holds
 * areas it is the one that is meant, and a note names the others; where several do, a person chooses.
 *
 * @param format what messages call it
 * @param said the system of its tables, where GDAL gives none
 * @throws UserError `err-gdal-missing`, `err-gdal`, `err-layer-systems`, `err-crs-name`
 */
export async function readThroughGdal(
  format: string,
  bytes: Uint8Array,
  context: ReadContext,
  said: DefinedCrs | null = null,
): Promise<RawProject> {
  const { name: file, beside, gdal, answers, signal } = context;
  if (gdal === undefined) throw importError('err-gdal-missing', { file, format });
  const main = bytes.length > 0 ? [{ name: file, bytes }] : [];
  const mounted = await gdal.mount([...main, ...beside], signal);
  try {
    const path = mounted.pathOf(file);
    const from: GdalFile = { file, path, encoding: null, notes: [] };
    const tables = (await gdalTables(mounted.gdal, from, signal))
      .filter(({ geometryType, count }) => geometryType !== 'None' && count !== 0)
      .map((table) => ({ ...table, crs: table.crs ?? said }));
    const chosen = tables.filter(({ name }) => answers.layers?.includes(name));
    const wanted = chosen.length > 0 && chosen.length === answers.layers?.length ? chosen : tables;
    const read: ReadTable[] = [];
    for (const table of wanted) read.push(await readTable(mounted, from, table, signal));
    return together(file, read, context);
  } catch (error) {
    // what was given up may fail in any way on its way out
    signal?.throwIfAborted();
    if (!(error instanceof UserError) || error.code !== 'source-gdal') throw error;
    throw importError('err-gdal', { file, format, said: String(error.params.said ?? '') });
  } finally {
    await mounted.release();
  }
}

async function readTable(
  { gdal }: MountedFiles,
  { file, path }: GdalFile,
  table: GdalTable,
  signal?: AbortSignal,
): Promise<ReadTable> {
  const request = { path, openOptions: [], args: [...AS_IT_IS, table.name], signal };
  const { source, release } = await gdal.convert(request).catch((error: unknown) => {
    if (signal?.aborted || !(error instanceof Error)) throw error;
    const said = error.message.slice(0, 300);
    throw new UserError('source-gdal', { file, said });
  });
  try {
    const bytes = await source.read(0, await source.size(signal), signal);
    const { features } = await readFlatGeobuf(file, bytes, signal);
    if (table.count !== null && features.length !== table.count) {
      const params = { file, layer: table.name, wanted: table.count, found: features.length };
      throw importError('err-layer-count', params);
    }
    return { table, ...flatParcels(features, table.name, table.titles) };
  } finally {
    await release();
  }
}

function together(file: string, read: readonly ReadTable[], { answers }: ReadContext): RawProject {
  const hasAreas = ({ parcels }: ReadTable) => parcels.some(({ shape }) => shape === 'area');
  const areas = read.filter(hasAreas);
  const isPlain = answers.layers === undefined && areas.length === 1;
  const used = isPlain ? areas : read.filter(({ parcels }) => parcels.length > 0);
  const left = isPlain ? read.filter((one) => one !== areas[0] && one.parcels.length > 0) : [];
  const notes = used.flatMap((one) => one.notes);
  if (left.length > 0) {
    const layers = left.map(({ table }) => table.name).join('、');
    const params = { file, layer: areas[0]!.table.name, layers };
    notes.push(importNote('note-layers-left', 'info', params));
  }
  const parcels = used.flatMap((one) => one.parcels);
  const titles = Object.assign({}, ...used.map(({ table }) => table.titles));
  const willAsk = answers.layers === undefined && used.length > 1;
  // which system counts is known once the layers are chosen
  const system = hintsOfDefinition(file, willAsk ? null : oneSystem(file, used), answers);
  return {
    ...projectWords(parcels, titles),
    parcels,
    hints: system.hints,
    choosesLayers: true,
    notes: [...system.notes, ...notes],
  };
}

function oneSystem(file: string, used: readonly ReadTable[]): DefinedCrs | null {
  const systems = new Map(used.map(({ table }) => [JSON.stringify(table.crs?.hints), table.crs]));
  if (systems.size > 1) {
    const layers = used.map(({ table }) => `${table.name}（${table.crs?.name ?? '—'}）`);
    throw importError('err-layer-systems', { file, layers: layers.join('、') });
  }
  return [...systems.values()][0] ?? null;
}
