import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { ChipName } from './chip-name.ts';

/**
 * The nine shapes of verdicts and two of borders, 16 px grid, 1.6 px strokes, in the current colour. Filled shapes cut their sign
 * out of the ground (`--mark-ground`). The word beside it is the name, so the mark is hidden.
 */
const OCTAGON = 'M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z';
const TRIANGLE = 'M8 1.6 15 14.2H1z';
const DIAMOND = 'M8 .8 15.2 8 8 15.2.8 8z';
const QUESTION = 'M6.2 6.3a1.85 1.85 0 1 1 2.7 1.6c-.6.35-.9.75-.9 1.35';

const SHAPES = {
  prohibited: svg`<path class="solid" d=${OCTAGON} /><path class="cut" d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" />`,
  'not-admitted': svg`<path class="line" d=${OCTAGON} /><path class="line" d="M5 8h6" />`,
  undetermined: svg`<circle class="line dashed" cx="8" cy="8" r="6.6" /><path class="line" d=${QUESTION} /><circle class="dot" cx="8" cy="11.3" r=".95" />`,
  'manual-review': svg`<path class="solid" d=${DIAMOND} /><path class="cut" d=${QUESTION} /><circle class="hole" cx="8" cy="11.2" r=".95" />`,
  conditional: svg`<path class="solid" d=${TRIANGLE} /><path class="cut" d="M8 6v4" /><circle class="hole" cx="8" cy="12" r=".9" />`,
  avoid: svg`<path class="line" d=${TRIANGLE} /><path class="line" d="M8 6.2v3.6" /><circle class="dot" cx="8" cy="11.9" r=".9" />`,
  'permit-mode': svg`<rect class="solid" x="1.4" y="1.4" width="13.2" height="13.2" rx="1.6" /><path class="cut" d="M4.4 5.2h7.2M4.4 8h7.2M4.4 10.8h4.6" />`,
  exempt: svg`<rect class="line" x="1.8" y="1.8" width="12.4" height="12.4" rx="1.6" /><path class="line" d="M5 8h6" />`,
  'below-threshold': svg`<path class="line" d=${DIAMOND} /><path class="line" d="m9.6 5.2-3.8 2.8 3.8 2.8" />`,
  touch: svg`<path class="line" d="M8 3.2H1.4v9.6H8M8 3.2h6.6v9.6H8" /><path class="line dashed" d="M8 1v14" />`,
  clear: svg`<circle class="line" cx="8" cy="8" r="6.6" /><path class="line" d="m5 8.2 2.1 2.1L11.1 6" />`,
} as const satisfies Record<ChipName, SVGTemplateResult>;

export function verdictMark(name: ChipName, size = 16): TemplateResult {
  return html`<svg
    class="mark"
    width=${size}
    height=${size}
    viewBox="0 0 16 16"
    aria-hidden="true"
    focusable="false"
  >
    ${SHAPES[name]}
  </svg>`;
}
