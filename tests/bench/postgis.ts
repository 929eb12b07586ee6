import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FlatPolygons } from '../../src/geometry/shapes.ts';
import { bestOf, PEER_RUNS, type PeerRun } from './peer.ts';
import { toWkb } from './wkb.ts';

export interface IndexTime {
  readonly cpuS: number;
  readonly wallS: number;
}

export interface PostgisRun {
  readonly version: string;
  readonly layers: PeerRun[];
  /** To build the GIST indexes. */
  readonly index: IndexTime;
}

/**
 * PostGIS from Debian in a server of its own: own data folder, a socket in it, no port. One process, no
 * parallel workers; layers subdivided to 256 vertices, GIST indexes, ST_Covers as a shortcut, per-feature
 * geography areas. Null where PostgreSQL is not installed.
 */
export async function runPostgis(
  work: string,
  sites: readonly FlatPolygons[],
  layers: readonly (readonly FlatPolygons[])[],
): Promise<PostgisRun | null> {
  const bin = serverFolder();
  if (!bin) return null;
  const data = resolve(work, 'pg');
  const asRoot = process.getuid?.() === 0;
  const call = (program: string, args: string[]): string[] =>
    asRoot ? ['runuser', '-u', 'postgres', '--', program, ...args] : [program, ...args];
  const run = (program: string, ...args: string[]): string => {
    const [command, ...rest] = call(program, args);
    return execFileSync(command!, rest, { encoding: 'utf8', cwd: '/', maxBuffer: 1 << 26 });
  };
  mkdirSync(data);
  if (asRoot) execFileSync('chown', ['postgres', data]);
  run(resolve(bin, 'initdb'), '-D', data, '-A', 'trust', '-U', 'bench', '-E', 'UTF8');
  const settings = ['listen_addresses=', `unix_socket_directories=${data}`, 'jit=off', 'fsync=off'];
  settings.push('max_parallel_workers_per_gather=0', 'shared_buffers=1GB', 'work_mem=256MB');
  const [command, ...args] = call(resolve(bin, 'postgres'), [
    '-D',
    data,
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  const server = spawn(command!, args, { cwd: '/', stdio: 'ignore' });
  try {
    const psql = (file: string): string =>
      run(resolve(bin, 'psql'), '-h', data, '-U', 'bench', 'postgres', '-qAtX', '-f', file);
    await waitFor(() => run(resolve(bin, 'pg_isready'), '-h', data));
    const script = (name: string, text: string): string => {
      const path = resolve(work, name);
      const file = openSync(path, 'w');
      writeSync(file, text);
      closeSync(file);
      return psql(path);
    };
    script('setup.sql', 'CREATE EXTENSION postgis;');
    loadTable(work, 'site', sites, psql);
    layers.forEach((layer, l) => {
      loadTable(work, `raw${l}`, layer, psql);
    });
    script(
      'prepare.sql',
      `${prepareSql('site', 'site_all', false)}
${layers.map((_, l) => prepareSql(`raw${l}`, `layer${l}`, true)).join('\n')}`,
    );
    const tables = ['site_all', ...layers.map((_, l) => `layer${l}`)];
    const index = bestOf(
      Array.from({ length: PEER_RUNS }, () => parseIndex(script('index.sql', indexSql(tables)))),
    );
    script('analyze.sql', 'VACUUM ANALYZE;');
    const version = script('version.sql', 'SELECT postgis_lib_version();').trim();
    const runs = layers.map((_, l) =>
      bestOf(
        Array.from({ length: PEER_RUNS }, () =>
          parseRun(script(`check${l}.sql`, checkSql(`layer${l}`))),
        ),
      ),
    );
    return { version, layers: runs, index };
  } finally {
    server.kill('SIGINT');
    const [kill, ...rest] = call(resolve(bin, 'pg_ctl'), ['-D', data, 'stop', '-m', 'fast']);
    execFileSync(kill!, rest, { cwd: '/', stdio: 'ignore' });
  }
}

function serverFolder(): string | null {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return null;
  const version = readdirSync(root).sort().at(-1);
  return version && existsSync(resolve(root, version, 'bin/postgres'))
    ? resolve(root, version, 'bin')
    : null;
}

async function waitFor(ready: () => void): Promise<void> {
  for (let i = 0; ; i++) {
    try {
      ready();
      return;
    } catch (error) {
      if (i === 120) throw error;
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

function loadTable(
  work: string,
  table: string,
  features: readonly FlatPolygons[],
  psql: (file: string) => string,
): void {
  const path = resolve(work, `${table}.sql`);
  const file = openSync(path, 'w');
  writeSync(file, `CREATE TABLE ${table} (id int, geom geometry);\nCOPY ${table} FROM stdin;\n`);
  features.forEach((feature, id) => {
    writeSync(file, `${id}\t${Buffer.from(toWkb(feature)).toString('hex')}\n`);
  });
  writeSync(file, '\\.\n');
  closeSync(file);
  psql(path);
}

function prepareSql(from: string, to: string, subdivide: boolean): string {
  const geom = subdivide ? 'ST_Subdivide(geom, 256)' : 'geom';
  return `CREATE TABLE ${to} AS SELECT id, geom, ST_Area(geom::geography) AS area
FROM (SELECT id, ST_SetSRID(${geom}, 4490) AS geom FROM ${from}) AS t;`;
}

/** Seconds and CPU seconds to build the index of every table, in place of an earlier one. */
function indexSql(tables: readonly string[]): string {
  return `SET client_min_messages = warning;
${tables.map((table) => `DROP INDEX IF EXISTS ${table}_geom;`).join('\n')}
SELECT pg_backend_pid() AS pid \\gset
\\setenv PID :pid
\\! cut -d' ' -f14,15 /proc/$PID/stat
SELECT extract(epoch from clock_timestamp()) AS t \\gset
${tables.map((table) => `CREATE INDEX ${table}_geom ON ${table} USING gist(geom);`).join('\n')}
SELECT extract(epoch from clock_timestamp()) - :t;
\\! cut -d' ' -f14,15 /proc/$PID/stat
`;
}

/** Hits, area, seconds and CPU seconds of the one backend that did it. */
function checkSql(layer: string): string {
  return `SELECT pg_backend_pid() AS pid \\gset
\\setenv PID :pid
SELECT count(*) FROM ${layer} WHERE ST_IsEmpty(geom);
\\! cut -d' ' -f14,15 /proc/$PID/stat
SELECT extract(epoch from clock_timestamp()) AS t \\gset
SELECT count(*) FILTER (WHERE area > 0), sum(area) FROM (
  SELECT s.id, f.id, sum(CASE
    WHEN ST_Covers(s.geom, f.geom) THEN f.area
    WHEN ST_Covers(f.geom, s.geom) THEN s.area
    ELSE ST_Area(ST_Intersection(s.geom, f.geom)::geography) END) AS area
  FROM site_all s JOIN ${layer} f ON ST_Intersects(s.geom, f.geom)
  GROUP BY s.id, f.id) AS hit;
SELECT extract(epoch from clock_timestamp()) - :t;
\\! cut -d' ' -f14,15 /proc/$PID/stat
`;
}

/** User and system time of a process in hundredths of a second. */
function ticks(line: string): number {
  return line
    .split(' ')
    .map(Number)
    .reduce((a, b) => a + b, 0);
}

function parseIndex(output: string): IndexTime {
  const [before, wall, after] = output.trim().split('\n');
  return { cpuS: (ticks(after!) - ticks(before!)) / 100, wallS: Number(wall) };
}

function parseRun(output: string): PeerRun {
  const [, before, found, wall, after] = output.trim().split('\n');
  const [hits, areaM2] = found!.split('|').map(Number);
  return {
    hits: hits!,
    areaM2: areaM2!,
    cpuS: (ticks(after!) - ticks(before!)) / 100,
    wallS: Number(wall),
  };
}
