import { css } from 'lit';

/** The map element: as large as its page says, a map of its own size where it says nothing. */
export const mapOnlyStyles = css`
  :host {
    height: 100%;
    min-height: 160px;
    container-type: inline-size;
  }
  .map-area {
    width: 100%;
    height: 100%;
  }
  /* the scale and what it says of north take the width of a narrow map */
  @container (max-width: 560px) {
    .figure-tag {
      bottom: 62px;
    }
  }
`;
