import type { CheckReport } from '../domain/report.ts';
import { figurePlans } from './figure/plans.ts';
import { captionOf, type FigureOptions, plannedFigure } from './figure.ts';

export interface ReportFigure {
  readonly caption: string;
  readonly svg: string;
}

export interface ReportFigures {
  /** Location, the site over the lines, then one enlargement a piece. */
  readonly figures: readonly ReportFigure[];
  /** Numbers of the pieces without an enlargement of their own: the smallest, where there are very many. */
  readonly leftOut: readonly number[];
}

/** Figures drawn last, by report: each format of one report prints the same. */
const drawn = new WeakMap<CheckReport, { readonly options: FigureOptions } & ReportFigures>();

/** Every figure of a report, drawn to round scales. None where it holds no geometry. */
export function reportFigures(report: CheckReport, options: FigureOptions): ReportFigures {
  const before = drawn.get(report);
  if (before && isSame(before.options, options)) return before;
  const made = { ...drawAll(report, options), options };
  drawn.set(report, made);
  return made;
}

function isSame(a: FigureOptions, b: FigureOptions): boolean {
  return (
    a.lang === b.lang &&
    (a.grey ?? false) === (b.grey ?? false) &&
    (a.surroundings ?? null) === (b.surroundings ?? null)
  );
}

function drawAll(report: CheckReport, options: FigureOptions): ReportFigures {
  const { plane, plans, leftOut } = figurePlans(report);
  const figures = plans.map((plan) => ({
    caption: captionOf(plan, options.lang),
    svg: plannedFigure(report, plane, plan, options),
  }));
  return { figures, leftOut };
}
