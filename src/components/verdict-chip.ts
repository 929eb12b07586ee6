import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CHIP_WORDS, type ChipName } from './chip-name.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { TONES } from './tone.ts';
import { verdictMark } from './verdict-mark.ts';

/** A verdict, or what was met at a border, as shape, word and tone. Without the tone nothing is lost. */
@element('sanxian-verdict-chip')
export class SanxianVerdictChip extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: inline-flex;
      }
      .chip {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-height: 22px;
        padding: 0 6px;
        border: 1px solid var(--sx-chip-edge, transparent);
        border-radius: var(--sx-r-1);
        background: var(--tone-bg);
        color: var(--tone-fg);
        --mark-ground: var(--tone-bg);
        font-weight: 600;
        white-space: nowrap;
      }
      .clear {
        background: none;
        --mark-ground: var(--sx-bg-panel);
      }
      .gap-tone {
        border: 1px dashed var(--tone-line);
      }
      @media (forced-colors: active) {
        .chip {
          border: 1px solid CanvasText;
        }
        .gap-tone {
          border-style: dashed;
        }
      }
    `,
  ];

  @property() verdict: ChipName = 'undetermined';

  override render(): TemplateResult {
    return html`<span class="chip ${toneClass(this.verdict)}" part="chip"
      >${verdictMark(this.verdict, 16)}${this.text(CHIP_WORDS[this.verdict])}</span
    >`;
  }
}

/** Class that sets the tone's colours; see shared-styles. */
export function toneClass(name: ChipName): string {
  const tone = TONES[name];
  return tone === 'gap' ? 'gap-tone' : tone;
}
