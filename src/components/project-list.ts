import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Text } from '../text/text.ts';
import { defectLinks, type ListedDefect } from './defect-links.ts';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

export interface ListedProject {
  readonly name: string;
  readonly file: string;
}

/** A file that is not among the projects, with its reason. */
export interface RefusedRow {
  readonly name: string;
  readonly text: Text;
  readonly defects: readonly ListedDefect[];
}

/**
 * The projects that were opened together, one of them in work, and the files that could not be read.
 * Events: `sanxian-project-pick`, `sanxian-locate`.
 */
@element('sanxian-project-list')
export class SanxianProjectList extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }
      ul {
        max-height: 196px;
        overflow-y: auto;
        border-bottom: 1px solid var(--sx-line);
      }
      /* thousands in a list: those out of sight are not laid out */
      li {
        content-visibility: auto;
        contain-intrinsic-size: auto 34px;
      }
      button.row {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: var(--sx-row-list, 32px);
        padding: 3px 12px 3px 14px;
        border: 0;
        background: none;
        text-align: left;
        cursor: pointer;
      }
      button.row:hover {
        background: var(--sx-bg-hover);
      }
      button.row[aria-current='true'] {
        box-shadow: inset 3px 0 0 var(--sx-accent);
        background: var(--sx-bg-selected);
        font-weight: 600;
      }
      button.row:focus-visible {
        outline-offset: -2px;
      }
      .name {
        flex: 1;
        min-width: 0;
      }
      .file {
        max-width: 45%;
        color: var(--sx-text-2);
        font-weight: 400;
      }
      .refused {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 0 8px;
        padding: 6px 12px 7px 14px;
        border-bottom: 1px solid var(--sx-line);
        overflow-wrap: anywhere;
      }
      .refused svg {
        margin-top: 2px;
        color: var(--sx-stop-fg);
      }
      .refused b {
        font-weight: 600;
      }
      .defects li + li {
        margin-top: 2px;
      }
      :host([touch]) button.row {
        min-height: var(--sx-control-touch);
      }
    `,
  ];

  @property({ attribute: false }) projects: readonly ListedProject[] = [];
  @property({ type: Number }) index = 0;
  @property({ attribute: false }) refused: readonly RefusedRow[] = [];
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    const { projects, refused } = this;
    return html`${
      projects.length > 1
        ? html`<div class="section">
              <h2 id="title">${this.say('projects.title')}</h2>
              <span>${this.say('projects.count', { n: projects.length })}</span>
            </div>
            <ul aria-labelledby="title" tabindex="-1">
              ${projects.map((project, index) => this.row(project, index))}
            </ul>`
        : nothing
    }
    ${
      refused.length > 0
        ? html`<div class="section">
              <h2>${this.say('import.refused.n', { n: refused.length })}</h2>
            </div>
            ${refused.map((row) => this.refusal(row))}`
        : nothing
    }`;
  }

  private row({ name, file }: ListedProject, index: number): TemplateResult {
    return html`<li>
      <button
        class="row"
        type="button"
        aria-current=${index === this.index}
        title=${`${name} · ${file}`}
        @click=${() => emit(this, 'sanxian-project-pick', { index })}
      >
        <span class="name ellipsis">${index + 1} ${name}</span>
        ${file === name ? nothing : html`<span class="file small ellipsis">${file}</span>`}
      </button>
    </li>`;
  }

  private refusal({ name, text, defects }: RefusedRow): TemplateResult {
    return html`<div class="refused">
      ${icon('octagon-x')}
      <div>
        <p><b>${name}</b></p>
        <p class="small">${this.text(text)}</p>
        ${defectLinks(defects, this.lang)}
      </div>
    </div>`;
  }
}
