import { html, type TemplateResult } from 'lit';
import { emit } from '../events.ts';
import type { SanxianHelpDialog } from './help-dialog.ts';
import type { KeyGroup } from './help-parts.ts';

/** The keys by the places where they act, and the switch for keys of one character. */
export function keysPage(
  host: SanxianHelpDialog,
  groups: readonly KeyGroup[],
  singleKeys: boolean,
): TemplateResult {
  return html`<div class="groups">
      ${groups.map(
        ({ title, rows }) => html`<section>
          <h3>${title}</h3>
          <dl class="keys">
            ${rows.map(
              ({ label, keys }) => html`<div>
                <dt>${label}</dt>
                <dd>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dd>
              </div>`,
            )}
          </dl>
        </section>`,
      )}
    </div>
    <section class="switches">
      <label class="switch">
        <input
          type="checkbox"
          .checked=${singleKeys}
          aria-describedby="single-hint"
          @change=${(event: Event) =>
            emit(host, 'sanxian-switch', {
              name: 'singleKeys',
              on: (event.target as HTMLInputElement).checked,
            })}
        /><span>${host.word('keys.single')}</span>
      </label>
      <p class="small quiet" id="single-hint">${host.word('keys.single.hint')}</p>
      <p class="small quiet">${host.word('keys.where')}</p>
    </section>`;
}
