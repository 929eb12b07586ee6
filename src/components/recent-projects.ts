import { css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { panelStyles } from './panel-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';

/** A project that is kept on this machine. */
export interface RecentRow {
  readonly key: string;
  readonly title: string;
  /** Time of the last change, as read. */
  readonly when: string;
}

/**
 * What is kept on this machine, to open, to remove, and to clear altogether after a second press. Events:
 * `sanxian-recent-open`, `sanxian-recent-remove`, `sanxian-clear-data`.
 */
@element('sanxian-recent-projects')
export class SanxianRecentProjects extends SanxianElement {
  static override styles = [
    sharedStyles,
    panelStyles,
    css`
      :host {
        display: block;
      }
      li {
        display: flex;
        align-items: center;
        border-bottom: 1px solid var(--sx-line);
      }
      .open {
        flex: 1;
        display: flex;
        align-items: baseline;
        gap: 8px;
        min-width: 0;
        min-height: 32px;
        padding: 5px 4px 5px 14px;
        border: 0;
        background: none;
        text-align: left;
        cursor: pointer;
      }
      .open:hover {
        background: var(--sx-bg-hover);
      }
      .open .ellipsis {
        flex: 1;
        min-width: 0;
      }
      .clear {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        align-items: center;
        padding: 6px 12px 10px 14px;
      }
      .clear p {
        flex-basis: 100%;
      }
      :host([touch]) .open,
      :host([touch]) .link,
      :host([touch]) .icon-button {
        min-height: var(--sx-control-touch);
        min-width: var(--sx-control-touch);
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly RecentRow[] = [];
  @property({ type: Boolean, reflect: true }) touch = false;
  @state() private asking = false;

  override render(): TemplateResult {
    const { rows } = this;
    return html`<div class="section">
        <h2 id="title">${this.say('keep.title')}</h2>
        <span>${this.say('keep.where')}</span>
      </div>
      ${
        rows.length === 0
          ? html`<p class="plain small">${this.say('keep.none')}</p>`
          : html`<ul aria-labelledby="title">
              ${rows.map((row) => this.row(row))}
            </ul>`
      }
      <div class="clear small">${this.asking ? this.sure() : this.clear()}</div>`;
  }

  private row({ key, title, when }: RecentRow): TemplateResult {
    const remove = this.say('keep.remove', { name: title });
    return html`<li>
      <button
        class="open"
        type="button"
        title=${title}
        aria-label=${`${this.say('keep.open', { name: title })}，${when}`}
        @click=${() => emit(this, 'sanxian-recent-open', { key })}
      >
        <span class="ellipsis">${title}</span><span class="small quiet">${when}</span>
      </button>
      <button
        class="icon-button"
        type="button"
        aria-label=${remove}
        title=${remove}
        @click=${() => emit(this, 'sanxian-recent-remove', { key })}
      >
        ${icon('x', 14)}
      </button>
    </li>`;
  }

  private clear(): TemplateResult {
    return html`<button class="link small" type="button" @click=${() => this.ask(true)}>
      ${this.say('keep.clear')}
    </button>`;
  }

  private sure(): TemplateResult {
    return html`<p role="alert">${this.say('keep.clear.ask', { n: this.rows.length })}</p>
      <button
        class="button"
        type="button"
        id="sure"
        @click=${() => {
          this.asking = false;
          emit(this, 'sanxian-clear-data');
        }}
      >
        ${this.say('keep.clear.yes')}
      </button>
      <button class="button" type="button" @click=${() => this.ask(false)}>
        ${this.say('keep.clear.no')}
      </button>`;
  }

  private ask(asking: boolean): void {
    this.asking = asking;
    void this.updateComplete.then(() => {
      const next = asking ? '.clear .button:last-child' : '.clear .link';
      this.renderRoot.querySelector<HTMLElement>(next)?.focus();
    });
  }
}
