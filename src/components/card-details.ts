import { html, nothing, type TemplateResult } from 'lit';
import type { Citation, Finding } from '../domain/report.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';

/** What opens inside a card: the clause, the procedure with its papers, the path to the verdict. */
export type CardSection = 'clause' | 'procedure' | 'path';

export function cardSection(
  section: CardSection,
  findings: readonly Finding[],
  language: Language,
): TemplateResult {
  if (section === 'clause') return clauses(findings, language);
  return section === 'procedure' ? procedure(findings, language) : path(findings, language);
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

function procedure(findings: readonly Finding[], language: Language): TemplateResult {
  const steps = findings.flatMap((finding) => finding.procedure);
  const papers = findings.flatMap((finding) => finding.attachments);
  const duties = findings.flatMap((finding) => [
    ...(finding.verdict === null ? [finding.text] : []),
    ...finding.duties,
  ]);
  return html`
    ${
      steps.length === 0
        ? html`<p>${say('procedure.none', language)}</p>`
        : html`<h4>${say('procedure.steps', language)}</h4>
            <ol class="steps">
              ${steps.map(
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
            </ol>`
    }
    ${
      papers.length > 0
        ? html`<h4>${say('procedure.materials', language)}</h4>
            <ul class="papers">
              ${papers.map(
                ({ document, at }) => html`<li>
                  <span>${document[language]} <span class="quiet">— ${at[language]}</span></span>
                </li>`,
              )}
            </ul>`
        : nothing
    }
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

function path(findings: readonly Finding[], language: Language): TemplateResult {
  return html`${findings
    .filter(({ verdict }) => verdict !== null)
    .map(
      (finding) => html`<h4>${say('path.rule', language, { rule: finding.rule })}</h4>
        <ol class="steps">
          ${finding.path.map((text) => html`<li>${text}</li>`)}
        </ol>`,
    )}`;
}
