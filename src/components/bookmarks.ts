import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Bookmark } from '../domain/bookmarks.ts';
import type { TOOL_BARS_WORDS } from '../text/words/tool-bars.ts';
import { emit } from './events.ts';
import { type IconName, icon } from './icons.ts';
import { panelStyles } from './panel-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

export type BookmarkAct =
  | { readonly act: 'add'; readonly name: string }
  | { readonly act: 'rename'; readonly at: number; readonly name: string }
  | { readonly act: 'move'; readonly at: number; readonly by: -1 | 1 }
  | { readonly act: 'remove' | 'go'; readonly at: number }
  | { readonly act: 'export' }
  | { readonly act: 'import'; readonly file: File };

/**
 * Views kept under a name.
 *
 * @fires sanxian-bookmark - what is asked for
 */
@element('sanxian-bookmarks')
export class SanxianBookmarks extends SanxianElement {
  static override styles = [
    sharedStyles,
    panelStyles,
    css`
      form {
        display: flex;
        gap: 8px;
        padding: 10px 12px 4px 14px;
      }
      input[type='text'] {
        flex: 1;
        min-width: 0;
        height: var(--sx-control);
        padding: 0 8px;
        border: 1px solid var(--sx-line-control);
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
        color: var(--sx-text);
      }
      .lead-line {
        padding: 0 14px 8px;
        border-bottom: 1px solid var(--sx-line);
      }
      li {
        display: flex;
        align-items: center;
        min-height: 40px;
        padding: 2px 6px 2px 14px;
        border-bottom: 1px solid var(--sx-line);
      }
      .go {
        flex: 1;
        min-width: 0;
        min-height: 36px;
        padding: 0;
        border: 0;
        background: none;
        text-align: left;
        cursor: pointer;
      }
      .go b {
        display: block;
        font-weight: 600;
      }
      .go:hover b {
        color: var(--sx-link);
      }
      .ends {
        display: flex;
        gap: 8px;
        padding: 10px 14px;
      }
      .icon-button[aria-disabled='true'] {
        color: var(--sx-line-control);
        cursor: default;
      }
      :host([touch]) :is(.icon-button, .button, input[type='text']) {
        min-width: 44px;
        height: 44px;
      }
    `,
  ];

  @property({ attribute: false }) bookmarks: readonly Bookmark[] = [];
  /** Where the map stands, in words, by place in the list. */
  @property({ attribute: false }) places: readonly string[] = [];
  /** Storage was refused: they last as long as the page. */
  @property({ type: Boolean }) unkept = false;
  @property({ type: Boolean }) noMap = false;
  @property({ type: Boolean, reflect: true }) touch = false;
  @state() private renaming = -1;

  override render(): TemplateResult {
    if (this.noMap) return html`<p class="plain">${this.say('bookmarks.no-map')}</p>`;
    return html`<form @submit=${this.onAdd}>
        <input
          id="name"
          type="text"
          maxlength="80"
          autocomplete="off"
          aria-label=${this.say('bookmarks.name')}
          placeholder=${this.say('bookmarks.name')}
        />
        <button class="button" type="submit">${icon('bookmark')}${this.say('bookmarks.add')}</button>
      </form>
      <p class="lead-line small quiet">
        ${this.say(this.unkept ? 'bookmarks.unkept' : 'bookmarks.lead')}
      </p>
      <div class="scroll" tabindex="-1">
        ${
          this.bookmarks.length === 0
            ? html`<p class="plain">${this.say('bookmarks.empty')}</p>`
            : html`<ol aria-label=${this.say('bookmarks.title')}>
                ${this.bookmarks.map((bookmark, at) => this.row(bookmark, at))}
              </ol>`
        }
        <div class="ends">
          <button
            class="button"
            type="button"
            aria-disabled=${this.bookmarks.length === 0}
            @click=${() => {
              if (this.bookmarks.length > 0) emit(this, 'sanxian-bookmark', { act: 'export' });
            }}
          >
            ${icon('download')}${this.say('bookmarks.export')}
          </button>
          <button class="button" type="button" @click=${this.pickFile}>
            ${icon('folder-open')}${this.say('bookmarks.import')}
          </button>
          <input
            id="file"
            class="hidden-text"
            type="file"
            tabindex="-1"
            accept=".json,application/json"
            aria-label=${this.say('bookmarks.import')}
            @change=${this.onFile}
          />
        </div>
      </div>`;
  }

  private row({ name }: Bookmark, at: number): TemplateResult {
    if (at === this.renaming) {
      return html`<li>
        <input
          id="rename"
          type="text"
          maxlength="80"
          autocomplete="off"
          aria-label=${this.say('bookmarks.rename.field', { name })}
          .value=${name}
          @keydown=${(event: KeyboardEvent) => this.onRenameKey(event, at)}
          @blur=${(event: Event) => this.rename(at, (event.target as HTMLInputElement).value)}
        />
      </li>`;
    }
    const last = this.bookmarks.length - 1;
    return html`<li>
      <button
        class="go"
        type="button"
        title=${this.say('bookmarks.go', { name })}
        @click=${() => emit(this, 'sanxian-bookmark', { act: 'go', at })}
      >
        <b class="ellipsis">${name}</b>
        <span class="small quiet">${this.places[at] ?? ''}</span>
      </button>
      ${this.act('pencil', 'bookmarks.rename', name, true, () => void this.startRename(at))}
      ${this.act('chevron-up', 'bookmarks.up', name, at > 0, () =>
        emit(this, 'sanxian-bookmark', { act: 'move', at, by: -1 }),
      )}
      ${this.act('chevron-down', 'bookmarks.down', name, at < last, () =>
        emit(this, 'sanxian-bookmark', { act: 'move', at, by: 1 }),
      )}
      ${this.act('trash', 'bookmarks.remove', name, true, () =>
        emit(this, 'sanxian-bookmark', { act: 'remove', at }),
      )}
    </li>`;
  }

  private act(
    iconName: IconName,
    word: keyof typeof TOOL_BARS_WORDS,
    name: string,
    isPossible: boolean,
    onClick: () => void,
  ): TemplateResult {
    const label = this.say(word, { name });
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${label}
      title=${label}
      aria-disabled=${isPossible ? nothing : 'true'}
      @click=${() => {
        if (isPossible) onClick();
      }}
    >
      ${icon(iconName, 15)}
    </button>`;
  }

  private readonly onAdd = (event: Event): void => {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLInputElement>('#name')!;
    emit(this, 'sanxian-bookmark', { act: 'add', name: field.value.trim() });
    field.value = '';
  };

  private async startRename(at: number): Promise<void> {
    this.renaming = at;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('#rename')?.select();
  }

  private onRenameKey(event: KeyboardEvent, at: number): void {
    if (event.key === 'Enter' && !event.isComposing) {
      this.rename(at, (event.target as HTMLInputElement).value);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.renaming = -1;
    }
  }

  private rename(at: number, name: string): void {
    if (this.renaming !== at) return;
    this.renaming = -1;
    const kept = name.trim();
    if (kept !== '') emit(this, 'sanxian-bookmark', { act: 'rename', at, name: kept });
  }

  private readonly pickFile = (): void => {
    this.renderRoot.querySelector<HTMLInputElement>('#file')?.click();
  };

  private readonly onFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) emit(this, 'sanxian-bookmark', { act: 'import', file });
    input.value = '';
  };
}
