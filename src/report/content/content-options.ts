import type { Hideable, HouseTemplate } from '../../domain/report-template.ts';
import type { Surroundings } from '../../domain/surroundings.ts';

/** What the printer of a report knows of itself. */
export interface ContentOptions {
  /** The file holds the JSON record, so that it can be verified by itself. */
  readonly carriesRecord: boolean;
  /** Formats of tables alone have no use for figures, which take longest to make. */
  readonly figures: boolean;
  /** Figures for photocopies. */
  readonly grey: boolean;
  /** The lines around the site, for the figures. */
  readonly surroundings: Surroundings | null;
  /** The unit whose template the report is printed in. */
  readonly house: HouseTemplate | null;
}

/** Whether the template leaves this out. */
export const hides = ({ house }: ContentOptions, what: Hideable): boolean =>
  house?.template.hide.includes(what) ?? false;
