import { html, nothing, type TemplateResult } from 'lit';
import { emit } from '../components/events.ts';
import { icon } from '../components/icons.ts';
import { say } from '../text/words/ui.ts';
import type { Frame } from './frame.ts';
import { control, demoTag, figureTag } from './frame-furniture.ts';
import { DRAWER_HEIGHT } from './layout.ts';
import { isPaged } from './report/is-paged.ts';
import { toolButtons, toolCards } from './tools/tool-parts.ts';
import '../components/base-chooser.ts';
import '../components/panel-edge.ts';

/** The map with its furniture, and the drawer with the pieces under it. */
export function center(view: Frame): TemplateResult {
  const { look, lang } = view;
  const batch = look.mode === 'batch';
  const shown = view.work.report !== null || look.noMap;
  const paged = isPaged(look, view.work);
  const drawer = shown && !paged && look.layout.name !== 'phone' && look.mode === 'check';
  return html`<main
    aria-label=${say(batch ? 'mode.batch' : paged ? 'step.report' : 'region.map', lang)}
    data-region
    tabindex="-1"
  >
    ${batch ? batchPage(view) : nothing}
    <div class="map-area ${look.noMap && drawer && isOpen(view) ? 'missing' : ''}" ?hidden=${batch}>
      <div class="map" part="map" ?inert=${paged}></div>
      ${
        look.mapFailure
          ? html`<p class="no-map" role="status">${icon('info')}<span>${look.mapFailure[lang]}</span></p>`
          : nothing
      }
      ${paged ? nothing : html`${furniture(view)} ${toolCards(view)}`}
      ${look.mode === 'check' ? batchReturn(view) : nothing}
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
        batch || paged || look.layout.name === 'phone'
          ? nothing
          : html`<sanxian-identify-popover
              ?asleep=${look.review.identify === null}
              .lang=${lang}
              .view=${look.review.identify}
              .alone=${look.mode !== 'review'}
            ></sanxian-identify-popover>`
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
    ${paged ? reportPage(view) : nothing}
    ${drawer ? pieces(view) : nothing} ${batch ? toast(view) : nothing}
  </main>`;
}

/** In the place of the map: what the report says, as it is printed. */
function reportPage({ work, look, lang }: Frame): TemplateResult {
  return html`<sanxian-report-page
    class="page"
    .lang=${lang}
    .source=${look.page.source}
    .failure=${look.page.failure?.[lang] ?? ''}
    ?stale=${work.stale}
  ></sanxian-report-page>`;
}

function batchPage({ look, lang }: Frame): TemplateResult {
  const { name } = look.layout;
  return html`<sanxian-batch-page
    .lang=${lang}
    .view=${look.batch}
    .formats=${look.formats.map((format) => format.toUpperCase())}
    ?narrow=${name === 'compact' || name === 'narrow'}
    ?touch=${name === 'phone'}
  ></sanxian-batch-page>`;
}

/** The way back to the row that was opened from a batch. */
function batchReturn({ look, lang }: Frame): TemplateResult | typeof nothing {
  const { rows, opened } = look.batch;
  const at = rows.findIndex(({ key }) => key === opened);
  if (at < 0) return nothing;
  return html`<button
    class="button batch-return"
    type="button"
    @click=${({ currentTarget }: Event) => emit(currentTarget!, 'sanxian-batch', { act: 'return' })}
  >
    ${icon('list-checks')}${say('batch.return', lang, { n: at + 1 })}
  </button>`;
}

function toast({ look, lang }: Frame): TemplateResult {
  return html`<sanxian-toast
    ?asleep=${look.message === null}
    .lang=${lang}
    .message=${look.message?.[lang] ?? ''}
    .offer=${look.offer}
    .offersUpdate=${look.offline.newVersion && look.message?.zh === say('version.new', 'zh')}
    role="status"
    aria-label=${say('toast.label', lang)}
  ></sanxian-toast>`;
}

function isOpen({ work, look }: Frame): boolean {
  const roomy = look.noMap || (!look.layout.short && look.layout.name !== 'narrow');
  return work.report !== null && !look.welcoming && !look.drawing && (look.drawerOpen ?? roomy);
}

function pieces(view: Frame): TemplateResult {
  const { work, look, lang, change } = view;
  const { name, short } = look.layout;
  const open = isOpen(view);
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
      .stale=${work.stale}
    ></sanxian-pieces-table>
  </div>`;
}

function furniture(view: Frame): TemplateResult {
  const { look, lang } = view;
  const aside = look.layout.name === 'narrow' && look.rightOpen;
  const demo = demoTag(view);
  if (look.noMap) return html`${demo}`;
  // on a phone the first card takes the room of the buttons
  if (look.layout.name === 'phone' && look.welcoming) return html`${demo} ${figureTag(view)}`;
  const phone = look.layout.name === 'phone';
  return html`
    ${demo}
    <div class="furniture-column ${aside ? 'aside' : ''}">
    <div class="controls">
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
    ${toolButtons(view)}
    </div>
    ${figureTag(view)}
  `;
}
