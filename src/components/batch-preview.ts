import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KINDS } from '../domain/kinds.ts';
import { isOccupied, noteOf } from './batch-note.ts';
import { batchPreviewStyles } from './batch-preview-styles.ts';
import type { BatchRow, LineFact, RowFacts } from './batch-rows.ts';
import type { RowFigure } from './batch-view.ts';
import { HEADLINE_WORDS } from './chip-name.ts';
import { emit } from './events.ts';
import { hectares, mu, percent } from './figures.ts';
import { icon } from './icons.ts';
import { isMainLine } from './report-reading.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';
import { toneClass } from './verdict-chip.ts';
import { verdictMark } from './verdict-mark.ts';
import './verdict-chip.ts';
import '../text/words/later.ts';

/** One row of a batch: figure, headline, lines; what to do where there are none. Events: `sanxian-batch`. */
@element('sanxian-batch-preview')
export class SanxianBatchPreview extends SanxianElement {
  static override styles = [sharedStyles, swatchStyles, batchPreviewStyles];

  @property({ attribute: false }) row: BatchRow | null = null;
  @property({ attribute: false }) figure: RowFigure | null = null;
  /** The field by which the file of the row is split. */
  @property() splitBy = '';
  /** Stands over the table and can be closed. */
  @property({ type: Boolean, reflect: true }) over = false;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    const { row } = this;
    if (!row) return html`<p class="plain">${this.say('batch.preview.none')}</p>`;
    const name = row.name ?? row.from.file;
    return html`<header>
        <h2 class="ellipsis" title=${name}>${name}</h2>
        <button
          class="button"
          type="button"
          title=${this.say('batch.open')}
          @click=${() => this.act('open')}
        >
          ${icon('scan-search')}${this.say('batch.open.short')}
        </button>
        ${
          this.over
            ? html`<button
                class="icon-button"
                type="button"
                aria-label=${this.say('batch.preview.close')}
                title=${this.say('batch.preview.close')}
                @click=${() => emit(this, 'sanxian-batch', { act: 'select', key: null })}
              >
                ${icon('x')}
              </button>`
            : nothing
        }
      </header>
      <div class="scroll" tabindex="0" role="group" aria-label=${name}>
        ${row.state === 'done' && row.facts ? this.checked(row, row.facts) : this.unchecked(row)}
      </div>`;
  }

  private checked(row: BatchRow, facts: RowFacts): TemplateResult {
    const others = facts.lines.filter(({ kind }) => !isMainLine(kind));
    const note = noteOf(row, this.lang);
    const { areaM2 } = row.item!;
    return html`${this.drawing(row)} ${this.headline(row, facts)}
      <p class="facts small">
        <span>${this.say('batch.ha', { ha: hectares(areaM2) })}</span>
        <span>${mu(areaM2)} ${this.say('unit.mu')}</span>
        <span class="ellipsis" title=${row.item!.county ?? ''}>${row.item!.county ?? ''}</span>
      </p>
      <h3 class="small section">${this.say('batch.lines')}</h3>
      ${facts.lines.filter(({ kind }) => isMainLine(kind)).map((line) => this.line(line))}
      ${
        others.length > 0
          ? html`<h3 class="small section">${this.say('batch.others')}</h3>
              ${others.map((line) => this.line(line))}`
          : nothing
      }
      ${this.split(row)} ${note ? html`<p class="note small">${note}</p>` : nothing}
      <p class="note small quiet">${row.from.file}</p>`;
  }

  /** A file of many parcels may be as many projects: only a person knows. */
  private split({ key, fields }: BatchRow): TemplateResult | typeof nothing {
    if (fields.length === 0) return nothing;
    return html`<label class="split small">
      <span>${this.say('batch.split')}</span>
      <select
        @change=${({ target }: Event) =>
          emit(this, 'sanxian-batch', {
            act: 'split',
            key,
            field: (target as HTMLSelectElement).value || null,
          })}
      >
        <option value="">${this.say('batch.split.none')}</option>
        ${fields.map(
          ({
            name,
            values,
            examples,
          }) => html`<option value=${name} ?selected=${name === this.splitBy}>
            ${this.say('batch.split.by', { field: name, n: values, example: examples[0] ?? '' })}
          </option>`,
        )}
      </select>
    </label>`;
  }

  private drawing(row: BatchRow): TemplateResult {
    const figure = this.figure?.key === row.key ? this.figure : null;
    const name = row.name ?? row.from.file;
    return html`<div class="figure">
      ${
        figure?.source
          ? html`<img src=${figure.source} alt=${this.say('batch.figure', { name })} />`
          : html`<p class="small quiet">
              ${
                figure?.failure
                  ? this.text(figure.failure)
                  : this.say(
                      !figure || figure.drawing ? 'batch.figure.drawing' : 'batch.figure.none',
                    )
              }
            </p>`
      }
    </div>
    ${(figure?.notes ?? []).map((note) => html`<p class="note small quiet">${note}</p>`)}`;
  }

  private headline({ item }: BatchRow, facts: RowFacts): TemplateResult {
    const { headline, lines, open } = facts;
    const withheld = headline === 'undetermined' && !item!.complete;
    const gaps = lines.filter(({ areaM2, coverage }) => areaM2 === null || coverage < 1).length;
    const occupied = lines.filter(isOccupied).filter(({ kind }) => kind !== 'cultivated-land');
    const sub = [
      occupied.length > 0
        ? this.say('batch.sub.occupied', { n: occupied.length })
        : item!.complete
          ? this.say('batch.sub.none')
          : '',
      gaps > 0 ? this.say('batch.sub.unchecked', { n: gaps }) : '',
      open > 0 ? this.say('batch.sub.open', { n: open }) : '',
    ].filter(Boolean);
    return html`<div class="block ${toneClass(headline)}">
      ${verdictMark(headline, 34)}
      <div>
        <p class="verdict">
          ${withheld ? this.say('verdict.incomplete') : this.text(HEADLINE_WORDS[headline])}
        </p>
        <p class="small sub">${sub.join(' · ')}</p>
      </div>
    </div>`;
  }

  private line({ kind, chip, areaM2, share }: LineFact): TemplateResult {
    const value =
      areaM2 === null
        ? html`<span class="gap">—</span>`
        : kind === 'urban-development-boundary'
          ? this.say('batch.inside', { p: percent(share) })
          : this.say('batch.ha', { ha: hectares(areaM2) });
    return html`<div class="line">
      ${swatch(kind)}
      <span class="line-name" title=${this.text(KINDS[kind].title)}
        >${this.text(KINDS[kind].short)}</span
      >
      <span class="value ${areaM2 === 0 ? 'zero' : ''}">${value}</span>
      <sanxian-verdict-chip .lang=${this.lang} .verdict=${chip}></sanxian-verdict-chip>
    </div>`;
  }

  private unchecked(row: BatchRow): TemplateResult {
    const { state, why } = row;
    const waiting = state === 'waiting' || state === 'running';
    return html`<div class="why ${state === 'asks' ? 'asks' : ''}">
      ${icon(state === 'failed' ? 'file-x' : state === 'asks' ? 'help' : 'loader', 20)}
      <div>
        <p class="verdict-word">
          ${this.say(waiting ? `batch.${state}` : state === 'asks' ? 'batch.asks' : 'batch.failed')}
        </p>
        ${why ? html`<p>${this.text(why)}</p>` : nothing}
        <p class="small quiet">${row.from.file}</p>
        ${
          state === 'asks'
            ? html`<button class="button" type="button" @click=${() => this.act('open')}>
                ${icon('pencil')}${this.say('batch.answer')}
              </button>`
            : state === 'failed'
              ? html`<button class="button" type="button" @click=${() => this.act('retry')}>
                  ${icon('refresh')}${this.say('batch.retry')}
                </button>`
              : nothing
        }
      </div>
    </div>`;
  }

  private act(act: 'open' | 'retry'): void {
    if (this.row) emit(this, 'sanxian-batch', { act, key: this.row.key });
  }
}
