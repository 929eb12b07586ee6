import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCheck } from '../../src/cli/check-job.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { redactReport } from '../../src/job/redact-report.ts';
import { htmlDocument } from '../../src/report/html/document.ts';
import { terminalSummary } from '../../src/report/terminal.ts';
import { packageRoot, run } from '../cli/fake-io.ts';

/**
 * Both languages from the same report: in English no Chinese is left but what is quoted or named - in
 * the record a string that is not one of two languages.
 */
const SAMPLES = join(packageRoot, 'data/samples');

async function reportOf(sample: string): Promise<CheckReport> {
  const args = ['--format', 'json', '--as-of', '2026-11-21T08:00:00Z'];
  const { out } = await run(['check', join(SAMPLES, sample), ...args], { runCheck });
  return JSON.parse(out) as CheckReport;
}

/** Strings of the record that stand for themselves: names, clauses, numbers of papers. */
function namesIn(report: CheckReport): string[] {
  const names: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') names.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      // the path is carried in both languages
      const { zh, en, path: _, ...rest } = value as Record<string, unknown>;
      if (typeof zh === 'string' && typeof en === 'string') walk(Object.values(rest));
      else walk(Object.values(rest));
    }
  };
  walk(report);
  return names.filter((name) => /\p{Script=Han}/u.test(name)).sort((a, b) => b.length - a.length);
}

/** Chinese in the text of a page that is none of these names. */
function chineseLeft(text: string, report: CheckReport): string[] {
  let left = text
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  for (const name of namesIn(report)) left = left.replaceAll(name, '*');
  left = left
    .replace(/[\p{Script=Han}、]+(?:〔\d{4}〕|第)\d+号/gu, '*') // 自然资发〔2021〕166号
    .replace(/《\*》/g, '*');
  return [
    ...new Set(left.split('\n').filter((line) => /[\p{Script=Han}，。；：（）、《》]/u.test(line))),
  ];
}

describe('an English report', () => {
  const reports = async () =>
    Promise.all(
      readdirSync(SAMPLES)
        .filter((name) => /^[1-6].*\.(txt|geojson)$/.test(name))
        .map(reportOf),
    );

  it('has no Chinese but names and clauses', async () => {
    for (const report of await reports()) {
      const page = htmlDocument(report, 'en');
      expect(chineseLeft(page, report)).toEqual([]);
      expect(chineseLeft(htmlDocument(redactReport(report), 'en'), report)).toEqual([]);
      expect(chineseLeft(terminalSummary(report, 'en'), report)).toEqual([]);
    }
  });
});
