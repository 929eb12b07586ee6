import { KINDS } from '../../domain/kinds.ts';
import type { CheckReport, Citation, Finding } from '../../domain/report.ts';
import { ZONE_WORDS } from '../../domain/zones.ts';
import { formatHectares } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import { CLAIM_WORDS, FORCE_WORDS, LEVEL_WORDS, REPORT_WORDS } from '../../text/words/report.ts';
import { verdictChip } from '../chip.ts';
import { type Markup, markup, NOTHING } from '../markup.ts';
import { chipMarkup } from './table-markup.ts';

/** 五: for each finding its clause, procedure and list of documents. */
export function requirementsSection(report: CheckReport, lang: Language): Markup {
  const body =
    report.findings.length === 0
      ? [markup`<p>${REPORT_WORDS.noRequirements[lang]}</p>`]
      : report.findings.map((finding) => findingMarkup(finding, lang));
  return markup`<section id="s5"><h2>${REPORT_WORDS.section5[lang]}</h2>${body}</section>`;
}

function findingMarkup(finding: Finding, lang: Language): Markup {
  const chip = finding.verdict === null ? NOTHING : chipMarkup(verdictChip(finding.verdict, lang));
  return markup`<div class="finding" data-rule="${finding.rule}">
<h3>${findingTitle(finding, lang)} ${chip}</h3>
<p>${finding.text[lang]}</p>
${listOf(
  REPORT_WORDS.duties[lang],
  finding.duties.map((duty) => duty[lang]),
)}
${listOf(
  REPORT_WORDS.openQuestions[lang],
  finding.missing.map((field) => claimWord(field, lang)),
)}
${finding.citations.map((citation) => citationMarkup(citation, lang))}
${procedure(finding, lang)}
${materials(finding, lang)}
</div>`;
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

function listOf(title: string, items: readonly string[]): Markup {
  if (items.length === 0) return NOTHING;
  return markup`<h4>${title}</h4><ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
}

/** The quote stands letter by letter; document, number, section and force beneath it. */
function citationMarkup(citation: Citation, lang: Language): Markup {
  const { document, number, section, quote, force } = citation;
  const source = [`《${document}》`, number, section, FORCE_WORDS[force][lang]]
    .filter((part) => part !== null)
    .join(' · ');
  return markup`<h4>${REPORT_WORDS.clause[lang]}</h4><blockquote lang="zh">“${quote}”<footer>${source}</footer></blockquote>`;
}

function procedure(finding: Finding, lang: Language): Markup {
  if (finding.procedure.length === 0) return NOTHING;
  const steps = [...finding.procedure]
    .sort((a, b) => a.step - b.step)
    .map(({ act, by, level, content }) => {
      const who = by === null ? '' : ` — ${by[lang]}`;
      const where = level === null ? '' : `（${LEVEL_WORDS[level][lang]}）`;
      const what = content.length === 0 ? '' : `：${content.map((one) => one[lang]).join('；')}`;
      return markup`<li>${act[lang]}${who}${where}${what}</li>`;
    });
  return markup`<h4>${REPORT_WORDS.procedure[lang]}</h4><ol>${steps}</ol>`;
}

function materials(finding: Finding, lang: Language): Markup {
  if (finding.attachments.length === 0) return NOTHING;
  const items = finding.attachments.map(
    ({ document, at }) => markup`<li>□ ${document[lang]}（${at[lang]}）</li>`,
  );
  return markup`<h4>${REPORT_WORDS.materials[lang]}</h4><ul class="materials">${items}</ul>`;
}
