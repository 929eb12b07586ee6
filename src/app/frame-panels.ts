import { html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../components/icons.ts';
import { say, type UiWord } from '../text/words/ui.ts';
import type { Frame } from './frame.ts';
import type { CommandId } from './keys/key-table.ts';
import { type LayoutName, LEFT_WIDTH, RIGHT_WIDTH } from './layout.ts';
import { layerRegion, resultRegion } from './regions.ts';
import '../components/panel-edge.ts';

/** In these layouts the layer panel opens over the map. */
export function isLayerPanelOver(name: LayoutName): boolean {
  return name === 'compact' || name === 'narrow';
}

export function leftPanel(view: Frame): TemplateResult {
  const { look, lang } = view;
  const { name } = look.layout;
  const over = isLayerPanelOver(name);
  const open = over ? look.overOpen : look.leftOpen;
  const usual = over ? LEFT_WIDTH.over : name === 'wide' ? LEFT_WIDTH.wide : LEFT_WIDTH.full;
  const width = over ? usual : (look.leftWidth ?? usual);
  return html`
    ${over || !open ? rail(view, open) : nothing}
    ${
      open
        ? html`<aside
            class="left ${over ? 'over' : ''}"
            .style=${`--left:${width}px`}
            aria-label=${say('region.layers', lang)}
            data-region
            tabindex="-1"
          >
            ${layerRegion(view)}
            ${
              over
                ? nothing
                : html`<sanxian-panel-edge
                    side="left"
                    .label=${say('edge.left', lang)}
                    .width=${width}
                    .min=${LEFT_WIDTH.min}
                    .max=${LEFT_WIDTH.max}
                    @sanxian-resize=${(event: CustomEvent<{ width: number | null }>) =>
                      view.change({ leftWidth: event.detail.width })}
                    @sanxian-edge-close=${() => view.change({ leftOpen: false })}
                  ></sanxian-panel-edge>`
            }
          </aside>`
        : nothing
    }
  `;
}

function rail(view: Frame, open: boolean): TemplateResult {
  const { look } = view;
  const over = isLayerPanelOver(look.layout.name);
  return html`<div class="rail">
    ${railButton(
      view,
      'layers',
      open,
      open ? 'layers.collapse' : 'layers.open',
      () => view.change(over ? { overOpen: !open } : { leftOpen: !open }),
      'layers',
    )}
    ${
      look.layout.name === 'narrow'
        ? railButton(
            view,
            'scan-search',
            look.rightOpen,
            look.rightOpen ? 'panel.close' : 'panel.open',
            () => view.change({ rightOpen: !look.rightOpen }),
          )
        : nothing
    }
  </div>`;
}

function railButton(
  { lang }: Frame,
  name: IconName,
  open: boolean,
  word: UiWord,
  onClick: () => void,
  command?: CommandId,
): TemplateResult {
  return html`<button
    class="icon-button"
    type="button"
    data-command=${command ?? nothing}
    aria-expanded=${open}
    aria-label=${say(word, lang)}
    title=${say(word, lang)}
    @click=${onClick}
  >
    ${icon(name, 18)}
  </button>`;
}

/** What is left of a panel that was put away beside the map. */
function rightRail(view: Frame): TemplateResult {
  return html`<div class="rail right-rail" data-region tabindex="-1">
    ${railButton(view, 'scan-search', false, 'panel.open', () => view.change({ rightOpen: true }))}
  </div>`;
}

export function rightPanel(view: Frame): TemplateResult | typeof nothing {
  const { look, lang } = view;
  const { name } = look.layout;
  const over = name === 'narrow';
  if (!look.rightOpen) return over ? nothing : rightRail(view);
  const movable = name === 'full' || name === 'wide';
  const usual = movable ? RIGHT_WIDTH[name] : RIGHT_WIDTH.compact;
  const width = movable ? (look.rightWidth ?? usual) : usual;
  return html`<aside
    class="right ${over ? 'over' : ''}"
    .style=${`--right:${width}px`}
    aria-label=${say('region.result', lang)}
    data-region
    tabindex="-1"
  >
    ${
      movable
        ? html`<sanxian-panel-edge
            side="right"
            .label=${say('edge.right', lang)}
            .width=${width}
            .min=${RIGHT_WIDTH.min}
            .max=${RIGHT_WIDTH.max}
            @sanxian-resize=${(event: CustomEvent<{ width: number | null }>) =>
              view.change({ rightWidth: event.detail.width })}
            @sanxian-edge-close=${() => view.change({ rightOpen: false })}
          ></sanxian-panel-edge>`
        : nothing
    }
    ${resultRegion(view)}
  </aside>`;
}
