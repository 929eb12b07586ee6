import type { Block } from '../content/blocks.ts';
import type { ReportContent } from '../content/report-content.ts';
import type { Table } from '../tables/table.ts';

/** A sheet before it is written: lines above, then one table that can be filtered. */
export interface ReportSheet {
  readonly name: string;
  readonly above: readonly string[];
  readonly table: Table;
  /** What to say where the table has no rows. */
  readonly empty: string | null;
}

/** Tables of the report that become sheets, in their order, by the table's id. */
const SHEETS = [
  { id: 't3', zh: '总表', en: 'Summary' },
  { id: 't4', zh: '永久基本农田', en: 'Permanent farmland' },
  { id: 't5', zh: '生态保护红线', en: 'Ecological red line' },
  { id: 't6', zh: '城镇开发边界', en: 'Urban boundary' },
  { id: 't7', zh: '地类', en: 'Land classes' },
  { id: 't8', zh: '四线及其他', en: 'Other lines' },
  { id: 't9', zh: '低于阈值', en: 'Below threshold' },
  { id: 't2', zh: '图层', en: 'Layers' },
  { id: 'rules', zh: '规则', en: 'Rules' },
  { id: 'points', zh: '坐标', en: 'Coordinates' },
] as const;

/** The sheets of a report. The first carries what page one says, so that no figure stands without it. */
export function reportSheets(content: ReportContent): readonly ReportSheet[] {
  const tables = tablesOf(content.sections);
  return SHEETS.map(({ id, ...names }, i) => {
    const found = tables.find(({ table }) => table.id === id);
    if (!found) throw new Error(`the report has no table ${id}`);
    const above = i === 0 ? pageOne(content) : [];
    return { name: names[content.lang], above, ...found };
  });
}

function tablesOf(blocks: readonly Block[]): { table: Table; empty: string | null }[] {
  return blocks.flatMap((block) => {
    if (block.type === 'table') return [{ table: block.table, empty: block.empty }];
    return block.type === 'group' || block.type === 'frame' ? tablesOf(block.blocks) : [];
  });
}

function pageOne({ heading, banner, number, letterhead, firstPage }: ReportContent): string[] {
  const unit = letterhead === null ? [] : [letterhead.unit];
  return [...unit, `${heading}　${number}`, banner, ...firstPage.flatMap(linesOf)];
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [textOf(block.runs)];
    case 'list':
      return block.items.map(({ runs }) => textOf(runs));
    case 'frame':
    case 'group':
      return block.blocks.flatMap(linesOf);
    case 'heading':
      return block.level === 1 ? [] : [textOf(block.runs)];
    default:
      return [];
  }
}

function textOf(runs: Extract<Block, { type: 'paragraph' }>['runs']): string {
  const words = runs.map((run) => {
    if (typeof run === 'string') return run;
    if ('shape' in run) return `${run.shape} ${run.word}`;
    return 'strong' in run ? run.strong : run.code;
  });
  return words.join('');
}
