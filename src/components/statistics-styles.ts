import { css } from 'lit';

export const statisticsStyles = css`
  :host {
    flex: 1;
  }
  .demo {
    flex: none;
    color: var(--sx-stop-fg);
    font-weight: 600;
  }
  .section h3 {
    font-weight: 400;
  }
  select {
    min-height: 24px;
    max-width: 60%;
    border: 1px solid var(--sx-line-control);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-panel);
    color: var(--sx-text);
  }
  :host([touch]) select,
  :host([touch]) .button,
  :host([touch]) summary {
    min-height: var(--sx-control-touch);
  }
  .act {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 8px;
    padding: 10px 14px 12px;
    border-bottom: 1px solid var(--sx-line);
  }
  .act > .gap-line {
    padding: 0;
    border: 0;
  }
  .gap-line {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 0 8px;
    padding: 8px 14px;
    border-bottom: 1px solid var(--sx-line);
    color: var(--sx-gap-fg);
    overflow-wrap: anywhere;
  }
  .gap-line svg {
    margin-top: 2px;
  }
  .progress {
    align-self: stretch;
    height: 6px;
    overflow: hidden;
    border-radius: 3px;
    background: var(--sx-line);
  }
  .progress i {
    display: block;
    width: var(--part);
    height: 100%;
    background: var(--sx-accent);
  }
  details {
    padding: 0 14px;
    border-bottom: 1px solid var(--sx-line);
  }
  summary {
    display: list-item;
    min-height: 32px;
    padding: 6px 0;
    color: var(--sx-link);
    cursor: pointer;
  }
  details li {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding: 3px 0;
    border-top: 1px solid var(--sx-line);
  }
  details li span {
    flex: none;
    max-width: 50%;
    color: var(--sx-text-2);
    text-align: right;
  }
  th button {
    display: inline-flex;
    align-items: center;
    justify-content: flex-end;
    gap: 2px;
    width: 100%;
    min-height: 27px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 600;
    white-space: nowrap;
    cursor: pointer;
  }
  th button.name {
    justify-content: flex-start;
    color: var(--sx-link);
    font-weight: 400;
    text-align: left;
    white-space: normal;
  }
  .county {
    cursor: pointer;
  }
  .county:hover,
  .county.marked {
    background: var(--sx-bg-selected);
  }
  th:first-child button {
    justify-content: flex-start;
  }
  :host([touch]) th button {
    min-height: var(--sx-control-touch);
  }
  tbody th {
    text-align: left;
  }
  th small {
    display: block;
    font-size: var(--sx-fs-1);
    line-height: var(--sx-lh-1);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 4px 12px 14px;
  }
`;
