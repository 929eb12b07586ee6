import { indicatorsOf } from '../../check/statistics/indicators.ts';
import { kindsToMeasure } from '../../check/statistics/measure-catalog.ts';
import {
  NO_STATISTICS,
  type SpokenResult,
  type StatisticsView,
} from '../../components/review-state.ts';
import type { CatalogLayer } from '../../domain/catalog.ts';
import type { StatisticsResult } from '../../domain/statistics.ts';
import { wordsFor } from '../../job/words.ts';
import { say } from '../../text/words/ui.ts';
import type { Shell } from '../shell.ts';
import { ReviewClient, type ReviewWorkerLike } from './review-client.ts';
import type { ReviewView } from './review-view.ts';
import '../../text/words/later.ts';

/** Files up to so many bytes together are summed without being asked. */
const UNASKED_BYTES = 64 * 1024 * 1024;

/** Sums by county in a worker of their own, so that nobody waits for them. */
export class StatisticsDesk {
  readonly #shell: Shell;
  readonly #client: ReviewClient;
  readonly #change: (change: Partial<ReviewView>) => void;
  readonly #verified: (ids: readonly string[]) => void;
  #running: AbortController | null = null;
  /** Results as they were told; their words follow the language. */
  #results = new Map<string, StatisticsResult>();
  #seen = false;

  constructor(
    shell: Shell,
    start: () => ReviewWorkerLike,
    change: (change: Partial<ReviewView>) => void,
    verified: (ids: readonly string[]) => void,
  ) {
    this.#shell = shell;
    this.#client = new ReviewClient(start);
    this.#change = change;
    this.#verified = verified;
  }

  leave(): void {
    this.#running?.abort();
    this.#running = null;
    this.#client.close();
    this.#results = new Map();
    this.#seen = false;
  }

  /** The tab is on screen. */
  seen(): void {
    const { catalog } = this.#shell.workspace.state;
    if (this.#seen || !catalog) return;
    this.#seen = true;
    const bytes = this.#layers().reduce((sum, one) => sum + one.bytes, 0);
    this.#show({ bytes });
    if (bytes <= UNASKED_BYTES) this.start(false);
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.#show({ state: 'stopped', progress: null });
  }

  /** What is being summed would be kept when it is done. */
  forget(): void {
    if (this.#running && this.#shell.look.review.statistics.state === 'running') this.stop();
    this.#client.close();
  }

  start(fresh: boolean): void {
    void this.#sumUp(fresh);
  }

  async #sumUp(fresh: boolean): Promise<void> {
    const { workspace } = this.#shell;
    const { catalog } = workspace.state;
    if (!catalog) return;
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    if (fresh) this.#results = new Map();
    this.#show({ state: 'running', progress: null, failure: null });
    await workspace.loadPack();
    if (running.signal.aborted) return;
    const targets = workspace.state.pack?.targets ?? [];
    this.#show({ packFailure: workspace.state.packFailure });
    const layers = this.#layers();
    const wanted = kindsToMeasure(layers, targets, catalog.region);
    const base = workspace.catalogUrl;
    try {
      const outcome = await this.#client.ask(
        { type: 'statistics', base, layers, wanted, fresh },
        running.signal,
        (news) => {
          if (running.signal.aborted) return;
          if (news.type === 'progress') this.#show({ progress: news.progress });
          else this.#take(news.key, news.result);
        },
      );
      if (running.signal.aborted) return;
      const failure = outcome.type === 'failed' ? outcome.why : null;
      this.#show({ state: 'done', progress: null, failure });
      const { lang } = this.#shell;
      this.#shell.change({ live: say('stat.live.done', lang, { n: this.#results.size }) });
    } catch (cause) {
      if (!running.signal.aborted) throw cause;
    }
  }

  #take(key: string, result: StatisticsResult): void {
    this.#results.set(key, result);
    if (result.state === 'measured') this.#verified(result.statistics.layers);
    this.#show({});
  }

  /** Current layers that can be summed: points have no area. */
  #layers(): CatalogLayer[] {
    const layers = this.#shell.workspace.state.catalog?.layers ?? [];
    return layers.filter(({ role, kind }) => role === 'current' && kind !== 'base-town');
  }

  #show(change: Partial<StatisticsView>): void {
    const { look, workspace } = this.#shell;
    const { catalog, pack } = workspace.state;
    const before = look.review.statistics ?? NO_STATISTICS;
    const indicators = catalog
      ? indicatorsOf(pack?.targets ?? [], catalog.region, this.#results)
      : [];
    const statistics: StatisticsView = {
      ...before,
      results: new Map([...this.#results].map(([key, result]) => [key, spoken(result)])),
      indicators: indicators.map((indicator) => {
        const { reason } = indicator;
        return { ...indicator, why: reason && wordsFor(reason.code, reason.params) };
      }),
      ...change,
    };
    this.#change({ statistics });
  }
}

function spoken(result: StatisticsResult): SpokenResult {
  if (result.state === 'measured') return result;
  const { code, params } = result.reason;
  return { ...result, why: wordsFor(code, params) };
}
