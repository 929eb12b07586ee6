import { LAYER_STATE_WORDS, wasLookedAt } from '../domain/layer-state.ts';
import type { CheckReport, ReportLayer } from '../domain/report.ts';
import { NO_VALUE } from '../text/numbers.ts';
import type { Language } from '../text/text.ts';

/** Editions of the layers that were looked at: a layer that said nothing dates nothing. */
export function editionsOf(layers: readonly ReportLayer[]): string {
  const editions = layers.filter((one) => wasLookedAt(one.state)).map((one) => one.edition);
  return [...new Set(editions)].sort().join('、') || NO_VALUE;
}

export interface Participation {
  /** How many layers were looked at. */
  readonly lookedAt: number;
  /** The others by name, each with why; empty where there are none. Also layers that are no line. */
  readonly others: (lang: Language) => string;
}

/** Which layers took part in the check, and which did not. */
export function participation({ layers }: Pick<CheckReport, 'layers'>): Participation {
  const silent = layers.filter((layer) => !wasLookedAt(layer.state));
  return {
    lookedAt: layers.length - silent.length,
    others: (lang) => {
      const named = silent.map(({ title, state }) => {
        const why = LAYER_STATE_WORDS[state][lang];
        return lang === 'zh' ? `${title.zh}（${why}）` : `${title.en} (${why})`;
      });
      return named.join(lang === 'zh' ? '、' : ', ');
    },
  };
}
