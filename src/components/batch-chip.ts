import { css, html, type TemplateResult } from 'lit';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import { type BatchRow, pillOf } from './batch-rows.ts';
import { icon } from './icons.ts';
import './verdict-chip.ts';
import '../text/words/later.ts';

export const batchChipStyles = css`
  .state-chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 22px;
    padding: 0 6px;
    border: 1px solid var(--sx-line);
    border-radius: var(--sx-r-1);
    background: var(--sx-bg-sunken);
    color: var(--sx-text-2);
    white-space: nowrap;
  }
  .state-chip.bare {
    padding: 0;
    border-color: transparent;
    background: none;
  }
`;

/** What a row came to: its verdict, or in plain words that there is none. */
export function batchChip(row: BatchRow, lang: Language): TemplateResult {
  const pill = pillOf(row);
  if (row.state === 'running') return state('loader', say('batch.running', lang), true);
  switch (pill) {
    case 'waiting':
      return state(null, say('batch.waiting', lang), true);
    case 'asks':
      return state('help', say('batch.asks', lang), false);
    case 'failed':
      return state('file-x', say('batch.failed', lang), false);
    default:
      return html`<sanxian-verdict-chip .lang=${lang} .verdict=${pill}></sanxian-verdict-chip>`;
  }
}

function state(name: 'loader' | 'help' | 'file-x' | null, word: string, bare: boolean) {
  return html`<span class="state-chip ${bare ? 'bare' : ''}"
    >${name ? icon(name) : ''}<span>${word}</span></span
  >`;
}
