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
    display: flex;
    gap: 6px;
    padding: 8px 12px 4px;
  }
  .filter svg {
    position: absolute;
    left: 20px;
    top: 15px;
    color: var(--sx-text-3);
  }
  .filter .button {
    padding: 0 9px;
    font-size: var(--sx-fs-1);
  }
  .filter input {
    flex: 1;
    min-width: 0;
    height: var(--sx-control);
    padding: 0 4px 0 28px;
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
  .group {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 28px;
    padding: 6px 12px 0;
    color: var(--sx-text-2);
  }
  h3 {
    flex: 1;
    white-space: nowrap;
  }
  .group > * {
    white-space: nowrap;
  }
  .in-view {
    margin-right: 23px;
    color: var(--sx-text-3);
  }
  .find {
    align-items: flex-start;
    margin: 8px 12px 0;
    overflow-wrap: anywhere;
  }
  .find svg {
    margin-top: 3px;
  }
  li {
    position: relative;
  }
  /* where a dragged layer would come to lie */
  li.above::before,
  li.below::after {
    content: '';
    position: absolute;
    z-index: 1;
    left: 8px;
    right: 8px;
    height: 0;
    border-top: 2px solid var(--sx-accent);
    pointer-events: none;
  }
  li.above::before {
    top: -1px;
  }
  li.below::after {
    bottom: -1px;
  }
  .grip {
    margin: -6px -3px;
    padding: 6px 3px;
    cursor: grab;
    touch-action: none;
  }
  .grip:active {
    cursor: grabbing;
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
  .line {
    display: flex;
    align-items: baseline;
    gap: 8px;
    min-width: 0;
  }
  .line .title,
  .line .second {
    flex: 1;
    min-width: 0;
  }
  .count {
    flex: none;
    position: relative;
    line-height: 15px;
    color: var(--sx-text);
  }
  .count.gap {
    color: var(--sx-gap-fg);
  }
  .count.zero {
    color: var(--sx-text-3);
  }
  .count.old {
    color: var(--sx-text-3);
  }
  .second {
    line-height: 15px;
  }
  .faults {
    padding: 0 12px 6px 70px;
    line-height: 16px;
    overflow-wrap: anywhere;
  }
  .no-catalog {
    padding: 12px;
    line-height: 20px;
  }
  .no-catalog b {
    font-weight: 600;
  }
  /* shown late, so that a quick answer never flashes */
  .skeleton {
    padding: 8px 12px;
    animation: late 0s 200ms both;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
    to {
      visibility: visible;
    }
  }
  .skeleton div {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 40px;
  }
  .skeleton i {
    width: 16px;
    height: 16px;
    border-radius: var(--sx-r-1);
    background: var(--sx-line);
  }
  .skeleton i + i {
    width: 26px;
  }
  .skeleton i + i + i {
    flex: 1;
    height: 12px;
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
    gap: 0 12px;
  }
  .link[aria-disabled='true'] {
    color: var(--sx-text-3);
    text-decoration: none;
    cursor: default;
  }
  :host([touch]) .name {
    min-height: var(--sx-control-touch);
  }
  :host([touch]) input[type='checkbox'] {
    width: 24px;
    height: 24px;
  }
  :host([touch]) .detail .link,
  :host([touch]) .faults .link,
  :host([touch]) .find,
  :host([touch]) .group .link,
  :host([touch]) .filter .button,
  :host([touch]) .filter input {
    min-height: var(--sx-control-touch);
  }
  :host([touch]) .filter svg {
    top: 23px;
  }
  :host([touch]) .detail input[type='range'] {
    height: var(--sx-control-touch);
  }
  :host([touch]) .icon-button {
    width: var(--sx-control-touch);
    height: var(--sx-control-touch);
  }
`;
