import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { Integrity } from '../domain/layer-source.ts';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { panelStyles } from './panel-styles.ts';
import {
  type IdentifyView,
  NO_STATISTICS,
  REVIEW_TABS,
  type ReviewTab,
  type StatisticsView,
} from './review-state.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import './identify-tab.ts';
import './metadata-tab.ts';
import './statistics-tab.ts';
import '../text/words/later.ts';

/**
 * Review mode beside the map: what lies at a place, sums by county, what the catalog says, places kept.
 * Slot `bookmarks`: the tab of that name. Events: `sanxian-review-tab`, `sanxian-print`, those of the tabs.
 */
@element('sanxian-review-panel')
export class SanxianReviewPanel extends SanxianElement {
  static override styles = [
    sharedStyles,
    panelStyles,
    css`
      :host {
        flex: 1;
      }
      .tabs {
        flex: none;
        display: flex;
        height: 44px;
        border-bottom: 1px solid var(--sx-line);
        background: var(--sx-bg-sunken);
      }
      .tabs button {
        flex: 1;
        min-width: 0;
        padding: 0 4px;
        border: 0;
        border-bottom: 2px solid transparent;
        background: none;
        color: var(--sx-text-2);
        font-size: var(--sx-fs-3);
        cursor: pointer;
      }
      .tabs button:hover {
        color: var(--sx-text);
      }
      .tabs button[aria-selected='true'] {
        border-bottom-color: var(--sx-accent);
        background: var(--sx-bg-panel);
        color: var(--sx-text);
        font-weight: 600;
      }
      .body {
        flex: 1;
        min-height: 0;
        display: flex;
        flex-direction: column;
      }
      .body > * {
        min-height: 0;
      }
      sanxian-identify-tab {
        flex: 1;
      }
      .bookmarks {
        flex: 1;
        overflow-y: auto;
      }
      .footer {
        flex: none;
        display: flex;
        justify-content: flex-end;
        padding: 8px 12px;
        border-top: 1px solid var(--sx-line-2);
      }
      .footer .button {
        flex: 1;
      }
      :host([touch]) .footer .button {
        min-height: var(--sx-control-touch);
      }
    `,
  ];

  @property({ attribute: false }) tab: ReviewTab = 'identify';
  @property({ attribute: false }) identified: IdentifyView | null = null;
  @property({ attribute: false }) statistics: StatisticsView = NO_STATISTICS;
  @property({ attribute: false }) layers: readonly CatalogLayer[] = [];
  @property({ attribute: false }) shown: string | null = null;
  @property({ attribute: false }) verified: ReadonlyMap<string, Integrity> = new Map();
  /** Of the catalog. */
  @property({ attribute: false }) region = '';
  @property({ type: Boolean }) synthetic = false;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    return html`<div
        class="tabs"
        role="tablist"
        aria-label=${this.say('review.tabs')}
        @keydown=${this.onKey}
      >
        ${REVIEW_TABS.map((tab) => {
          const selected = tab === this.tab;
          return html`<button
            type="button"
            role="tab"
            id=${`tab-${tab}`}
            aria-selected=${selected}
            aria-controls="body"
            tabindex=${selected ? 0 : -1}
            @click=${() => emit(this, 'sanxian-review-tab', { tab })}
          >
            <span class="ellipsis">${this.say(`review.tab.${tab}`)}</span>
          </button>`;
        })}
      </div>
      <div class="body" id="body" role="tabpanel" aria-labelledby=${`tab-${this.tab}`}>
        <h2 class="hidden-text">${this.say(`review.tab.${this.tab}`)}</h2>
        ${this.body()}
      </div>
      <div class="footer">
        <button
          class="button"
          type="button"
          @click=${() => emit(this, 'sanxian-print', { open: true })}
        >
          ${icon('printer')}${this.say('print.open')}
        </button>
      </div>`;
  }

  private body(): TemplateResult {
    const { lang, touch } = this;
    switch (this.tab) {
      case 'identify':
        return html`<sanxian-identify-tab
          .lang=${lang}
          .view=${this.identified}
          .touch=${touch}
        ></sanxian-identify-tab>`;
      case 'statistics':
        return html`<sanxian-statistics-tab
          .lang=${lang}
          .view=${this.statistics}
          .region=${this.region}
          .synthetic=${this.synthetic}
          .touch=${touch}
        ></sanxian-statistics-tab>`;
      case 'metadata':
        return html`<sanxian-metadata-tab
          .lang=${lang}
          .layers=${this.layers}
          .shown=${this.shown}
          .verified=${this.verified}
          .touch=${touch}
        ></sanxian-metadata-tab>`;
      case 'bookmarks':
        return html`<div class="bookmarks"><slot name="bookmarks"></slot></div>`;
    }
  }

  private onKey(event: KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const at = REVIEW_TABS.indexOf(this.tab);
    const next = REVIEW_TABS[(at + by + REVIEW_TABS.length) % REVIEW_TABS.length]!;
    emit(this, 'sanxian-review-tab', { tab: next });
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }
}
