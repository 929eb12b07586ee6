import { css } from 'lit';

export const batchPreviewStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--sx-bg-panel);
  }
  .plain {
    padding: 24px 16px;
    color: var(--sx-text-2);
  }
  header {
    flex: none;
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 38px;
    padding: 4px 8px 4px 14px;
    border-bottom: 1px solid var(--sx-line);
  }
  h2 {
    flex: 1;
    min-width: 0;
    font-size: var(--sx-fs-3);
    line-height: var(--sx-lh-3);
    font-weight: 600;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
  }
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  header .button {
    flex: none;
    gap: 6px;
    padding: 0 10px;
  }
  .figure {
    display: grid;
    place-items: center;
    min-height: 96px;
    border-bottom: 1px solid var(--sx-line);
    background: #ffffff;
  }
  .figure p {
    padding: 16px;
    color: #46525d;
  }
  .figure img {
    display: block;
    width: 100%;
    max-width: 460px;
    height: auto;
  }
  .block {
    display: grid;
    grid-template-columns: 34px minmax(0, 1fr);
    gap: 0 12px;
    align-items: center;
    min-height: 58px;
    padding: 7px 14px;
    border-bottom: 1px solid var(--sx-line);
    background: var(--tone-bg);
    color: var(--tone-fg);
    --mark-ground: var(--tone-bg);
  }
  .verdict {
    font-size: var(--sx-fs-4);
    line-height: var(--sx-lh-4);
    font-weight: 600;
  }
  .sub {
    color: var(--sx-text-2);
  }
  .facts {
    display: flex;
    gap: 14px;
    padding: 6px 14px;
    border-bottom: 1px solid var(--sx-line);
  }
  .facts span {
    white-space: nowrap;
  }
  .facts .ellipsis {
    color: var(--sx-text-2);
  }
  .line {
    display: grid;
    grid-template-columns: 26px minmax(0, 1fr) auto auto;
    gap: 0 8px;
    align-items: center;
    min-height: 32px;
    padding: 4px 12px 4px 14px;
    border-bottom: 1px solid var(--sx-line);
  }
  .value {
    color: var(--sx-text-2);
    white-space: nowrap;
  }
  .value.zero {
    color: var(--sx-text-3);
  }
  .figure + .note {
    padding-bottom: 6px;
    border-bottom: 1px solid var(--sx-line);
  }
  .note {
    padding: 8px 14px 0;
    overflow-wrap: anywhere;
  }
  .note:last-child {
    padding-bottom: 12px;
  }
  .split {
    display: grid;
    gap: 4px;
    padding: 8px 14px;
    border-bottom: 1px solid var(--sx-line);
  }
  .split select {
    min-height: var(--sx-control);
    max-width: 100%;
    border: 1px solid var(--sx-line-control);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-panel);
  }
  :host([touch]) .split select {
    min-height: var(--sx-control-touch);
  }
  .why {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 0 12px;
    padding: 16px 14px;
    overflow-wrap: anywhere;
  }
  .why svg {
    margin-top: 1px;
    color: var(--sx-text-2);
  }
  .verdict-word {
    font-weight: 600;
  }
  .why p + p {
    margin-top: 6px;
  }
  .why .button {
    margin-top: 12px;
  }
  :host([touch]) :is(.button, .icon-button) {
    min-width: var(--sx-control-touch);
    min-height: var(--sx-control-touch);
  }
`;
