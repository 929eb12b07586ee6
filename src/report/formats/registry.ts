import { html } from './html.ts';
import { json } from './json.ts';
import type { ReportFormat } from './report-format.ts';
import { svg } from './svg.ts';

/** Every report format; a new one is a file here and a line below. */
export const REPORT_FORMATS: readonly ReportFormat[] = [json, html, svg];

export function reportFormat(id: string): ReportFormat | undefined {
  return REPORT_FORMATS.find((format) => format.id === id);
}
