import { memorySource } from '../../bytes/memory-source.ts';
import { NO_HINTS } from '../../crs/evidence.ts';
import type { DefinedCrs } from '../../crs/projjson.ts';
import { crsDefinition } from '../../crs/registry.ts';
import { hintsFromWkt } from '../../crs/wkt.ts';
import { FlatGeobufError } from '../flatgeobuf/flatgeobuf-error.ts';
import { type AnyFeature, readFeatures } from '../flatgeobuf/read-features.ts';
import type { FlatGeobufHeader } from '../flatgeobuf/read-header.ts';
import { importError } from '../import-message.ts';
import { hintsOfDefinition } from './defined-hints.ts';
import { flatParcels } from './flat-parcels.ts';
import type { ProjectFormat } from './format.ts';
import { projectWords } from './parcel-fields.ts';

/** FlatGeobuf, read by the reader that reads the layers: no GDAL needed. */
export const flatgeobuf: ProjectFormat = {
  id: 'flatgeobuf',
  title: { zh: 'FlatGeobuf', en: 'FlatGeobuf' },
  extensions: ['fgb'],

  sniff: (head) => ([0x66, 0x67, 0x62, 0x03].every((byte, i) => head[i] === byte) ? 1 : 0),

  async read(bytes, { name, answers, signal }) {
    const { header, features } = await readFlatGeobuf(name, bytes, signal);
    const titles = Object.fromEntries(
      header.columns.flatMap((column) => (column.title ? [[column.name, column.title]] : [])),
    );
    const { parcels, notes } = flatParcels(features, null, titles);
    const system = hintsOfDefinition(name, crsOf(header), answers);
    const { hints } = system;
    return { ...projectWords(parcels, titles), parcels, hints, notes: [...system.notes, ...notes] };
  },
};

/** @throws UserError `err-fgb-damaged`, `err-geometry-kind` */
export async function readFlatGeobuf(
  file: string,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<{ readonly header: FlatGeobufHeader; readonly features: readonly AnyFeature[] }> {
  try {
    return await readFeatures(memorySource(file, bytes), signal);
  } catch (error) {
    if (!(error instanceof FlatGeobufError)) throw error;
    const { code, params } = error;
    if (params.what === 'geometry type') {
      const record = Number(params.index) + 1;
      throw importError('err-geometry-kind', { file, record, type: String(params.value) });
    }
    const what = [code, ...Object.entries(params).map(([key, value]) => `${key} ${value}`)];
    throw importError('err-file-damaged', { file, what: what.join(', ') });
  }
}

function crsOf({ crs }: FlatGeobufHeader): DefinedCrs | null {
  if (crs === null) return null;
  if (crs.wkt !== undefined) return hintsFromWkt(crs.wkt) ?? { hints: null, name: crs.wkt };
  if (crs.code === 0) return null;
  const org = crs.org ?? 'EPSG';
  const isKnown = org === 'EPSG' && crsDefinition(crs.code) !== null;
  return { hints: isKnown ? { ...NO_HINTS, epsg: crs.code } : null, name: `${org}:${crs.code}` };
}
