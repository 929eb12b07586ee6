import { VERDICT_TONES } from '../../domain/verdict-tone.ts';
import type { Block, Run } from '../content/blocks.ts';
import type { ReportContent } from '../content/report-content.ts';
import { svgSizeMm } from '../figure/svg-size.ts';
import { plainText } from '../plain-text.ts';
import { columnWidthsMm } from '../tables/column-widths.ts';
import { cellText, isChip } from '../tables/table.ts';

const TEXT_WIDTH_MM = 210 - 2 * 18;

/**
 * What `report.typ` prints: the content as JSON, numbers already printed, tones and column widths named.
 * Every string is data there, never code.
 */
export function printData(content: ReportContent, createdAt: string): unknown {
  const { lang, title, number, banner, watermark, letterhead, firstPage, sections } = content;
  return clean({
    lang,
    title,
    number,
    banner,
    watermark: watermark ?? '',
    letterhead: letterhead && {
      ...letterhead,
      logo: letterhead.logo && { width: letterhead.logo.widthMm },
    },
    time: createdAt.match(/\d+/g)!.slice(0, 6).map(Number),
    blocks: [...firstPage, ...sections].map(blockData),
  });
}

function blockData(block: Block): unknown {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { ...block, runs: block.runs.map(runData) };
    case 'list':
      return { ...block, items: block.items.map(({ runs }) => ({ runs: runs.map(runData) })) };
    case 'table': {
      const { columns, rows, title, notes } = block.table;
      return {
        type: 'table',
        title,
        notes,
        empty: block.empty,
        widths: columnWidthsMm(block.table, TEXT_WIDTH_MM),
        columns: columns.map((column) => ({
          title: column.title,
          right: column.align === 'right',
        })),
        rows: rows.map(({ cells, total }) => ({
          total,
          cells: cells.map((cell) => (isChip(cell) ? runData(cell) : cellText(cell))),
        })),
      };
    }
    case 'frame':
      return { ...block, tone: VERDICT_TONES[block.verdict], blocks: block.blocks.map(blockData) };
    case 'group':
      return { ...block, blocks: block.blocks.map(blockData) };
    case 'figure':
      return { ...block, width: svgSizeMm(block.svg).widthMm };
    default:
      return block;
  }
}

function runData(run: Run): unknown {
  return typeof run !== 'string' && 'shape' in run
    ? { ...run, tone: VERDICT_TONES[run.verdict] }
    : run;
}

/** Figures keep their markup, which is ours; their words were made harmless where they were drawn. */
function clean(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return key === 'svg' ? value : plainText(value);
  if (Array.isArray(value)) return value.map((one) => clean(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, clean(one, name)]));
}
