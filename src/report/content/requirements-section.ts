import { KINDS } from '../../domain/kinds.ts';
import { overridesOf } from '../../domain/overrides.ts';
import { proceduresOf } from '../../domain/procedures.ts';
import type { CheckReport, Citation, Finding } from '../../domain/report.ts';
import { specialConditions } from '../../domain/special-conditions.ts';
import { ZONE_WORDS } from '../../domain/zones.ts';
import { formatHectares } from '../../text/numbers.ts';
import { clauses, inBrackets } from '../../text/punctuation.ts';
import type { Language } from '../../text/text.ts';
import { CONDITION_WORDS } from '../../text/words/decision.ts';
import { fill } from '../../text/words/policy.ts';
import { CLAIM_WORDS, FORCE_WORDS, LEVEL_WORDS, REPORT_WORDS } from '../../text/words/report.ts';
import { verdictChip } from '../chip.ts';
import { opinionBy } from '../opinion.ts';
import {
  type Block,
  type Group,
  heading,
  list,
  listIfAny,
  paragraph,
  type Runs,
  section,
} from './blocks.ts';
import { type ContentOptions, hides } from './content-options.ts';

/** 五: for each finding its clause, procedure and list of documents. */
export function requirementsSection(
  report: CheckReport,
  lang: Language,
  options: ContentOptions,
): Group {
  const body =
    report.findings.length === 0
      ? [paragraph(REPORT_WORDS.noRequirements[lang])]
      : report.findings.map((finding) => findingGroup(finding, report, lang, options));
  const title = heading(2, REPORT_WORDS.section5[lang]);
  return section('s5', [
    title,
    ...body,
    ...(hides(options, 'checklist') ? [] : checklist(report, lang)),
  ]);
}

function findingGroup(
  finding: Finding,
  report: CheckReport,
  lang: Language,
  options: ContentOptions,
): Group {
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
      ...opinions(finding, report, lang),
      paragraph(finding.text[lang]),
      ...listIfAny('bullets', duties, heading(4, REPORT_WORDS.duties[lang])),
      ...listIfAny('bullets', questions, heading(4, REPORT_WORDS.openQuestions[lang])),
      ...finding.citations.flatMap((citation) => clause(citation, lang)),
      ...procedure(finding, lang),
      ...materials(finding, lang),
      ...conditions(finding, report, lang),
      ...(hides(options, 'hints') ? [] : hints(finding, lang)),
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

/** What people hold, before what the rule says. */
function opinions(finding: Finding, report: CheckReport, lang: Language): readonly Block[] {
  const items = overridesOf(report, finding).map(
    (one): Runs => [
      { strong: `${opinionBy(one)}${REPORT_WORDS.colon[lang]}` },
      verdictChip(one.verdict, lang),
      `　${one.reason}`,
    ],
  );
  return listIfAny('bullets', items, heading(4, REPORT_WORDS.overrides[lang]));
}

/** Boxes of their own: what kinds 6 and 9 of the limited activities ask beside the procedure. */
function conditions(finding: Finding, { project }: CheckReport, lang: Language): readonly Block[] {
  const words = CONDITION_WORDS;
  const items = specialConditions(finding, project.claim).map((one) => {
    if (one.field !== 'kind9Basis')
      return `${words[one.field][lang]}${inBrackets(words[one.state][lang], lang)}`;
    const { law, article } = one;
    const basis = law === null ? words.open[lang] : `${law} ${article ?? ''}`.trim();
    return `${words.kind9Basis[lang]}${REPORT_WORDS.colon[lang]}${basis}`;
  });
  const kind = String(project.claim.limitedActivity);
  return listIfAny('boxes', items, heading(4, fill(words.title, { kind })[lang]));
}

function hints({ hints: told = [] }: Finding, lang: Language): readonly Block[] {
  const items = told.map(({ text }) => text[lang]);
  return listIfAny('notes', items, heading(4, REPORT_WORDS.hints[lang]));
}

/** Everything to bring, by the stage at which it is asked for; chains stay apart above. */
function checklist(report: CheckReport, lang: Language): readonly Block[] {
  const { materials: stages } = proceduresOf(report.findings);
  if (stages.length === 0) return [];
  const blocks = stages.flatMap(({ at, documents }) => [
    heading(4, at[lang]),
    list(
      'boxes',
      documents.map((document) => document[lang]),
    ),
  ]);
  const title = heading(3, REPORT_WORDS.checklist[lang]);
  return [{ type: 'group', look: 'part', id: 'checklist', blocks: [title, ...blocks] }];
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
      const where = level === null ? '' : inBrackets(LEVEL_WORDS[level][lang], lang);
      const told = clauses(
        content.map((one) => one[lang]),
        lang,
      );
      const what = told === '' ? '' : `${REPORT_WORDS.colon[lang]}${told}`;
      return `${act[lang]}${who}${where}${what}`;
    });
  return listIfAny('steps', steps, heading(4, REPORT_WORDS.procedure[lang]));
}

function materials(finding: Finding, lang: Language): readonly Block[] {
  const papers = finding.attachments.map(
    ({ document, at }) => `${document[lang]}${inBrackets(at[lang], lang)}`,
  );
  return listIfAny('boxes', papers, heading(4, REPORT_WORDS.materials[lang]));
}
