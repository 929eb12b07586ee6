/// <reference lib="webworker" />

import { version } from '../../package.json';
import type { Note } from '../domain/note.ts';
import type { Progress } from '../domain/progress.ts';
import type { CheckReport } from '../domain/report.ts';
import { UserError } from '../domain/user-error.ts';
import { openInput } from '../files/open-input.ts';
import { loadClipper } from '../geometry/clip.ts';
import { CLIPPER_WASM_URL } from '../geometry/clipper-wasm-url.ts';
import { withHints } from '../job/pack-hints.ts';
import { type Region, regionOf } from '../job/region-of.ts';
import { openRemoteCatalog } from '../job/remote-catalog.ts';
import {
  type CatalogHandle,
  type LoadedPack,
  measureProject,
  openPack,
  reportOf,
} from '../job/run-check.ts';
import { withWords, wordsFor } from '../job/words.ts';
import { explainReport } from '../policy/explain-report.ts';
import { reportFormat } from '../report/formats/registry.ts';
import { CatalogShelf } from './catalog-shelf.ts';
import type { CheckAnswer, CheckRequest } from './check-protocol.ts';
import { GroundMemory } from './ground-memory.ts';
import { KeptLayers } from './offline/kept-layers.ts';
import { once } from './once.ts';
import { type GdalWorkerLike, gdalAddresses, pageGdal } from './page-gdal.ts';
import { reportAssetsFrom } from './report-assets.ts';
import { ReportSurroundings } from './report-surroundings.ts';

/** The core behind a message port: opens projects, checks, exports. Holds open catalogs, no state else. */

declare const self: DedicatedWorkerGlobalScope;

/** Without the distributive form an answer would lose which fields belong to which type. */
type Failure = Extract<CheckAnswer, { type: 'error' }>['error'];
type Body<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never;

const running = new Map<number, AbortController>();
/** What is kept here is read anew, and whole, by the next check. */
const kept = new KeptLayers({ isHashed: true, changed: () => catalogs.forget() });
const catalogs: CatalogShelf = new CatalogShelf(async (url) =>
  openRemoteCatalog(await wholeFile(url), url, {}, kept),
);
const packs = new Map<string, Promise<LoadedPack>>();
const assets = reportAssetsFrom(self.location.href);
/** A browser has to be told where the wasm is. */
const clipper = () => loadClipper(new URL(CLIPPER_WASM_URL, self.location.href).href);
const gdal = pageGdal(
  () =>
    new Worker(new URL('./gdal-worker.ts', import.meta.url), {
      type: 'module',
    }) as unknown as GdalWorkerLike,
  gdalAddresses(self.location.href),
);
const ground = new GroundMemory();
const around = new ReportSurroundings(catalogs, clipper);
let sequence = 0;

/** To the second, as the command line says it: what is made of a report is the same there. */
const now = (): string => new Date().toISOString().replace(/\.\d{3}Z$/, 'Z');

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  if (data.type === 'cancel') {
    running.get(data.target)?.abort();
    return;
  }
  const abort = new AbortController();
  running.set(data.id, abort);
  answer(data, abort.signal)
    .then(
      (body) => send({ ...body, id: data.id } as CheckAnswer),
      (error: unknown) => send({ id: data.id, type: 'error', error: failureOf(error) }),
    )
    .finally(() => running.delete(data.id));
});

function send(message: CheckAnswer): void {
  self.postMessage(message);
}

async function answer(
  request: Exclude<CheckRequest, { type: 'cancel' }>,
  signal: AbortSignal,
): Promise<Body<CheckAnswer>> {
  switch (request.type) {
    case 'open': {
      const { id, file, answers, catalogUrl } = request;
      const region = await regionAt(catalogUrl, signal);
      const onProgress = (progress: Progress) => send({ id, type: 'progress', progress });
      const options = { ...region, answers, gdal, signal, onProgress, clipper };
      const { projects, fields, failures } = await openInput(file, options);
      const noteTexts = projects.map(({ notes }) => notes.map((note) => withWords(note).text));
      const failed = failures.map(({ file, error }) => ({ file, text: failureOf(error).text }));
      return { type: 'projects', projects, noteTexts, fields, failed };
    }
    case 'judge': {
      const again = ground.judge(request, now());
      if (again) return { type: 'report', report: again };
      return answer({ ...request, type: 'check' }, signal);
    }
    case 'explain': {
      const { report, catalogUrl } = request;
      const [policy] = report.policies;
      const { pack, sha256 } = await packAt(catalogUrl, policy!.id);
      const known = sha256 === policy!.sha256;
      const explanation = known ? explainReport(report, pack) : { agrees: false, paths: [] };
      return { type: 'explanation', explanation };
    }
    case 'check': {
      const report = await catalogs.use(
        request.catalogUrl,
        (handle) => check(request, handle, signal),
        () => send({ id: request.id, type: 'reopened' }),
      );
      return { type: 'report', report };
    }
    case 'export': {
      const format = reportFormat(request.format);
      if (!format) throw new UserError('format-unknown', { format: request.format });
      const { report, lang, drawn = {} } = request;
      const { catalogUrl, grey } = drawn;
      const asked = format.drawsFigures && catalogUrl;
      const surroundings = asked ? await around.of(report, catalogUrl, signal) : null;
      const file = await format.render(report, { lang, assets, grey, surroundings });
      return { type: 'file', ...file };
    }
    case 'pack': {
      const loaded = await catalogs.use(request.catalogUrl, (handle) =>
        packOf(request.catalogUrl, handle),
      );
      return { type: 'pack', pack: loaded.pack };
    }
  }
}

async function check(
  request: Extract<CheckRequest, { type: 'check' }>,
  handle: CatalogHandle,
  signal: AbortSignal,
): Promise<CheckReport> {
  const loaded = await packOf(request.catalogUrl, handle);
  const measured = await measureProject(
    // The answers on the page are the answers: one that was taken back is open again.
    { ...request.project, claim: {} },
    request.claim,
    handle,
    loaded,
    await clipper(),
    {
      thresholdM2: 1,
      accuracyM: null,
      geometry: request.geometry,
      createdAt: now(),
      sequence: ++sequence,
      version,
    },
    signal,
    (progress) => send({ id: request.id, type: 'progress', progress }),
  );
  ground.keep(request, measured);
  return reportOf(measured);
}

/** A rule pack beside the catalog, with the hints it names. */
function packAt(catalogUrl: string, packId: string): Promise<LoadedPack> {
  const beside = (file: string) => new URL(`../data/policy/${file}`, catalogUrl).href;
  return once(packs, beside(`${packId}.yaml`), async () =>
    withHints(openPack(await wholeFile(beside(`${packId}.yaml`)), `${packId}.yaml`), (file) =>
      wholeFile(beside(file)),
    ),
  );
}

/** The rules that a catalog names. */
async function packOf(catalogUrl: string, { catalog }: CatalogHandle): Promise<LoadedPack> {
  const packId = catalog.policy;
  if (packId === undefined) throw new UserError('policy-unnamed', { catalog: catalogUrl });
  return packAt(catalogUrl, packId);
}

/** The catalog's place; a catalog that does not load is said when the check needs it. */
async function regionAt(catalogUrl: string, signal: AbortSignal): Promise<Partial<Region>> {
  if (catalogUrl === '') return {};
  try {
    return await catalogs.use(catalogUrl, (handle) => regionOf(handle, signal));
  } catch (error) {
    if (error instanceof UserError) return {};
    throw error;
  }
}

/**
 * A small file as one plain request. Not by ranges: a browser that has the file compressed in its cache
 * answers a range from the compressed length. Always asked anew: a catalog and its layers are replaced
 * together.
 */
async function wholeFile(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { cache: 'no-cache' }).catch((error: unknown) => {
    throw new UserError('file-unreadable', { file: url, reason: String(error) });
  });
  if (!response.ok) throw new UserError('file-unreadable', { file: url, reason: response.status });
  return new Uint8Array(await response.arrayBuffer());
}

/** Defects of a file get their sentences, as the error itself does. */
function worded(detail: unknown): unknown {
  if (typeof detail !== 'object' || detail === null || !('defects' in detail)) return detail;
  const defects = (detail.defects as Note[]).map((note) => ({ ...withWords(note), at: note.at }));
  return { ...detail, defects };
}

function failureOf(error: unknown): Failure {
  if (error instanceof UserError) {
    const { code, params, detail } = error;
    return { code, params, detail: worded(detail), text: wordsFor(code, params) };
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return { code: 'aborted', params: {}, detail: null, text: { zh: '已取消', en: 'Cancelled' } };
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: 'internal',
    params: { message },
    detail: null,
    text: wordsFor('internal', { message }),
  };
}
