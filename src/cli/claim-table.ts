import { basename } from 'node:path';
import { UserError } from '../domain/user-error.ts';
import { readCells } from '../files/tables/read-cells.ts';
import {
  type ClaimedProject,
  type ClaimTable,
  claimRowOf,
  isClaimHeader,
  readClaimTable,
} from '../policy/claim-table.ts';
import type { Text } from '../text/text.ts';
import { CLAIM_TABLE_WORDS } from '../text/words/claim-table.ts';
import { readInput } from './input-files.ts';

/** The table that `--claims` names. @throws UserError `claims-…`, and what reading such a file throws */
export async function claimTableAt(path: string): Promise<ClaimTable> {
  const file = basename(path);
  const rows = await readCells(await readInput(path), file, isClaimHeader);
  if (!rows) throw new UserError('claims-header', { file });
  return readClaimTable(rows, file);
}

/** What is said of a table when all is checked: rows without a project, projects without a row. */
export function unusedClaims(table: ClaimTable, checked: readonly ClaimedProject[]): Text[] {
  const used = new Set(checked.map((project) => claimRowOf(table, project)));
  const { file } = table;
  return [
    ...table.rows
      .filter((row) => !used.has(row))
      .map(({ row, key }) => CLAIM_TABLE_WORDS['claims-row-unused']({ file, row, key })),
    ...checked
      .filter((project) => claimRowOf(table, project) === null)
      .map(({ name }) => CLAIM_TABLE_WORDS['claims-project-missing']({ file, key: name })),
  ];
}
