/// <reference lib="webworker" />

import { liveCheck } from '../../check/live-check.ts';
import { prepareCheckSite } from '../../check/site.ts';
import { UserError } from '../../domain/user-error.ts';
import { type Clipper, loadClipper } from '../../geometry/clip.ts';
import { CLIPPER_WASM_URL } from '../../geometry/clipper-wasm-url.ts';
import type { BBox } from '../../geometry/shapes.ts';
import { openRemoteCatalog } from '../../job/remote-catalog.ts';
import { wordsFor } from '../../job/words.ts';
import { KeptLayers } from '../offline/kept-layers.ts';
import { edgesIn } from './edges-in.ts';
import { LiveLayers } from './live-layers.ts';
import { liveLines } from './live-lines.ts';
import type { FromLiveWorker, ToLiveWorker } from './live-protocol.ts';

/** Measures what is drawn, apart from the page: the kernel and the layers around the place. */
declare const self: DedicatedWorkerGlobalScope;

type Look = Extract<ToLiveWorker, { type: 'look' }>;

const THRESHOLD_M2 = 1;

const kept = new KeptLayers({ isHashed: true });
let layers: LiveLayers | null = null;
let clipper: Clipper | null = null;
let last: Look | null = null;
let view: BBox | null = null;

self.addEventListener('message', ({ data }: MessageEvent<ToLiveWorker>) => {
  if (data.type === 'open') void open(data.catalogUrl);
  else if (data.type === 'look') look(data);
  else {
    view = data.box;
    layers?.want(view);
    sendEdges();
  }
});

async function open(catalogUrl: string): Promise<void> {
  try {
    clipper = await loadClipper(new URL(CLIPPER_WASM_URL, self.location.href).href);
    const response = await fetch(catalogUrl, { cache: 'no-cache' });
    if (!response.ok) {
      throw new UserError('file-unreadable', { file: catalogUrl, reason: response.status });
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { sources } = openRemoteCatalog(bytes, catalogUrl, {}, kept);
    layers = new LiveLayers(sources.values(), () => {
      if (last) look(last);
      sendEdges();
    });
    if (view) layers.want(view);
    if (last) look(last);
  } catch (cause) {
    const error =
      cause instanceof UserError ? cause : new UserError('internal', { message: String(cause) });
    send({ type: 'failed', id: null, why: wordsFor(error.code, error.params) });
  }
}

function look(asked: Look): void {
  last = asked;
  if (!layers || !clipper) return;
  const start = performance.now();
  try {
    const site = prepareCheckSite(asked, clipper);
    layers.want(site.bbox);
    const found = liveCheck(site, layers.around(site.bbox), clipper, THRESHOLD_M2);
    send({
      type: 'looked',
      id: asked.id,
      siteM2: site.areaM2,
      lines: liveLines(found.lines),
      pieces: found.pieces,
      piecesLeftOut: found.piecesLeftOut,
      tookMs: performance.now() - start,
    });
  } catch (cause) {
    const error =
      cause instanceof UserError ? cause : new UserError('internal', { message: String(cause) });
    send({ type: 'failed', id: asked.id, why: wordsFor(error.code, error.params) });
  }
}

function sendEdges(): void {
  if (!layers || !view) return;
  const segments = edgesIn(layers.around(view), view);
  self.postMessage({ type: 'edges', segments } satisfies FromLiveWorker, [segments.buffer]);
}

function send(message: FromLiveWorker): void {
  self.postMessage(message);
}
