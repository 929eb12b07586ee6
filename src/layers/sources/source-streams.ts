import type { CatalogLayer } from '../../domain/catalog.ts';
import type { LayerKind } from '../../domain/kinds.ts';
import type { Note } from '../../domain/note.ts';
import type { Column } from '../../files/flatgeobuf/format.ts';
import type { PropertyValue } from '../../files/flatgeobuf/write-properties.ts';
import type { WriteFeature } from '../../files/flatgeobuf/writer.ts';
import { sourceError, sourceNote } from '../../files/sources/source-error.ts';
import type { SourceTable } from '../../files/sources/source-table.ts';
import { ellipsoidAreaM2 } from '../../geometry/ellipsoid.ts';
import type { FeatureStream } from '../feature-stream.ts';
import { AREA_UNITS, type AreaUnit, findAreaUnit } from './area-unit.ts';
import { fieldRoles } from './field-roles.ts';
import { joinColumns } from './join-columns.ts';
import { type PlacedTable, placeTable } from './place-table.ts';

export interface SourceOptions {
  readonly kind: LayerKind;
  /** The user's EPSG code for all files. */
  readonly crs: number | null;
  /** Role to column, the user's word. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Several files as the streams of one layer. */
export interface SourceStreams {
  readonly streams: readonly FeatureStream[];
  readonly fields: CatalogLayer['fields'];
  /** Coordinate system of each file; null where it has no geometry. */
  readonly epsg: readonly (number | null)[];
  /** What was found before reading; what reading itself finds comes from `readNotes`. */
  readonly notes: readonly Note[];
  /** Records without area and rings left out, once a stream was read to its end. */
  readNotes(): Note[];
}

/** Features that the unit of an area column is told by. */
const SAMPLE = 1000;
const NAMED_AT_MOST = 10;

/**
 * Makes the streams of a layer from opened tables: lon/lat, the columns of all files under one name each,
 * roles by the alias table. An area column that is not in m² is joined by one that is (`<name>_M2`), which
 * then plays its part.
 *
 * @throws UserError `source-...`
 */
export async function sourceStreams(
  tables: readonly SourceTable[],
  { kind, crs, fields: chosen }: SourceOptions,
  signal?: AbortSignal,
): Promise<SourceStreams> {
  const { columns, rename } = joinColumns(tables);
  const fields = { ...fieldRoles(kind, columns, chosen) };
  const placed: (PlacedTable | null)[] = [];
  for (const table of tables) placed.push(await placeTable(table, crs, signal));
  const parts = tables.map((table, i) => ({
    table,
    place: placed[i]!,
    rename: rename(i),
    found: { empty: 0, emptyIds: [] as string[], droppedRings: 0, droppedIds: [] as string[] },
  }));
  const notes = parts.flatMap(({ table, place }) => [...table.notes, ...(place?.notes ?? [])]);

  const areas: { readonly from: string; readonly to: string; readonly factor: number }[] = [];
  const all: Column[] = [...columns];
  for (const role of ['graphicArea', 'netArea'] as const) {
    const column = columns.find(({ name }) => name === fields[role]);
    if (column === undefined) continue;
    const unit = await unitOf(column, parts, notes, signal);
    if (unit === 'm2') continue;
    const to = `${column.name}_M2`;
    if (columns.some(({ name }) => name.toUpperCase() === to.toUpperCase())) {
      throw sourceError('source-column-taken', { column: to, from: column.name, unit });
    }
    if (!areas.some((area) => area.to === to)) {
      areas.push({ from: column.name, to, factor: AREA_UNITS[unit] });
      all.push({ name: to, type: 'double', title: `${column.title ?? column.name}（平方米）` });
      notes.push(sourceNote('source-area-converted', 'info', { column: column.name, unit, to }));
    }
    fields[role] = to;
  }

  const streams = parts.map(
    (part): FeatureStream => ({
      name: part.table.file,
      columns: all,
      geometryType: 'MultiPolygon',
      count: part.table.count,
      async *batches(abort) {
        const { found, table, place } = part;
        Object.assign(found, { empty: 0, emptyIds: [], droppedRings: 0, droppedIds: [] });
        let index = 0;
        for await (const batch of table.batches(abort)) {
          const features: WriteFeature[] = [];
          for (const given of batch) {
            const properties = { ...part.rename(given.properties) };
            const label = labelOf(properties, fields.featureId, index);
            if (given.droppedRings > 0) {
              found.droppedRings += given.droppedRings;
              remember(found.droppedIds, label);
            }
            if (given.polygons.xy.length === 0 || place === null) {
              found.empty++;
              remember(found.emptyIds, label);
            } else {
              for (const { from, to, factor } of areas) {
                const value = numberOf(properties[from]);
                properties[to] = value === null ? null : value * factor;
              }
              features.push({ polygons: place.toLonLat(given.polygons, index), properties });
            }
            index++;
          }
          if (features.length > 0) yield features;
        }
      },
    }),
  );
  const readNotes = (): Note[] =>
    parts.flatMap(({ table: { file }, found }) => [
      ...(found.empty > 0
        ? [
            sourceNote('source-empty', 'warning', {
              file,
              count: found.empty,
              ids: shown(found.emptyIds, found.empty),
            }),
          ]
        : []),
      ...(found.droppedRings > 0
        ? [
            sourceNote('source-rings-dropped', 'warning', {
              file,
              count: found.droppedRings,
              ids: shown(found.droppedIds, found.droppedIds.length),
            }),
          ]
        : []),
    ]);
  return { streams, fields, epsg: placed.map((one) => one?.epsg ?? null), notes, readNotes };
}

interface Part {
  readonly table: SourceTable;
  readonly place: PlacedTable | null;
  readonly rename: (
    properties: Readonly<Record<string, PropertyValue>>,
  ) => Readonly<Record<string, PropertyValue>>;
}

/** The unit of a column in all files, which must agree. */
async function unitOf(
  column: Column,
  parts: readonly Part[],
  notes: Note[],
  signal?: AbortSignal,
): Promise<AreaUnit> {
  let common: { unit: AreaUnit; file: string } | null = null;
  for (const part of parts) {
    const sample = await sampleOf(column.name, part, signal);
    const { unit, named, measured } = findAreaUnit(column.name, column.title ?? '', sample);
    const { file } = part.table;
    if (sample.length === 0) continue;
    if (measured === null) {
      notes.push(sourceNote('source-area-unlike', 'warning', { file, column: column.name, unit }));
    } else if (named !== null && named !== measured) {
      const params = { file, column: column.name, unit, named };
      notes.push(sourceNote('source-area-unit', 'warning', params));
    }
    if (common !== null && common.unit !== unit) {
      throw sourceError('source-area-units-differ', {
        column: column.name,
        file: common.file,
        unit: common.unit,
        otherFile: file,
        otherUnit: unit,
      });
    }
    common = { unit, file };
  }
  return common?.unit ?? findAreaUnit(column.name, column.title ?? '', []).unit;
}

async function sampleOf(
  column: string,
  { table, place, rename }: Part,
  signal?: AbortSignal,
): Promise<(readonly [number, number])[]> {
  const sample: (readonly [number, number])[] = [];
  if (place === null) return sample;
  let index = 0;
  for await (const batch of table.batches(signal)) {
    for (const { polygons, properties } of batch) {
      const stated = numberOf(rename(properties)[column]);
      if (stated !== null && stated > 0 && polygons.xy.length > 0) {
        sample.push([stated, ellipsoidAreaM2(place.toLonLat(polygons, index))]);
      }
      index++;
      if (sample.length === SAMPLE) return sample;
    }
  }
  return sample;
}

function numberOf(value: PropertyValue): number | null {
  if (value === null || value === undefined || value === '' || typeof value === 'boolean')
    return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

function labelOf(
  properties: Readonly<Record<string, PropertyValue>>,
  column: string | undefined,
  index: number,
): string {
  const value = column === undefined ? null : properties[column];
  return value === null || value === undefined || value === '' ? `#${index + 1}` : String(value);
}

function remember(ids: string[], id: string): void {
  if (ids.length < NAMED_AT_MOST) ids.push(id);
}

function shown(ids: readonly string[], count: number): string {
  return ids.join(', ') + (count > ids.length ? ' …' : '');
}
