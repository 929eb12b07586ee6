import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { emit } from './events.ts';
import { figure } from './figures.ts';
import { icon } from './icons.ts';
import {
  type FoundRow,
  isSearching,
  type LayerSearch,
  type SearchedLayer,
} from './layer-search-state.ts';
import { layerSearchStyles } from './layer-search-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { swatch, swatchStyles } from './swatch.ts';
import '../text/words/later.ts';

/**
 * What a search found, layer by layer, and which layers it did not look into: those are never "not
 * found". Events: `sanxian-layer-found`, `sanxian-layer-search…`.
 */
@element('sanxian-layer-search')
export class SanxianLayerSearch extends SanxianElement {
  static override styles = [sharedStyles, swatchStyles, layerSearchStyles];

  @property({ attribute: false }) search: LayerSearch | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;
  @state() private chosen = '';

  override render(): TemplateResult | typeof nothing {
    const { search } = this;
    if (!search) return nothing;
    const found = search.layers.filter(({ hits }) => hits.length > 0);
    const unsearched = search.layers.filter(
      ({ state }) => state === 'failed' || state === 'stopped',
    );
    return html`<header>
        <h3 class="ellipsis" title=${search.query}>${this.say('find.title', { q: search.query })}</h3>
        <button
          class="icon-button"
          type="button"
          aria-label=${this.say('find.close')}
          title=${this.say('find.close')}
          @click=${() => emit(this, 'sanxian-layer-search-close')}
        >
          ${icon('x')}
        </button>
      </header>
      ${this.outcome(search)}
      <div class="scroll" tabindex="-1">
        ${found.map((layer) => this.layer(layer))}
        ${unsearched.length > 0 ? this.unsearched(unsearched) : nothing}
        ${this.missing(search)}
        <p class="small quiet rule">${this.say('find.rule')}</p>
      </div>`;
  }

  /** One line: how far it is, or what came of it and what was not looked at. */
  private outcome(search: LayerSearch): TemplateResult {
    const running = isSearching(search);
    const done = search.layers.filter(({ state }) => state === 'found');
    const left = search.layers.filter(({ state }) => state === 'failed' || state === 'stopped');
    return html`<div class="outcome small ${!running && left.length > 0 ? 'gap' : 'quiet'}">
      <p role="status" aria-live="polite">
        ${running ? this.progress(search) : this.result(done, left.length)}
      </p>
      ${
        running
          ? html`<button
              class="link small"
              type="button"
              @click=${() => emit(this, 'sanxian-layer-search-stop')}
            >
              ${this.say('find.stop')}
            </button>`
          : left.length > 0
            ? html`<button
                class="link small"
                type="button"
                @click=${() => emit(this, 'sanxian-layer-search', { query: search.query })}
              >
                ${this.say('find.again')}
              </button>`
            : nothing
      }
    </div>`;
  }

  private progress({ layers }: LayerSearch): string {
    const at = layers.findIndex(({ state }) => state === 'waiting' || state === 'reading');
    const { name, read, of } = layers[at]!;
    if (read > 0)
      return this.say('find.reading', { name, read: figure(read, 0), of: figure(of, 0) });
    return this.say('find.running', { i: at + 1, n: layers.length });
  }

  private result(done: readonly SearchedLayer[], left: number): string {
    const n = done.length;
    const hits = done.reduce((sum, layer) => sum + layer.hits.length, 0);
    const rest = left > 0 ? this.say('find.unsearched.n', { n: left }) : '';
    if (n === 0) return this.say('find.none.at-all');
    if (hits === 0) return this.say('find.none', { n }) + rest;
    const word = done.some(({ more }) => more) ? 'find.found.more' : 'find.found';
    return this.say(word, { hits, n }) + rest;
  }

  private layer({ id, kind, name, hits, more }: SearchedLayer): TemplateResult {
    return html`<section>
      <h4 class="small">${swatch(kind)}<span class="ellipsis">${name}</span></h4>
      <ul>
        ${hits.map((hit) => this.hit(id, hit))}
      </ul>
      ${more ? html`<p class="small quiet note">${this.say('find.more')}</p>` : nothing}
    </section>`;
  }

  private hit(layer: string, { field, text, features, box }: FoundRow): TemplateResult {
    const key = `${layer} ${field} ${text}`;
    const isChosen = key === this.chosen;
    const about = [
      ...(field === 'name' ? [this.say('find.name')] : []),
      ...(features > 1 ? [this.say('find.features', { n: figure(features, 0) })] : []),
    ].join(' · ');
    return html`<li>
      <button
        class="hit ${field}"
        type="button"
        aria-current=${isChosen ? 'true' : nothing}
        @click=${() => {
          this.chosen = key;
          emit(this, 'sanxian-layer-found', { bbox: box });
        }}
      >
        <span class="text">${text}</span>
        ${about ? html`<span class="small quiet">${about}</span>` : nothing}
      </button>
    </li>`;
  }

  private unsearched(layers: readonly SearchedLayer[]): TemplateResult {
    return html`<section class="unsearched">
      <h4 class="small gap">${icon('triangle-alert', 14)}${this.say('find.unsearched')}</h4>
      <ul>
        ${layers.map(
          ({ kind, name, why }) => html`<li class="small">
            ${swatch(kind)}
            <p><b>${name}</b><br /><span class="gap">${why || this.say('find.stopped')}</span></p>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  /** Layers that were searched, but not by all that could be asked. */
  private missing({ layers }: LayerSearch): unknown {
    const done = layers.filter(({ state }) => state === 'found');
    const notes = done.flatMap(({ name, namesByBeginning, without }) => [
      ...(namesByBeginning ? [`${name}: ${this.say('find.names-by-beginning')}`] : []),
      ...(without.code > 0
        ? [`${name}: ${this.say('find.without.code', { n: figure(without.code, 0) })}`]
        : []),
    ]);
    if (notes.length === 0) return nothing;
    return html`<section class="notes small gap">${notes.map((note) => html`<p>${note}</p>`)}</section>`;
  }
}
