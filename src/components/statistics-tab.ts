import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { KINDS, type LayerKind } from '../domain/kinds.ts';
import { kindsKey } from '../domain/statistics.ts';
import {
  COUNTY_COLUMNS,
  type CountyColumn,
  type CountyRow,
  countyCells,
  countyTable,
  csvText,
  sortedRows,
} from './county-rows.ts';
import { emit } from './events.ts';
import { coveragePercent, figure } from './figures.ts';
import { icon } from './icons.ts';
import { limitWords } from './indicator-card.ts';
import { panelStyles } from './panel-styles.ts';
import { NO_STATISTICS, type SpokenResult, type StatisticsView } from './review-state.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { statisticsStyles } from './statistics-styles.ts';
import { verdictMark } from './verdict-mark.ts';
import '../text/words/later.ts';

/**
 * Targets of the rule pack against the layers, and below them areas by county. Events: `sanxian-statistics`,
 * `sanxian-copy`, `sanxian-save-text`, `sanxian-county`.
 */
@element('sanxian-statistics-tab')
export class SanxianStatisticsTab extends SanxianElement {
  static override styles = [sharedStyles, panelStyles, statisticsStyles];

  @property({ attribute: false }) view: StatisticsView = NO_STATISTICS;
  @property({ attribute: false }) region = '';
  @property({ type: Boolean }) synthetic = false;
  @property({ type: Boolean, reflect: true }) touch = false;

  @state() private kind: LayerKind | null = null;
  /** Code of the county that was last shown on the map. */
  @state() private marked = '';
  @state() private sort: { readonly column: CountyColumn; readonly down: boolean } = {
    column: 'county',
    down: false,
  };

  override render(): TemplateResult {
    const { view } = this;
    const cards = view.indicators.filter(({ targets }) => targets[0]?.measure);
    const others = view.indicators.filter(({ targets }) => !targets[0]?.measure);
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${this.say('review.tab.statistics')}>
      <div class="section">
        <span class="ellipsis">${this.say('stat.targets')} · ${this.region}</span>
        ${this.synthetic ? html`<span class="demo">${this.say('stat.demo')}</span>` : nothing}
      </div>
      ${
        view.packFailure
          ? html`<p class="gap-line">${verdictMark('undetermined')}<span>${this.say('stat.pack.failed')}：${this.text(view.packFailure)}</span></p>`
          : nothing
      }
      ${this.running()}
      ${
        view.state === 'idle'
          ? nothing
          : html`${cards.map(
              (indicator) =>
                html`<sanxian-indicator-card
                  .lang=${this.lang}
                  .indicator=${indicator}
                ></sanxian-indicator-card>`,
            )}
            ${this.others(others)}
            <p class="plain small">${this.say('stat.note')}</p>
            ${this.counties()}`
      }
    </div>`;
  }

  private others(others: StatisticsView['indicators']): TemplateResult | typeof nothing {
    if (others.length === 0) return nothing;
    return html`<details>
      <summary>${this.say('stat.others', { n: others.length })}</summary>
      <ul>
        ${others.map(
          (one) => html`<li>
            ${this.text(one.targets[0]!.title)}<span>${limitWords(one, this.lang, true)}</span>
          </li>`,
        )}
      </ul>
    </details>`;
  }

  private running(): TemplateResult | typeof nothing {
    const { state, progress, bytes, failure } = this.view;
    if (failure) {
      return html`<div class="act" role="alert">
        <p class="gap-line">${verdictMark('undetermined')}<span>${this.text(failure)}</span></p>
        ${this.button('again', 'stat.again', 'refresh')}
      </div>`;
    }
    if (state === 'idle' || state === 'stopped') {
      const mb = figure(Math.max(0.1, bytes / 1e6), 1);
      return html`<div class="act">
        <p>${this.say(state === 'idle' ? 'stat.idle' : 'stat.stopped')}</p>
        ${this.button('start', 'stat.start', 'list-checks', { mb })}
      </div>`;
    }
    if (state !== 'running') return nothing;
    const part = progress ? (progress.index - 1 + progress.share) / progress.total : 0;
    const words = progress
      ? this.say('stat.running', {
          kind: progress.kinds.map((kind) => this.text(KINDS[kind].short)).join(' + '),
          i: progress.index,
          n: progress.total,
        })
      : this.say('stat.idle');
    return html`<div class="act">
      <p>${words}</p>
      <div
        class="progress"
        role="progressbar"
        aria-label=${words}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${Math.round(part * 100)}
      >
        <i .style=${`--part:${part * 100}%`}></i>
      </div>
      ${this.button('cancel', 'stat.cancel', 'x')}
    </div>`;
  }

  private button(
    act: 'start' | 'cancel' | 'again',
    word: 'stat.start' | 'stat.cancel' | 'stat.again',
    name: 'list-checks' | 'x' | 'refresh',
    params = {},
  ): TemplateResult {
    return html`<button
      class="button"
      type="button"
      @click=${() => emit(this, 'sanxian-statistics', { act })}
    >
      ${icon(name)}${this.say(word, params)}
    </button>`;
  }

  // ---- by county -----------------------------------------------------------------------------

  private counties(): TemplateResult | typeof nothing {
    const single = [...this.view.results.values()].flatMap((result) => {
      const kinds = result.state === 'measured' ? result.statistics.kinds : result.kinds;
      return kinds.length === 1 ? [kinds[0]!] : [];
    });
    if (single.length === 0) return nothing;
    const order = Object.keys(KINDS) as LayerKind[];
    const kinds = order.filter((kind) => single.includes(kind));
    const kind = this.kind && kinds.includes(this.kind) ? this.kind : kinds[0]!;
    const result = this.view.results.get(kindsKey([kind]))!;
    return html`<div class="section">
        <h3 id="counties">${this.say('stat.table')}</h3>
        <select
          aria-label=${this.say('stat.kind')}
          @change=${(event: Event) => {
            this.kind = (event.target as HTMLSelectElement).value as LayerKind;
          }}
        >
          ${kinds.map(
            (one) =>
              html`<option value=${one} ?selected=${one === kind}>${this.text(KINDS[one].short)}</option>`,
          )}
        </select>
      </div>
      ${
        result.state === 'failed'
          ? html`<p class="gap-line">${verdictMark('undetermined')}<span>${this.text(result.why)}</span></p>`
          : this.table(kind, result)
      }`;
  }

  private table(
    kind: LayerKind,
    { statistics }: Extract<SpokenResult, { state: 'measured' }>,
  ): TemplateResult {
    const { rows, outside, total } = countyTable(statistics, this.lang);
    const { unsound, overlapping } = statistics;
    const list = [...unsound.slice(0, 5), ...(unsound.length > 5 ? ['…'] : [])].join('、');
    return html`<table aria-labelledby="counties">
        <thead>
          <tr>
            ${COUNTY_COLUMNS.map((column) => this.header(column))}
          </tr>
        </thead>
        <tbody>
          ${sortedRows(rows, this.sort.column, this.sort.down).map((row) => this.row(row))}
          ${outside ? this.row(outside) : nothing}
        </tbody>
        <tfoot>
          ${this.row(total)}
        </tfoot>
      </table>
      <p class="plain small">
        ${this.say('stat.how')}
        ${overlapping > 0 ? this.say('stat.overlapping', { n: overlapping }) : nothing}
      </p>
      ${
        unsound.length > 0
          ? html`<p class="gap-line">${verdictMark('undetermined')}<span>${this.say('stat.unsound', { n: unsound.length, list })}</span></p>`
          : nothing
      }
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.save(kind, statistics)}>
          ${icon('download')}${this.say('stat.export')}
        </button>
        <button
          class="button"
          type="button"
          @click=${() => {
            const cells = countyCells(statistics, this.lang);
            emit(this, 'sanxian-copy', { text: cells.map((line) => line.join('\t')).join('\n') });
          }}
        >
          ${icon('copy')}${this.say('stat.copy')}
        </button>
      </div>`;
  }

  private header(column: CountyColumn): TemplateResult {
    const { column: by, down } = this.sort;
    const isOn = by === column;
    const name = this.say(`stat.col.${column}`);
    return html`<th scope="col" aria-sort=${isOn ? (down ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        title=${this.say('stat.sort', { col: name })}
        @click=${() => {
          // numbers are looked at from the largest down
          this.sort = { column, down: isOn ? !down : column !== 'county' };
        }}
      >
        ${name}${isOn ? icon(down ? 'chevron-down' : 'chevron-up', 14) : nothing}
      </button>
    </th>`;
  }

  private row({ code, name, areaKm2, features, share, coverageShare }: CountyRow): TemplateResult {
    const short = coverageShare < 1;
    const title = short
      ? this.say('stat.uncovered.detail', { p: coveragePercent(coverageShare) })
      : '';
    const show = () => {
      const isOff = this.marked === code;
      this.marked = isOff ? '' : code;
      emit(this, 'sanxian-county', isOff ? { code: null, name: '' } : { code, name });
    };
    // the row is a larger target for the pointer; keys and screen readers have the button
    return html`<tr
      class=${code === '' ? '' : code === this.marked ? 'county marked' : 'county'}
      @click=${code === '' ? nothing : show}
    >
      <th scope="row" class=${short ? 'gap' : ''} title=${title}>
        ${
          code === ''
            ? name
            : html`<button
                type="button"
                class="name"
                title=${this.say('stat.county', { name })}
                aria-pressed=${code === this.marked}
              >
                ${name}
              </button>`
        }${short ? html`<small>${this.say('stat.uncovered')}</small>` : nothing}
      </th>
      <td class=${areaKm2 === 0 ? 'zero' : ''}>${figure(areaKm2, 2)}</td>
      <td class=${features === 0 ? 'zero' : ''}>${figure(features, 0)}</td>
      <td class=${share === 0 ? 'zero' : ''}>${figure(share, 1)}</td>
    </tr>`;
  }

  private save(
    kind: LayerKind,
    statistics: Extract<SpokenResult, { state: 'measured' }>['statistics'],
  ): void {
    const title = `${this.say('stat.file')}-${this.text(KINDS[kind].short)}`;
    const above = [title, ...(this.synthetic ? [this.say('demo')] : []), this.say('stat.how')];
    emit(this, 'sanxian-save-text', {
      name: `${title}.csv`,
      mediaType: 'text/csv',
      text: csvText(countyCells(statistics, this.lang), above),
    });
  }
}
