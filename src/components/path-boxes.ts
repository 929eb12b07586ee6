import { html, nothing, type TemplateResult } from 'lit';
import type { Claim } from '../domain/claim.ts';
import type { DecisionPath, PathStep } from '../policy/decision-path.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import { isQuestion } from './questions.ts';
import './answer-control.ts';
import './verdict-chip.ts';
import '../text/words/later.ts';

/** What the boxes need beside the path. */
export interface BoxesView {
  readonly lang: Language;
  readonly claim: Claim;
  readonly touch: boolean;
  /** One below another: narrow dialogs. */
  readonly down: boolean;
  /** The question whose answer is being changed. */
  readonly editing: string | null;
  edit(field: string | null): void;
}

const COLUMNS = 3;

/** Where a box stands: rows run forth and back, as an ox ploughs. */
export function boxPlace(index: number): { row: number; column: number; back: boolean } {
  const row = Math.floor(index / COLUMNS);
  const at = index % COLUMNS;
  const back = row % 2 === 1;
  return { row: row + 1, column: back ? COLUMNS - at : at + 1, back };
}

/** The way to a verdict as an ordered list that is drawn as boxes. */
export function pathBoxes(path: DecisionPath, view: BoxesView): TemplateResult {
  const { lang } = view;
  const last = path.steps.length;
  return html`<ol class="path ${view.down ? 'down' : ''}">
    ${path.steps.map((step, index) => item(index, last, box(step, view), step))}
    ${item(
      last,
      last,
      html`<div class="box outcome">
        <sanxian-verdict-chip .lang=${lang} .verdict=${path.verdict}></sanxian-verdict-chip>
        <b>${say('path.rule', lang, { rule: path.rule })}</b>
        <span class="small">${path.title[lang]}</span>
      </div>`,
      null,
    )}
  </ol>`;

  function item(index: number, end: number, inside: TemplateResult, step: PathStep | null) {
    const { row, column, back } = boxPlace(index);
    const turns = index < end && index % COLUMNS === COLUMNS - 1;
    const kinds = [back ? 'back' : 'onward', turns ? 'turn' : '', index === end ? 'last' : ''];
    const below = step !== null && (turns || view.down || step.branches.length > 0);
    return html`<li class=${kinds.join(' ')} .style=${`--row:${row};--column:${column}`}>
      ${inside}
      ${
        below
          ? html`<div class="below">
              ${step.branches.map(
                ({ label, leadsTo }) => html`<p class="branch small">
                  ${label[lang]}<br /><b>${leadsTo[lang]}</b>
                </p>`,
              )}
            </div>`
          : index < end || view.down
            ? html`<div class="below"></div>`
            : nothing
      }
    </li>`;
  }
}

/** A fact is text; an answer can be changed where it stands. */
function box(step: PathStep, view: BoxesView): TemplateResult {
  const { lang, claim, touch, editing } = view;
  const { field, title, said, kind } = step;
  const words = html`<b>${title[lang]}</b><span class="said small">${said[lang]}</span>`;
  if (field === null || !isQuestion(field)) return html`<div class="box">${words}</div>`;
  const open = editing === field;
  return html`<div class="box ${kind === 'open' ? 'open' : ''}">
    <button
      type="button"
      data-field=${field}
      aria-expanded=${open}
      title=${say('path.change-answer', lang, { question: title[lang] })}
      @click=${() => view.edit(open ? null : field)}
    >
      ${words}
    </button>
    ${
      open
        ? html`<sanxian-answer-control
            .lang=${lang}
            .field=${field}
            .value=${claim[field]}
            ?touch=${touch}
          ></sanxian-answer-control>`
        : nothing
    }
  </div>`;
}
