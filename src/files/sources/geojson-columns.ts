import type { Column, ColumnTypeName } from '../flatgeobuf/format.ts';
import type { PropertyValue } from '../flatgeobuf/write-properties.ts';

type Seen = 'bool' | 'int' | 'double' | 'string' | 'json';

/** An integer that a double cannot hold: its last digits are lost already. */
export class LostDigits extends Error {
  override readonly name = 'LostDigits';
  readonly column: string;

  constructor(column: string, value: number) {
    super(String(value));
    this.column = column;
  }
}

/** Finds the columns of a format that has none: every property ever seen, in the order first seen. */
export class ColumnFinder {
  private readonly seen = new Map<string, Seen | null>();

  /** @throws LostDigits */
  add(properties: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(properties)) {
      const type = typeOf(name, value);
      const before = this.seen.get(name);
      if (before === undefined || before === null) this.seen.set(name, type);
      else if (type !== null && type !== before) this.seen.set(name, widened(before, type));
    }
  }

  /** Properties that are null everywhere are text. */
  columns(): Column[] {
    return [...this.seen].map(([name, type]) => ({
      name,
      type: (type ?? 'string') as ColumnTypeName,
    }));
  }
}

function typeOf(column: string, value: unknown): Seen | null {
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'string':
      return 'string';
    case 'number':
      if (Number.isInteger(value) && !Number.isSafeInteger(value))
        throw new LostDigits(column, value);
      return (value | 0) === value ? 'int' : 'double';
    default:
      return value === null || value === undefined ? null : 'json';
  }
}

function widened(a: Seen, b: Seen): Seen {
  const numbers: readonly Seen[] = ['int', 'double'];
  return numbers.includes(a) && numbers.includes(b) ? 'double' : 'string';
}

/** Values as their columns hold them. */
export function valuesFor(
  columns: readonly Column[],
  properties: Readonly<Record<string, unknown>>,
): Record<string, PropertyValue> {
  const values: Record<string, PropertyValue> = {};
  for (const { name, type } of columns) {
    const value = properties[name];
    if (value === null || value === undefined) values[name] = null;
    else if (typeof value === 'object') values[name] = JSON.stringify(value);
    else values[name] = type === 'string' ? String(value) : (value as PropertyValue);
  }
  return values;
}
