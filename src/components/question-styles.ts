import { css } from 'lit';

/** Looks of the questions that a file asks: a lead, choices as boxes, fields. */
export const questionStyles = css`
  .options {
    display: grid;
    gap: 8px;
    padding: 0 12px 12px;
    border: 0;
    margin: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
  }
  .option {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 2px 10px;
    padding: 8px 10px;
    border: 1px solid var(--sx-line-control);
    border-radius: var(--sx-r-1);
    cursor: pointer;
  }
  .option:hover {
    background: var(--sx-bg-hover);
  }
  .option.on {
    border-color: var(--sx-accent);
    box-shadow: inset 0 0 0 1px var(--sx-accent);
    background: var(--sx-bg-selected);
  }
  .option:has(input:focus-visible) {
    outline: 2px solid var(--sx-focus);
    outline-offset: 1px;
  }
  .option input {
    width: 16px;
    height: 16px;
    margin-top: 2px;
    accent-color: var(--sx-accent);
  }
  .option .title {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .option .reason {
    grid-column: 2;
    color: var(--sx-text-2);
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 8px 12px;
    padding: 0 12px 12px;
  }
  .fields.three {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .fields label,
  .fields .pair {
    display: grid;
    gap: 2px;
    color: var(--sx-text-2);
    font-size: var(--sx-fs-1);
    line-height: var(--sx-lh-1);
  }
  .fields .wide {
    grid-column: 1 / -1;
  }
  .field {
    width: 100%;
    min-height: var(--sx-control);
    padding: 0 8px;
    border: 1px solid var(--sx-line-control);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-panel);
    color: var(--sx-text);
    font-size: var(--sx-fs-2);
  }
  .none {
    padding: 0 14px 12px;
    color: var(--sx-text-2);
  }
  .caution {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 0 8px;
    margin: 0 12px 12px;
    padding: 8px 10px;
    border-left: 4px solid var(--sx-warn-line);
    background: var(--sx-warn-bg);
  }
  .caution svg {
    margin-top: 2px;
    color: var(--sx-warn-fg);
  }
  @media (forced-colors: active) {
    .option.on {
      outline: 2px solid Highlight;
    }
  }
  :host([touch]) .field {
    min-height: var(--sx-control-touch);
  }
  :host([touch]) .option {
    min-height: var(--sx-control-touch);
    align-content: center;
  }
`;
