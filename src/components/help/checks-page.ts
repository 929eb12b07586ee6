import { html, nothing, type TemplateResult } from 'lit';
import { LAYER_STATE_WORDS, LAYER_STATES } from '../../domain/layer-state.ts';
import { VERDICT_WORDS, VERDICTS } from '../../domain/verdict.ts';
import type { Language } from '../../text/text.ts';
import { sayHelp } from '../../text/words/help.ts';
import { CHECK_SECTIONS, STATE_HELP, VERDICT_HELP } from '../../text/words/help-pages.ts';
import { swatch } from '../swatch.ts';
import { toneClass } from '../verdict-chip.ts';
import { verdictMark } from '../verdict-mark.ts';
import type { HelpFacts } from './help-parts.ts';
import { sections } from './sections.ts';

/** What is checked against which layers, and what states and verdicts mean. */
export function checksPage({ layers }: HelpFacts, lang: Language): TemplateResult {
  return html`${sections(CHECK_SECTIONS, lang)}
    <section>
      <h3>${sayHelp('checks.layers', lang)}</h3>
      ${
        layers.length === 0
          ? html`<p>${sayHelp('checks.none', lang)}</p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">${sayHelp('checks.kind', lang)}</th>
                  <th scope="col">${sayHelp('checks.edition', lang)}</th>
                  <th scope="col">${sayHelp('checks.owner', lang)}</th>
                </tr>
              </thead>
              <tbody>
                ${layers.map(
                  ({ kind, name, isRequired, edition, owner }) => html`<tr>
                    <th scope="row">
                      <span class="kind"
                        >${swatch(kind)}<span
                          >${name}${
                            isRequired
                              ? html` <span class="small quiet"
                                  >${sayHelp('checks.required', lang)}</span
                                >`
                              : nothing
                          }</span
                        ></span
                      >
                    </th>
                    ${
                      edition === null
                        ? html`<td class="gap" colspan="2">${sayHelp('checks.missing', lang)}</td>`
                        : html`<td class="edition">${edition}</td>
                            <td>${owner}</td>`
                    }
                  </tr>`,
                )}
              </tbody>
            </table>`
      }
    </section>
    <section>
      <h3>${sayHelp('checks.states', lang)}</h3>
      <dl class="meanings">
        ${LAYER_STATES.map(
          (state) => html`<div>
            <dt>${LAYER_STATE_WORDS[state][lang]}</dt>
            <dd>${STATE_HELP[state][lang]}</dd>
          </div>`,
        )}
      </dl>
    </section>
    <section>
      <h3>${sayHelp('checks.verdicts', lang)}</h3>
      <dl class="meanings">
        ${VERDICTS.map(
          (verdict) => html`<div class=${toneClass(verdict)}>
            <dt class="verdict">${verdictMark(verdict, 16)}${VERDICT_WORDS[verdict][lang]}</dt>
            <dd>${VERDICT_HELP[verdict][lang]}</dd>
          </div>`,
        )}
      </dl>
    </section>`;
}
