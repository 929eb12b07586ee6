import type { CheckReport } from '../../domain/report.ts';
import { listed } from '../../text/punctuation.ts';
import type { Language } from '../../text/text.ts';
import { FIELD_WORDS, REPORT_WORDS } from '../../text/words/report.ts';
import { houseSections, type Letterhead, letterheadOf } from '../house/house-content.ts';
import { time } from '../opinion.ts';
import { securityBanner } from '../security.ts';
import { editionsOf } from '../took-part.ts';
import { annexSection } from './annexes.ts';
import { basisSection, methodSection } from './basis-section.ts';
import type { Block, Fact, Group } from './blocks.ts';
import { conclusionsSection } from './conclusions-section.ts';
import { type ContentOptions, hides } from './content-options.ts';
import { figureSection } from './figure-section.ts';
import { firstPage } from './first-page.ts';
import { projectSection } from './project-section.ts';
import { requirementsSection } from './requirements-section.ts';
import { resultsSection } from './results-section.ts';

/** Everything a printed report says, in its order. */
export interface ReportContent {
  readonly lang: Language;
  readonly title: string;
  /** What kind of paper it is, for the cover. */
  readonly heading: string;
  /** Project, applicant, number and dates, for formats that have a cover. */
  readonly cover: readonly Fact[];
  readonly number: string;
  /** 密级, on every page. */
  readonly banner: string;
  /** Written across every page of a report on demonstration layers. */
  readonly watermark: string | null;
  /** null: no template. */
  readonly letterhead: Letterhead | null;
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
] as const satisfies readonly ((
  report: CheckReport,
  lang: Language,
  options: ContentOptions,
) => Group)[];

/** One pure function of the report: what it does not say, no format says. */
export function reportContent(
  report: CheckReport,
  lang: Language,
  options: Partial<ContentOptions> = {},
): ReportContent {
  const plain = { carriesRecord: false, figures: true, grey: false };
  const whole = { ...plain, surroundings: null, house: null, ...options };
  const { house } = whole;
  const wanted = whole.figures && !hides(whole, 'figures');
  const sections = SECTIONS.filter((make) => wanted || make !== figureSection).map((make) =>
    make(report, lang, whole),
  );
  return {
    lang,
    title: `${report.project.name} ${report.number}`,
    heading: REPORT_WORDS.title[lang],
    cover: coverFacts(report, lang),
    number: report.number,
    banner: securityBanner(report)[lang],
    watermark: report.catalog.synthetic ? REPORT_WORDS.synthetic[lang] : null,
    firstPage: firstPage(report, lang),
    letterhead: house && letterheadOf(house, lang),
    sections: house ? houseSections(sections, house, lang) : sections,
  };
}

function coverFacts(report: CheckReport, lang: Language): Fact[] {
  const w = REPORT_WORDS;
  const { project } = report;
  const bare = (text: string): string => text.replace(/[:：]\s*$/, '');
  return [
    [FIELD_WORDS.projectName[lang], project.name],
    [FIELD_WORDS.applicant[lang], project.applicant ?? w.notStated[lang]],
    [
      FIELD_WORDS.location[lang],
      listed(
        project.location.map((one) => one.name),
        lang,
      ) || w.notStated[lang],
    ],
    [bare(w.number[lang]), report.number],
    [bare(w.dataAsOf[lang]), editionsOf(report.layers)],
    [bare(w.checkedAt[lang]), time(report.createdAt)],
  ];
}
