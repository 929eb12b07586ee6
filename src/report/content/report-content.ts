import type { CheckReport } from '../../domain/report.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS } from '../../text/words/report.ts';
import { securityBanner } from '../security.ts';
import { annexSection } from './annexes.ts';
import { basisSection, methodSection } from './basis-section.ts';
import type { Block, Group } from './blocks.ts';
import { conclusionsSection } from './conclusions-section.ts';
import { figureSection } from './figure-section.ts';
import { firstPage } from './first-page.ts';
import { projectSection } from './project-section.ts';
import { requirementsSection } from './requirements-section.ts';
import { resultsSection } from './results-section.ts';

/** Everything a printed report says, in its order. */
export interface ReportContent {
  readonly lang: Language;
  readonly title: string;
  readonly number: string;
  /** 密级, on every page. */
  readonly banner: string;
  /** Written across every page of a report on demonstration layers. */
  readonly watermark: string | null;
  readonly firstPage: readonly Block[];
  readonly sections: readonly Group[];
}

const SECTIONS = [
  projectSection,
  basisSection,
  methodSection,
  resultsSection,
  requirementsSection,
  conclusionsSection,
  figureSection,
  annexSection,
] as const satisfies readonly ((report: CheckReport, lang: Language) => Group)[];

/** One pure function of the report: what it does not say, no format says. */
export function reportContent(report: CheckReport, lang: Language): ReportContent {
  return {
    lang,
    title: `${report.project.name} ${report.number}`,
    number: report.number,
    banner: securityBanner(report)[lang],
    watermark: report.catalog.synthetic ? REPORT_WORDS.synthetic[lang] : null,
    firstPage: firstPage(report, lang),
    sections: SECTIONS.map((make) => make(report, lang)),
  };
}
