import { UserError } from '../../domain/user-error.ts';
import { docx } from './docx.ts';
import { dxf } from './dxf.ts';
import { fgb } from './fgb.ts';
import { geojson } from './geojson.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { pdf } from './pdf.ts';
import { png } from './png.ts';
import type { ReportFormat } from './report-format.ts';
import { shp } from './shp.ts';
import { svg } from './svg.ts';
import { txt } from './txt.ts';
import { xlsx } from './xlsx.ts';
import { bundleOf } from './zip.ts';

/** Formats that are one file each. */
const SINGLE: readonly ReportFormat[] = [
  json,
  docx,
  pdf,
  xlsx,
  html,
  svg,
  png,
  geojson,
  shp,
  fgb,
  dxf,
  txt,
];

/** Every report format; a new one is a file here and a line above. */
export const REPORT_FORMATS: readonly ReportFormat[] = [...SINGLE, bundleOf(SINGLE)];

/** @throws UserError `report-format-unknown`, naming the choices */
export function reportFormat(id: string): ReportFormat {
  const format = REPORT_FORMATS.find((one) => one.id === id);
  if (format) return format;
  const choices = REPORT_FORMATS.map((one) => one.id).join(', ');
  throw new UserError('report-format-unknown', { value: id, choices });
}
