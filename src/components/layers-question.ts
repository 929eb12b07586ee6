import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ImportAnswers, LayerChoice } from '../domain/import-answers.ts';
import type { Text } from '../text/text.ts';
import { emit } from './events.ts';
import { panelStyles } from './panel-styles.ts';
import { questionStyles } from './question-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

/** Which layers of a drawing hold the site? Nothing is ticked beforehand. Events: `sanxian-import-draft`. */
@element('sanxian-layers-question')
export class SanxianLayersQuestion extends SanxianElement {
  static override styles = [sharedStyles, panelStyles, questionStyles];

  @property({ attribute: false }) layers: readonly LayerChoice[] = [];
  @property({ attribute: false }) draft: ImportAnswers = {};
  @property({ attribute: false }) lead: Text | null = null;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    const chosen = this.chosen();
    return html`<div class="scroll" tabindex="-1">
      <div class="lead">
        <h2 id="title">${this.say('layers.ask.title')}</h2>
        <p class="small quiet">
          ${this.lead ? this.text(this.lead) : nothing} ${this.say('layers.ask.lead')}
        </p>
      </div>
      <div class="options" role="group" aria-labelledby="title">
        ${this.layers.map((layer) => this.option(layer, chosen.includes(layer.name)))}
      </div>
      <p class="none small" role="status">
        ${this.say('layers.ask.chosen', { n: chosen.length, of: this.layers.length })}
      </p>
    </div>`;
  }

  private option({ name, areas, lines, points }: LayerChoice, on: boolean): TemplateResult {
    const counts = [
      areas > 0 ? this.say('layers.ask.areas', { n: areas }) : '',
      lines > 0 ? this.say('layers.ask.lines', { n: lines }) : '',
      points > 0 ? this.say('layers.ask.points', { n: points }) : '',
    ].filter(Boolean);
    return html`<label class="option ${on ? 'on' : ''}">
      <input type="checkbox" .checked=${on} @change=${() => this.toggle(name, !on)} />
      <span class="title">${name || this.say('layers.ask.unnamed')}</span>
      <span class="reason small">${counts.join(' · ')}</span>
    </label>`;
  }

  /** In the order of the file, whatever the order of the ticks. */
  private toggle(name: string, on: boolean): void {
    const chosen = this.chosen();
    const layers = this.layers
      .map((layer) => layer.name)
      .filter((one) => (one === name ? on : chosen.includes(one)));
    emit(this, 'sanxian-import-draft', { change: { layers } });
  }

  private chosen(): readonly string[] {
    return this.draft.layers ?? [];
  }
}
