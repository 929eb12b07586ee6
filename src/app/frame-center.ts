import { html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../components/icons.ts';
import { say, type UiWord } from '../text/words/ui.ts';
import type { Frame } from './frame.ts';
import '../components/batch-page.ts';
import '../components/first-run.ts';
import '../components/pieces-table.ts';
import '../components/toast.ts';

/** The map with its furniture, and the drawer with the pieces under it. */
export function center(view: Frame): TemplateResult {
  const { look, lang } = view;
  const batch = look.mode === 'batch';
  const drawer = look.layout.name !== 'phone' && look.mode === 'check';
  return html`<main
    aria-label=${say(batch ? 'mode.batch' : 'region.map', lang)}
    data-region
    tabindex="-1"
  >
    ${batch ? html`<sanxian-batch-page .lang=${lang}></sanxian-batch-page>` : nothing}
    <div class="map-area" ?hidden=${batch}>
      <div class="map" part="map"></div>
      ${look.mapFailure ? html`<p class="no-map">${look.mapFailure}</p>` : nothing}
      ${furniture(view)}
      ${
        look.welcoming && look.mode === 'check'
          ? html`<div class="first"><sanxian-first-run .lang=${lang}></sanxian-first-run></div>`
          : nothing
      }
      ${batch ? nothing : toast(view)}
    </div>
    ${drawer ? pieces(view) : nothing} ${batch ? toast(view) : nothing}
  </main>`;
}

function toast({ look, lang }: Frame): TemplateResult {
  return html`<sanxian-toast
    .lang=${lang}
    .message=${look.message}
    role="status"
    aria-label=${say('toast.label', lang)}
  ></sanxian-toast>`;
}

function pieces({ work, look, lang }: Frame): TemplateResult {
  const { name, short } = look.layout;
  const roomy = !short && name !== 'narrow';
  const open = work.report !== null && !look.welcoming && (look.drawerOpen ?? roomy);
  return html`<sanxian-pieces-table
    class="drawer"
    .style=${`--drawer:${name === 'wide' ? 240 : 188}px`}
    .lang=${lang}
    .report=${work.report}
    .selected=${look.selected}
    .open=${open}
  ></sanxian-pieces-table>`;
}

function furniture(view: Frame): TemplateResult {
  const { work, look, lang } = view;
  const synthetic = work.catalog?.synthetic || work.report?.catalog.synthetic;
  const aside = look.layout.name === 'narrow' && look.rightOpen;
  return html`
    ${synthetic ? html`<p class="demo-tag">${say('demo', lang)}</p>` : nothing}
    <div class="controls ${aside ? 'aside' : ''}">
      ${
        look.layout.name === 'phone'
          ? nothing
          : html`${control(view, 'plus', 'map.zoom-in', () => view.zoomBy(1))}
            ${control(view, 'minus', 'map.zoom-out', () => view.zoomBy(-1))}`
      }
      ${control(view, 'maximize', 'map.fit', () => view.fitSite())}
    </div>
    <p class="figure-tag">${say('figure', lang)}</p>
  `;
}

function control(
  { lang }: Frame,
  name: IconName,
  word: UiWord,
  onClick: () => void,
): TemplateResult {
  return html`<button
    class="icon-button"
    type="button"
    aria-label=${say(word, lang)}
    title=${say(word, lang)}
    @click=${onClick}
  >
    ${icon(name)}
  </button>`;
}
