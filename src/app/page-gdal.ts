import GDAL_SCRIPT from 'gdal3.js/dist/package/gdal3.js?url';
import GDAL_DATA from 'gdal3.js/dist/package/gdal3WebAssembly.data?url';
import GDAL_WASM from 'gdal3.js/dist/package/gdal3WebAssembly.wasm?url';
import { memorySource } from '../bytes/memory-source.ts';
import type { ProjectGdal } from '../files/project-gdal.ts';
import type { GdalPort } from '../files/sources/gdal-port.ts';
import type { GdalAddresses, GdalAnswer, GdalQuestion } from './gdal-protocol.ts';

/** The part of a Worker that is needed here. */
export interface GdalWorkerLike {
  onmessage: ((event: { data: GdalAnswer }) => void) | null;
  onerror: ((event: { message?: string; preventDefault?(): void }) => void) | null;
  postMessage(message: GdalQuestion): void;
  terminate(): void;
}

/** After so long without a question the worker is ended, and its 100 MB are free again. */
const IDLE_MS = 30_000;

/** Where gdal3.js is served, whatever path the app is under. */
export function gdalAddresses(base: string): GdalAddresses {
  const at = (path: string): string => new URL(path, base).href;
  return { script: at(GDAL_SCRIPT), wasm: at(GDAL_WASM), data: at(GDAL_DATA) };
}

type Body = GdalQuestion extends infer Q
  ? Q extends { id: number }
    ? Omit<Q, 'id'>
    : never
  : never;
type Waiting = { resolve(value: unknown): void; reject(error: unknown): void };

/**
 * GDAL for the page, in a worker that starts with the first file that needs it. One file at a time: the
 * library has one place for files. An abort ends the worker, which is deep in a call and hears nothing.
 */
export function pageGdal(start: () => GdalWorkerLike, addresses: GdalAddresses): ProjectGdal {
  const waiting = new Map<number, Waiting>();
  let worker: GdalWorkerLike | null = null;
  let asked = 0;
  let turn: Promise<void> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;

  const end = (error: unknown): void => {
    worker?.terminate();
    worker = null;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };

  const begin = (): GdalWorkerLike => {
    const started = start();
    started.onmessage = ({ data }) => {
      const one = waiting.get(data.id);
      waiting.delete(data.id);
      if ('error' in data) one?.reject(new Error(data.error));
      else one?.resolve(data.value);
    };
    started.onerror = (event) => {
      event.preventDefault?.();
      if (started === worker) end(new Error(`gdal3.js ended: ${event.message ?? ''}`));
    };
    worker = started;
    return started;
  };

  const ask = async (body: Body, signal?: AbortSignal): Promise<unknown> => {
    signal?.throwIfAborted();
    const asking = worker ?? begin();
    const id = ++asked;
    const onAbort = (): void => end(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        asking.postMessage({ ...body, id } as GdalQuestion);
      });
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  };

  const gdal: GdalPort = {
    inspect: (path, openOptions, signal) => ask({ op: 'inspect', path, openOptions }, signal),
    async convert({ path, openOptions, args, signal }) {
      const bytes = (await ask({ op: 'convert', path, openOptions, args }, signal)) as Uint8Array;
      return { source: memorySource('converted.fgb', bytes), release: async () => {} };
    },
  };

  return {
    async mount(files, signal) {
      const before = turn;
      let leave = (): void => {};
      turn = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      clearTimeout(idle);
      const release = async (): Promise<void> => {
        idle = setTimeout(() => end(new Error('idle')), IDLE_MS);
        leave();
      };
      try {
        if (worker === null) await ask({ op: 'start', addresses }, signal);
        await ask({ op: 'mount', files }, signal);
        return { gdal, pathOf: (name) => `/input/${name}`, release };
      } catch (error) {
        await release();
        throw error;
      }
    },
  };
}
