import { type Claim, claimSchema } from '../domain/claim.ts';
import { UserError } from '../domain/user-error.ts';
import {
  answerOf,
  CLAIM_COLUMNS,
  type ClaimColumn,
  choicesOf,
  claimColumnOf,
  isUnknown,
  plainWord,
} from './claim-columns.ts';

/** What the applicants of many projects say, one row a project. Plain data. */
export interface ClaimTable {
  readonly file: string;
  /** Whether its rows name projects by number or by name. */
  readonly by: 'id' | 'name';
  readonly rows: readonly { readonly row: number; readonly key: string; readonly claim: Claim }[];
}

const ID_WORDS = ['项目编号', '项目编码', '项目代码', 'xmbh', 'xmdm', 'id', 'code'];
const NAME_WORDS = ['项目名称', 'xmmc', 'name'];
const PASSED_OVER = [
  '序号',
  '备注',
  '说明',
  '县区',
  '县（区）',
  '建设单位',
  '申请单位',
  '用地单位',
];

/** Whether a row of cells can be the header of such a table. */
export function isClaimHeader(cells: readonly string[]): boolean {
  const words = cells.map(plainWord);
  const hasKey = words.some((word) => ID_WORDS.includes(word) || NAME_WORDS.includes(word));
  return hasKey && words.some((word) => claimColumnOf(word) !== undefined);
}

/**
 * Cells to claims. Header words are those of the form, or the names of the fields; an empty cell, 不清楚
 * and unknown are absent answers, never "no". Rows without any cell are passed over.
 *
 * @throws UserError `claims-header`, `claims-column`, `claims-key`, `claims-twice`, `claims-cell`
 */
export function readClaimTable(rows: readonly (readonly string[])[], file: string): ClaimTable {
  const head = rows.findIndex(isClaimHeader);
  if (head < 0) throw new UserError('claims-header', { file });
  const words = rows[head]!.map(plainWord);
  const byId = words.findIndex((word) => ID_WORDS.includes(word));
  const key = byId >= 0 ? byId : words.findIndex((word) => NAME_WORDS.includes(word));
  const fields = words.map((word, column) => {
    const isOther = [...ID_WORDS, ...NAME_WORDS, ...PASSED_OVER.map(plainWord), ''].includes(word);
    const found = claimColumnOf(word);
    if (found || isOther) return found ?? null;
    const choices = CLAIM_COLUMNS.map((one) => one.words[0]).join('、');
    const value = rows[head]![column]!;
    throw new UserError('claims-column', {
      file,
      row: head + 1,
      column: letter(column),
      value,
      choices,
    });
  });
  const seen = new Map<string, number>();
  const read = rows.slice(head + 1).flatMap((cells, i) => {
    const row = head + 2 + i;
    if (cells.every((cell) => cell.trim() === '')) return [];
    const name = keyOf(cells[key] ?? '');
    if (name === '') throw new UserError('claims-key', { file, row, column: letter(key) });
    const other = seen.get(name);
    if (other !== undefined) throw new UserError('claims-twice', { file, row, other, key: name });
    seen.set(name, row);
    return [{ row, key: name, claim: readRow(cells, fields, { file, row }) }];
  });
  return { file, by: byId >= 0 ? 'id' : 'name', rows: read };
}

/** What tells the row of a project. */
export interface ClaimedProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly source: { readonly file: string };
}

/**
 * The row of a project: by its number, its code, or the base name of its file where the file has no
 * number of its own; by its name where the table has names alone. Null where there is none.
 */
export function claimRowOf(
  table: ClaimTable,
  { id, code, name, source }: ClaimedProject,
): ClaimTable['rows'][number] | null {
  const stem = source.file.replace(/\.[^.]+$/, '');
  const keys = table.by === 'name' ? [name] : [id, code ?? '', stem];
  for (const key of keys.map(keyOf)) {
    const found = key === '' ? undefined : table.rows.find((row) => row.key === key);
    if (found) return found;
  }
  return null;
}

function readRow(
  cells: readonly string[],
  fields: readonly (ClaimColumn | null)[],
  at: { file: string; row: number },
): Claim {
  const claim: Record<string, unknown> = {};
  fields.forEach((one, column) => {
    const cell = (cells[column] ?? '').trim();
    if (!one || isUnknown(cell)) return;
    const value = answerOf(one.kind, cell);
    if (value === undefined) {
      const params = { ...at, column: letter(column), field: one.words[0]!, value: cell };
      throw new UserError('claims-cell', { ...params, choices: choicesOf(one.kind) });
    }
    const [name, part] = one.path.split('.');
    if (part === undefined) claim[name!] = value;
    else claim[name!] = { ...(claim[name!] as object | undefined), [part]: value };
  });
  const parsed = claimSchema.safeParse(claim);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]!.path.join('.');
  const column = fields.findIndex(
    (one) => one !== null && path.startsWith(one.path.split('.')[0]!),
  );
  const one = CLAIM_COLUMNS.find((known) => known.path === path) ?? fields[column]!;
  throw new UserError('claims-cell', {
    ...at,
    column: letter(column),
    field: one.words[0]!,
    value: (cells[column] ?? '').trim(),
    choices: choicesOf(one.kind),
  });
}

const keyOf = (text: string): string => text.normalize('NFKC').trim();
const letter = (column: number): string => String.fromCharCode(65 + Math.max(0, column % 26));
