import { UserError } from '../domain/user-error.ts';
import type { Column, ColumnTypeName } from '../files/flatgeobuf/format.ts';
import type { WriteGeometryType } from '../files/flatgeobuf/writer.ts';
import type { FeatureStream } from './feature-stream.ts';

type Shape = Pick<FeatureStream, 'name' | 'columns' | 'geometryType'>;

/** Integer types, each holding all values of those before it. */
const SIGNED: readonly ColumnTypeName[] = ['byte', 'short', 'int', 'long'];
/** Integer types that a double holds exactly. */
const IN_DOUBLE: readonly ColumnTypeName[] = [
  'byte',
  'ubyte',
  'short',
  'ushort',
  'int',
  'uint',
  'float',
  'double',
];

/**
 * The columns of several sources together, in the order they are met. Numbers of different width become
 * the wider one; texts and numbers under one name are a clash.
 *
 * @throws UserError `build-columns-clash`
 */
export function mergeColumns(streams: readonly Shape[]): Column[] {
  const merged = new Map<string, { readonly column: Column; readonly from: string }>();
  for (const { name: from, columns } of streams) {
    for (const column of columns) {
      const known = merged.get(column.name);
      if (known === undefined) {
        merged.set(column.name, { column, from });
        continue;
      }
      const type = widerType(known.column.type, column.type);
      if (type === null) {
        throw new UserError('build-columns-clash', {
          column: column.name,
          a: known.from,
          typeA: known.column.type,
          b: from,
          typeB: column.type,
        });
      }
      const title = known.column.title ?? column.title;
      merged.set(column.name, {
        column: { name: column.name, type, ...(title === undefined ? {} : { title }) },
        from: known.from,
      });
    }
  }
  return [...merged.values()].map(({ column }) => column);
}

function widerType(a: ColumnTypeName, b: ColumnTypeName): ColumnTypeName | null {
  if (a === b) return a;
  const [i, j] = [SIGNED.indexOf(a), SIGNED.indexOf(b)];
  if (i >= 0 && j >= 0) return SIGNED[Math.max(i, j)]!;
  return IN_DOUBLE.includes(a) && IN_DOUBLE.includes(b) ? 'double' : null;
}

/**
 * One geometry type for all: single and many polygons are written as many.
 *
 * @throws UserError `build-geometry-clash`
 */
export function mergeGeometryTypes(streams: readonly Shape[]): WriteGeometryType {
  return streams
    .map(({ geometryType }) => geometryType)
    .reduce((all, one, i) => {
      if (all === one) return all;
      if (all === 'Unknown' || one === 'Unknown') return 'Unknown';
      if ([all, one].every((type) => type.endsWith('Polygon'))) return 'MultiPolygon';
      throw new UserError('build-geometry-clash', {
        a: streams[0]!.name,
        typeA: all,
        b: streams[i]!.name,
        typeB: one,
      });
    });
}
