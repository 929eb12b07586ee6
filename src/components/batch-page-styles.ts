import { css } from 'lit';

export const batchPageStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--sx-bg-panel);
  }
  .page {
    position: relative;
    flex: 1;
    display: grid;
    grid-template-columns: minmax(0, 1fr) 340px;
    min-height: 0;
  }
  :host(:is([narrow], [touch])) .page {
    grid-template-columns: minmax(0, 1fr);
  }
  section {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  section > :is(sanxian-batch-table, sanxian-batch-totals) {
    flex: 1;
    min-height: 0;
  }
  aside {
    display: flex;
    flex-direction: column;
    min-height: 0;
    border-left: 1px solid var(--sx-line-2);
    background: var(--sx-bg-panel);
  }
  aside.over {
    position: absolute;
    z-index: 10;
    inset: 0 0 0 auto;
    width: min(340px, 100%);
    box-shadow: var(--sx-shadow-2);
  }
  :host([touch]) aside.over {
    width: 100%;
  }
  aside sanxian-batch-preview {
    flex: 1;
    min-height: 0;
  }

  .line-1 {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 8px;
    padding: 8px 10px 6px 14px;
  }
  h2 {
    font-size: var(--sx-fs-4);
    line-height: var(--sx-lh-4);
    font-weight: 600;
  }
  .far {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .far p {
    white-space: nowrap;
  }
  .progress {
    width: 120px;
    height: 6px;
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
  .push {
    flex: 1;
  }
  .find {
    display: flex;
    align-items: center;
    gap: 6px;
    flex: 1 1 116px;
    min-width: 116px;
    max-width: 190px;
    height: var(--sx-control);
    padding: 0 8px;
    border: 1px solid var(--sx-line-control);
    border-radius: var(--sx-r-1);
    color: var(--sx-text-2);
  }
  .find:focus-within {
    outline: 2px solid var(--sx-focus);
    outline-offset: 1px;
  }
  .find input {
    flex: 1;
    min-width: 0;
    height: 100%;
    padding: 0;
    border: 0;
    outline: none;
    box-shadow: none;
    background: none;
    color: var(--sx-text);
  }
  .find input::placeholder {
    color: var(--sx-text-3);
    opacity: 1;
  }
  .framed {
    border: 1px solid var(--sx-line-control);
  }

  .line-2 {
    flex: none;
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 0 10px 8px 14px;
    border-bottom: 1px solid var(--sx-line);
  }
  .pills {
    flex: 1;
    min-width: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-height: 24px;
    padding: 0 10px;
    border: 1px solid var(--sx-line-control);
    border-radius: 12px;
    background: var(--sx-bg-panel);
    color: var(--sx-text-2);
    white-space: nowrap;
    cursor: pointer;
  }
  .pill[aria-pressed='true'] {
    border-color: var(--sx-accent);
    background: var(--sx-bg-selected);
    color: var(--sx-text);
    font-weight: 600;
  }
  .tabs {
    flex: none;
    display: inline-flex;
    border: 1px solid var(--sx-line-control);
    border-radius: var(--sx-r-1);
  }
  .tabs button {
    min-height: 24px;
    padding: 0 10px;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .tabs button[aria-pressed='true'] {
    background: var(--sx-bg-selected);
    font-weight: 600;
  }

  .said {
    flex: none;
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    gap: 0 10px;
    align-items: start;
    padding: 7px 12px 7px 14px;
    border-block: 1px solid var(--sx-line);
    background: var(--sx-bg-sunken);
    overflow-wrap: anywhere;
  }
  .said + .line-2 {
    padding-top: 8px;
  }
  .said svg {
    margin-top: 2px;
  }
  .said .link {
    min-height: 20px;
  }
  .said.sure {
    align-items: center;
  }
  .said span {
    display: flex;
    gap: 8px;
  }
  .footer {
    flex: none;
    padding: 8px 12px 10px;
    border-top: 1px solid var(--sx-line-2);
    background: var(--sx-bg-panel);
  }
  .footer p {
    margin-bottom: 6px;
    overflow-wrap: anywhere;
  }
  .buttons {
    display: flex;
    gap: 8px;
  }
  .buttons .main {
    flex: 1;
    min-width: 0;
  }

  .empty {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-height: 0;
    padding-block: 12px;
    overflow: auto;
    background: var(--sx-bg-sunken);
  }
  .drop {
    display: grid;
    justify-items: center;
    gap: 10px;
    width: min(640px, calc(100% - 32px));
    margin: auto;
    padding: 32px 28px 24px;
    border: 2px dashed var(--sx-line-control);
    border-radius: var(--sx-r-3);
    background: var(--sx-bg-panel);
    text-align: center;
  }
  .drop h2 {
    font-size: var(--sx-fs-5);
    line-height: var(--sx-lh-5);
  }
  .drop p {
    color: var(--sx-text-2);
  }
  .drop .buttons {
    flex-wrap: wrap;
    justify-content: center;
    margin: 6px 0;
  }
  .command {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px 8px;
    margin-top: 8px;
    padding-top: 10px;
    border-top: 1px solid var(--sx-line);
  }
  .copied {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  code {
    min-width: 0;
    overflow-wrap: anywhere;
    font: 12px / 18px var(--sx-font-mono);
  }

  /* fingers */
  :host([touch]) :is(.button, .icon-button, .pill, .tabs button, .said .link) {
    min-width: var(--sx-control-touch);
    min-height: var(--sx-control-touch);
  }
  :host([touch]) .pill {
    border-radius: 22px;
  }
  :host([touch]) .pills {
    flex-wrap: nowrap;
    overflow-x: auto;
    padding: 2px;
    -webkit-mask-image: linear-gradient(to right, #000 calc(100% - 24px), transparent);
    mask-image: linear-gradient(to right, #000 calc(100% - 24px), transparent);
  }
  :host([touch]) .pill {
    flex: none;
  }
  :host([touch]) .line-2 {
    flex-direction: column;
    align-items: stretch;
    gap: 6px;
  }
  :host([touch]) .tabs button {
    flex: 1;
  }
  :host([touch]) .line-1 h2 {
    display: none;
  }
  :host([touch]) .find {
    flex: 1 1 100%;
    max-width: none;
    order: 1;
    height: var(--sx-control-touch);
  }
  :host([touch]) .far {
    flex: 1;
    justify-content: flex-end;
  }
  :host([touch]) .progress {
    flex: 1;
    width: auto;
    min-width: 40px;
  }
  /* a phone has neither folders to pick nor a command line */
  :host([touch]) :is(.push, .framed, .command) {
    display: none;
  }
  @media (forced-colors: active) {
    .pill[aria-pressed='true'],
    .tabs button[aria-pressed='true'] {
      border-color: Highlight;
    }
  }
`;
