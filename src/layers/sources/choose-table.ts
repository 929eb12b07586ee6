import { KINDS, type LayerKind } from '../../domain/kinds.ts';
import { sourceError } from '../../files/sources/source-error.ts';

/** Names of tables in the standards of the 一张图 databases, by the kind of layer they make. */
const TABLE_CODES: Partial<Record<LayerKind, readonly string[]>> = {
  'permanent-basic-farmland': [
    'YJJBNTBHTB',
    'YJJBNTTB',
    'YJJBNT',
    'YJJBNTBHHX',
    'JBNTBHTB',
    'JBNTBHPK',
    'JBNTBHQ',
  ],
  'ecological-red-line': ['STBHHX'],
  'nature-reserve': ['ZRBHD'],
  'nature-reserve-core': ['ZRBHDHXQ'],
  'urban-development-boundary': ['CZKFBJ', 'CZKFBJGX', 'CSKFBJ'],
  'urban-blue-line': ['ZXCQCSLX'],
  'urban-green-line': ['ZXCQCSLVX'],
  'urban-purple-line': ['ZXCQCSZX'],
  'urban-yellow-line': ['ZXCQCSHX'],
  'land-use': ['DLTB', 'JQDLTB'],
  'administrative-area': ['XZQ', 'XZQJX', 'XJXZQ'],
};

export interface NamedTable {
  readonly name: string;
  /** null where the source does not tell. */
  readonly count: number | null;
}

/**
 * The table that makes a layer of this kind. The only table is it, whatever its name; of several the one
 * whose name is a layer code of the kind, with or without what offices put around it (640303YJJBNTBHTB,
 * STBHHX_2025). Nothing is guessed among several.
 *
 * @throws UserError `source-no-table`, `source-choose-table` with the choices
 */
export function chooseTable<T extends NamedTable>(
  file: string,
  tables: readonly T[],
  kind: LayerKind,
): T {
  if (tables.length === 0) throw sourceError('source-no-table', { file });
  if (tables.length === 1) return tables[0]!;
  const codes = [...(TABLE_CODES[kind] ?? []), KINDS[kind].title.zh];
  for (const fits of [isCode, holdsCode]) {
    const found = tables.filter(({ name }) => codes.some((code) => fits(name, code)));
    if (found.length === 1) return found[0]!;
  }
  const choices = tables.map(({ name, count }) => `${name} (${count ?? '?'})`).join(', ');
  throw sourceError('source-choose-table', { file, kind, codes: codes.join(' / '), choices });
}

const isCode = (name: string, code: string): boolean => name.toUpperCase() === code;

/** The code stands alone among other letters: YJJBNT is not in YJJBNTBHTB. */
const holdsCode = (name: string, code: string): boolean =>
  new RegExp(`(^|[^A-Z])${code}([^A-Z]|$)`).test(name.toUpperCase());
