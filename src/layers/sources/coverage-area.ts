import type { CatalogLayer } from '../../domain/catalog.ts';
import type { GeoJsonPolygonal } from '../../domain/document.ts';
import type { LayerSource } from '../../domain/layer-source.ts';
import type { Note } from '../../domain/note.ts';
import { sourceError, sourceNote } from '../../files/sources/source-error.ts';
import type { SourceTable } from '../../files/sources/source-table.ts';
import type { Clipper } from '../../geometry/clip.ts';
import { isHarmful } from '../../geometry/defect-weight.ts';
import { EVERYWHERE, type FlatPolygons, toNested } from '../../geometry/shapes.ts';
import { featureDefects } from '../layer-geometry.ts';
import { placeTable } from './place-table.ts';

/** Where a layer is complete, and what is to be said of that. */
export interface StatedCoverage {
  readonly coverage: GeoJsonPolygonal;
  readonly notes: readonly Note[];
}

/**
 * The coverage that a file of polygons states: all of them together.
 *
 * @throws UserError `source-coverage-empty`, `source-coverage-invalid`, or why the file cannot be placed
 */
export async function coverageOfTable(
  table: SourceTable,
  chosenCrs: number | null,
  clipper: Clipper,
  signal?: AbortSignal,
): Promise<StatedCoverage> {
  const { file } = table;
  const place = await placeTable(table, chosenCrs, signal);
  const parts: FlatPolygons[] = [];
  let index = 0;
  for await (const batch of table.batches(signal)) {
    for (const { polygons } of batch) {
      if (place !== null && polygons.xy.length > 0) {
        const lonLat = place.toLonLat(polygons, index);
        const defect = featureDefects(lonLat).find(isHarmful);
        if (defect) {
          const params = { file, index: index + 1, what: defect.kind };
          throw sourceError('source-coverage-invalid', params);
        }
        parts.push(lonLat);
      }
      index++;
    }
  }
  if (parts.length === 0) throw sourceError('source-coverage-empty', { file });
  return { coverage: asGeoJson(parts, clipper), notes: place?.notes ?? [] };
}

/** A layer of administrative areas, to look codes up in. */
export interface CodeBook {
  readonly source: LayerSource;
  /** Whether its catalog is a demonstration. */
  readonly synthetic: boolean;
}

/**
 * The area with an administrative code: in the first layer that has it, or has parts of it (64 and 6403
 * are the counties whose codes begin so).
 *
 * @throws UserError `source-coverage-code` with the codes there are, `layer-...`
 */
export async function coverageOfCode(
  code: string,
  books: readonly CodeBook[],
  clipper: Clipper,
  signal?: AbortSignal,
): Promise<StatedCoverage> {
  const known: string[] = [];
  const wanted = significant(code);
  for (const { source, synthetic } of books) {
    const exact: FlatPolygons[] = [];
    const below: FlatPolygons[] = [];
    let name = '';
    await source.open(signal);
    for await (const { polygons, properties } of source.featuresIn(EVERYWHERE, signal)) {
      const own = codeOf(source.entry, properties);
      if (own === '') continue;
      known.push(own);
      if (significant(own) === wanted) {
        exact.push(polygons);
        name = String(properties[source.entry.fields.name ?? ''] ?? '');
      } else if (own.startsWith(wanted)) {
        below.push(polygons);
      }
    }
    const parts = exact.length > 0 ? exact : below;
    if (parts.length === 0) continue;
    const note = sourceNote('source-coverage-schematic', 'warning', { code, name });
    return { coverage: asGeoJson(parts, clipper), notes: synthetic ? [note] : [] };
  }
  const choices = [...new Set(known)].sort().slice(0, 40).join(', ');
  throw sourceError('source-coverage-code', { code, choices });
}

function codeOf({ fields }: CatalogLayer, properties: Readonly<Record<string, unknown>>): string {
  const column = fields.county ?? fields.featureId;
  return column === undefined ? '' : String(properties[column] ?? '').trim();
}

/** 640000 and 64, 640300 and 6403, 640303000000 and 640303 are one area each. */
function significant(code: string): string {
  return code
    .replace(/^(\d{6})0+$/, '$1')
    .replace(/^(\d{4})00$/, '$1')
    .replace(/^(\d{2})00$/, '$1');
}

function asGeoJson(parts: readonly FlatPolygons[], clipper: Clipper): GeoJsonPolygonal {
  const shape = parts.length === 1 ? parts[0]! : clipper.union(parts);
  const polygons = toNested(shape).map((rings) =>
    rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
  );
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons };
}
