import { html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../components/icons.ts';
import { baseText } from '../text/words/base.ts';
import { say, type UiWord } from '../text/words/ui.ts';
import type { Frame } from './frame.ts';
import type { CommandId } from './keys/key-table.ts';

/** Over demonstration layers: that they are no real lines. */
export function demoTag({ work, lang }: Pick<Frame, 'work' | 'lang'>): unknown {
  const synthetic = work.catalog?.synthetic || work.report?.catalog.synthetic;
  return synthetic ? html`<p class="demo-tag">${say('demo', lang)}</p>` : nothing;
}

/** Whose map lies beneath, and its 审图号; without one, that the picture is not for the public. */
export function figureTag({ look, lang }: Pick<Frame, 'look' | 'lang'>): TemplateResult {
  const base = look.base.maps.find(({ id }) => id === look.base.shown);
  const approval = base?.approval
    ? baseText('approval', { number: base.approval })[lang]
    : say('figure', lang);
  return html`<p class="figure-tag ${base ? 'credited' : ''}">
    ${base?.attribution ? html`<span>${base.attribution}</span> · ` : nothing}${approval}
  </p>`;
}

export function control(
  { lang }: Pick<Frame, 'lang'>,
  name: IconName,
  word: UiWord,
  onClick: () => void,
  command?: CommandId,
): TemplateResult {
  return html`<button
    class="icon-button"
    type="button"
    data-command=${command ?? nothing}
    aria-label=${say(word, lang)}
    title=${say(word, lang)}
    @click=${onClick}
  >
    ${icon(name)}
  </button>`;
}
