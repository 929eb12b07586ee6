import { css } from 'lit';

/** The card in which a tool of the map tells what it finds. */
export const toolStyles = css`
  :host {
    display: block;
    pointer-events: none;
  }
  .card {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    width: fit-content;
    max-width: 100%;
    padding: 6px 6px 6px 10px;
    border: 1px solid var(--sx-line-2);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-panel);
    box-shadow: var(--sx-shadow-1);
    pointer-events: auto;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    width: 100%;
    min-width: 0;
  }
  .end {
    display: flex;
    margin-left: auto;
  }
  .value {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .hint {
    width: 100%;
    color: var(--sx-text-2);
  }
  .bad {
    color: var(--sx-stop-fg);
  }
  select {
    field-sizing: content;
    height: var(--sx-control);
    max-width: 100%;
    padding: 0 4px;
    border: 1px solid var(--sx-line-control);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-panel);
    color: var(--sx-text);
  }
  .icon-button[aria-disabled='true'] {
    color: var(--sx-line-control);
    cursor: default;
  }
  .icon-button[aria-pressed='true'] {
    background: var(--sx-accent);
    color: var(--sx-on-accent);
  }
  .kinds {
    display: inline-flex;
  }
  .kinds button {
    min-height: var(--sx-control);
    padding: 0 10px;
    border: 1px solid var(--sx-line-control);
    background: var(--sx-bg-panel);
    color: var(--sx-text);
    cursor: pointer;
  }
  .kinds button:first-child {
    border-radius: var(--sx-r-1) 0 0 var(--sx-r-1);
  }
  .kinds button:last-child {
    margin-left: -1px;
    border-radius: 0 var(--sx-r-1) var(--sx-r-1) 0;
  }
  .kinds button[aria-pressed='true'] {
    border-color: var(--sx-accent);
    background: var(--sx-accent);
    color: var(--sx-on-accent);
    font-weight: 600;
  }
  :host([touch]) :is(.icon-button, .kinds button, select) {
    min-width: 44px;
    height: 44px;
  }
  @media (forced-colors: active) {
    .card {
      border-color: CanvasText;
    }
    [aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
