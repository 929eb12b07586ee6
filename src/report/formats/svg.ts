import { UserError } from '../../domain/user-error.ts';
import { cellFigure } from '../figure/cell-figure.ts';
import { siteFigure } from '../figure.ts';
import { reportFileName } from '../file-name.ts';
import type { ReportFormat } from './report-format.ts';

/** The figure alone. A report without geometry has none: `figure-without-geometry`. */
export const svg: ReportFormat = {
  id: 'svg',
  title: { zh: 'SVG 附图', en: 'SVG figure' },
  extension: 'svg',
  mediaType: 'image/svg+xml',
  drawsFigures: true,
  render: async (report, { lang, grey, surroundings }) => {
    const figure = report.redaction
      ? cellFigure(report, lang)
      : siteFigure(report, { lang, grey, surroundings });
    if (figure === null) throw new UserError('figure-without-geometry');
    return {
      fileName: reportFileName(report.project.source.file, svg.extension),
      mediaType: svg.mediaType,
      bytes: new TextEncoder().encode(figure),
    };
  },
};
