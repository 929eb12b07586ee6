import { UserError } from '../../domain/user-error.ts';
import { needAssets } from '../assets.ts';
import { cellFigure } from '../figure/cell-figure.ts';
import { svgSizeMm } from '../figure/svg-size.ts';
import { siteFigure } from '../figure.ts';
import { reportFileName } from '../file-name.ts';
import { DOTS_PER_MM, pictureOf } from '../picture.ts';
import type { ReportFormat } from './report-format.ts';

/** The figure as a picture. A report without geometry has none: `figure-without-geometry`. */
export const png: ReportFormat = {
  id: 'png',
  title: { zh: 'PNG 附图', en: 'PNG figure' },
  extension: 'png',
  mediaType: 'image/png',
  drawsFigures: true,
  render: async (report, { lang, assets, grey, surroundings }) => {
    const figure = report.redaction
      ? cellFigure(report, lang)
      : siteFigure(report, { lang, grey, surroundings });
    if (figure === null) throw new UserError('figure-without-geometry');
    const widthPx = Math.round(svgSizeMm(figure).widthMm * DOTS_PER_MM);
    return {
      fileName: reportFileName(report.project.source.file, png.extension),
      mediaType: png.mediaType,
      bytes: await pictureOf(figure, widthPx, needAssets(assets)),
    };
  },
};
