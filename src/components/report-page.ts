import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { REPORT_STEP_WORDS as W } from '../text/words/report-step.ts';
import { element, SanxianElement } from './sanxian-element.ts';

/** The HTML report laid out as a sheet of paper; this is also what the page prints. */
@element('sanxian-report-page')
export class SanxianReportPage extends SanxianElement {
  static override styles = [
    css`
      :host {
        box-sizing: border-box;
        display: block;
        container-type: inline-size;
        overflow: auto;
        background: var(--sx-bg-app);
      }
      :host(:focus-visible) {
        outline: 2px solid var(--sx-focus);
        outline-offset: -2px;
      }
      .making {
        display: grid;
        place-content: center;
        height: 100%;
        margin: 0;
        padding: 20px;
        color: var(--sx-text-2);
        font: 400 var(--sx-fs-2) / var(--sx-lh-2) var(--sx-font);
        text-align: center;
      }
      article.paper {
        position: relative;
        box-sizing: border-box;
        width: calc(100% - 32px);
        max-width: 210mm;
        min-height: 240mm;
        margin: 16px auto;
        padding: 12mm 14mm 16mm;
        overflow-wrap: anywhere;
        background: #fff;
        box-shadow: var(--sx-shadow-1);
        color-scheme: light;
      }
      .watermark span::before {
        content: attr(data-word);
      }
      article.paper[hidden] {
        display: none;
      }
      :host([stale]) article.paper {
        filter: grayscale(1);
      }
      @media screen {
        article.paper > .watermark {
          position: absolute;
          inset: 0 0 auto;
          height: 240mm;
          overflow: hidden;
        }
      }
      @container (max-width: 599px) {
        article.paper {
          width: auto;
          margin: 8px;
          min-width: 560px;
          padding: 16px 12px;
        }
      }
      @media print {
        :host {
          container-type: normal;
          overflow: visible;
          background: none;
        }
        article.paper {
          width: auto;
          max-width: none;
          margin: 0;
          padding: 0;
          box-shadow: none;
        }
      }
    `,
  ];

  /** The report as one HTML file; '' while it is being made. */
  @property() source = '';
  /** Why there is none. */
  @property() failure = '';
  #page: CSSStyleSheet | null = null;
  #looks: CSSStyleSheet | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#adopt();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  protected override willUpdate(): void {
    this.role = 'region';
    this.tabIndex = 0;
    this.ariaLabel = W.page[this.lang];
  }

  override render(): TemplateResult {
    const note = this.failure || (this.source === '' ? W.making[this.lang] : '');
    return html`${note === '' ? '' : html`<p class="making" role="status">${note}</p>`}
      <article class="paper" ?hidden=${note !== ''}></article>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('source') || this.source === '') return;
    const { lang, sheet, margins, content } = readReport(this.source);
    const paper = this.renderRoot.querySelector('article')!;
    paper.lang = lang;
    paper.replaceChildren(content);
    this.scrollTop = 0;
    this.#leave();
    this.#looks = styleSheet(sheet);
    this.#page = styleSheet(margins);
    this.#adopt();
  }

  /** What is printed at the edges of a page belongs to the whole document. */
  #adopt(): void {
    if (!this.#looks || !this.#page) return;
    const root = this.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#looks];
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#page];
  }

  #leave(): void {
    const without = (sheets: readonly CSSStyleSheet[]) =>
      sheets.filter((one) => one !== this.#looks && one !== this.#page);
    const root = this.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = without(root.adoptedStyleSheets);
    document.adoptedStyleSheets = without(document.adoptedStyleSheets);
  }
}

const STYLE = /<style>([\s\S]*?)<\/style>/;

/**
 * Its styles speak of a page of their own; here the sheet of paper stands for it. The policy of this page
 * forbids styles inside of markup, so they are taken out before it is read and set by script.
 */
function readReport(source: string) {
  const text = STYLE.exec(source)?.[1] ?? '';
  const edge = text.indexOf('@page');
  const styles = edge < 0 ? text : text.slice(0, edge);
  const bare = source.replace(STYLE, '').replace(/(<img [^>]*?) style="/g, '$1 data-look="');
  const file = new DOMParser().parseFromString(bare, 'text/html');
  for (const one of file.querySelectorAll('script')) one.remove();
  const content = document.createDocumentFragment();
  content.append(...file.body.childNodes);
  for (const one of content.querySelectorAll<HTMLElement>('[data-look]')) {
    one.style.cssText = one.dataset.look!;
  }
  for (const one of content.querySelectorAll<HTMLElement>('.watermark span')) {
    // a picture behind the words, not one of them
    one.dataset.word = one.textContent;
    one.textContent = '';
  }
  levelHeadings(content);
  return {
    lang: file.documentElement.lang,
    sheet: styles.replace(/:root\b/g, '.paper').replace(/(^|[\s}])body\b/g, '$1.paper'),
    margins: edge < 0 ? '' : text.slice(edge),
    content,
  };
}

/** Some headings of the report skip a level, for their size; to a screen reader none does. */
function levelHeadings(content: ParentNode): void {
  let last = 0;
  for (const heading of content.querySelectorAll('h1, h2, h3, h4')) {
    last = Math.min(Number(heading.localName.slice(1)), last + 1);
    heading.ariaLevel = String(last);
  }
}

function styleSheet(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
