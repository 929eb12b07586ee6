import { html, nothing, type TemplateResult } from 'lit';
import { proceduresOf } from '../domain/procedures.ts';
import type { CheckReport, Citation, Finding } from '../domain/report.ts';
import { specialConditions } from '../domain/special-conditions.ts';
import type { Language } from '../text/text.ts';
import { CONDITION_WORDS } from '../text/words/decision.ts';
import { fill } from '../text/words/policy.ts';
import { say } from '../text/words/ui.ts';
import '../text/words/later.ts';

/** What opens inside a card: the clause, the procedure with its papers, the path to the verdict. */
export type CardSection = 'clause' | 'procedure' | 'path';

export function cardSection(
  section: CardSection,
  findings: readonly Finding[],
  report: CheckReport,
  language: Language,
): TemplateResult {
  if (section === 'clause') return clauses(findings, language);
  return section === 'procedure' ? procedure(findings, report, language) : path(findings, language);
}

export function citationPlace({ document, number, section }: Citation): string {
  return [`《${document}》`, number, section].filter(Boolean).join(' ');
}

/** Clauses are quoted letter by letter, in Chinese in both languages. */
function clauses(findings: readonly Finding[], language: Language): TemplateResult {
  const seen = new Set<string>();
  const citations = findings
    .flatMap((finding) => finding.citations)
    .filter(({ document, quote }) => {
      const key = document + quote;
      return !seen.has(key) && seen.add(key);
    });
  if (citations.length === 0) return html`<p>${say('clause.none', language)}</p>`;
  return html`${
    language === 'en'
      ? html`<p class="small quiet">${say('clause.quote-only-zh', 'en')}</p>`
      : nothing
  }
  ${citations.map(
    (citation) => html`<figure>
      <blockquote lang="zh">“${citation.quote}”</blockquote>
      <figcaption>
        ${citationPlace(citation)} · ${say(`force.${citation.force}`, language)}
      </figcaption>
    </figure>`,
  )}`;
}

/** One chain for each rule: 认定 and 论证 stay apart. Papers stand under the stage that asks for them. */
function procedure(
  findings: readonly Finding[],
  report: CheckReport,
  language: Language,
): TemplateResult {
  const { chains, materials } = proceduresOf(findings);
  const duties = findings.flatMap((finding) => [
    ...(finding.verdict === null ? [finding.text] : []),
    ...finding.duties,
  ]);
  return html`
    ${
      chains.length === 0
        ? html`<p>${say('procedure.none', language)}</p>`
        : chains.map(
            (chain) => html`<h4>
                ${say('procedure.steps', language)}${chains.length > 1 ? ` · ${chain.rule}` : nothing}
              </h4>
              <ol class="steps">
                ${chain.steps.map(
                  ({ act, by, content }) => html`<li>
                    ${act[language]}${by ? html` — ${by[language]}` : nothing}${
                      content.length > 0
                        ? html`<div class="small quiet">
                            ${content.map((text) => text[language]).join(language === 'zh' ? '、' : '; ')}
                          </div>`
                        : nothing
                    }
                  </li>`,
                )}
              </ol>`,
          )
    }
    ${
      materials.length > 0
        ? html`<h4>${say('procedure.materials', language)}</h4>
            ${materials.map(
              ({ at, documents }) => html`<p class="small quiet">${at[language]}</p>
                <ul class="papers">
                  ${documents.map((text) => html`<li><span>${text[language]}</span></li>`)}
                </ul>`,
            )}`
        : nothing
    }
    ${findings.map((finding) => conditions(finding, report, language))}
    ${
      duties.length > 0
        ? html`<h4>${say('procedure.duties', language)}</h4>
            <ul class="papers">
              ${duties.map((text) => html`<li><span>${text[language]}</span></li>`)}
            </ul>`
        : nothing
    }
  `;
}

/** What kinds 6 and 9 ask beside the procedure: boxes of their own. */
function conditions(finding: Finding, { project }: CheckReport, language: Language): unknown {
  const asked = specialConditions(finding, project.claim);
  if (asked.length === 0) return nothing;
  const words = CONDITION_WORDS;
  const kind = String(project.claim.limitedActivity);
  return html`<h4>${fill(words.title, { kind })[language]}</h4>
    <ul class="papers">
      ${asked.map((one) => {
        const basis = one.field === 'kind9Basis' && one.law !== null;
        const said = basis ? `${one.law} ${one.article ?? ''}` : words[one.state][language];
        return html`<li>
          <span>${words[one.field][language]} <span class="quiet">— ${said}</span></span>
        </li>`;
      })}
    </ul>`;
}

function path(findings: readonly Finding[], language: Language): TemplateResult {
  return html`${findings
    .filter(({ verdict }) => verdict !== null)
    .map(
      (finding) => html`<h4>${say('path.rule', language, { rule: finding.rule })}</h4>
        <ol class="steps">
          ${(language === 'zh' ? finding.path : (finding.pathEn ?? finding.path)).map((text) => html`<li>${text}</li>`)}
        </ol>`,
    )}`;
}
