import { type Claim, claimSchema, SECTORS, STAGES } from '../domain/claim.ts';
import { UserError } from '../domain/user-error.ts';
import {
  LIMITED_ACTIVITY_WORDS,
  NATIONAL_MAJOR_WORDS,
  QUESTION_WORDS,
} from '../text/words/questions.ts';

/** What the applicants of many projects say, one row a project. Plain data. */
export interface ClaimTable {
  readonly file: string;
  /** Whether its rows name projects by number or by name. */
  readonly by: 'id' | 'name';
  readonly rows: readonly { readonly row: number; readonly key: string; readonly claim: Claim }[];
}

type Kind = 'yes-no' | 'activity' | 'major' | 'basis' | 'sector' | 'stage' | 'number' | 'text';

interface Field {
  /** "kind9Basis.law": a part of an answer. */
  readonly path: string;
  readonly kind: Kind;
  readonly words: readonly string[];
}

const FIELDS: readonly Field[] = [
  field('newConstructionLand', 'yes-no', '是否新增建设用地'),
  field('concreteConstruction', 'yes-no', '是否有具体建设活动'),
  field('residentHousing', 'yes-no', '是否居民住房'),
  field('temporaryLand', 'yes-no', '是否临时用地'),
  field('legacyExisting', 'yes-no', '是否既有活动'),
  field('linear', 'yes-no', '线性工程', '是否线性基础设施', '是否线性工程'),
  field('limitedActivity', 'activity', '有限人为活动类别'),
  field('kind6Unavoidable', 'yes-no', '是否无法避让'),
  field('kind6InCountyPlan', 'yes-no', '是否符合规划'),
  field('kind9Basis.law', 'text', '法律依据', '依据法律'),
  field('kind9Basis.article', 'text', '法律条款', '依据条款'),
  field('nationalMajor', 'major', '国家重大项目类别'),
  field('nationalMajorEvidence.document', 'text', '国家重大项目文件'),
  field('nationalMajorEvidence.number', 'text', '国家重大项目文号'),
  field('pbfMajorBasis', 'basis', '有无重大建设项目依据'),
  field('pbfMajorBasisText', 'text', '重大建设项目依据说明'),
  field('sector', 'sector', '所属行业'),
  field('landUseCode', 'text', '用途代码', '用地用海分类代码'),
  field('buildingHeightM', 'number', '建筑高度', '建筑高度(m)', '建筑高度(米)'),
  field('temporaryMonths', 'number', '临时用地月数', '临时用地期限(月)'),
  field('stage', 'stage', '阶段'),
  field('unavoidable.alternatives', 'number', '比选方案数', '备选方案数'),
  field('unavoidable.document', 'text', '论证文件', '避让论证文件'),
];

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
  const words = cells.map(plain);
  const hasKey = words.some((word) => ID_WORDS.includes(word) || NAME_WORDS.includes(word));
  return hasKey && words.some((word) => fieldOf(word) !== undefined);
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
  const words = rows[head]!.map(plain);
  const byId = words.findIndex((word) => ID_WORDS.includes(word));
  const key = byId >= 0 ? byId : words.findIndex((word) => NAME_WORDS.includes(word));
  const fields = words.map((word, column) => {
    const isOther = [...ID_WORDS, ...NAME_WORDS, ...PASSED_OVER.map(plain), ''].includes(word);
    const found = fieldOf(word);
    if (found || isOther) return found ?? null;
    const choices = FIELDS.map((one) => one.words[0]).join('、');
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
  fields: readonly (Field | null)[],
  at: { file: string; row: number },
): Claim {
  const claim: Record<string, unknown> = {};
  fields.forEach((one, column) => {
    const cell = (cells[column] ?? '').trim();
    if (!one || UNKNOWN.includes(plain(cell))) return;
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
  const one = FIELDS.find((known) => known.path === path) ?? fields[column]!;
  throw new UserError('claims-cell', {
    ...at,
    column: letter(column),
    field: one.words[0]!,
    value: (cells[column] ?? '').trim(),
    choices: choicesOf(one.kind),
  });
}

const UNKNOWN = ['', '不清楚', '不详', '未知', '待定', 'unknown', 'null', '/', '-'];

/** Undefined for a word that is none of the choices. */
function answerOf(kind: Kind, cell: string): unknown {
  const word = plain(cell);
  switch (kind) {
    case 'yes-no':
      if (['是', 'yes', 'true', 'y'].includes(word)) return 'yes';
      return ['否', 'no', 'false', 'n'].includes(word) ? 'no' : undefined;
    case 'basis':
      if (['有', 'present'].includes(word)) return 'present';
      return ['无', '没有', 'none'].includes(word) ? 'none' : undefined;
    case 'activity':
      return numbered(
        word,
        LIMITED_ACTIVITY_WORDS.map(({ zh }) => plain(zh)),
      );
    case 'major':
      return numbered(
        word,
        NATIONAL_MAJOR_WORDS.map(({ zh }) => plain(zh)),
      );
    case 'sector':
      return SECTORS.find((sector) => sector === word);
    case 'stage':
      return STAGES.find((stage) => plain(stage) === word);
    case 'number':
      return /^\d+(\.\d+)?$/.test(word) ? Number(word) : undefined;
    case 'text':
      return cell;
  }
}

function numbered(word: string, titles: readonly string[]): number | 'none' | undefined {
  if (['无', '不属于', '都不是', 'none'].includes(word)) return 'none';
  const number = Number(/^第?(\d)[类项]?$/.exec(word)?.[1] ?? titles.indexOf(word) + 1);
  return number >= 1 && number <= titles.length ? number : undefined;
}

function choicesOf(kind: Kind): string {
  switch (kind) {
    case 'yes-no':
      return '是、否、不清楚';
    case 'basis':
      return '有、无、不清楚';
    case 'activity':
      return `1–${LIMITED_ACTIVITY_WORDS.length}、无、不清楚`;
    case 'major':
      return `1–${NATIONAL_MAJOR_WORDS.length}、无、不清楚`;
    case 'sector':
      return SECTORS.join('、');
    case 'stage':
      return STAGES.join('、');
    case 'number':
      return '0、1、2 …';
    case 'text':
      return '…';
  }
}

function field(path: string, kind: Kind, ...more: readonly string[]): Field {
  const label = (QUESTION_WORDS as Readonly<Record<string, { label: { zh: string } }>>)[path];
  return { path, kind, words: [...(label ? [label.label.zh] : []), ...more] };
}

function fieldOf(word: string): Field | undefined {
  return FIELDS.find(
    (one) => plain(one.path) === word || one.words.some((own) => plain(own) === word),
  );
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
const keyOf = (text: string): string => text.normalize('NFKC').trim();
const letter = (column: number): string => String.fromCharCode(65 + Math.max(0, column % 26));
