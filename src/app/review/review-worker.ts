/// <reference lib="webworker" />

import { identifyAt } from '../../check/identify-at.ts';
import { outlineOf } from '../../check/outline-of.ts';
import { measureCatalog } from '../../check/statistics/measure-catalog.ts';
import {
  kindsKey,
  type StatisticsProgress,
  type StatisticsResult,
} from '../../domain/statistics.ts';
import { UserError } from '../../domain/user-error.ts';
import { makeSheet } from '../../job/make-sheet.ts';
import { wordsFor } from '../../job/words.ts';
import type { Text } from '../../text/text.ts';
import { reportAssetsFrom } from '../report-assets.ts';
import { KeptStatistics, statisticsKey } from './kept-statistics.ts';
import { LayerFiles, wholeLayerFile } from './layer-files.ts';
import type {
  ReviewAnswer,
  ReviewJob,
  ReviewNews,
  ReviewOutcome,
  ReviewRequest,
} from './review-protocol.ts';

/** Asks layer files what lies at a place, sums them by county, and draws them to scale. */
declare const self: DedicatedWorkerGlobalScope;

type Job<T extends ReviewJob['type']> = Extract<ReviewJob, { type: T }>;
type Tell = (news: ReviewNews) => void;

const files = new LayerFiles();
const kept = new KeptStatistics();
const assets = reportAssetsFrom(self.location.href);
const running = new Map<number, AbortController>();

self.addEventListener('message', ({ data }: MessageEvent<ReviewRequest>) => {
  if (data.type === 'stop') running.get(data.id)?.abort();
  else void run(data);
});

async function run(request: ReviewJob & { readonly id: number }): Promise<void> {
  const { id } = request;
  const abort = new AbortController();
  running.set(id, abort);
  const tell = (message: ReviewNews | ReviewOutcome): void => {
    if (!abort.signal.aborted) self.postMessage({ ...message, id } as ReviewAnswer);
  };
  try {
    tell(await act(request, abort.signal, tell));
  } catch (cause) {
    tell({ type: 'failed', why: whyOf(cause) });
  } finally {
    running.delete(id);
  }
}

function act(job: ReviewJob, signal: AbortSignal, tell: Tell): Promise<ReviewOutcome> {
  switch (job.type) {
    case 'identify':
      return identify(job, signal);
    case 'statistics':
      return sumUp(job, signal, tell);
    case 'sheet':
      return sheet(job, signal);
    case 'outline':
      return outline(job, signal);
  }
}

async function identify(
  { base, layers, at }: Job<'identify'>,
  signal: AbortSignal,
): Promise<ReviewOutcome> {
  const sources = layers.map((entry) => files.of(base, entry));
  const identified = await identifyAt(at, sources, signal);
  identified.layers.forEach(({ reason }, i) => {
    if (reason) files.forget(base, layers[i]!);
  });
  return { type: 'identified', identified };
}

async function sumUp(
  { base, layers, wanted, fresh }: Job<'statistics'>,
  signal: AbortSignal,
  tell: Tell,
): Promise<ReviewOutcome> {
  const keys = new Map(wanted.map((kinds) => [kindsKey(kinds), statisticsKey(kinds, layers)]));
  const open: (typeof wanted)[number][] = [];
  for (const kinds of wanted) {
    const key = kindsKey(kinds);
    const before = fresh ? null : await kept.read(keys.get(key)!);
    signal.throwIfAborted();
    if (before) tell({ type: 'result', key, result: before });
    else open.push(kinds);
  }
  if (open.length === 0) return { type: 'summed' };
  const sources = new Map(layers.map((entry) => [entry.id, wholeLayerFile(base, entry)]));
  const keeping: Promise<void>[] = [];
  const onResult = (key: string, result: StatisticsResult): void => {
    tell({ type: 'result', key, result });
    // a failure may be over the next time
    if (result.state === 'measured') keeping.push(kept.keep(keys.get(key)!, result));
  };
  const onProgress = (progress: StatisticsProgress): void => tell({ type: 'progress', progress });
  await measureCatalog(sources, layers, open, { signal, onProgress, onResult });
  await Promise.all(keeping);
  return { type: 'summed' };
}

async function sheet({ base, sheet }: Job<'sheet'>, signal: AbortSignal): Promise<ReviewOutcome> {
  const sources = new Map(sheet.layers.map((entry) => [entry.id, files.of(base, entry)]));
  const made = await makeSheet(sheet, sources, assets, signal);
  for (const entry of sheet.layers) {
    if (made.missing.includes(entry.id)) files.forget(base, entry);
  }
  return { type: 'sheet', sheet: made };
}

async function outline(
  { base, layer, wanted }: Job<'outline'>,
  signal: AbortSignal,
): Promise<ReviewOutcome> {
  try {
    const found = await outlineOf(files.of(base, layer), wanted, signal);
    return { type: 'outline', outline: found };
  } catch (cause) {
    files.forget(base, layer);
    throw cause;
  }
}

function whyOf(cause: unknown): Text {
  if (cause instanceof UserError) return wordsFor(cause.code, cause.params);
  const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return wordsFor('internal', { message });
}
