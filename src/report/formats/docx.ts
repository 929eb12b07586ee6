import { needAssets } from '../assets.ts';
import type { Block } from '../content/blocks.ts';
import { reportContent } from '../content/report-content.ts';
import type { Picture } from '../docx/print-blocks.ts';
import { svgSizeMm } from '../figure/svg-size.ts';
import { reportFileName } from '../file-name.ts';
import { pictureOf } from '../picture.ts';
import type { ReportFormat } from './report-format.ts';

/** Enough to read every label; a report of many figures stays small and quick. */
const DOCX_DOTS_PER_MM = 150 / 25.4;

/** Editable, in the fonts of official papers: what planners hand on. */
export const docx: ReportFormat = {
  id: 'docx',
  title: { zh: 'Word 文档（DOCX，可编辑）', en: 'Word document (DOCX, editable)' },
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  drawsFigures: true,
  render: async (report, { lang, assets, grey = false, surroundings = null, house = null }) => {
    const content = reportContent(report, lang, { grey, surroundings, house });
    const pictures = new Map<string, Picture>();
    for (const svg of figuresOf([...content.firstPage, ...content.sections])) {
      const { widthMm, heightMm } = svgSizeMm(svg);
      const widthPx = Math.round(widthMm * DOCX_DOTS_PER_MM);
      const png = await pictureOf(svg, widthPx, needAssets(assets));
      pictures.set(svg, { png, widthMm, heightMm });
    }
    const { docxDocument } = await import('../docx/document.ts');
    return {
      fileName: reportFileName(report.project.source.file, docx.extension),
      mediaType: docx.mediaType,
      bytes: await docxDocument(content, (svg) => pictures.get(svg)!, report.createdAt),
    };
  },
};

function figuresOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'figure') return [block.svg];
    return block.type === 'group' || block.type === 'frame' ? figuresOf(block.blocks) : [];
  });
}
