import { css } from 'lit';

/** Where the tools stand on the map; part of the styles of the app. */
export const toolAreaStyles = css`
  .furniture-column {
    position: absolute;
    z-index: 3;
    right: 10px;
    top: 10px;
    bottom: 6px;
    display: flex;
    flex-flow: column wrap-reverse;
    align-items: flex-end;
    align-content: flex-start;
    gap: 8px;
    pointer-events: none;
  }
  .furniture-column > * {
    pointer-events: auto;
  }
  .furniture-column .controls {
    position: static;
  }
  .furniture-column.aside {
    left: 10px;
    right: auto;
    top: 44px;
    flex-wrap: wrap;
    align-items: flex-start;
  }
  .tool-cards {
    position: absolute;
    z-index: 4;
    left: 10px;
    top: 44px;
    display: flex;
    flex-direction: column;
    gap: 6px;
    width: min(460px, calc(100% - 64px));
    pointer-events: none;
  }
  .tool-cards > * {
    pointer-events: auto;
  }
  .tool-cards.search {
    z-index: 6;
  }
  .tool-cards.aside {
    left: 52px;
    width: calc(100% - 424px);
  }
  .tool-cross {
    position: absolute;
    z-index: 2;
    left: 50%;
    top: 50%;
    width: 33px;
    height: 33px;
    margin: -16.5px 0 0 -16.5px;
    fill: none;
    stroke: var(--sx-text);
    stroke-width: 1.5;
    pointer-events: none;
  }
  .tool-cross .case {
    stroke: var(--sx-bg-panel);
    stroke-width: 4;
  }
  .phone .tool-cards {
    left: 8px;
    width: calc(100% - 16px);
    top: auto;
    bottom: 14px;
  }
  /* 示例数据 is never covered, nor the buttons of the map */
  .phone .tool-cards.search {
    top: 62px;
    bottom: auto;
    width: calc(100% - 70px);
  }
`;
