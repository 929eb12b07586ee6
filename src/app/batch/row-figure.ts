import type { CheckReport } from '../../domain/report.ts';
import type { Clipper } from '../../geometry/clip.ts';
import { collectSurroundings } from '../../job/around/collect-surroundings.ts';
import type { CatalogHandle } from '../../job/run-check.ts';
import { notShown, sheetAround } from '../../report/figure/around.ts';
import { FOOTER_MM } from '../../report/figure/footer.ts';
import { figurePlans, groundOf, sheetOf } from '../../report/figure/plans.ts';
import { plannedFigure } from '../../report/figure.ts';
import type { Language } from '../../text/text.ts';
import type { DrawnRow } from './batch-ask.ts';

/** Small enough for its letters to be read in a panel of 340 px. */
const SIZE = { widthMm: 90, heightMm: FOOTER_MM + 74 };

/**
 * The site of a report over the lines around it, as small as a preview: the figure of the report without
 * its margins. What its notes would say of lines that are not drawn comes with it.
 *
 * @returns null where the report holds no geometry
 */
export async function rowFigure(
  report: CheckReport,
  handle: CatalogHandle,
  clipper: Clipper,
  lang: Language,
  signal: AbortSignal,
): Promise<DrawnRow | null> {
  const { plane, plans } = figurePlans(report);
  const site = plans.find(({ id }) => id === 'site');
  if (!site) return null;
  const plan = { ...site, ...SIZE };
  const grounds = [groundOf(plan, plane)];
  const surroundings = await collectSurroundings(report, handle, clipper, signal, grounds);
  const svg = plannedFigure(report, plane, plan, { lang, surroundings });
  const { x, y, width, height } = sheetOf(plan).frame;
  const map = svg.replace(
    /^<svg ([^>]*?)width="[^"]*" height="[^"]*" viewBox="[^"]*"/,
    `<svg $1width="${width}mm" height="${height}mm" viewBox="${x} ${y} ${width} ${height}"`,
  );
  return { svg: map, notes: notShown(report, sheetAround(report, surroundings, plan.id), lang) };
}
