import type { Column, ColumnTypeName } from '../../files/flatgeobuf/format.ts';
import type { PropertyValue } from '../../files/flatgeobuf/write-properties.ts';
import { sourceError } from '../../files/sources/source-error.ts';

export interface NamedColumns {
  /** What messages call the file. */
  readonly file: string;
  readonly columns: readonly Column[];
}

type Properties = Readonly<Record<string, PropertyValue>>;

export interface JoinedColumns {
  readonly columns: readonly Column[];
  /** Properties of the n-th file under the joined names. */
  readonly rename: (file: number) => (properties: Properties) => Properties;
}

const NUMBERS: readonly ColumnTypeName[] = [
  'byte',
  'ubyte',
  'short',
  'ushort',
  'int',
  'uint',
  'double',
];

/**
 * The columns of several files as one table: every column that any has, in the order first met. Names that
 * differ in case only are one column; whole numbers and decimals become decimals.
 *
 * @throws UserError `source-columns-clash` for a column that is text in one file and a number in another
 */
export function joinColumns(files: readonly NamedColumns[]): JoinedColumns {
  const joined = new Map<string, { column: Column; file: string }>();
  for (const { file, columns } of files) {
    for (const column of columns) {
      const key = column.name.toUpperCase();
      const before = joined.get(key);
      if (before === undefined) {
        joined.set(key, { column, file });
        continue;
      }
      const type = commonType(before.column.type, column.type);
      if (type === null) {
        throw sourceError('source-columns-clash', {
          column: column.name,
          file: before.file,
          type: before.column.type,
          otherFile: file,
          otherType: column.type,
        });
      }
      joined.set(key, { ...before, column: { ...before.column, type } });
    }
  }
  const rename = (file: number) => {
    const names = files[file]!.columns.flatMap(({ name }) => {
      const common = joined.get(name.toUpperCase())!.column.name;
      return common === name ? [] : [[name, common] as const];
    });
    return (properties: Properties): Properties => {
      if (names.length === 0) return properties;
      const renamed: Record<string, PropertyValue> = { ...properties };
      for (const [name, common] of names) {
        renamed[common] = renamed[name];
        delete renamed[name];
      }
      return renamed;
    };
  };
  return { columns: [...joined.values()].map(({ column }) => column), rename };
}

function commonType(a: ColumnTypeName, b: ColumnTypeName): ColumnTypeName | null {
  if (a === b) return a;
  return NUMBERS.includes(a) && NUMBERS.includes(b) ? 'double' : null;
}
