import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../text/words/ui.ts';
import type { Frame } from '../frame.ts';
import { bookmarkPlace } from './bookmark-place.ts';
import { swipeChoices } from './swipe-desk.ts';
import '../../components/map-tools.ts';
import '../../components/place-search.ts';

/** Elements that the first view does without; what is set on them before their code comes stays. */
const LATER = {
  bookmarks: () => import('../../components/bookmarks.ts'),
  copyField: () => import('../../components/copy-field.ts'),
  measureBar: () => import('../../components/measure-bar.ts'),
  placeBar: () => import('../../components/place-bar.ts'),
  swipe: () => import('../../components/swipe.ts'),
} as const;

/** Asks for the code of an element that is about to stand there; the browser asks once. */
function need(part: keyof typeof LATER): void {
  void LATER[part]();
}

/** The buttons of the tools, under those of the map. */
export function toolButtons({ look, lang, permalink }: Frame): TemplateResult | typeof nothing {
  if (look.drawing) return nothing;
  return html`<sanxian-map-tools
    .lang=${lang}
    .tool=${look.tool}
    .linked=${permalink}
    ?touch=${look.layout.name === 'phone'}
  ></sanxian-map-tools>`;
}

/** What the tool in hand shows on the map. */
export function toolCards(view: Frame): TemplateResult | typeof nothing {
  const { look, lang } = view;
  if (look.noMap || look.mode === 'batch') return nothing;
  const touch = look.layout.name === 'phone';
  const { tool, tools } = look;
  const isSearch = touch && tool === 'go-to';
  const isMarked = tools.place !== null && tool === null && !look.drawing;
  const isPlace = tool === 'pick-coordinate' || isMarked;
  if (tool === 'measure') need('measureBar');
  if (isPlace) need('placeBar');
  if (tools.byHand !== null) need('copyField');
  return html`
    ${tool === 'swipe' ? swipe(view) : nothing}
    ${tools.cross ? cross(lang) : nothing}
    <div class="tool-cards ${isAside(view) ? 'aside' : ''} ${isSearch ? 'search' : ''}">
      ${isSearch ? placeSearch(view, true) : nothing}
      ${
        tool === 'measure'
          ? html`<sanxian-measure-bar .lang=${lang} ?touch=${touch}></sanxian-measure-bar>`
          : nothing
      }
      ${
        isPlace
          ? html`<sanxian-place-bar
              .lang=${lang}
              .place=${tools.place}
              .notation=${tools.notation}
              ?touch=${touch}
            ></sanxian-place-bar>`
          : nothing
      }
      ${
        tools.byHand === null
          ? nothing
          : html`<sanxian-copy-field
              .lang=${lang}
              .value=${tools.byHand}
              ?touch=${touch}
            ></sanxian-copy-field>`
      }
    </div>
  `;
}

/** The field in the bar; on a phone it stands on the map while it is asked for. */
export function placeSearch(
  { look, lang, placeSearch }: Frame,
  over = false,
): TemplateResult | typeof nothing {
  if (!over && look.layout.name === 'phone') return nothing;
  return html`<sanxian-search
    slot=${over ? nothing : 'search'}
    .lang=${lang}
    .view=${placeSearch}
    ?over=${over}
  ></sanxian-search>`;
}

export function bookmarks({ look, lang }: Frame): TemplateResult {
  const { tools } = look;
  need('bookmarks');
  return html`<sanxian-bookmarks
    slot="bookmarks"
    .lang=${lang}
    .bookmarks=${tools.bookmarks}
    .places=${tools.bookmarks.map((one) => bookmarkPlace(one, lang))}
    .unkept=${tools.unkept}
    .noMap=${look.noMap}
    ?touch=${look.layout.name === 'phone'}
  ></sanxian-bookmarks>`;
}

/** The buttons of the map stand at the left, and the results lie over the right of it. */
function isAside({ look }: Frame): boolean {
  return look.layout.name === 'narrow' && look.rightOpen;
}

function swipe(view: Frame): TemplateResult | typeof nothing {
  const { look, lang, work } = view;
  const sides = look.tools.swipe;
  if (!sides) return nothing;
  need('swipe');
  const choices = swipeChoices(work.catalog?.layers ?? [], sides, lang);
  return html`<sanxian-swipe
    .lang=${lang}
    .view=${{ ...sides, choices }}
    ?touch=${look.layout.name === 'phone'}
    ?aside=${isAside(view)}
  ></sanxian-swipe>`;
}

/** Where a point is set by keys. */
function cross(lang: Frame['lang']): TemplateResult {
  return html`<svg class="tool-cross" viewBox="0 0 33 33" role="img" aria-label=${say('tool.cross', lang)}>
    <path class="case" d="M16.5 0v12M16.5 21v12M0 16.5h12M21 16.5h12" />
    <path d="M16.5 1v10.5M16.5 21.5v10.5M1 16.5h10.5M21.5 16.5h10.5" />
  </svg>`;
}
