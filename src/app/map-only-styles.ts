import { css } from 'lit';

/** The map element: as large as its page says, a map of its own size where it says nothing. */
export const mapOnlyStyles = css`
  :host {
    height: var(--sanxian-map-height, 100%);
    min-height: 160px;
  }
  .map-area {
    width: 100%;
    height: 100%;
  }
`;
