import { detectCrs } from '../../crs/detect.ts';
import { NO_HINTS } from '../../crs/evidence.ts';
import { type NumberScale, numberScale } from '../../crs/number-scale.ts';
import { applyReading, type Reading } from '../../crs/reading.ts';
import { transformOf } from '../../crs/transform.ts';
import type { Note } from '../../domain/note.ts';
import { importError } from '../../files/import-message.ts';
import { sourceError, sourceNote } from '../../files/sources/source-error.ts';
import type { SourceTable } from '../../files/sources/source-table.ts';
import { DENSIFY_STEP_M, densifyRing } from '../../geometry/densify.ts';
import {
  bboxOf,
  type FlatPolygons,
  type Position,
  toFlat,
  toNested,
} from '../../geometry/shapes.ts';

/** Where a table lies. */
export interface PlacedTable {
  readonly epsg: number;
  readonly notes: readonly Note[];
  /**
   * Polygons as the file has them to CGCS2000 lon/lat. Edges that are straight in a plane get points every
   * 70 m at most; given vertices stay.
   *
   * @param index of the feature in the file, from 0, for messages
   * @throws UserError `source-crs-mixed` for numbers unlike those of the rest of the file
   */
  toLonLat(polygons: FlatPolygons, index: number): FlatPolygons;
}

/**
 * Finds out how the coordinates of a table are meant: by what the file says or the user does, never by
 * what they look like; the numbers must agree.
 *
 * @param chosen the user's own EPSG code, which outweighs the file's
 * @returns null for a table without any geometry
 * @throws UserError `source-crs-unknown`, `source-crs-other`, `source-crs-contradiction`, or why these
 *   numbers cannot be used
 */
export async function placeTable(
  table: SourceTable,
  chosen: number | null,
  signal?: AbortSignal,
): Promise<PlacedTable | null> {
  const { file, crs } = table;
  const first = await firstRing(table, signal);
  if (first === null) return null;
  if (chosen === null && crs === null) throw sourceError('source-crs-unknown', { file });
  if (chosen === null && crs?.hints == null) {
    throw sourceError('source-crs-other', { file, name: crs?.name || '?' });
  }
  const hints = crs?.hints ?? NO_HINTS;
  const answer = detectCrs([first], hints, { chosen: chosen ?? undefined });
  const [x, y] = first[0]!;
  if (answer.kind === 'question') {
    throw sourceError('source-crs-contradiction', { file, name: crs?.name ?? '', x, y });
  }
  if (answer.kind === 'datum') {
    throw importError('err-crs-datum-layer', { datum: answer.datum, epsg: answer.epsg });
  }
  if (answer.kind === 'refused') throw importError(answer.reason.code, answer.reason.params);
  const { epsg, reading } = answer;
  const notes: Note[] = [];
  if (chosen !== null && hints.epsg !== null && hints.epsg !== epsg) {
    notes.push(
      sourceNote('source-crs-overruled', 'warning', { file, name: crs?.name ?? '', epsg }),
    );
  }
  if (reading.swapped) notes.push(sourceNote('source-axes-swapped', 'warning', { file, x, y }));
  return { epsg, notes, toLonLat: reader(file, epsg, reading, numberScale(x, y)) };
}

async function firstRing(table: SourceTable, signal?: AbortSignal): Promise<Position[] | null> {
  for await (const batch of table.batches(signal)) {
    for (const { polygons } of batch) {
      if (polygons.xy.length > 0) return [...toNested(polygons)[0]![0]!];
    }
  }
  return null;
}

function reader(file: string, epsg: number, reading: Reading, expected: NumberScale) {
  const transform = transformOf(epsg);
  const isAsGiven = !reading.swapped && reading.addEastM === 0;
  return (polygons: FlatPolygons, index: number): FlatPolygons => {
    if (polygons.xy.length === 0) return polygons;
    const [west, south, east, north] = bboxOf(polygons);
    for (const [x, y] of [
      [west, south],
      [east, north],
    ] as const) {
      if (isLike(numberScale(x, y), expected)) continue;
      throw sourceError('source-crs-mixed', { file, index: index + 1, x, y });
    }
    const read = isAsGiven ? polygons : readAs(polygons, reading);
    if (transform.geographic) return read;
    const dense = hasLongEdge(read) ? densified(read) : read;
    const { xy, ringEnds, polygonEnds } = dense;
    const lonLat = new Float64Array(xy.length);
    for (let i = 0; i < xy.length; i += 2) {
      const [lon, lat] = transform.toLonLat(xy[i]!, xy[i + 1]!);
      lonLat[i] = lon;
      lonLat[i + 1] = lat;
    }
    return { xy: lonLat, ringEnds, polygonEnds };
  };
}

function isLike(a: NumberScale, b: NumberScale): boolean {
  if (a.scale !== b.scale || a.swapped !== b.swapped) return false;
  if (a.scale === 'prefixed' && b.scale === 'prefixed') return a.zone === b.zone;
  return a.scale === 'degrees' ? a.inChina : a.scale !== 'unknown';
}

function readAs({ xy, ringEnds, polygonEnds }: FlatPolygons, reading: Reading): FlatPolygons {
  const read = new Float64Array(xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    read.set(applyReading([xy[i]!, xy[i + 1]!], reading), i);
  }
  return { xy: read, ringEnds, polygonEnds };
}

function hasLongEdge({ xy, ringEnds }: FlatPolygons): boolean {
  let start = 0;
  for (const end of ringEnds) {
    for (let i = 2 * start; i + 3 < 2 * end; i += 2) {
      const dx = xy[i + 2]! - xy[i]!;
      const dy = xy[i + 3]! - xy[i + 1]!;
      if (dx * dx + dy * dy > DENSIFY_STEP_M * DENSIFY_STEP_M) return true;
    }
    start = end;
  }
  return false;
}

function densified(polygons: FlatPolygons): FlatPolygons {
  return toFlat(toNested(polygons).map((rings) => rings.map((ring) => densifyRing(ring))));
}
