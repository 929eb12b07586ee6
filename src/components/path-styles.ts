import { css } from 'lit';

/**
 * Boxes run left to right, then back along the next row; in narrow dialogs and in print straight down.
 * The road taken is a 2 px accent line, a road not taken is dashed.
 */
export const pathStyles = css`
  .path {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 0 36px;
    margin-top: 8px;
  }
  .path > li {
    display: flex;
    flex-direction: column;
    min-width: 0;
    grid-column: var(--column);
    grid-row: var(--row);
  }
  .box {
    position: relative;
    padding: 5px 9px;
    border: 2px solid var(--sx-accent);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-panel);
    overflow-wrap: anywhere;
  }
  .box b {
    display: block;
    font-weight: 600;
  }
  .box.open {
    border-style: dotted;
  }
  .box.outcome {
    background: var(--sx-bg-selected);
  }
  .box.outcome sanxian-verdict-chip {
    margin-bottom: 2px;
  }
  /* To the next box of the row: to the right in odd rows, to the left in even ones. */
  .path > li:not(.turn, .last) > .box::after {
    content: '';
    position: absolute;
    top: 18px;
    width: 38px;
    border-top: 2px solid var(--sx-accent);
  }
  .path > li.onward > .box::after {
    left: 100%;
  }
  .path > li.back > .box::after {
    right: 100%;
  }
  .below {
    position: relative;
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 6px;
    min-height: 14px;
    padding: 8px 0 14px;
  }
  .turn > .below {
    padding-right: 26px;
  }
  .turn.back > .below {
    padding: 8px 0 14px 26px;
  }
  .turn > .below::before {
    content: '';
    position: absolute;
    top: 0;
    bottom: 0;
    right: 12px;
    border-left: 2px solid var(--sx-accent);
  }
  .turn.back > .below::before {
    right: auto;
    left: 12px;
  }
  .branch {
    position: relative;
    padding: 3px 8px;
    border: 1px dashed var(--sx-text-3);
    border-radius: var(--sx-r-1);
    color: var(--sx-text-2);
    overflow-wrap: anywhere;
  }
  .branch b {
    color: var(--sx-text);
    font-weight: 600;
  }
  .path > li:not(.turn) .branch::before {
    content: '';
    position: absolute;
    left: 14px;
    bottom: 100%;
    height: 8px;
    border-left: 1px dashed var(--sx-text-3);
  }
  .turn .branch::before {
    content: '';
    position: absolute;
    top: 50%;
    left: 100%;
    width: 13px;
    border-top: 1px dashed var(--sx-text-3);
  }
  .turn.back .branch::before {
    left: auto;
    right: 100%;
  }
  .box button {
    display: block;
    width: 100%;
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: left;
    cursor: pointer;
  }
  .box button:hover .said {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .box button .said {
    color: var(--sx-link);
  }
  .box sanxian-answer-control {
    margin: 4px 0 2px;
  }
  :host([touch]) .box button {
    min-height: 44px;
  }

  .path.down {
    grid-template-columns: minmax(0, 1fr);
    gap: 0;
  }
  .path.down > li {
    grid-column: 1;
    grid-row: auto;
  }
  .path.down > li > .box::after {
    display: none;
  }
  .path.down > li:not(.last) > .below,
  .path.down > li.turn.back > .below {
    padding: 6px 0 14px 30px;
  }
  .path.down > li:not(.last) > .below::before {
    content: '';
    position: absolute;
    top: 0;
    bottom: 0;
    left: 14px;
    right: auto;
    border-left: 2px solid var(--sx-accent);
  }
  .path.down > li .branch::before {
    content: '';
    position: absolute;
    top: 50%;
    left: auto;
    right: 100%;
    bottom: auto;
    width: 15px;
    height: 0;
    border-left: 0;
    border-top: 1px dashed var(--sx-text-3);
  }
  @media print {
    .path {
      display: block;
    }
    .box::after,
    .below::before,
    .branch::before {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .box.outcome {
      border-width: 4px;
    }
  }
`;
