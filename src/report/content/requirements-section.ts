import { KINDS } from '../../domain/kinds.ts';
import type { CheckReport, Citation, Finding } from '../../domain/report.ts';
import { ZONE_WORDS } from '../../domain/zones.ts';
import { formatHectares } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import { CLAIM_WORDS, FORCE_WORDS, LEVEL_WORDS, REPORT_WORDS } from '../../text/words/report.ts';
import { verdictChip } from '../chip.ts';
import { type Block, type Group, heading, listIfAny, paragraph, section } from './blocks.ts';

/** 五: for each finding its clause, procedure and list of documents. */
export function requirementsSection(report: CheckReport, lang: Language): Group {
  const body =
    report.findings.length === 0
      ? [paragraph(REPORT_WORDS.noRequirements[lang])]
      : report.findings.map((finding) => findingGroup(finding, lang));
  return section('s5', [heading(2, REPORT_WORDS.section5[lang]), ...body]);
}

function findingGroup(finding: Finding, lang: Language): Group {
  const title = `${findingTitle(finding, lang)} `;
  const chip = finding.verdict === null ? [] : [verdictChip(finding.verdict, lang)];
  const duties = finding.duties.map((duty) => duty[lang]);
  const questions = finding.missing.map((field) => claimWord(field, lang));
  return {
    type: 'group',
    look: 'finding',
    id: finding.rule,
    blocks: [
      heading(3, title, ...chip),
      paragraph(finding.text[lang]),
      ...listIfAny('bullets', duties, heading(4, REPORT_WORDS.duties[lang])),
      ...listIfAny('bullets', questions, heading(4, REPORT_WORDS.openQuestions[lang])),
      ...finding.citations.flatMap((citation) => clause(citation, lang)),
      ...procedure(finding, lang),
      ...materials(finding, lang),
    ],
  };
}

function findingTitle(finding: Finding, lang: Language): string {
  const parts = [finding.rule];
  if (finding.line !== null) parts.push(KINDS[finding.line].title[lang]);
  if (finding.zone !== null) parts.push(ZONE_WORDS[finding.zone][lang]);
  if (finding.areaM2 !== null) {
    parts.push(`${formatHectares(finding.areaM2)} ${lang === 'zh' ? '公顷' : 'ha'}`);
  }
  return parts.join(' · ');
}

export function claimWord(field: string, lang: Language): string {
  return Object.hasOwn(CLAIM_WORDS, field)
    ? CLAIM_WORDS[field as keyof typeof CLAIM_WORDS][lang]
    : field;
}

/** The quote stands letter by letter; document, number, section and force beneath it. */
function clause(citation: Citation, lang: Language): readonly Block[] {
  const { document, number, section: place, quote, force } = citation;
  const source = [`《${document}》`, number, place, FORCE_WORDS[force][lang]]
    .filter((part) => part !== null)
    .join(' · ');
  return [heading(4, REPORT_WORDS.clause[lang]), { type: 'quote', quote, source }];
}

function procedure(finding: Finding, lang: Language): readonly Block[] {
  const steps = [...finding.procedure]
    .sort((a, b) => a.step - b.step)
    .map(({ act, by, level, content }) => {
      const who = by === null ? '' : ` — ${by[lang]}`;
      const where = level === null ? '' : `（${LEVEL_WORDS[level][lang]}）`;
      const what = content.length === 0 ? '' : `：${content.map((one) => one[lang]).join('；')}`;
      return `${act[lang]}${who}${where}${what}`;
    });
  return listIfAny('steps', steps, heading(4, REPORT_WORDS.procedure[lang]));
}

function materials(finding: Finding, lang: Language): readonly Block[] {
  const papers = finding.attachments.map(({ document, at }) => `${document[lang]}（${at[lang]}）`);
  return listIfAny('boxes', papers, heading(4, REPORT_WORDS.materials[lang]));
}
