import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FlatPolygons } from '../../src/geometry/shapes.ts';
import { bestOf, PEER_RUNS, type PeerRun } from './peer.ts';
import { toWkb } from './wkb.ts';

/** Native GEOS through its C interface, compiled here; null where there is no compiler or no GEOS. */
export function runGeos(
  folder: string,
  work: string,
  sites: readonly FlatPolygons[],
  layers: readonly (readonly FlatPolygons[])[],
): PeerRun[] | null {
  const program = resolve(work, 'geos');
  try {
    execFileSync('gcc', ['-O2', '-o', program, resolve(folder, 'geos.c'), '-lgeos_c', '-lm'], {
      stdio: 'ignore',
    });
  } catch {
    return null;
  }
  const sitesFile = writeAll(resolve(work, 'sites.bin'), sites);
  return layers.map((layer, l) => {
    const layerFile = writeAll(resolve(work, `layer${l}.bin`), layer);
    const runs = Array.from({ length: PEER_RUNS }, () => {
      const line = execFileSync(program, [sitesFile, layerFile], { encoding: 'utf8' });
      const [hits, areaM2, cpuS, wallS] = line.trim().split(' ').map(Number);
      return { hits: hits!, areaM2: areaM2!, cpuS: cpuS!, wallS: wallS! };
    });
    return bestOf(runs);
  });
}

function writeAll(path: string, features: readonly FlatPolygons[]): string {
  const file = openSync(path, 'w');
  writeSync(file, new Uint8Array(Uint32Array.of(features.length).buffer));
  for (const feature of features) {
    const wkb = toWkb(feature);
    writeSync(file, new Uint8Array(Uint32Array.of(wkb.length).buffer));
    writeSync(file, wkb);
  }
  closeSync(file);
  return path;
}
