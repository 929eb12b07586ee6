import { reportFileName } from '../file-name.ts';
import { htmlDocument } from '../html/document.ts';
import type { ReportFormat } from './report-format.ts';

/** One self-contained page that prints to A4. */
export const html: ReportFormat = {
  id: 'html',
  title: { zh: '网页报告（可打印为 A4）', en: 'Web page (prints to A4)' },
  extension: 'html',
  mediaType: 'text/html',
  drawsFigures: true,
  render: async (report, { lang, grey = false, surroundings = null, house = null }) => ({
    fileName: reportFileName(report.project.source.file, html.extension),
    mediaType: html.mediaType,
    bytes: new TextEncoder().encode(htmlDocument(report, lang, { grey, surroundings, house })),
  }),
};
