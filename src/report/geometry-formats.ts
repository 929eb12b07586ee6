import type { CheckReport } from '../domain/report.ts';
import { UserError } from '../domain/user-error.ts';

/** Formats that are coordinates and geometry, and nothing without. */
export const GEODATA_FORMATS: readonly string[] = ['geojson', 'shp', 'fgb', 'dxf', 'txt'];

/** Formats that draw the site; of a redacted record they draw the cell it lies in. */
const FIGURE_FORMATS: readonly string[] = ['svg', 'png'];

/** Whether this format says anything of this report. */
export function canBeWritten(format: string, report: CheckReport): boolean {
  if (report.project.parcels.every((parcel) => parcel.geometry !== null)) return true;
  if (GEODATA_FORMATS.includes(format)) return false;
  return report.redaction !== undefined || !FIGURE_FORMATS.includes(format);
}

/**
 * @param formats asked for
 * @param all that there are
 * @throws UserError `redacted-no-geometry` for one that would be nothing but what redacting leaves out
 */
export function refuseGeodata(formats: readonly string[], all: readonly string[]): void {
  const format = formats.find((id) => GEODATA_FORMATS.includes(id));
  if (format === undefined) return;
  const choices = all.filter((id) => !GEODATA_FORMATS.includes(id)).join(', ');
  throw new UserError('redacted-no-geometry', { format, choices });
}
