import { css } from 'lit';

/** Looks shared by the panel of drawing and its list of vertices. */
export const drawStyles = css`
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 6px 8px;
    padding: 8px 12px 4px 14px;
  }
  .fields label {
    display: flex;
    flex: 1 1 104px;
    min-width: 0;
    flex-direction: column;
    color: var(--sx-text-2);
    font-size: var(--sx-fs-1);
    line-height: var(--sx-lh-1);
  }
  input,
  select {
    width: 100%;
    min-width: 0;
    height: var(--sx-control);
    padding: 0 6px;
    border: 1px solid var(--sx-line-control);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-panel);
    color: var(--sx-text);
    font-size: var(--sx-fs-2);
  }
  input[type='checkbox'] {
    width: 16px;
    height: 16px;
  }
  :host([touch]) :is(input:not([type='checkbox']), select, .button, .icon-button) {
    min-height: 44px;
  }
  :host([touch]) .icon-button {
    min-width: 44px;
  }
`;
