import { css } from 'lit';

/** Rows of a `dl`: a name, what is said of it, and a button beside what can be copied. */
export const factRowsStyles = css`
  dt,
  dd {
    padding: 4px 0;
    border-bottom: 1px solid var(--sx-line);
  }
  dt {
    padding-right: 12px;
    color: var(--sx-text-2);
  }
  dd {
    display: flex;
    align-items: flex-start;
    gap: 8px;
  }
  .lines {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  dd .icon-button {
    flex: none;
    width: 24px;
    height: 24px;
    margin: -2px 0;
  }
`;
