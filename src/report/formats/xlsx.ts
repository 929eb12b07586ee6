import type { HouseTemplate } from '../../domain/report-template.ts';
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
  render: async (report, { lang, house = null }) => {
    const { workbook } = await import('../xlsx/workbook.ts');
    const options = { figures: false, house: house && unitOnly(house) };
    const content = reportContent(report, lang, options);
    return {
      fileName: reportFileName(report.project.source.file, xlsx.extension),
      mediaType: xlsx.mediaType,
      bytes: await workbook(reportSheets(content), report.createdAt, content),
    };
  },
};

/** A workbook is tables: it takes the unit's name, and every table stays. */
const unitOnly = ({ template }: HouseTemplate): HouseTemplate => ({
  template: { ...template, sections: [], hide: [] },
  logo: null,
});
