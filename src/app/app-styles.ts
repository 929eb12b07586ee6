import { css } from 'lit';

/** The frame: bar, panels, map, drawer, status. Nothing is animated but opacity. */
export const appStyles = css`
  :host {
    position: relative;
    display: block;
    height: 100%;
    min-height: 320px;
    overflow: hidden;
    background: var(--sx-bg-app);
    -webkit-text-size-adjust: 100%;
  }
  .frame {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    grid-template-columns: minmax(0, 1fr);
    height: 100%;
  }
  .skip {
    position: absolute;
    z-index: 60;
    left: 8px;
    top: 6px;
    padding: 6px 12px;
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-panel);
    color: var(--sx-link);
  }
  .skip:not(:focus) {
    width: 1px;
    height: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .loading {
    position: absolute;
    z-index: 5;
    left: 0;
    right: 0;
    top: var(--sx-bar-h);
    height: 2px;
    background: var(--sx-accent);
  }
  .body {
    position: relative;
    display: flex;
    min-height: 0;
  }
  .left {
    position: relative;
    flex: none;
    width: var(--left, 256px);
    min-height: 0;
    border-right: 1px solid var(--sx-line-2);
    background: var(--sx-bg-panel);
  }
  .rail {
    flex: none;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    width: var(--sx-left-rail);
    padding: 8px 0;
    border-right: 1px solid var(--sx-line-2);
    background: var(--sx-bg-panel);
  }
  .rail .icon-button {
    width: 36px;
    height: 36px;
  }
  .rail .icon-button[aria-expanded='true'] {
    background: var(--sx-bg-selected);
    color: var(--sx-accent);
  }
  .left.over {
    position: absolute;
    z-index: 30;
    left: var(--sx-left-rail);
    top: 0;
    bottom: 0;
    box-shadow: var(--sx-shadow-2);
  }
  main {
    position: relative;
    flex: 1;
    min-width: 0;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .map-area {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow: hidden;
    background: var(--sx-map-ground);
  }
  .map-area > .map {
    position: absolute;
    inset: 0;
  }
  /* over map and drawer, which keep their sizes under it */
  .page {
    position: absolute;
    z-index: 5;
    inset: 0;
  }
  .no-map {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    padding: 24px;
    color: var(--sx-text-2);
    text-align: center;
  }
  /* no WebGL: a strip with the reason, where the table takes the room */
  .map-area.missing {
    flex: none;
    height: 92px;
    border-bottom: 1px solid var(--sx-line);
    background: var(--sx-bg-sunken);
  }
  .missing > .no-map {
    padding-top: 34px;
  }
  .no-map {
    grid-auto-flow: column;
    place-content: center;
    gap: 8px;
  }
  .drawer.alone.open {
    flex: 1;
    height: auto;
    min-height: 0;
  }
  .demo-tag {
    position: absolute;
    left: 10px;
    top: 10px;
    padding: 1px 7px;
    border: 1px solid var(--sx-stop-line);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-panel);
    color: var(--sx-stop-fg);
    font-weight: 600;
    pointer-events: none;
  }
  .figure-tag {
    position: absolute;
    right: 10px;
    bottom: 8px;
    padding: 0 4px;
    border-radius: 2px;
    background: var(--sx-bg-panel);
    color: var(--sx-text);
    font-size: var(--sx-fs-1);
    line-height: var(--sx-lh-1);
    pointer-events: none;
  }
  .controls {
    position: absolute;
    right: 10px;
    top: 10px;
    display: flex;
    flex-direction: column;
    border: 1px solid var(--sx-line-2);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-panel);
    box-shadow: var(--sx-shadow-1);
  }
  /* the first-run card takes the whole map of a phone */
  .controls[hidden] {
    display: none;
  }
  .controls .icon-button {
    width: 32px;
    height: 32px;
  }
  .controls .icon-button + .icon-button,
  .controls sanxian-base-chooser {
    border-top: 1px solid var(--sx-line);
  }
  .controls.aside {
    left: 10px;
    right: auto;
    top: 44px;
  }
  .draw-bar {
    position: absolute;
    z-index: 4;
    left: 10px;
    top: 44px;
    max-width: calc(100% - 64px);
  }
  .empty .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 12px;
  }
  .phone .empty .button {
    min-height: var(--sx-control-touch);
  }
  /* labels stand at the top of a small map: 示例数据 is never covered */
  .phone .draw-bar {
    left: 8px;
    right: 8px;
    top: auto;
    bottom: 20px;
    max-width: none;
  }
  .first {
    position: absolute;
    z-index: 10;
    left: 10px;
    top: 10px;
    bottom: 58px;
    right: 10px;
    display: flex;
    align-items: flex-end;
    pointer-events: none;
  }
  .first > * {
    pointer-events: auto;
  }
  /* the tag of demonstration data stays in sight */
  .narrow .first {
    top: 38px;
    bottom: 10px;
  }
  .drawer {
    position: relative;
    flex: none;
    border-top: 1px solid var(--sx-line-2);
  }
  .narrow :is(.drawer, .first, .page),
  .narrow main > sanxian-toast {
    margin-right: var(--beside, 0);
  }
  .drawer > sanxian-pieces-table {
    height: 100%;
  }
  .drawer.open {
    height: min(var(--drawer, 188px), var(--most, 45%));
  }
  .right-rail {
    border-right: 0;
    border-left: 1px solid var(--sx-line-2);
  }
  /* regions that F6 gives the focus to are edged inside: outside they would be cut off */
  [data-region]:focus-visible,
  .step:focus-visible {
    outline-offset: -2px;
    z-index: 1;
  }
  .right {
    position: relative;
    flex: none;
    display: flex;
    flex-direction: column;
    width: var(--right, 380px);
    min-height: 0;
    border-left: 1px solid var(--sx-line-2);
    background: var(--sx-bg-panel);
  }
  .right.over {
    position: absolute;
    z-index: 30;
    right: 0;
    top: 0;
    bottom: 0;
    max-width: calc(100% - var(--sx-left-rail));
    box-shadow: var(--sx-shadow-2);
  }
  .step {
    flex: 1;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .step > * {
    flex: 1;
    min-height: 0;
  }
  .step > .failure {
    flex: none;
  }
  .failure {
    display: grid;
    grid-template-columns: 18px minmax(0, 1fr);
    gap: 0 10px;
    padding: 10px 12px 10px 10px;
    border-left: 4px solid var(--sx-stop-line);
    border-bottom: 1px solid var(--sx-line);
    background: var(--sx-stop-bg);
    color: var(--sx-text);
  }
  .failure svg {
    margin-top: 2px;
    color: var(--sx-stop-fg);
  }
  .failure p {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .failure b {
    color: var(--sx-stop-fg);
    font-weight: 600;
  }
  .failure .refused {
    grid-column: 2;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .failure .defects {
    max-height: 180px;
    overflow-y: auto;
  }
  .keep-line {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    gap: 0 8px;
    align-items: start;
    padding: 7px 12px 7px 14px;
    border-bottom: 1px solid var(--sx-line);
    background: var(--sx-mode-bg);
    overflow-wrap: anywhere;
  }
  .keep-line.warn {
    background: var(--sx-warn-bg);
  }
  .keep-line svg {
    margin-top: 2px;
    color: var(--sx-mode-line);
  }
  .keep-line.warn svg {
    color: var(--sx-warn-fg);
  }
  .keep-saved {
    padding: 8px 14px 8px;
    color: var(--sx-text-2);
  }
  .empty {
    padding: 28px 20px;
    overflow-y: auto;
  }
  .empty sanxian-recent-projects {
    margin: 20px -20px 0;
  }
  .empty h2 {
    font-size: var(--sx-fs-4);
    line-height: var(--sx-lh-4);
    font-weight: 600;
  }
  .empty p {
    margin-top: 6px;
    color: var(--sx-text-2);
  }
  .footer {
    flex: none;
    padding: 8px 12px 10px;
    border-top: 1px solid var(--sx-line-2);
    background: var(--sx-bg-panel);
  }
  .footer p {
    min-height: var(--sx-lh-1);
    margin-bottom: 6px;
    color: var(--sx-text-2);
  }
  .progress {
    height: 6px;
    margin: 0 0 8px;
    overflow: hidden;
    border-radius: 3px;
    background: var(--sx-line);
  }
  .progress i {
    display: block;
    width: var(--part);
    height: 100%;
    background: var(--sx-accent);
  }
  .buttons {
    display: flex;
    gap: 8px;
  }
  .buttons .main {
    flex: 1;
    min-width: 0;
  }
  .spin svg {
    animation: turn 1s linear infinite;
    animation-delay: 400ms;
  }
  @keyframes turn {
    to {
      transform: rotate(360deg);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spin svg {
      animation: none;
    }
  }
  sanxian-drop-overlay {
    z-index: 40;
  }
  sanxian-toast {
    z-index: 20;
  }
  sanxian-batch-page {
    flex: 1;
    min-height: 0;
  }
  .controls {
    z-index: 3;
  }
  .batch-return {
    position: absolute;
    z-index: 3;
    left: 50%;
    top: 10px;
    transform: translateX(-50%);
    box-shadow: var(--sx-shadow-1);
  }
  .phone .batch-return {
    left: 10px;
    top: 64px;
    min-height: var(--sx-control-touch);
    transform: none;
  }

  /* phone: map above, sheet over it, tabs at the bottom */
  .phone .body {
    flex-direction: column;
  }
  .phone main {
    position: absolute;
    inset: 0 0 var(--covered, 0) 0;
  }
  .sheet {
    position: absolute;
    z-index: 20;
    left: 0;
    right: 0;
    bottom: 0;
    display: flex;
    flex-direction: column;
    height: var(--sheet, 55%);
    border-top: 1px solid var(--sx-line-2);
    border-radius: 12px 12px 0 0;
    background: var(--sx-bg-panel);
    box-shadow: var(--sx-shadow-2);
    overflow: hidden;
  }
  .handle {
    flex: none;
    display: grid;
    place-items: center;
    width: 100%;
    height: 24px;
    padding: 0;
    border: 0;
    background: none;
    cursor: ns-resize;
    touch-action: none;
  }
  .handle::before {
    content: '';
    width: 40px;
    height: 4px;
    border-radius: 2px;
    background: var(--sx-line-control);
  }
  .tabs {
    display: flex;
    height: 56px;
    border-top: 1px solid var(--sx-line-2);
    background: var(--sx-bg-panel);
  }
  .tabs button {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 2px;
    border: 0;
    background: none;
    color: var(--sx-text-2);
    font-size: var(--sx-fs-1);
    line-height: var(--sx-lh-1);
    cursor: pointer;
  }
  .tabs button[aria-current='true'] {
    color: var(--sx-accent);
    font-weight: 600;
  }
  .phone .controls .icon-button,
  .phone .buttons .button {
    min-width: 44px;
    height: 44px;
  }
  /* the round corners of the sheet reach so far over it */
  .phone .map-area > .map {
    bottom: 12px;
  }
  .phone .map-area.missing {
    flex: 1;
  }
  .phone .footer {
    padding: 6px 12px;
  }
  .phone .footer p:not(.now) {
    display: none;
  }
  .phone .figure-tag {
    left: 10px;
    right: auto;
    top: 38px;
    bottom: auto;
    font-size: var(--sx-fs-0);
  }
  .phone .first {
    left: 6px;
    right: 6px;
    top: 6px;
    bottom: 18px;
  }
  /* what is printed is the report, page after page */
  @media print {
    :host([data-paged]) {
      height: auto;
      overflow: visible;
      background: none;
    }
    :host([data-paged]) :is(.frame, .body, main, .page) {
      display: block;
      position: static;
      height: auto;
    }
    :host([data-paged]) :is(.frame > :not(.body), .body > :not(main), main > :not(.page)) {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .left,
    .right,
    .drawer,
    .footer,
    .sheet {
      border-color: CanvasText;
    }
    .controls .icon-button {
      border: 0;
    }
    .controls .icon-button + .icon-button {
      border-top: 1px solid CanvasText;
    }
    .handle::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
