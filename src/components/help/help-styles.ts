import { css } from 'lit';
import { swatchStyles } from '../swatch.ts';

export const helpStyles = [
  swatchStyles,
  css`
    dialog {
      --side: 18px;
      width: min(820px, calc(100vw - 24px));
      height: min(700px, calc(100vh - 32px));
      max-width: none;
      max-height: none;
    }
    .body {
      flex: 1;
      min-height: 0;
      display: flex;
    }
    .tabs {
      flex: none;
      display: flex;
      flex-direction: column;
      width: 148px;
      padding: 8px 0;
      border-right: 1px solid var(--sx-line);
      background: var(--sx-bg-sunken);
      overflow-y: auto;
    }
    .tabs button {
      flex: none;
      min-height: 32px;
      padding: 4px 12px 4px 15px;
      border: 0;
      border-left: 3px solid transparent;
      background: none;
      color: var(--sx-text-2);
      text-align: left;
      cursor: pointer;
    }
    .tabs button:hover {
      background: var(--sx-bg-hover);
      color: var(--sx-text);
    }
    .tabs button[aria-selected='true'] {
      border-left-color: var(--sx-accent);
      background: var(--sx-bg-panel);
      color: var(--sx-text);
      font-weight: 600;
    }
    .tabs button:focus-visible,
    .page:focus-visible {
      outline-offset: -2px;
    }
    .page {
      flex: 1;
      min-width: 0;
      padding: 14px 18px 18px;
      overflow-y: auto;
      overflow-wrap: anywhere;
    }
    section + section {
      margin-top: 18px;
    }
    h3 {
      margin-bottom: 4px;
      font-size: var(--sx-fs-3);
      line-height: var(--sx-lh-3);
      font-weight: 600;
    }
    section p + p {
      margin-top: 6px;
    }
    .groups {
      columns: 2 240px;
      column-gap: 22px;
    }
    .groups section {
      break-inside: avoid;
      margin: 0 0 16px;
    }
    .keys > div {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
      min-height: 27px;
      border-bottom: 1px solid var(--sx-line);
    }
    .keys dd {
      flex: none;
      display: flex;
      gap: 3px;
    }
    kbd {
      min-width: 17px;
      padding: 0 4px;
      border: 1px solid var(--sx-line-control);
      border-radius: var(--sx-r-1);
      background: var(--sx-bg-panel);
      font: var(--sx-fs-0) / 15px var(--sx-font-mono);
      text-align: center;
      white-space: nowrap;
    }
    .switches {
      padding-top: 10px;
      border-top: 1px solid var(--sx-line-2);
    }
    .switch {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      min-height: 28px;
      cursor: pointer;
    }
    .switch input {
      width: 16px;
      height: 16px;
      accent-color: var(--sx-accent);
    }
    table {
      width: 100%;
      overflow-wrap: break-word;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 4px 12px 4px 0;
      border-bottom: 1px solid var(--sx-line);
      font-weight: 400;
      text-align: left;
      vertical-align: top;
    }
    thead th {
      position: sticky;
      top: -14px;
      background: var(--sx-bg-panel);
      color: var(--sx-text-2);
      font-size: var(--sx-fs-1);
    }
    .edition {
      white-space: nowrap;
    }
    .terms tbody th {
      width: 42%;
    }
    .kind {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    .meanings > div,
    .facts > div {
      display: grid;
      grid-template-columns: 148px minmax(0, 1fr);
      gap: 0 12px;
      padding: 4px 0;
      border-bottom: 1px solid var(--sx-line);
    }
    .facts dt {
      color: var(--sx-text-2);
    }
    .verdict {
      display: flex;
      align-items: center;
      gap: 8px;
      color: var(--tone-fg);
      font-weight: 600;
    }
    .find {
      display: flex;
      align-items: center;
      gap: 10px;
      margin-bottom: 8px;
    }
    .find input {
      flex: 1;
      min-width: 0;
      min-height: var(--sx-control);
      padding: 0 10px;
      border: 1px solid var(--sx-line-control);
      border-radius: var(--sx-r-1);
      background: var(--sx-bg-panel);
    }
    .messages {
      margin-top: 8px;
    }
    .messages li {
      display: flex;
      gap: 12px;
      padding: 4px 0;
      border-bottom: 1px solid var(--sx-line);
    }
    .messages time {
      flex: none;
    }
    a {
      color: var(--sx-link);
    }
    .sha {
      display: flex;
      align-items: center;
      gap: 4px;
    }
    code {
      font: var(--sx-fs-1) / var(--sx-lh-1) var(--sx-font-mono);
      overflow-wrap: anywhere;
    }
    .row,
    .clear {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      margin-top: 10px;
    }
    .clear p {
      flex-basis: 100%;
    }
    :host([touch]) :is(.button, .icon-button, .switch, .tabs button, .find input) {
      min-width: var(--sx-control-touch);
      min-height: var(--sx-control-touch);
    }
    @media (max-width: 639px) {
      .body {
        flex-direction: column;
      }
      .tabs {
        flex-direction: row;
        width: auto;
        padding: 0 6px;
        border-right: 0;
        border-bottom: 1px solid var(--sx-line);
        overflow: auto hidden;
      }
      .tabs button {
        padding: 4px 10px;
        border-left: 0;
        border-bottom: 3px solid transparent;
        white-space: nowrap;
      }
      .tabs button[aria-selected='true'] {
        border-bottom-color: var(--sx-accent);
      }
      .meanings > div,
      .facts > div {
        grid-template-columns: minmax(0, 1fr);
      }
      .page {
        padding: 14px;
      }
    }
    @media (forced-colors: active) {
      .tabs button[aria-selected='true'] {
        border-color: Highlight;
      }
      kbd {
        border-color: CanvasText;
      }
    }
  `,
];
