import { memorySource } from '../../bytes/memory-source.ts';
import { type CoordinateHints, NO_HINTS } from '../../crs/evidence.ts';
import { hintsFromWkt } from '../../crs/wkt.ts';
import type { Note } from '../../domain/note.ts';
import { importError, importNote } from '../import-message.ts';
import { type DbfTable, readDbf } from '../shapefile/read-dbf.ts';
import { readShp } from '../shapefile/read-shp.ts';
import { ShapefileError } from '../shapefile/shapefile-error.ts';
import { encodingFromCpg, findDbfEncoding } from '../sources/dbf-encoding.ts';
import { hintsOfDefinition } from './defined-hints.ts';
import { featureParcel } from './feature-parcel.ts';
import { featureNotes } from './flat-parcels.ts';
import type { NamedFile, ProjectFormat, ReadContext } from './format.ts';
import { projectWords } from './parcel-fields.ts';

/**
 * ESRI Shapefile: .shp and .dbf, the encoding by .cpg, language byte and a test of the text, the system
 * by .prj. Read here and not through GDAL: it is the file that lands on a desk most often, and page and
 * terminal read the same bytes the same way without loading 11 MB. Which rings are holes is left to the
 * nesting, since programs differ in how they turn them. Without .prj nothing is said of the system.
 */
export const shapefile: ProjectFormat = {
  id: 'shapefile',
  title: { zh: 'Shapefile', en: 'Shapefile' },
  extensions: ['shp', 'shx', 'dbf', 'prj', 'cpg'],

  sniff: (head) => ([0, 0, 0x27, 0x0a].every((byte, i) => head[i] === byte) ? 1 : 0),

  async read(bytes, context) {
    const { name, beside } = context;
    const part = (extension: string) => beside.find((file) => extensionOf(file.name) === extension);
    const dbf = part('dbf');
    const isMain = extensionOf(name) === 'shp';
    if (!isMain || dbf === undefined) throw missingParts(context);
    try {
      const table = await readTable(dbf, part('cpg'), context);
      const shapes = readShp(bytes);
      if (shapes.length !== table.records.length) {
        const params = { file: name, shapes: shapes.length, records: table.records.length };
        throw importError('err-shape-counts', params);
      }
      let empty = 0;
      let heights = 0;
      const parcels = shapes.flatMap((shape, i) => {
        const attributes = table.records[i];
        if (!attributes) return [];
        if (shape === null) {
          empty++;
          return [];
        }
        if (shape.hasHeights) heights++;
        const rings = shape.parts.map((xy) => ({ xy, hole: null }));
        return [featureParcel({ shape: shape.kind, rings, attributes }, null)];
      });
      const prj = part('prj');
      const system = prj ? hintsFromPrj(prj, context) : { hints: NO_HINTS, notes: [] };
      const notes = [...table.notes, ...system.notes, ...featureNotes(empty, heights)];
      return { ...projectWords(parcels), parcels, hints: system.hints, notes };
    } catch (error) {
      throw error instanceof ShapefileError ? saidOf(error, name) : error;
    }
  },
};

async function readTable(
  { name, bytes }: NamedFile,
  cpg: NamedFile | undefined,
  { signal }: ReadContext,
): Promise<DbfTable & { readonly notes: Note[] }> {
  const said = cpg ? new TextDecoder('latin1').decode(cpg.bytes.subarray(0, 64)).trim() : null;
  // Western by name is what programs write that know no better; the text decides
  const isWestern = said !== null && encodingFromCpg(said) === 'ISO-8859-1';
  const source = memorySource(name, bytes);
  const found = await findDbfEncoding(source, isWestern ? null : said, signal);
  const table = readDbf(bytes, found.encoding);
  const notes: Note[] = [];
  const { encoding } = found;
  const hasChinese = bytes.some((byte) => byte >= 0x80);
  const contradicted = isWestern && hasChinese ? said : found.contradicted;
  if (contradicted !== null) {
    const params = { file: name, said: contradicted.replace(/[^ -~]/g, '?'), encoding };
    notes.push(importNote('note-encoding-contradicted', 'warning', params));
  } else if (encoding !== 'UTF-8') {
    notes.push(importNote('note-encoding', 'info', { encoding }));
  }
  if (table.garbled) {
    notes.push(importNote('note-text-garbled', 'warning', { file: name, encoding }));
  }
  const deleted = table.records.filter((record) => record === null).length;
  if (deleted > 0) notes.push(importNote('note-deleted-records', 'info', { count: deleted }));
  return { ...table, notes };
}

function hintsFromPrj(
  { name, bytes }: NamedFile,
  { answers }: ReadContext,
): { hints: CoordinateHints; notes: Note[] } {
  const defined = hintsFromWkt(new TextDecoder().decode(bytes.subarray(0, 100_000)));
  if (defined !== null) return hintsOfDefinition(name, defined, answers);
  return { hints: NO_HINTS, notes: [importNote('note-prj-unread', 'warning', { file: name })] };
}

function missingParts({ name, beside }: ReadContext) {
  const there = new Set([name, ...beside.map((file) => file.name)].map(extensionOf));
  const missing = ['shp', 'shx', 'dbf', 'prj'].filter((part) => !there.has(part));
  const stem = name.replace(/\.[^.]*$/, '');
  const parts = missing.map((part) => `${stem}.${part}`).join('、');
  return importError('err-shape-parts', { file: name, missing: parts });
}

function saidOf({ code, params }: ShapefileError, file: string) {
  if (code === 'multipatch')
    return importError('err-geometry-kind', { file, record: params.record!, type: 'MultiPatch' });
  if (code === 'kind') {
    return importError('err-geometry-kind', {
      file,
      record: params.record!,
      type: String(params.type),
    });
  }
  const what = [code, ...Object.entries(params).map(([key, value]) => `${key} ${value}`)].join(
    ', ',
  );
  return importError('err-file-damaged', { file, what });
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
