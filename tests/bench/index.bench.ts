import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { printIndex } from './index-row.ts';
import { buildBest } from './kernel.ts';
import { farmland, redLine, sites, urban } from './layers.ts';
import { runPostgis } from './postgis.ts';

/** `node tests/bench/run.mjs index`: the row of the index alone, against GIST. */
const work = mkdtempSync(resolve(tmpdir(), 'index-bench-'));
// The database server runs as another user when this one is root.
chmodSync(work, 0o755);
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const layers = [farmland(), redLine(), urban()];
const { result: index, ...built } = buildBest(layers);
const postgis = await runPostgis(work, sites(5), layers);
if (!postgis) console.log('PostGIS: absent (postgresql and postgis)');
printIndex(index, built, postgis?.index ?? null);
console.log(`load average ${loadavg()[0]!.toFixed(1)}`);
