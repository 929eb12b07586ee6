import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CrsCandidate } from '../domain/project.ts';
import type { Text } from '../text/text.ts';
import { emit } from './events.ts';
import { panelStyles } from './panel-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';

/**
 * Which coordinate system? Nothing is checked before an answer, and nothing is preselected unless a
 * single candidate is possible. Events: `sanxian-crs-show` on choosing or pointing.
 */
@element('sanxian-crs-question')
export class SanxianCrsQuestion extends SanxianElement {
  static override styles = [
    sharedStyles,
    panelStyles,
    css`
      .options {
        display: grid;
        gap: 8px;
        padding: 0 12px 12px;
      }
      label {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 2px 10px;
        padding: 8px 10px;
        border: 1px solid var(--sx-line-control);
        border-radius: var(--sx-r-1);
        cursor: pointer;
      }
      label:hover {
        background: var(--sx-bg-hover);
      }
      label.on {
        border-color: var(--sx-accent);
        box-shadow: inset 0 0 0 1px var(--sx-accent);
        background: var(--sx-bg-selected);
      }
      input {
        width: 16px;
        height: 16px;
        margin-top: 2px;
        accent-color: var(--sx-accent);
      }
      .title {
        display: flex;
        align-items: center;
        gap: 8px;
        font-weight: 600;
      }
      .title .words {
        flex: 1;
        min-width: 0;
      }
      .ghost {
        flex: none;
        width: 22px;
        border-top: 3px dashed var(--ghost);
      }
      .likely {
        padding: 1px 6px;
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
        color: var(--sx-accent);
      }
      .reason {
        grid-column: 2;
        color: var(--sx-text-2);
      }
      .none {
        padding: 0 14px 12px;
        color: var(--sx-text-2);
      }
    `,
  ];

  @property({ attribute: false }) candidates: readonly CrsCandidate[] = [];
  @property({ type: Number }) chosen: number | null = null;
  /** What the file lacks, in words. */
  @property({ attribute: false }) lead: Text | null = null;

  override render(): TemplateResult {
    return html`<div class="scroll" tabindex="-1">
      <div class="lead">
        <h2 id="title">${this.say('crs.title')}</h2>
        <p class="small quiet">
          ${this.lead ? this.text(this.lead) : nothing} ${this.say('crs.lead')}
        </p>
      </div>
      <div class="options" role="radiogroup" aria-labelledby="title">
        ${this.candidates.map((candidate, index) => this.option(candidate, index))}
      </div>
      <p class="none small">${this.say('crs.others')}</p>
    </div>`;
  }

  private option(candidate: CrsCandidate, index: number): TemplateResult {
    const on = candidate.epsg === this.chosen;
    const show = () => emit(this, 'sanxian-crs-show', { epsg: candidate.epsg });
    return html`<label class=${on ? 'on' : ''}>
      <input type="radio" name="crs" .checked=${on} @change=${show} />
      <span class="title">
        <span class="ghost" .style=${`--ghost:var(--sx-ghost-${(index % 4) + 1})`}></span>
        <span class="words">${index + 1} · ${this.text(candidate.title)}</span>
        ${candidate.likely ? html`<span class="likely small">${this.say('crs.likely')}</span>` : nothing}
      </span>
      <span class="reason small">${this.text(candidate.reason)} EPSG:${candidate.epsg}</span>
    </label>`;
  }
}
