import { base64ToBytes } from '../bytes/base64.ts';
import { ByteError } from '../bytes/byte-source.ts';
import { memorySource } from '../bytes/memory-source.ts';
import { entryBytes, openZip } from '../bytes/zip.ts';
import { BUNDLE_MANIFEST } from '../domain/bundle.ts';
import { type CheckReport, checkReportSchema } from '../domain/report.ts';
import { type HouseTemplate, reportTemplateSchema } from '../domain/report-template.ts';
import { UserError } from '../domain/user-error.ts';
import { pngLogo } from '../report/house/png-logo.ts';

/** A report as its file holds it. */
export interface ReportRecord {
  readonly kind: 'json' | 'page' | 'bundle';
  readonly report: CheckReport;
  /** Template that the page was printed in, where there was one. */
  readonly house?: HouseTemplate | null;
  /** Text of the page, where it is one. */
  readonly page: string | null;
  /** Files of the bundle by path, where it is one. */
  readonly files: ReadonlyMap<string, Uint8Array> | null;
}

const RECORD_NAME = /\.report\.json$/;

/** A bundle holds reports, pictures and geodata of one project: more is not ours. */
const MAX_BUNDLE_BYTES = 1_000_000_000;

/** Our own files say so near their beginning; a bundle by what is in it. Nothing is checked yet. */
export async function looksLikeReport(bytes: Uint8Array, file: string): Promise<boolean> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    try {
      const names = (await openZip(memorySource(file, bytes))).map(({ name }) => name);
      return names.includes(BUNDLE_MANIFEST) && names.some((name) => RECORD_NAME.test(name));
    } catch (error) {
      if (error instanceof ByteError) return false;
      throw error;
    }
  }
  const head = new TextDecoder().decode(bytes.subarray(0, 4096));
  if (/^\s*<!doctype html/i.test(head)) {
    return new TextDecoder().decode(bytes).includes('id="sanxian-report"');
  }
  return /^\uFEFF?\s*\{/.test(head) && /"schema"\s*:\s*"sanxian\/check-report@/.test(head);
}

/** The record in a JSON file, a page or a bundle. @throws UserError `report-unreadable` */
export async function recordOf(bytes: Uint8Array, file: string): Promise<ReportRecord> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) {
    const files = await unpacked(bytes, file);
    const name = [...files.keys()].find((path) => RECORD_NAME.test(path));
    if (name === undefined) {
      throw new UserError('report-unreadable', { file, problem: '*.report.json' });
    }
    const report = readReport(new TextDecoder().decode(files.get(name)), `${file}/${name}`);
    return { kind: 'bundle', report, page: null, files };
  }
  const text = new TextDecoder().decode(bytes);
  if (!/^\s*<!doctype html/i.test(text)) {
    return { kind: 'json', report: readReport(text, file), page: null, files: null };
  }
  const report = readReport(recordIn(text, file), file);
  return { kind: 'page', report, house: houseIn(text, file), page: text, files: null };
}

async function unpacked(bytes: Uint8Array, file: string): Promise<Map<string, Uint8Array>> {
  try {
    const entries = await openZip(memorySource(file, bytes));
    const files = new Map<string, Uint8Array>();
    let total = 0;
    for (const entry of entries) {
      // another program may show the one that was not compared
      if (files.has(entry.name)) {
        throw new UserError('report-unreadable', { file, problem: `2 × ${entry.name}` });
      }
      total += entry.bytes;
      if (total > MAX_BUNDLE_BYTES) {
        throw new UserError('report-unreadable', { file, problem: `> ${MAX_BUNDLE_BYTES} B` });
      }
      files.set(entry.name, await entryBytes(entry));
    }
    return files;
  } catch (error) {
    if (!(error instanceof ByteError)) throw error;
    throw new UserError('bundle-damaged', {
      file,
      reason: String(error.params.reason ?? error.code),
    });
  }
}

const RECORD = /<script type="application\/json" id="sanxian-report">(.*?)<\/script>/s;

function recordIn(page: string, file: string): string {
  const record = RECORD.exec(page)?.[1];
  if (record !== undefined) return record;
  throw new UserError('report-unreadable', { file, problem: '#sanxian-report' });
}

const TEMPLATE = /<script type="application\/json" id="sanxian-template">(.*?)<\/script>/s;

/** @throws UserError `report-unreadable` for one that no template could give */
function houseIn(page: string, file: string): HouseTemplate | null {
  const held = TEMPLATE.exec(page)?.[1];
  if (held === undefined) return null;
  try {
    const { template, logo } = JSON.parse(held);
    const parsed = reportTemplateSchema.parse(template);
    if (logo === null) return { template: parsed, logo };
    const picture = pngLogo(base64ToBytes(logo.png), logo.widthMm);
    if ('fault' in picture) throw new TypeError(picture.fault);
    return { template: parsed, logo: picture };
  } catch {
    throw new UserError('report-unreadable', { file, problem: '#sanxian-template' });
  }
}

/** @throws UserError `report-unreadable` */
function readReport(text: string, file: string): CheckReport {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UserError('report-unreadable', { file, problem: String(error) });
  }
  const parsed = checkReportSchema.safeParse(data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const problem = `${issue.path.join('.')}: ${issue.message}`;
    throw new UserError('report-unreadable', { file, problem });
  }
  // As written, not as parsed: unknown fields belong to the digest too.
  return data as CheckReport;
}
