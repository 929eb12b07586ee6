import { css } from 'lit';

/** Looks of a finding card, shared by the three lines. */
export const cardStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  article {
    padding: 6px 12px 4px 10px;
    border-left: 4px solid var(--tone-line);
    border-bottom: 1px solid var(--sx-line);
    background: var(--sx-bg-panel);
  }
  article:hover,
  article:focus-within {
    background: var(--sx-bg-hover);
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 24px;
  }
  /* a word that is said elsewhere too: where there is no room for it, it falls out of sight below */
  .spare {
    flex: 0 1 auto;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    min-width: 0;
    height: 22px;
    overflow: hidden;
  }
  .spare::before {
    content: '';
    height: 22px;
  }
  .spare .tag {
    height: 22px;
    white-space: nowrap;
  }
  h3 {
    flex: 1 0 auto;
    white-space: nowrap;
    font-size: var(--sx-fs-3);
    line-height: var(--sx-lh-3);
    font-weight: 600;
  }
  .figures {
    display: flex;
    align-items: baseline;
    flex-wrap: wrap;
    gap: 0 12px;
    margin-top: 1px;
  }
  .figures .big {
    font-size: 18px;
    line-height: 26px;
    font-weight: 600;
  }
  .figures .unit {
    font-size: var(--sx-fs-1);
    color: var(--sx-text-2);
  }
  .figures .remark {
    margin-left: auto;
    color: var(--sx-text-2);
    font-size: var(--sx-fs-1);
  }
  .bar {
    position: relative;
    display: flex;
    height: 8px;
    margin: 2px 0 6px;
    overflow: hidden;
    border: 1px solid var(--sx-line-2);
    border-radius: 2px;
    background: var(--sx-bg-sunken);
  }
  .bar > i {
    display: block;
    flex: none;
    width: var(--part, 0%);
  }
  .bar > .over {
    min-width: 2px;
    background: var(--sx-over);
  }
  .bar > .looked {
    background: var(--sx-text-3);
  }
  .bar > .unlooked {
    background: repeating-linear-gradient(
      135deg,
      var(--sx-gap-line) 0 3px,
      var(--sx-gap-bg) 3px 7px
    );
  }
  .sentence {
    margin-top: 2px;
  }
  .sentence + .sentence {
    margin-top: 4px;
  }
  .gap-sentence {
    display: flex;
    gap: 6px;
    margin-top: 4px;
    color: var(--sx-gap-fg);
    --mark-ground: var(--sx-bg-panel);
  }
  .gap-sentence svg {
    margin-top: 3px;
  }
  .with-mark {
    display: flex;
    gap: 6px;
  }
  .with-mark svg {
    margin-top: 3px;
    color: var(--tone-fg);
  }
  .question {
    margin-top: 6px;
    padding: 6px 9px 8px;
    border: 1px solid var(--sx-warn-line);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-panel);
  }
  .question .answer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    margin-top: 5px;
  }
  .question sanxian-answer-control {
    flex: 1 1 230px;
    min-width: 0;
    max-width: 100%;
  }
  .question sanxian-answer-control[touch] {
    flex: 1 1 100%;
  }
  .answer-name {
    margin-top: 6px;
    color: var(--sx-text-2);
  }
  .opinion {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    margin-top: 4px;
    padding: 4px 8px;
    border-left: 3px solid var(--sx-accent);
    background: var(--sx-bg-sunken);
  }
  .opinion p {
    flex: 1 1 160px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .rule-says {
    display: flex;
    align-items: center;
    gap: 4px;
    margin: 2px 0 2px 11px;
    color: var(--sx-text-2);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    margin-top: 2px;
    font-size: var(--sx-fs-1);
    line-height: var(--sx-lh-1);
  }
  @container (max-width: 359px) {
    .actions {
      column-gap: 8px;
    }
    .actions .link {
      gap: 4px;
    }
  }
  .details {
    margin: 4px 0 6px;
    padding: 8px 10px;
    border: 1px solid var(--sx-line);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-sunken);
  }
  .details h4 {
    margin-top: 6px;
    font-weight: 600;
  }
  .details h4:first-child {
    margin-top: 0;
  }
  .details li {
    margin-top: 3px;
  }
  .details .steps {
    padding-left: 20px;
    list-style: decimal;
  }
  .details .steps li::marker {
    font-weight: 600;
  }
  .details .papers li {
    display: flex;
    gap: 8px;
  }
  .details .papers li::before {
    content: '□';
  }
  figure {
    margin: 0;
  }
  figure + figure {
    margin-top: 10px;
    padding-top: 8px;
    border-top: 1px solid var(--sx-line);
  }
  blockquote {
    font: 400 15px / 25px var(--sx-font-doc);
  }
  figcaption {
    margin-top: 2px;
    color: var(--sx-text-2);
    font-size: var(--sx-fs-1);
    line-height: var(--sx-lh-1);
  }
  article:focus-visible {
    outline-offset: -2px;
  }
  /* bars are read by their shares: filled, striped and empty stay apart */
  @media (forced-colors: active) {
    .bar,
    .key {
      forced-color-adjust: none;
      --sx-over: Highlight;
      --sx-udb: CanvasText;
      --sx-text-3: CanvasText;
      --sx-gap-line: CanvasText;
      --sx-gap-bg: Canvas;
      --sx-bg-panel: Canvas;
      --sx-bg-sunken: Canvas;
      border-color: CanvasText;
    }
  }
  :host([touch]) .actions .link {
    min-height: var(--sx-control-touch);
    min-width: var(--sx-control-touch);
  }
`;
