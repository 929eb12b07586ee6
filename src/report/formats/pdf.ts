import { needAssets } from '../assets.ts';
import { reportContent } from '../content/report-content.ts';
import { reportFileName } from '../file-name.ts';
import { printData } from '../pdf/print-data.ts';
import type { ReportFormat } from './report-format.ts';

/** Set by Typst: fonts embedded, text searchable, bookmarks, tagged. */
export const pdf: ReportFormat = {
  id: 'pdf',
  title: { zh: 'PDF 报告', en: 'PDF report' },
  extension: 'pdf',
  mediaType: 'application/pdf',
  drawsFigures: true,
  render: async (report, { lang, assets, grey = false, surroundings = null, house = null }) => {
    const { compilePdf } = await import('../pdf/compile.ts');
    const content = reportContent(report, lang, { grey, surroundings, house });
    const data = printData(content, report.createdAt);
    return {
      fileName: reportFileName(report.project.source.file, pdf.extension),
      mediaType: pdf.mediaType,
      bytes: await compilePdf(data, needAssets(assets), content.letterhead?.logo?.png),
    };
  },
};
