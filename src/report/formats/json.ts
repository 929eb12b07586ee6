import type { CheckReport } from '../../domain/report.ts';
import { reportFileName } from '../file-name.ts';
import type { ReportFormat } from './report-format.ts';

/** The CheckReport itself, indented for reading; a coordinate stands on one line. */
export const json: ReportFormat = {
  id: 'json',
  title: { zh: 'JSON 核查记录', en: 'JSON record' },
  extension: 'json',
  mediaType: 'application/json',
  render: async (report) => ({
    fileName: reportFileName(report.project.source.file, json.extension),
    mediaType: json.mediaType,
    bytes: new TextEncoder().encode(reportJson(report)),
  }),
};

export const reportJson = (report: CheckReport): string => `${prettyJson(report)}\n`;

/**
 * JSON with two spaces of indent in which arrays of plain values stay on one line, so that coordinates
 * read as pairs. Undefined members are left out, as JSON.stringify does.
 */
export function prettyJson(value: unknown, indent = ''): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every(isPlain)) return `[${value.map((one) => JSON.stringify(one)).join(', ')}]`;
    return `[\n${value.map((one) => inner + prettyJson(one, inner)).join(',\n')}\n${indent}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    if (members.length === 0) return '{}';
    const lines = members.map(
      ([key, member]) => `${inner}${JSON.stringify(key)}: ${prettyJson(member, inner)}`,
    );
    return `{\n${lines.join(',\n')}\n${indent}}`;
  }
  return JSON.stringify(value);
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}
