import { type ChildProcess, fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GdalConversion, GdalConverted, GdalPort } from '../../files/sources/gdal-port.ts';
import { fileSource } from '../file-source.ts';
import { countRecords } from './count-records.ts';

/** gdal3.js in a process of its own, to be closed after use. */
export interface GdalProcess extends GdalPort {
  close(): void;
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

type Waiting = {
  /** Who was asked. */
  readonly of: ChildProcess;
  resolve(value: unknown): void;
  reject(error: unknown): void;
};

/** @param folder where conversions are written; the process starts with the first question */
export function gdalProcess(folder: string): GdalProcess {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | null = null;
  let asked = 0;

  const start = (): ChildProcess => {
    const require = createRequire(import.meta.url);
    const own = dirname(require.resolve('gdal3.js/dist/package/gdal3.node.js'));
    const script = fileURLToPath(new URL('./gdal-process.js', import.meta.url));
    const stdio = ['ignore', 'ignore', 'ignore', 'ipc'] as const;
    const started = fork(script, [folder], { cwd: own, stdio: [...stdio], execArgv: [] });
    started.on('message', (answer: Answer) => {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.error === undefined) one?.resolve(answer.value);
      else one?.reject(new Error(answer.error));
    });
    started.on('exit', (code, signal) => {
      // by then another may have been started
      if (child === started) child = null;
      const error = new Error(`gdal3.js ended (${signal ?? code})`);
      for (const [id, one] of waiting) {
        if (one.of !== started) continue;
        waiting.delete(id);
        one.reject(error);
      }
    });
    return started;
  };

  const ask = (question: Record<string, unknown>, signal?: AbortSignal): Promise<unknown> => {
    signal?.throwIfAborted();
    child ??= start();
    const asking = child;
    const id = ++asked;
    return new Promise<unknown>((resolve, reject) => {
      const onAbort = (): void => {
        waiting.delete(id);
        asking.kill('SIGKILL'); // it is deep in a call and hears nothing else
        if (child === asking) child = null;
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      const settled = (): void => signal?.removeEventListener('abort', onAbort);
      waiting.set(id, {
        of: asking,
        resolve: (value) => {
          settled();
          resolve(value);
        },
        reject: (error) => {
          settled();
          reject(error);
        },
      });
      asking.send({ id, ...question });
    });
  };

  return {
    inspect: (path, openOptions, signal) =>
      ask({ op: 'inspect', path: posix(path), openOptions }, signal),
    async convert({ path, openOptions, args, onFeatures, signal }: GdalConversion) {
      const output = `converted-${asked + 1}`;
      const file = join(folder, `${output}.fgb`);
      const question = { op: 'convert', path: posix(path), openOptions, args, output };
      const counting = countRecords(file, onFeatures);
      try {
        await ask(question, signal);
      } finally {
        counting.stop();
      }
      return convertedFile(file);
    },
    close: () => child?.kill(),
  };
}

export function convertedFile(file: string): GdalConverted {
  return { source: fileSource(file), release: () => rm(file, { force: true }) };
}

/** The library divides paths at `/` alone. */
function posix(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
