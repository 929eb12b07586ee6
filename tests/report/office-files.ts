import { strFromU8, unzipSync } from 'fflate';
import { reportAssets } from '../../src/cli/report-assets.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { reportFormat } from '../../src/report/formats/registry.ts';
import type { Language } from '../../src/text/text.ts';

export async function rendered(
  format: string,
  report: CheckReport,
  lang: Language = 'zh',
): Promise<Uint8Array> {
  const file = await reportFormat(format).render(report, { lang, assets: reportAssets });
  return file.bytes;
}

/** XML parts of an office file by name. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const entries = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return new Map(entries.map(([name, part]) => [name, strFromU8(part)]));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Text between tags, as a reader sees it. */
export function textIn(xml: string, tag: string): string[] {
  const found = xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`, 'g'));
  return [...found].map(([, text]) =>
    text!.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!),
  );
}
