import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { KINDS } from '../domain/kinds.ts';
import type { Finding } from '../domain/report.ts';
import { VERDICT_WORDS, VERDICTS, type Verdict } from '../domain/verdict.ts';
import { ZONE_WORDS } from '../domain/zones.ts';
import { emit } from './events.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

/**
 * What a person holds instead of a rule: verdict, reason, name. Nothing is filled in beforehand.
 * Events: `sanxian-override` with a whole opinion; `done` when it is given or given up.
 */
@element('sanxian-override-form')
export class SanxianOverrideForm extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }
      form {
        display: grid;
        grid-template-columns: minmax(72px, max-content) minmax(0, 1fr);
        gap: 8px 12px;
        align-items: center;
      }
      .wide {
        grid-column: 1 / -1;
      }
      select,
      input,
      textarea {
        width: 100%;
        min-height: var(--sx-control);
        padding: 3px 8px;
        border: 1px solid var(--sx-line-control);
        border-radius: var(--sx-r-1);
        background: var(--sx-bg-panel);
      }
      textarea {
        min-height: 56px;
        resize: vertical;
      }
      .buttons {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
      }
      .wrong {
        color: var(--sx-stop-fg);
      }
      :host([touch]) :is(select, input, .button) {
        min-height: var(--sx-control-touch);
      }
    `,
  ];

  /** The findings one may speak about. */
  @property({ attribute: false }) findings: readonly Finding[] = [];
  @property({ type: Boolean, reflect: true }) touch = false;
  @state() private incomplete = false;

  override render(): TemplateResult {
    return html`<form
      novalidate
      aria-label=${this.say('override.title')}
      @submit=${(event: SubmitEvent) => this.submit(event)}
    >
      <p class="wide small quiet">${this.say('override.lead')}</p>
      ${
        this.findings.length > 1
          ? html`<label for="of">${this.say('override.of')}</label>
              <select id="of" name="of">
                ${this.findings.map(
                  (finding, index) => html`<option value=${index}>${this.name(finding)}</option>`,
                )}
              </select>`
          : nothing
      }
      <label for="verdict">${this.say('override.verdict')}</label>
      <select id="verdict" name="verdict" required>
        <option value="">${this.say('override.choose')}</option>
        ${VERDICTS.map(
          (verdict) => html`<option value=${verdict}>${this.text(VERDICT_WORDS[verdict])}</option>`,
        )}
      </select>
      <label for="reason">${this.say('override.reason')}</label>
      <textarea id="reason" name="reason" required maxlength="2000"></textarea>
      <label for="name">${this.say('override.name')}</label>
      <input id="name" name="name" required maxlength="80" autocomplete="name" />
      <p class="wide wrong" role="alert">${this.incomplete ? this.say('override.missing') : nothing}</p>
      <div class="wide buttons">
        <button class="button" type="button" @click=${() => this.done()}>
          ${this.say('override.cancel')}
        </button>
        <button class="button primary" type="submit">${this.say('override.save')}</button>
      </div>
    </form>`;
  }

  private name({ rule, line, zone }: Finding): string {
    const place = zone ? ZONE_WORDS[zone] : line ? KINDS[line].title : null;
    return place ? `${rule} · ${this.text(place)}` : rule;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const said = (name: string) => String(data.get(name) ?? '').trim();
    const finding = this.findings[Number(said('of'))];
    const [verdict, reason, name] = [said('verdict'), said('reason'), said('name')];
    this.incomplete = verdict === '' || reason === '' || name === '';
    if (!finding || this.incomplete) return;
    const { rule, line, zone } = finding;
    emit(this, 'sanxian-override', { rule, line, zone, verdict: verdict as Verdict, reason, name });
    this.done();
  }

  private done(): void {
    this.dispatchEvent(new CustomEvent('done'));
  }
}
