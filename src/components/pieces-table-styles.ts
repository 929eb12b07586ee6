import { css } from 'lit';

export const piecesTableStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--sx-bg-panel);
  }
  header {
    flex: none;
    display: flex;
    align-items: center;
    gap: 4px;
    height: 34px;
    padding: 0 8px 0 12px;
  }
  h2 {
    flex: none;
    margin-right: 4px;
    font-weight: 600;
  }
  .pills {
    flex: 1;
    min-width: 0;
    display: flex;
    gap: 6px;
    padding: 4px 2px;
    overflow-x: auto;
    scrollbar-width: none;
    /* what is pushed out of sight fades */
    -webkit-mask-image: linear-gradient(to right, #000 calc(100% - 24px), transparent);
    mask-image: linear-gradient(to right, #000 calc(100% - 24px), transparent);
  }
  .pill {
    flex: none;
    min-height: 24px;
    padding: 0 10px;
    border: 1px solid var(--sx-line-control);
    border-radius: 12px;
    background: var(--sx-bg-panel);
    color: var(--sx-text-2);
    cursor: pointer;
    white-space: nowrap;
  }
  .pill[aria-pressed='true'] {
    border-color: var(--sx-accent);
    background: var(--sx-bg-selected);
    color: var(--sx-text);
    font-weight: 600;
  }
  .empty {
    padding: 8px 12px;
    color: var(--sx-text-2);
    border-top: 1px solid var(--sx-line);
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: auto;
    border-top: 1px solid var(--sx-line);
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    white-space: nowrap;
  }
  th,
  td {
    height: var(--sx-row-table);
    padding: 0 6px;
    border-bottom: 1px solid var(--sx-line);
    text-align: left;
    font-weight: 400;
  }
  th:first-child,
  td:first-child {
    padding-left: 12px;
  }
  thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 0;
    background: var(--sx-bg-sunken);
  }
  thead th:first-child {
    padding: 0;
  }
  thead button {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    width: 100%;
    min-height: 27px;
    padding: 0 6px;
    border: 0;
    background: none;
    color: var(--sx-text-2);
    font-size: var(--sx-fs-1);
    font-weight: 600;
    cursor: pointer;
  }
  thead th:first-child button {
    padding-left: 12px;
  }
  thead .number button {
    justify-content: flex-end;
  }
  th.number,
  td.number {
    text-align: right;
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover td {
    background: var(--sx-bg-hover);
  }
  tbody tr[aria-selected='true'] td {
    background: var(--sx-bg-selected);
  }
  tbody tr[aria-selected='true'] td:first-child {
    box-shadow: inset 3px 0 0 var(--sx-accent);
  }
  tbody tr:focus-visible {
    outline-offset: -2px;
  }
  .line-name {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .line-name svg {
    width: 22px;
    height: 13px;
  }
  tfoot td,
  tfoot th {
    border-bottom: 0;
    background: var(--sx-bg-sunken);
    font-weight: 600;
  }
  thead .plain,
  thead .plain:first-child {
    padding: 0 8px 0 12px;
    color: var(--sx-text-2);
    font-size: var(--sx-fs-1);
    font-weight: 600;
  }
  .problems tbody tr {
    cursor: default;
  }
  .pair td {
    color: var(--sx-text-2);
  }
  .sliver {
    color: var(--sx-text-2);
    font-size: var(--sx-fs-1);
  }
  .more {
    margin: 4px 12px;
  }
  @media (forced-colors: active) {
    tbody tr[aria-selected='true'] td {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    tbody tr[aria-selected='true'] td * {
      color: inherit;
    }
  }
`;
