import { css } from 'lit';

/** Looks shared by the project and the report step. */
export const panelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
  }
  .file {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    gap: 0 8px;
    align-items: center;
    padding: 9px 12px;
    border-bottom: 1px solid var(--sx-line);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    padding: 2px 12px 3px 14px;
    border-bottom: 1px solid var(--sx-line);
  }
  :host([touch]) .ways .link {
    min-height: var(--sx-control-touch);
  }
  .file h2 {
    font-weight: 600;
  }
  .file > svg {
    color: var(--sx-accent);
  }
  .more {
    margin: 4px 12px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    height: var(--sx-row-table);
    padding: 0 12px 0 8px;
    border-bottom: 1px solid var(--sx-line);
    font-weight: 400;
    text-align: right;
  }
  thead th {
    background: var(--sx-bg-sunken);
    color: var(--sx-text-2);
    font-size: var(--sx-fs-1);
    font-weight: 600;
  }
  th:first-child {
    padding-left: 14px;
    text-align: left;
  }
  tfoot th,
  tfoot td {
    background: var(--sx-bg-sunken);
    font-weight: 600;
  }
  .note {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    gap: 0 8px;
    padding: 7px 12px 7px 14px;
    border-bottom: 1px solid var(--sx-line);
  }
  .note > svg {
    margin-top: 2px;
  }
  .note.info > svg {
    color: var(--sx-mode-line);
  }
  .note.warning > svg {
    color: var(--sx-warn-line);
  }
  .note.error > svg {
    color: var(--sx-stop-line);
  }
  .form {
    display: grid;
    grid-template-columns: minmax(84px, auto) minmax(0, 1fr);
    gap: 8px 14px;
    align-items: center;
    padding: 10px 12px 12px 14px;
  }
  .form .wide {
    grid-column: 1 / -1;
  }
  .form dt,
  .form .label {
    color: var(--sx-text-2);
  }
  .plain {
    padding: 10px 14px;
    color: var(--sx-text-2);
  }
  .lead {
    padding: 12px 12px 8px 14px;
  }
  .lead h2 {
    font-size: var(--sx-fs-4);
    line-height: var(--sx-lh-4);
    font-weight: 600;
  }
  .value {
    overflow-wrap: anywhere;
  }
`;
