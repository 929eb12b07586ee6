import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MapTool } from './choices.ts';
import { emit } from './events.ts';
import { type IconName, icon } from './icons.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';

type Tool = Exclude<MapTool, 'identify'>;

/** Icon and key of each tool. */
const TOOLS: Readonly<Record<Tool, readonly [IconName, string]>> = {
  measure: ['ruler', 'M'],
  'pick-coordinate': ['crosshair', 'C'],
  swipe: ['move-horizontal', ''],
  'go-to': ['search', 'G'],
};

/**
 * The tools of the map, one at a time. On a phone they fold into one button.
 *
 * @fires sanxian-tool - detail: { tool }, null puts it away
 * @fires sanxian-link-copy
 */
@element('sanxian-map-tools')
export class SanxianMapTools extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        position: relative;
        display: flex;
        flex-direction: column;
        border: 1px solid var(--sx-line-2);
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
        box-shadow: var(--sx-shadow-1);
      }
      .icon-button {
        width: 32px;
        height: 32px;
      }
      .icon-button + .icon-button {
        border-top: 1px solid var(--sx-line);
      }
      .icon-button[aria-pressed='true'] {
        background: var(--sx-accent);
        color: var(--sx-on-accent);
      }
      :host([touch]) .icon-button {
        width: 44px;
        height: 44px;
      }
      .fold {
        position: absolute;
        top: -1px;
        right: calc(100% + 6px);
        display: flex;
        border: 1px solid var(--sx-line-2);
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
        box-shadow: var(--sx-shadow-1);
      }
      .fold .icon-button + .icon-button {
        border-top: 0;
        border-left: 1px solid var(--sx-line);
      }
      @media (forced-colors: active) {
        .icon-button[aria-pressed='true'] {
          outline: 2px solid Highlight;
          outline-offset: -3px;
        }
      }
    `,
  ];

  @property({ attribute: false }) tool: MapTool | null = null;
  /** The page carries its view in its address. */
  @property({ type: Boolean }) linked = false;
  @property({ type: Boolean, reflect: true }) touch = false;
  @state() private open = false;

  override render(): TemplateResult {
    if (!this.touch) return html`${this.tools(['measure', 'pick-coordinate', 'swipe'])}`;
    return html`<button
        class="icon-button"
        type="button"
        aria-label=${this.say('tool.more')}
        title=${this.say('tool.more')}
        aria-expanded=${this.open}
        @click=${() => {
          this.open = !this.open;
        }}
      >
        ${icon('ellipsis')}
      </button>
      ${
        this.open
          ? html`<div class="fold" role="group" aria-label=${this.say('tools.label')}>
              ${this.tools(['go-to', 'measure', 'pick-coordinate', 'swipe'])}
            </div>`
          : nothing
      }`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'group');
  }

  protected override willUpdate(): void {
    this.setAttribute('aria-label', this.say('tools.label'));
  }

  private tools(names: readonly Tool[]): TemplateResult {
    return html`${names.map((name) => this.button(name))}
    ${
      this.linked
        ? html`<button
            class="icon-button"
            type="button"
            aria-label=${this.say('tool.link')}
            title=${this.say('tool.link')}
            @click=${() => emit(this, 'sanxian-link-copy')}
          >
            ${icon('link')}
          </button>`
        : nothing
    }`;
  }

  private button(tool: Tool): TemplateResult {
    const [name, key] = TOOLS[tool];
    const word = this.say(`tool.${tool}`);
    const inHand = this.tool === tool;
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${word}
      title=${key ? this.say('tool.key', { name: word, key }) : word}
      aria-keyshortcuts=${key || nothing}
      aria-pressed=${inHand}
      @click=${() => {
        this.open = false;
        emit(this, 'sanxian-tool', { tool: inHand ? null : tool });
      }}
    >
      ${icon(name)}
    </button>`;
  }
}
