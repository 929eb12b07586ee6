import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { IndicatorState } from '../domain/statistics.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import { figure } from './figures.ts';
import type { SpokenIndicator } from './review-state.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import { verdictMark } from './verdict-mark.ts';
import '../text/words/later.ts';

/** Indicators are no verdicts: arrows, in two tones; only what was not computed borrows the dashed circle. */
const TONES = {
  'above-floor': 'mode',
  'below-ceiling': 'mode',
  'below-floor': 'warn',
  'above-ceiling': 'warn',
  'not-computed': 'gap-tone',
} as const satisfies Record<IndicatorState, string>;

/** The bar ends a little beyond limit and value. */
const ROOM = 1.25;

/** A target of the rule pack with the value of the layers, the limit, and on which side of it they are. */
@element('sanxian-indicator-card')
export class SanxianIndicatorCard extends SanxianElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }
      article {
        padding: 6px 12px 8px 10px;
        border-left: 4px solid var(--tone-line);
        border-bottom: 1px solid var(--sx-line);
        background: var(--sx-bg-panel);
      }
      header,
      .figures {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 8px;
      }
      header {
        align-items: center;
        min-height: 24px;
      }
      h3 {
        min-width: 0;
        font-size: var(--sx-fs-3);
        line-height: var(--sx-lh-3);
        font-weight: 600;
      }
      .chip {
        display: inline-flex;
        flex: none;
        align-items: center;
        gap: 5px;
        min-height: 22px;
        padding: 0 7px;
        border: 1px solid var(--sx-chip-edge, transparent);
        border-radius: var(--sx-r-1);
        background: var(--tone-bg);
        color: var(--tone-fg);
        --mark-ground: var(--tone-bg);
        font-weight: 600;
        white-space: nowrap;
      }
      .gap-tone .chip {
        border: 1px dashed var(--tone-line);
      }
      .figures {
        flex-wrap: wrap;
        gap: 0 12px;
      }
      .big {
        font-size: 18px;
        line-height: 26px;
        font-weight: 600;
      }
      .unit {
        color: var(--sx-text-2);
        font-size: var(--sx-fs-1);
      }
      .limit {
        color: var(--sx-text-2);
      }
      .bar {
        position: relative;
        height: 8px;
        margin: 3px 0 4px;
        border: 1px solid var(--sx-line-2);
        border-radius: 2px;
        background: var(--sx-bg-sunken);
      }
      .bar i {
        display: block;
        width: var(--part);
        height: 100%;
        background: var(--sx-accent);
      }
      .bar b {
        position: absolute;
        left: var(--limit);
        top: -4px;
        width: 2px;
        height: 14px;
        margin-left: -1px;
        background: var(--sx-text);
      }
      .differs {
        color: var(--sx-warn-fg);
      }
      .why {
        overflow-wrap: anywhere;
      }
      @media (forced-colors: active) {
        .chip,
        article {
          border-color: CanvasText;
        }
        .bar i {
          background: Highlight;
        }
        .bar b {
          background: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) indicator: SpokenIndicator | null = null;

  override render(): TemplateResult | typeof nothing {
    const { indicator } = this;
    if (!indicator) return nothing;
    const [target] = indicator.targets;
    if (!target) return nothing;
    const { state, value } = indicator;
    const unit = this.text(target.unit);
    const limit = limitWords(indicator, this.lang, value === null);
    return html`<article class=${TONES[state]}>
      <header>
        <h3>${this.text(target.title)}</h3>
        <span class="chip">${sign(state)}${this.say(`stat.${state}`)}</span>
      </header>
      ${
        value === null
          ? html`<p class="why">
              ${indicator.why ? this.text(indicator.why) : nothing} ${limit}
            </p>`
          : html`<div class="figures">
                <span><span class="big">${figure(value, decimalsOf(target.value))}</span> <span class="unit">${unit}</span></span>
                <span class="limit">${limit}</span>
              </div>
              ${bar(value, target.value)} ${this.net(indicator)}`
      }
    </article>`;
  }

  /** 净面积: what the layer's own attribute sums to, which authorities may count by. */
  private net({ net, state, targets }: SpokenIndicator): TemplateResult | typeof nothing {
    if (!net) return nothing;
    const differs = net.state !== state;
    return html`<p class="small ${differs ? 'differs' : 'quiet'}">
      ${this.say('stat.net', {
        v: figure(net.value, decimalsOf(targets[0]!.value)),
        state: this.say(`stat.${net.state}`),
      })}${differs ? html`<br />${this.say('stat.net.differs')}` : nothing}
    </p>`;
  }
}

function sign(state: IndicatorState): TemplateResult {
  if (state === 'not-computed') return verdictMark('undetermined', 14);
  const up = state === 'above-floor' || state === 'above-ceiling';
  const d = up ? 'M7 12.4V2M2.6 6.2 7 1.8l4.4 4.4' : 'M7 1.6V12M2.6 7.8 7 12.2l4.4-4.4';
  return html`<svg class="mark" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
    <path class="line" d=${d} />
  </svg>`;
}

function bar(value: number, limit: number): TemplateResult {
  const end = Math.max(value, limit * ROOM, Number.MIN_VALUE);
  const part = (of: number): string => `${Math.min(100, Math.max(0, (100 * of) / end))}%`;
  return html`<div class="bar" aria-hidden="true">
    <i .style=${`--part:${part(value)}`}></i><b .style=${`--limit:${part(limit)}`}></b>
  </div>`;
}

/** Large values to a hundredth, small ones (万平方千米, 倍) to a ten-thousandth. */
function decimalsOf(limit: number): number {
  return limit >= 100 ? 2 : 4;
}

/** 下限 1.2（2025、2027）: the limit as its paper writes it, with the years it is for. */
export function limitWords(
  { targets, years }: Pick<SpokenIndicator, 'targets' | 'years'>,
  lang: Language,
  withUnit: boolean,
): string {
  const target = targets[0]!;
  const side = target.op === '>=' ? 'stat.floor' : 'stat.ceiling';
  return say(withUnit ? `${side}.unit` : side, lang, {
    v: figure(target.value, (String(target.value).split('.')[1] ?? '').length),
    unit: target.unit[lang],
    years: years.join(say('stat.years.join', lang)),
  });
}
