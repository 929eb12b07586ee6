import { reportContent } from '../content/report-content.ts';
import { reportFileName } from '../file-name.ts';
import { reportSheets } from '../xlsx/sheets.ts';
import type { ReportFormat } from './report-format.ts';

/** The tables as a workbook: one sheet a table, numbers to go on calculating with. */
export const xlsx: ReportFormat = {
  id: 'xlsx',
  title: { zh: 'Excel 表格（XLSX）', en: 'Excel workbook (XLSX)' },
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  render: async (report, { lang }) => {
    const { workbook } = await import('../xlsx/workbook.ts');
    return {
      fileName: reportFileName(report.project.source.file, xlsx.extension),
      mediaType: xlsx.mediaType,
      bytes: await workbook(
        reportSheets(reportContent(report, lang, { figures: false })),
        report.createdAt,
      ),
    };
  },
};
