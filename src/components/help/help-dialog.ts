import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type HelpWord, sayHelp } from '../../text/words/help.ts';
import { AREA_SECTIONS, LIMIT_SECTIONS } from '../../text/words/help-pages.ts';
import { dialogStyles } from '../dialog-styles.ts';
import { emit } from '../events.ts';
import { icon } from '../icons.ts';
import { element, SanxianElement } from '../sanxian-element.ts';
import { sharedStyles } from '../shared-styles.ts';
import { aboutPage } from './about-page.ts';
import { checksPage } from './checks-page.ts';
import {
  HELP_PAGES,
  type HelpFacts,
  type HelpPage,
  type KeyGroup,
  type Message,
  NO_FACTS,
} from './help-parts.ts';
import { helpStyles } from './help-styles.ts';
import { keysPage } from './keys-page.ts';
import { sections } from './sections.ts';
import { termsPage } from './terms-page.ts';

/**
 * The help: keys, what is checked, areas, terms, limits, messages, about. `page` null: closed. Events:
 * `sanxian-help` with the page or null, `sanxian-switch`, `sanxian-clear-all`, `sanxian-tour`,
 * `sanxian-first-open`, `sanxian-copy`.
 */
@element('sanxian-help-dialog')
export class SanxianHelpDialog extends SanxianElement {
  static override styles = [sharedStyles, dialogStyles, helpStyles];

  @property({ attribute: false }) page: HelpPage | null = null;
  @property({ attribute: false }) keyGroups: readonly KeyGroup[] = [];
  @property({ attribute: false }) facts: HelpFacts = NO_FACTS;
  @property({ attribute: false }) messages: readonly Message[] = [];
  @property({ type: Boolean }) singleKeys = true;
  @property({ type: Boolean }) sparing = false;
  /** There is a sample to be shown around in. */
  @property({ type: Boolean }) hasSample = false;
  @property({ type: Boolean, reflect: true }) touch = false;
  @state() private asking = false;
  @state() private wanted = '';

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => this.tellClosed()}>
      ${this.page ? this.content(this.page) : nothing}
    </dialog>`;
  }

  private content(page: HelpPage): TemplateResult {
    return html`<div class="head">
        <h2 id="title">${this.word('title')}</h2>
        <button
          class="icon-button"
          type="button"
          aria-label=${this.word('close')}
          @click=${() => this.dialog?.close()}
        >
          ${icon('x')}
        </button>
      </div>
      <div class="body">
        <div
          class="tabs"
          role="tablist"
          aria-label=${this.word('pages')}
          @keydown=${this.onTabKey}
        >
          ${HELP_PAGES.map(
            (one) => html`<button
              type="button"
              role="tab"
              id=${`tab-${one}`}
              aria-selected=${one === page}
              aria-controls="page"
              tabindex=${one === page ? 0 : -1}
              @click=${() => emit(this, 'sanxian-help', { page: one })}
            >
              ${this.word(`page.${one}`)}
            </button>`,
          )}
        </div>
        <div
          class="page"
          id="page"
          role="tabpanel"
          tabindex="0"
          aria-labelledby=${`tab-${page}`}
        >
          ${this.pageContent(page)}
        </div>
      </div>`;
  }

  private pageContent(page: HelpPage): unknown {
    const { lang } = this;
    switch (page) {
      case 'keys':
        return keysPage(this, this.keyGroups, this.singleKeys);
      case 'checks':
        return checksPage(this.facts, lang);
      case 'areas':
        return sections(AREA_SECTIONS, lang);
      case 'terms':
        return termsPage(this.wanted, lang, (wanted) => {
          this.wanted = wanted;
        });
      case 'limits':
        return sections(LIMIT_SECTIONS, lang);
      case 'messages':
        return this.messagesPage();
      case 'about':
        return aboutPage(this, {
          facts: this.facts,
          sparing: this.sparing,
          hasSample: this.hasSample,
          asking: this.asking,
          ask: (asking) => this.ask(asking),
        });
    }
  }

  private messagesPage(): TemplateResult {
    if (this.messages.length === 0) return html`<p class="quiet">${this.word('messages.none')}</p>`;
    return html`<p class="quiet">${this.word('messages.lead')}</p>
      <ol class="messages">
        ${this.messages.map(
          ({ when, text }) =>
            html`<li><time class="quiet">${when}</time><span>${this.text(text)}</span></li>`,
        )}
      </ol>`;
  }

  word(word: HelpWord, params?: Readonly<Record<string, string | number>>): string {
    return sayHelp(word, this.lang, params);
  }

  private onTabKey(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = HELP_PAGES.indexOf(this.page ?? 'keys');
    const last = HELP_PAGES.length - 1;
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? last
          : by === undefined
            ? null
            : (at + by + HELP_PAGES.length) % HELP_PAGES.length;
    if (to === null) return;
    event.preventDefault();
    const page = HELP_PAGES[to]!;
    emit(this, 'sanxian-help', { page });
    this.renderRoot.querySelector<HTMLElement>(`#tab-${page}`)?.focus();
  }

  private ask(asking: boolean): void {
    this.asking = asking;
    void this.updateComplete.then(() => {
      const next = asking ? '.clear .button:last-child' : '.clear .button';
      this.renderRoot.querySelector<HTMLElement>(next)?.focus();
    });
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('page')) return;
    if (this.page && !this.dialog?.open) {
      this.dialog?.showModal();
      this.renderRoot.querySelector<HTMLElement>(`#tab-${this.page}`)?.focus();
    }
    if (!this.page && this.dialog?.open) this.dialog.close();
    this.renderRoot.querySelector('.page')?.scrollTo(0, 0);
  }

  private tellClosed(): void {
    this.asking = false;
    if (this.page) emit(this, 'sanxian-help', { page: null });
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sanxian-help-dialog': SanxianHelpDialog;
  }
}
