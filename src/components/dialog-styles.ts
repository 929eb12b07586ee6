import { css } from 'lit';

/** The frame that dialogs share; each gives its own width and height. */
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
`;
