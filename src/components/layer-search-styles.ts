import { css } from 'lit';

export const layerSearchStyles = css`
  :host {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  header {
    display: flex;
    align-items: center;
    padding: 4px 8px 0 12px;
  }
  h3 {
    flex: 1;
    min-width: 0;
    font-weight: 600;
  }
  .outcome {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-height: 26px;
    padding: 0 12px 6px;
    border-bottom: 1px solid var(--sx-line);
  }
  .outcome p {
    min-width: 0;
  }
  .outcome .link {
    flex: none;
    white-space: nowrap;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    padding-bottom: 8px;
  }
  section {
    padding: 6px 0 4px;
    border-bottom: 1px solid var(--sx-line);
  }
  h4 {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 2px 12px;
    color: var(--sx-text-2);
    min-width: 0;
  }
  .hit {
    display: flex;
    flex-direction: column;
    justify-content: center;
    width: 100%;
    min-height: 28px;
    padding: 2px 12px 2px 46px;
    border: 0;
    background: none;
    text-align: left;
    cursor: pointer;
  }
  .hit:hover {
    background: var(--sx-bg-hover);
  }
  .hit:focus-visible {
    outline-offset: -2px;
  }
  .hit[aria-current] {
    background: var(--sx-bg-selected);
    box-shadow: inset 3px 0 var(--sx-accent);
  }
  .hit .text {
    overflow-wrap: anywhere;
    line-height: 17px;
  }
  .hit .small {
    line-height: 15px;
  }
  .note,
  .rule,
  .notes p {
    padding: 4px 12px;
  }
  .unsearched li {
    display: flex;
    gap: 8px;
    padding: 4px 12px;
  }
  .unsearched li p {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .unsearched .swatch {
    margin-top: 1px;
  }
  b {
    font-weight: 600;
  }
  :host([touch]) .hit {
    min-height: var(--sx-control-touch);
  }
  :host([touch]) .icon-button {
    width: var(--sx-control-touch);
    height: var(--sx-control-touch);
  }
  :host([touch]) .outcome .link {
    min-height: var(--sx-control-touch);
  }
`;
