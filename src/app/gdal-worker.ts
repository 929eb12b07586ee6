/// <reference lib="webworker" />

import type { GdalAddresses, GdalAnswer, GdalQuestion } from './gdal-protocol.ts';

/**
 * gdal3.js in a worker of its own: its calls block, and its memory is freed by ending it. The library is
 * fetched as the files it came in, so that they can be replaced (LGPL), and is not bundled.
 */
declare const self: DedicatedWorkerGlobalScope;

type Dataset = object;

/** The part of gdal3.js that is used here. */
interface Gdal {
  open(files: unknown, openOptions?: readonly string[]): Promise<{ datasets: Dataset[] }>;
  ogrinfo(dataset: Dataset, options: readonly string[]): Promise<unknown>;
  ogr2ogr(
    dataset: Dataset,
    options: readonly string[],
    output: string,
  ): Promise<{ readonly local: string }>;
  getFileBytes(path: string): Promise<Uint8Array>;
  close(dataset: Dataset): Promise<void>;
}

let gdal: Gdal | null = null;
/** Lines that GDAL printed during the present question. */
let said: string[] = [];
let outputs = 0;

self.addEventListener('message', ({ data }: MessageEvent<GdalQuestion>) => {
  said = [];
  answer(data).then(
    (value) => self.postMessage({ id: data.id, value } satisfies GdalAnswer),
    (error: unknown) => {
      const lines = [wordsOf(error), ...said].filter((line) => line !== '');
      self.postMessage({ id: data.id, error: lines.join('\n') } satisfies GdalAnswer);
    },
  );
});

async function answer(question: GdalQuestion): Promise<unknown> {
  if (question.op === 'start') {
    gdal = await start(question.addresses);
    return null;
  }
  if (gdal === null) throw new Error('gdal3.js has not been started');
  if (question.op === 'mount') {
    // files are laid out by opening them; which of them GDAL knows is asked later
    const blobs = question.files.map(({ name, bytes }) =>
      Object.assign(new Blob([bytes as Uint8Array<ArrayBuffer>]), { name }),
    );
    const opened = await gdal.open(blobs).catch(() => ({ datasets: [] }));
    for (const dataset of opened.datasets) await gdal.close(dataset);
    return null;
  }
  const { datasets } = await gdal.open(question.path, question.openOptions);
  const [dataset] = datasets;
  if (dataset === undefined) throw new Error('no data set');
  try {
    if (question.op === 'inspect') return await gdal.ogrinfo(dataset, ['-so']);
    const args = ['-f', 'FlatGeobuf', ...question.args];
    const { local } = await gdal.ogr2ogr(dataset, args, `converted-${++outputs}`);
    // what GDAL could not do to a single record is an error line, no failure of the call
    const failures = said.filter((line) => line.startsWith('ERROR'));
    if (failures.length > 0) throw new Error(failures.join('\n'));
    return await gdal.getFileBytes(local);
  } finally {
    await gdal.close(dataset);
  }
}

async function start({ script, wasm, data }: GdalAddresses): Promise<Gdal> {
  await import(/* @vite-ignore */ script);
  // it listens as if the worker were its own
  self.onmessage = null;
  const { initGdalJs } = globalThis as unknown as {
    initGdalJs(config: object): Promise<Gdal>;
  };
  const listen = (line: string): void => {
    said.push(line);
  };
  const config = { useWorker: false, paths: { wasm, data } };
  return initGdalJs({ ...config, logHandler: listen, errorHandler: listen });
}

function wordsOf(error: unknown): string {
  if (Array.isArray(error)) return error.map(wordsOf).join('\n');
  return (error as { message?: string } | null)?.message ?? String(error);
}
