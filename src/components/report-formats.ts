import type { SecurityLevel } from '../domain/catalog.ts';

/** What is asked for until a person chooses: to edit, to read, to verify. */
export const USUAL_FORMATS = ['docx', 'html', 'json'] as const;

/** The formats this page can make, each with one line. */
export const REPORT_FORMATS = [
  'docx',
  'pdf',
  'xlsx',
  'html',
  'json',
  'zip',
  'shp',
  'dxf',
  'txt',
  'geojson',
  'png',
] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Formats that are coordinates: a redacted record has nothing for them. */
const GEODATA: readonly ReportFormat[] = ['shp', 'dxf', 'txt', 'geojson'];

export const isWritten = (format: ReportFormat, redact: boolean): boolean =>
  !(redact && GEODATA.includes(format));

const LEVELS: readonly SecurityLevel[] = ['public', 'internal', 'secret'];

/** The strictest security level among the layers; internal where nothing says. */
export function strictestSecurity(levels: readonly SecurityLevel[]): SecurityLevel {
  return LEVELS[Math.max(...levels.map((level) => LEVELS.indexOf(level)))] ?? 'internal';
}
