import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { GdalConversion, GdalPort } from '../../files/sources/gdal-port.ts';
import { countRecords } from './count-records.ts';
import { convertedFile } from './gdal-process.ts';

/** Sources larger than this are worth a native program where there is one (bytes). */
export const NATIVE_FROM = 500 * 1024 * 1024;

/** Whether `ogr2ogr` is found on the PATH and answers. */
export function hasNativeGdal(): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('ogr2ogr', ['--version'], { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/** The native `ogr2ogr`, which converts faster; looking into sources stays with `inspector`. */
export function nativeGdal(folder: string, inspector: GdalPort): GdalPort {
  let count = 0;
  return {
    inspect: inspector.inspect,
    async convert({ path, openOptions, args, onFeatures, signal }: GdalConversion) {
      const file = join(folder, `native-${++count}.fgb`);
      const options = openOptions.flatMap((option) => ['-oo', option]);
      // a table's name stands behind the source, where ogr2ogr wants it
      const [named, table] = divide(args);
      const counting = countRecords(file, onFeatures);
      try {
        await run(['-f', 'FlatGeobuf', ...options, ...named, file, path, ...table], signal);
      } finally {
        counting.stop();
      }
      return convertedFile(file);
    },
  };
}

/** Options (each with its value) and what comes after them. */
function divide(args: readonly string[]): [readonly string[], readonly string[]] {
  const last = args.findLastIndex((arg) => /^-[a-z]/.test(arg));
  return [args.slice(0, last + 2), args.slice(last + 2)];
}

function run(args: readonly string[], signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('ogr2ogr', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    const onAbort = (): void => {
      child.kill('SIGKILL');
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    child.stderr.on('data', (part: Buffer) => {
      said = (said + part.toString('utf8')).slice(0, 4000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      signal?.removeEventListener('abort', onAbort);
      if (signal?.aborted) reject(signal.reason);
      else if (code === 0 && !/^ERROR/m.test(said)) resolve();
      else reject(new Error(said.trim() || `ogr2ogr ended with ${code}`));
    });
  });
}
