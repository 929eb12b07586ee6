import { html, nothing, type TemplateResult } from 'lit';
import { say, type UiWord, type WordParams } from '../text/words/ui.ts';
import type { SanxianBatchPage } from './batch-page.ts';
import type { BatchAct, BatchView } from './batch-view.ts';
import { emit } from './events.ts';
import { type IconName, icon } from './icons.ts';
import '../text/words/later.ts';

interface HeadState {
  /** It is asked whether the table is to be cleared. */
  readonly clearing: boolean;
  setClearing(clearing: boolean): void;
}

/** The first line of a batch: how far it has come, what can be done with it. */
export function batchHead(
  page: SanxianBatchPage,
  view: BatchView,
  state: HeadState,
): TemplateResult {
  const { lang } = page;
  const t = (word: UiWord, params?: WordParams) => say(word, lang, params);
  const { rows, run, look, checked } = view;
  const done = rows.filter((row) => row.state === 'done').length;
  const failed = rows.filter((row) => row.state === 'failed').length;
  const waiting = rows.filter((row) => row.state === 'waiting' || row.state === 'running').length;
  const passed = rows.length - waiting;
  const act = (what: BatchAct) => () => emit(page, 'sanxian-batch', what);
  const button = (word: UiWord, name: IconName | null, onClick: () => void, params?: WordParams) =>
    html`<button class="button" type="button" @click=${onClick}>
      ${name ? icon(name) : nothing}${t(word, params)}
    </button>`;
  return html`<div class="line-1">
      <h2>${t('batch.title')}</h2>
      <div class="far">
        <div
          class="progress"
          role="progressbar"
          aria-label=${t('batch.progress')}
          aria-valuemin="0"
          aria-valuemax=${rows.length}
          aria-valuenow=${passed}
        >
          <i .style=${`--part:${(passed / rows.length) * 100}%`}></i>
        </div>
        <p class="small">${t('batch.count', { i: done, n: rows.length })}${outcome(view, done, t)}</p>
      </div>
      ${
        run === 'running'
          ? html`${button('batch.pause', 'pause', act({ act: 'pause' }))}
            ${button('batch.cancel', null, act({ act: 'cancel' }))}`
          : waiting > 0
            ? button(passed > 0 ? 'batch.resume' : 'batch.start', 'play', act({ act: 'resume' }))
            : nothing
      }
      ${
        failed > 0 && run !== 'running'
          ? button('batch.retry.all', 'refresh', act({ act: 'retry', key: null }), { n: failed })
          : nothing
      }
      <span class="push"></span>
      <label class="find"
        ><span class="hidden-text">${t('batch.find')}</span>${icon('list-filter', 14)}<input
          type="search"
          placeholder=${t('batch.find')}
          .value=${look.query}
          @input=${({ target }: Event) =>
            emit(page, 'sanxian-batch', {
              act: 'look',
              look: { query: (target as HTMLInputElement).value },
            })}
      /></label>
      ${button('batch.add', 'plus', () => page.pick('files'))}
      <button
        class="icon-button framed"
        type="button"
        aria-label=${t('batch.add.folder')}
        title=${t('batch.add.folder')}
        @click=${() => page.pick('folder')}
      >
        ${icon('folder-open')}
      </button>
      <button
        class="button ${checked.size === 0 && run !== 'running' ? 'primary' : ''}"
        type="button"
        title=${t('batch.export.hint')}
        @click=${act({ act: 'export' })}
      >
        ${icon('file-down')}${t('batch.export')}
      </button>
      <button
        class="icon-button"
        type="button"
        aria-label=${t('batch.clear')}
        title=${t('batch.clear')}
        aria-expanded=${state.clearing}
        @click=${() => state.setClearing(!state.clearing)}
      >
        ${icon('trash')}
      </button>
      ${page.inputs()}
    </div>
    ${
      state.clearing
        ? html`<div class="said sure" role="group" aria-label=${t('batch.clear')}>
            ${icon('triangle-alert')}
            <p>${t('batch.clear.sure', { n: rows.length })}</p>
            <span
              ><button
                class="button"
                type="button"
                @click=${() => {
                  state.setClearing(false);
                  emit(page, 'sanxian-batch', { act: 'clear' });
                }}
              >
                ${t('batch.clear')}</button
              ><button class="button" type="button" @click=${() => state.setClearing(false)}>
                ${t('batch.cancel')}
              </button></span
            >
          </div>`
        : nothing
    }`;
}

/** After the numbers: the time left, or what the end is. Only a batch wholly checked says so. */
function outcome(
  { rows, run, remainingS }: BatchView,
  done: number,
  t: (word: UiWord, params?: WordParams) => string,
): TemplateResult {
  if (run === 'running') {
    const left = remainingS === null ? t('batch.estimating') : timeLeft(remainingS, t);
    return html` · ${left}`;
  }
  const complete = rows.filter(({ state, item }) => state === 'done' && item?.complete).length;
  const open = rows.length - complete;
  const paused = run === 'paused' ? html` · ${t('batch.paused')}` : nothing;
  if (open > 0) {
    return html`${paused} · <span class="gap">${t('batch.unfinished', { n: open })}</span>`;
  }
  return html`${paused} · ${done === rows.length ? t('batch.all.done') : ''}`;
}

function timeLeft(seconds: number, t: (word: UiWord, params?: WordParams) => string): string {
  if (seconds < 60)
    return t('batch.left.s', { n: seconds < 10 ? seconds : Math.ceil(seconds / 5) * 5 });
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return t('batch.left.min', { n: minutes });
  return t('batch.left.h', { n: Math.ceil(minutes / 60) });
}
