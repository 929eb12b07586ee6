import { css } from 'lit';

export const batchTableStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--sx-bg-panel);
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .none {
    padding: 16px;
    color: var(--sx-text-2);
  }
  table {
    width: 100%;
    min-width: 900px;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 0;
    white-space: nowrap;
  }
  .c-check {
    width: 38px;
  }
  .c-number {
    width: 48px;
  }
  .c-name {
    width: 17%;
  }
  .c-file {
    width: 12%;
  }
  .c-verdict {
    width: 148px;
  }
  .c-area {
    width: 84px;
  }
  .c-permanent-basic-farmland,
  .c-ecological-red-line,
  .c-urban-development-boundary {
    width: 102px;
  }
  th,
  td {
    height: 28px;
    padding: 0 8px;
    overflow: hidden;
    border-bottom: 1px solid var(--sx-line);
    text-align: left;
    text-overflow: ellipsis;
    font-weight: 400;
  }
  td.check {
    padding: 0;
    overflow: visible;
  }
  .check label {
    display: grid;
    place-items: center;
    width: 38px;
    height: 27px;
    cursor: pointer;
  }
  input[type='checkbox'] {
    width: 16px;
    height: 16px;
    accent-color: var(--sx-accent);
  }
  thead th,
  thead td {
    position: sticky;
    top: 0;
    z-index: 2;
    padding: 0;
    background: var(--sx-bg-sunken);
    border-bottom-color: var(--sx-line-2);
  }
  thead button {
    display: flex;
    align-items: center;
    gap: 2px;
    width: 100%;
    min-height: 27px;
    padding: 0 8px;
    border: 0;
    background: none;
    color: var(--sx-text-2);
    font-size: var(--sx-fs-1);
    line-height: var(--sx-lh-1);
    font-weight: 600;
    text-align: left;
    white-space: normal;
    cursor: pointer;
  }
  thead button:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }
  thead .number button {
    justify-content: flex-end;
    text-align: right;
  }
  th.number,
  td.number {
    text-align: right;
  }
  tbody.rows tr {
    cursor: pointer;
  }
  tbody.rows tr:hover td {
    background: var(--sx-bg-hover);
  }
  tbody.rows tr[aria-selected='true'] td {
    background: var(--sx-bg-selected);
  }
  tbody.rows tr[aria-selected='true'] td:first-child {
    box-shadow: inset 3px 0 0 var(--sx-accent);
  }
  tbody.rows tr:focus-visible {
    outline-offset: -2px;
  }
  .name {
    font-weight: 600;
  }
  .note {
    color: var(--sx-text-2);
  }
  tbody.rows tr:hover .zero,
  tbody.rows tr[aria-selected='true'] .zero {
    color: var(--sx-text-2);
  }
  tfoot td,
  tfoot th {
    position: sticky;
    bottom: 0;
    z-index: 2;
    border-top: 1px solid var(--sx-line-2);
    border-bottom: 0;
    background: var(--sx-bg-sunken);
    font-weight: 600;
  }
  tfoot .small {
    font-weight: 400;
  }

  /* cards, for fingers */
  .card {
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr);
    height: 116px;
    border-bottom: 1px solid var(--sx-line);
  }
  .card label {
    display: grid;
    place-items: center;
    cursor: pointer;
  }
  .card input {
    width: 20px;
    height: 20px;
  }
  .card button {
    display: flex;
    flex-direction: column;
    align-items: stretch;
    gap: 2px;
    min-width: 0;
    padding: 8px 12px 6px 0;
    border: 0;
    background: none;
    text-align: left;
    cursor: pointer;
  }
  .card button[aria-pressed='true'] {
    background: var(--sx-bg-selected);
  }
  .card .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  .card b {
    font-weight: 600;
  }
  .card .areas {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
  }
  .card .why {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    color: var(--sx-text-2);
  }
  @media (forced-colors: active) {
    tbody.rows tr[aria-selected='true'] td {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    tbody.rows tr[aria-selected='true'] td * {
      color: inherit;
    }
  }
`;
