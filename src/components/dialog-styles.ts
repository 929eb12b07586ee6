import { css } from 'lit';

/**
 * The frame and the head that dialogs share; each gives its own width and height, and as `--side` where its
 * text begins.
 */
export const dialogStyles = css`
  dialog {
    padding: 0;
    border: 1px solid var(--sx-line-2);
    border-radius: var(--sx-r-2);
    background: var(--sx-bg-panel);
    color: var(--sx-text);
    box-shadow: var(--sx-shadow-2);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgba(16, 28, 40, 0.48);
  }
  .head {
    flex: none;
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 8px 8px 8px var(--side, 16px);
    border-bottom: 1px solid var(--sx-line);
  }
  .head h2 {
    flex: 1;
    min-width: 0;
    font-size: var(--sx-fs-4);
    line-height: var(--sx-lh-4);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
`;
