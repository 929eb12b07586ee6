import { css } from 'lit';

/** Ground rules of every shadow root here: type, focus, buttons, tones, hidden text. */
export const sharedStyles = css`
  :host {
    box-sizing: border-box;
    color: var(--sx-text);
    font: 400 var(--sx-fs-2) / var(--sx-lh-2) var(--sx-font);
    font-variant-numeric: tabular-nums;
  }
  /* Chinese faces set quotes and apostrophes as wide as a character */
  :host(:lang(en)) {
    font-variant-east-asian: proportional-width;
  }
  [lang|='zh'] {
    font-variant-east-asian: normal;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  blockquote {
    margin: 0;
    padding: 0;
    font-size: inherit;
    font-weight: inherit;
  }
  ul,
  ol {
    list-style: none;
  }
  svg {
    flex: none;
    display: block;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--sx-focus);
    outline-offset: 1px;
    box-shadow: 0 0 0 1px var(--sx-focus-gap);
    border-radius: var(--sx-r-1);
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .ellipsis {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .small {
    font-size: var(--sx-fs-1);
    line-height: var(--sx-lh-1);
  }
  .quiet {
    color: var(--sx-text-2);
  }
  .number {
    text-align: right;
  }
  .zero {
    color: var(--sx-text-3);
  }
  .gap {
    color: var(--sx-gap-fg);
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: var(--sx-control);
    padding: 0 12px;
    border: 1px solid var(--sx-line-control);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-panel);
    color: var(--sx-text);
    white-space: nowrap;
    cursor: pointer;
    transition: background var(--sx-fast);
  }
  .button:hover {
    background: var(--sx-bg-hover);
  }
  .button.primary {
    border-color: var(--sx-accent);
    background: var(--sx-accent);
    color: var(--sx-on-accent);
    font-weight: 600;
  }
  .button.primary:hover {
    background: var(--sx-accent-hover);
  }
  .button.primary:active {
    background: var(--sx-accent-press);
  }
  .button[disabled],
  .button[aria-disabled='true'] {
    border-color: var(--sx-line-2);
    background: var(--sx-bg-sunken);
    color: var(--sx-text-3);
    cursor: default;
  }
  .link {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--sx-link);
    cursor: pointer;
    text-align: left;
  }
  .link:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .icon-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: var(--sx-control);
    height: var(--sx-control);
    padding: 0;
    border: 0;
    border-radius: var(--sx-r-1);
    background: none;
    color: var(--sx-text-2);
    cursor: pointer;
  }
  .icon-button:hover {
    background: var(--sx-bg-hover);
    color: var(--sx-text);
  }
  .section {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-height: 28px;
    padding: 4px 12px 4px 14px;
    border-bottom: 1px solid var(--sx-line);
    background: var(--sx-bg-sunken);
    color: var(--sx-text-2);
    font-size: var(--sx-fs-1);
    line-height: var(--sx-lh-1);
  }

  .section > :first-child {
    flex: none;
  }
  .section > :nth-child(2) {
    text-align: right;
  }

  .tag {
    padding: 0 7px;
    border: 1px solid var(--sx-chip-edge, transparent);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-sunken);
    color: var(--sx-text-2);
  }
  .stop {
    --tone-fg: var(--sx-stop-fg);
    --tone-bg: var(--sx-stop-bg);
    --tone-line: var(--sx-stop-line);
  }
  .gap-tone {
    --tone-fg: var(--sx-gap-fg);
    --tone-bg: var(--sx-gap-bg);
    --tone-line: var(--sx-gap-line);
  }
  .warn {
    --tone-fg: var(--sx-warn-fg);
    --tone-bg: var(--sx-warn-bg);
    --tone-line: var(--sx-warn-line);
  }
  .mode {
    --tone-fg: var(--sx-mode-fg);
    --tone-bg: var(--sx-mode-bg);
    --tone-line: var(--sx-mode-line);
  }
  .clear {
    --tone-fg: var(--sx-clear-fg);
    --tone-bg: var(--sx-clear-bg);
    --tone-line: var(--sx-clear-line);
  }
  /* Dimmed by taking the colours away: thinner text could no longer be read. */
  .stale {
    filter: grayscale(1);
    --sx-text: var(--sx-text-2);
    --tone-fg: var(--sx-text-2);
    --tone-bg: var(--sx-bg-sunken);
    --tone-line: var(--sx-line);
  }
  .stale .stale-word {
    border: 1px solid var(--sx-line-control);
    font-weight: 600;
  }

  .mark .solid {
    fill: currentColor;
  }
  .mark .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .mark .dashed {
    stroke-dasharray: 3 2.2;
    stroke-linecap: butt;
  }
  .mark .dot {
    fill: currentColor;
  }
  .mark .cut {
    fill: none;
    stroke: var(--mark-ground, var(--sx-bg-panel));
    stroke-width: 1.6;
    stroke-linecap: round;
  }
  .mark .hole {
    fill: var(--mark-ground, var(--sx-bg-panel));
  }
  @media (forced-colors: active) {
    .button,
    .icon-button {
      border: 1px solid ButtonText;
    }
    .link {
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    .tag {
      border: 1px solid CanvasText;
    }
    /* shapes take the colour of the text beside them */
    svg:not(.swatch) {
      color: inherit !important;
    }
    .mark {
      --mark-ground: Canvas;
    }
    [role='tab']:not([aria-selected='true']) {
      border-color: Canvas;
    }
    /* what is chosen */
    :is(button, a):is([aria-pressed='true'], [aria-selected='true'], [aria-current='page'], [aria-current='true']) {
      forced-color-adjust: none;
      border-color: Highlight !important;
      background: Highlight !important;
      color: HighlightText !important;
    }
    :is(button, a):is([aria-pressed='true'], [aria-selected='true'], [aria-current='page'], [aria-current='true'])
      * {
      border-color: currentColor !important;
      background: none !important;
      color: inherit !important;
    }
    .progress > i {
      forced-color-adjust: none;
      background: Highlight !important;
    }
    .progress {
      border: 1px solid CanvasText;
    }
  }
`;
