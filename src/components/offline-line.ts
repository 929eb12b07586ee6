import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { type KeptState, sizeWords } from './kept-state.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';

/**
 * Under the layers: how many of them are on this machine, and one act for all; and that a new version of
 * the app waits. Events: `sanxian-keep`, `sanxian-update`.
 */
@element('sanxian-offline-line')
export class SanxianOfflineLine extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        padding: 8px 12px 4px;
        border-top: 1px solid var(--sx-line);
        margin-top: 8px;
        font-size: var(--sx-fs-1);
        line-height: var(--sx-lh-1);
      }
      h3 {
        font-size: inherit;
        font-weight: 600;
        color: var(--sx-text-2);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 14px;
      }
      .link {
        min-height: 24px;
        font-size: inherit;
        text-align: left;
      }
      :host([touch]) .link {
        min-height: var(--sx-control-touch);
      }
      progress {
        display: block;
        width: 100%;
        height: 4px;
        margin: 6px 0;
        border: 0;
        border-radius: 2px;
        overflow: hidden;
        appearance: none;
        background: var(--sx-line);
      }
      progress::-webkit-progress-bar {
        background: var(--sx-line);
      }
      progress::-webkit-progress-value {
        background: var(--sx-accent);
      }
      progress::-moz-progress-bar {
        background: var(--sx-accent);
      }
      .version {
        margin-top: 6px;
      }
    `,
  ];

  /** By layer id; empty: nothing can be kept here. */
  @property({ attribute: false }) layers: ReadonlyMap<string, KeptState> = new Map();
  /** Whether the browser promised to let go of nothing by itself; null: not asked yet. */
  @property({ attribute: false }) persisted: boolean | null = null;
  @property({ type: Boolean }) newVersion = false;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult | typeof nothing {
    if (this.layers.size === 0 && !this.newVersion) return nothing;
    return html`<h3>${this.say('offline.title')}</h3>
      ${this.layers.size > 0 ? this.kept() : nothing}
      ${this.newVersion ? this.version() : nothing}`;
  }

  private kept(): TemplateResult {
    const all = [...this.layers.values()];
    const kept = all.filter(({ state }) => state === 'kept');
    const busy = all.filter(({ state }) => state === 'saving' || state === 'waiting');
    if (busy.length > 0) return this.saving(all);
    const rest = all.filter(({ state }) => state !== 'kept');
    const words = { n: kept.length, m: all.length, size: sizeWords(sum(kept)) };
    const word = kept.length === 0 ? 'none' : rest.length === 0 ? 'all' : 'some';
    const save = kept.length === 0 ? 'offline.save.all' : 'offline.save.rest';
    return html`<p class="quiet">${this.say(`offline.${word}`, words)}</p>
      ${
        kept.length > 0 && this.persisted === false
          ? html`<p class="quiet">${this.say('offline.unsure')}</p>`
          : nothing
      }
      <div class="acts">
        ${rest.length > 0 ? this.act('save', this.say(save, { size: sizeWords(sum(rest)) })) : nothing}
        ${kept.length > 0 ? this.act('remove', this.say('offline.remove.all')) : nothing}
      </div>`;
  }

  private saving(all: readonly KeptState[]): TemplateResult {
    const done = all.reduce((total, { share, bytes }) => total + share * bytes, 0);
    const share = done / sum(all);
    const words = this.say('offline.saving.all', { p: Math.floor(share * 100) });
    return html`<p>${words}</p>
      <progress aria-label=${words} max="1" .value=${share}></progress>
      <div class="acts">${this.act('stop', this.say('offline.stop'))}</div>`;
  }

  private act(act: 'save' | 'stop' | 'remove', label: string): TemplateResult {
    return html`<button
      class="link"
      type="button"
      data-keep=${act}
      @click=${() => emit(this, 'sanxian-keep', { act, layers: [...this.layers.keys()] })}
    >
      ${label}
    </button>`;
  }

  private version(): TemplateResult {
    return html`<div class="version">
      <p>${this.say('version.new')}</p>
      <button class="link" type="button" data-update @click=${() => emit(this, 'sanxian-update')}>
        ${icon('refresh', 14)} ${this.say('version.update')}
      </button>
    </div>`;
  }
}

function sum(all: readonly KeptState[]): number {
  return all.reduce((total, { bytes }) => total + bytes, 0);
}
