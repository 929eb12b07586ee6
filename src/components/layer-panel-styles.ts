import { css } from 'lit';

export const layerPanelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    height: 100%;
    background: var(--sx-bg-panel);
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 38px;
    padding: 0 8px 0 12px;
    border-bottom: 1px solid var(--sx-line);
  }
  h2 {
    font-size: var(--sx-fs-3);
    font-weight: 600;
  }
  .filter {
    position: relative;
    padding: 8px 12px 2px;
  }
  .filter svg {
    position: absolute;
    left: 20px;
    top: 15px;
    color: var(--sx-text-3);
  }
  .filter input {
    width: 100%;
    height: var(--sx-control);
    padding: 0 8px 0 28px;
    border: 1px solid var(--sx-line-control);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-panel);
    font-size: var(--sx-fs-1);
  }
  .filter input::placeholder {
    color: var(--sx-text-3);
    opacity: 1;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    padding-bottom: 8px;
  }
  .empty {
    padding: 16px 12px;
    color: var(--sx-text-2);
  }
  h3 {
    padding: 8px 12px 2px;
    color: var(--sx-text-2);
  }
  .row {
    display: flex;
    align-items: center;
    padding-left: 12px;
  }
  li.open .row {
    background: var(--sx-bg-hover);
  }
  .row:hover {
    background: var(--sx-bg-hover);
  }
  input[type='checkbox'] {
    flex: none;
    width: 16px;
    height: 16px;
    accent-color: var(--sx-accent);
    cursor: pointer;
  }
  .name {
    flex: 1;
    min-width: 0;
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: var(--sx-row);
    margin-left: 4px;
    padding: 0 10px 0 4px;
    border: 0;
    background: none;
    text-align: left;
    cursor: pointer;
  }
  .words {
    flex: 1;
    min-width: 0;
    display: flex;
    flex-direction: column;
    padding: 2px 0;
  }
  .second {
    line-height: 15px;
  }
  .faults {
    padding: 0 12px 6px 70px;
    line-height: 16px;
    overflow-wrap: anywhere;
  }
  .off .title {
    color: var(--sx-text-2);
  }
  .more {
    color: var(--sx-text-2);
  }
  .detail {
    padding: 2px 12px 8px 62px;
    background: var(--sx-bg-panel);
    border-bottom: 1px solid var(--sx-line);
  }
  .detail label {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .detail input[type='range'] {
    flex: 1;
    min-width: 40px;
    height: 24px;
    accent-color: var(--sx-accent);
  }
  .detail .value {
    width: 34px;
    text-align: right;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 1px 8px;
    margin-top: 2px;
  }
  dt {
    color: var(--sx-text-2);
  }
  dd {
    overflow-wrap: anywhere;
  }
  :host([touch]) .name {
    min-height: var(--sx-control-touch);
  }
  :host([touch]) input[type='checkbox'] {
    width: 24px;
    height: 24px;
  }
  :host([touch]) .icon-button {
    width: var(--sx-control-touch);
    height: var(--sx-control-touch);
  }
`;
