import { SECTORS, STAGES } from '../domain/claim.ts';
import {
  LIMITED_ACTIVITY_WORDS,
  NATIONAL_MAJOR_WORDS,
  QUESTION_WORDS,
} from '../text/words/questions.ts';

type Kind = 'yes-no' | 'activity' | 'major' | 'basis' | 'sector' | 'stage' | 'number' | 'text';

/** A column of a table of claims: one field of a claim, or a part of one. */
export interface ClaimColumn {
  /** "kind9Basis.law": a part of an answer. */
  readonly path: string;
  readonly kind: Kind;
  readonly words: readonly string[];
}

export const CLAIM_COLUMNS: readonly ClaimColumn[] = [
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

const UNKNOWN = ['', '不清楚', '不详', '未知', '待定', 'unknown', 'null', '/', '-'];

/** No answer, which is never "no". */
export function isUnknown(cell: string): boolean {
  return UNKNOWN.includes(plainWord(cell));
}

/** Undefined for a word that is none of the choices. */
export function answerOf(kind: Kind, cell: string): unknown {
  const word = plainWord(cell);
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
        LIMITED_ACTIVITY_WORDS.map(({ zh }) => plainWord(zh)),
      );
    case 'major':
      return numbered(
        word,
        NATIONAL_MAJOR_WORDS.map(({ zh }) => plainWord(zh)),
      );
    case 'sector':
      return SECTORS.find((sector) => sector === word);
    case 'stage':
      return STAGES.find((stage) => plainWord(stage) === word);
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

/** What may be written in such a column, for messages. */
export function choicesOf(kind: Kind): string {
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

function field(path: string, kind: Kind, ...more: readonly string[]): ClaimColumn {
  const label = (QUESTION_WORDS as Readonly<Record<string, { label: { zh: string } }>>)[path];
  return { path, kind, words: [...(label ? [label.label.zh] : []), ...more] };
}

/** By the words of the form or the name of the field; undefined where it is neither. */
export function claimColumnOf(word: string): ClaimColumn | undefined {
  return CLAIM_COLUMNS.find(
    (one) => plainWord(one.path) === word || one.words.some((own) => plainWord(own) === word),
  );
}

/** Width of characters, white space and letter case tell nothing apart. */
export const plainWord = (text: string): string =>
  text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
