import { html, nothing, type TemplateResult } from 'lit';
import { emit } from '../events.ts';
import { icon } from '../icons.ts';
import type { SanxianHelpDialog } from './help-dialog.ts';
import type { HelpFacts } from './help-parts.ts';

export interface AboutParts {
  readonly facts: HelpFacts;
  readonly sparing: boolean;
  readonly hasSample: boolean;
  /** It is asked whether everything is to be cleared. */
  readonly asking: boolean;
  ask(asking: boolean): void;
}

/** Version, rule packs, licences, display, and what is kept on this machine. */
export function aboutPage(host: SanxianHelpDialog, parts: AboutParts): TemplateResult {
  const { facts, sparing } = parts;
  return html`<section>
      <dl class="facts">
        <div>
          <dt>${host.word('about.version')}</dt>
          <dd>${facts.version}</dd>
        </div>
        <div>
          <dt>${host.word('about.licences')}</dt>
          <dd>
            ${host.word('about.licence')} ·
            <a href=${facts.thirdParty} target="_blank" rel="noopener"
              >${host.word('about.third')}</a
            >
          </dd>
        </div>
        <div>
          <dt>${host.word('about.packs')}</dt>
          <dd>${packs(host, facts)}</dd>
        </div>
      </dl>
      ${parts.hasSample ? firstMinute(host) : nothing}
    </section>
    <section>
      <h3>${host.word('about.display')}</h3>
      <label class="switch">
        <input
          type="checkbox"
          .checked=${sparing}
          aria-describedby="sparing-hint"
          @change=${(event: Event) =>
            emit(host, 'sanxian-switch', {
              name: 'sparing',
              on: (event.target as HTMLInputElement).checked,
            })}
        /><span>${host.word('about.sparing')}</span>
      </label>
      <p class="small quiet" id="sparing-hint">${host.word('about.sparing.hint')}</p>
    </section>
    <section>
      <h3>${host.word('about.data')}</h3>
      <p>${host.word('about.data.what')}</p>
      <div class="clear">${parts.asking ? sure(host, parts) : clear(host, parts)}</div>
    </section>`;
}

function packs(host: SanxianHelpDialog, { packs }: HelpFacts): unknown {
  if (packs.length === 0) {
    return html`<span class="quiet">${host.word('about.packs.none')}</span>`;
  }
  return packs.map(
    ({ id, title, sha256 }) => html`<p>${title}</p>
      <p class="small quiet">${id}</p>
      <p class="sha small">
        <span class="hidden-text">${host.word('about.sha')}</span><code>sha256:${sha256}</code>
        <button
          class="icon-button"
          type="button"
          aria-label=${host.word('about.copy')}
          title=${host.word('about.copy')}
          @click=${() => emit(host, 'sanxian-copy', { text: sha256 })}
        >
          ${icon('copy', 14)}
        </button>
      </p>`,
  );
}

function firstMinute(host: SanxianHelpDialog): TemplateResult {
  return html`<div class="row">
    <button class="button" type="button" @click=${() => emit(host, 'sanxian-first-open')}>
      ${host.word('first.again')}
    </button>
    <button class="button" type="button" @click=${() => emit(host, 'sanxian-tour', { step: 0 })}>
      ${host.word('tour')}
    </button>
  </div>`;
}

function clear(host: SanxianHelpDialog, { ask }: AboutParts): TemplateResult {
  return html`<button class="button" type="button" @click=${() => ask(true)}>
    ${icon('trash', 14)}${host.word('about.clear')}
  </button>`;
}

function sure(host: SanxianHelpDialog, { ask }: AboutParts): TemplateResult {
  return html`<p role="alert">${host.word('about.clear.ask')}</p>
    <button
      class="button"
      type="button"
      @click=${() => {
        ask(false);
        emit(host, 'sanxian-clear-all');
      }}
    >
      ${host.word('about.clear.yes')}
    </button>
    <button class="button" type="button" @click=${() => ask(false)}>
      ${host.word('about.clear.no')}
    </button>`;
}
