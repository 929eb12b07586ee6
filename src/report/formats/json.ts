import type { CheckReport } from '../../domain/report.ts';
import { jsonString } from '../../text/json-string.ts';
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
  if (typeof value === 'string') return jsonString(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  let text = '';
  if (Array.isArray(value)) {
    if (value.every(isPlain)) return `[${value.map((one) => prettyJson(one)).join(', ')}]`;
    for (const one of value) text += `${text && ',\n'}${inner}${prettyJson(one, inner)}`;
    return `[\n${text}\n${indent}]`;
  }
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    text += `${text && ',\n'}${inner}${jsonString(key)}: ${prettyJson(member, inner)}`;
  }
  return text === '' ? '{}' : `{\n${text}\n${indent}}`;
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}
