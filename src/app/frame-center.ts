import { html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../components/icons.ts';
import { baseText } from '../text/words/base.ts';
import { say, type UiWord } from '../text/words/ui.ts';
import type { Frame } from './frame.ts';
import type { CommandId } from './keys/key-table.ts';
import { DRAWER_HEIGHT } from './layout.ts';
import '../components/base-chooser.ts';
import '../components/panel-edge.ts';
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
    <div class="map-area ${look.noMap ? 'missing' : ''}" ?hidden=${batch}>
      <div class="map" part="map"></div>
      ${
        look.mapFailure
          ? html`<p class="no-map" role="status">${icon('info')}<span>${look.mapFailure}</span></p>`
          : nothing
      }
      ${furniture(view)}
      ${
        look.drawing && !batch
          ? html`<sanxian-draw-bar
              class="draw-bar"
              .lang=${lang}
              ?touch=${look.layout.name === 'phone'}
            ></sanxian-draw-bar>`
          : nothing
      }
      ${
        look.welcoming && look.mode === 'check'
          ? html`<div class="first"><sanxian-first-run
              .lang=${lang}
              .sample=${view.isSample}
              .touch=${look.layout.name === 'phone'}
            ></sanxian-first-run></div>`
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
    .offer=${look.offer}
    .offersUpdate=${look.offline.newVersion && look.message === say('version.new', lang)}
    role="status"
    aria-label=${say('toast.label', lang)}
  ></sanxian-toast>`;
}

function pieces({ work, look, lang, change }: Frame): TemplateResult {
  const { name, short } = look.layout;
  const roomy = look.noMap || (!short && name !== 'narrow');
  const open =
    work.report !== null && !look.welcoming && !look.drawing && (look.drawerOpen ?? roomy);
  const usual = name === 'wide' ? DRAWER_HEIGHT.wide : DRAWER_HEIGHT.usual;
  const height = look.drawerHeight ?? usual;
  const share = short ? DRAWER_HEIGHT.shortShare : DRAWER_HEIGHT.share;
  return html`<div
    class="drawer ${look.noMap ? 'alone' : ''} ${open ? 'open' : ''}"
    .style=${look.noMap ? '' : `--drawer:${height}px;--most:${share * 100}%`}
  >
    ${
      open && !look.noMap
        ? html`<sanxian-panel-edge
            side="bottom"
            .label=${say('edge.drawer', lang)}
            .width=${height}
            .min=${DRAWER_HEIGHT.min}
            .max=${DRAWER_HEIGHT.max}
            @sanxian-resize=${(event: CustomEvent<{ width: number | null }>) =>
              change({ drawerHeight: event.detail.width })}
            @sanxian-edge-close=${() => change({ drawerOpen: false })}
          ></sanxian-panel-edge>`
        : nothing
    }
    <sanxian-pieces-table
      .lang=${lang}
      .report=${work.report}
      .selected=${look.selected}
      .open=${open}
    ></sanxian-pieces-table>
  </div>`;
}

function furniture(view: Frame): TemplateResult {
  const { work, look, lang } = view;
  const synthetic = work.catalog?.synthetic || work.report?.catalog.synthetic;
  const aside = look.layout.name === 'narrow' && look.rightOpen;
  const demo = synthetic ? html`<p class="demo-tag">${say('demo', lang)}</p>` : nothing;
  if (look.noMap) return html`${demo}`;
  const phone = look.layout.name === 'phone';
  return html`
    ${demo}
    <div class="controls ${aside ? 'aside' : ''}" ?hidden=${phone && look.welcoming}>
      ${
        phone
          ? nothing
          : html`${control(view, 'plus', 'map.zoom-in', () => view.zoomBy(1), 'zoom-in')}
            ${control(view, 'minus', 'map.zoom-out', () => view.zoomBy(-1), 'zoom-out')}`
      }
      ${control(view, 'maximize', 'map.fit', () => view.fitSite(), 'site')}
      <sanxian-base-chooser
        .lang=${lang}
        .maps=${look.base.maps}
        .shown=${look.base.shown}
        .opening=${look.base.opening}
        .failures=${look.base.failures}
        .forPrint=${look.forPrint}
        ?touch=${phone}
        ?aside=${aside}
      ></sanxian-base-chooser>
    </div>
    ${figureTag(view)}
  `;
}

/** Whose map lies beneath, and its 审图号; without one, that the picture is not for the public. */
function figureTag({ look, lang }: Frame): TemplateResult {
  const base = look.base.maps.find(({ id }) => id === look.base.shown);
  const approval = base?.approval
    ? baseText('approval', { number: base.approval })[lang]
    : say('figure', lang);
  return html`<p class="figure-tag ${base ? 'credited' : ''}">
    ${base?.attribution ? html`<span>${base.attribution}</span> · ` : nothing}${approval}
  </p>`;
}

function control(
  { lang }: Frame,
  name: IconName,
  word: UiWord,
  onClick: () => void,
  command: CommandId,
): TemplateResult {
  return html`<button
    class="icon-button"
    type="button"
    data-command=${command}
    aria-label=${say(word, lang)}
    title=${say(word, lang)}
    @click=${onClick}
  >
    ${icon(name)}
  </button>`;
}
