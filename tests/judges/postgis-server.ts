import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

export interface PostgisServer {
  /** Copies a file that GDAL reads into a table with the columns `ogc_fid` and `geom`. */
  readonly load: (table: string, file: string) => void;
  /** Rows by line, values divided by `|`, without a newline at the end. */
  readonly ask: (sql: string) => string;
  readonly stop: () => void;
}

const ROOT = '/usr/lib/postgresql';
const USER = 'judge';

/**
 * PostGIS from Debian in a server of its own: own data folder within `work`, a socket in it, no port.
 * PostgreSQL refuses to run as root; there it runs as `postgres`.
 *
 * @throws Error where PostgreSQL, PostGIS or GDAL is missing
 */
export async function startPostgis(work: string): Promise<PostgisServer> {
  const versions = existsSync(ROOT) ? readdirSync(ROOT).sort() : [];
  const bin = versions.map((version) => resolve(ROOT, version, 'bin')).at(-1);
  if (!bin) throw new Error('PostgreSQL is missing (Debian: postgresql, postgresql-15-postgis-3)');
  const data = resolve(work, 'data');
  const asRoot = process.getuid?.() === 0;
  const call = (program: string, args: readonly string[]): [string, string[]] =>
    asRoot ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, [...args]];
  const run = (program: string, args: readonly string[], input = ''): string => {
    const [command, rest] = call(program, args);
    return execFileSync(command, rest, { input, encoding: 'utf8', cwd: '/', maxBuffer: 1 << 28 });
  };
  mkdirSync(data);
  if (asRoot) execFileSync('chown', ['postgres', work, data]);
  run(resolve(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', USER, '-E', 'UTF8']);
  const settings = ['listen_addresses=', `unix_socket_directories=${data}`, 'jit=off', 'fsync=off'];
  const [command, args] = call(resolve(bin, 'postgres'), [
    '-D',
    data,
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  const server = spawn(command, args, { cwd: '/', stdio: 'ignore' });
  const stop = (): void => {
    run(resolve(bin, 'pg_ctl'), ['-D', data, 'stop', '-m', 'fast']);
  };
  const psql = (sql: string): string => {
    const options = ['-h', data, '-U', USER, '-d', 'postgres', '-qAtX', '-v', 'ON_ERROR_STOP=1'];
    return run(resolve(bin, 'psql'), options, sql).trim();
  };
  try {
    await ready(() => run(resolve(bin, 'pg_isready'), ['-h', data]));
    psql('CREATE EXTENSION postgis;');
  } catch (error) {
    server.kill('SIGINT');
    throw error;
  }
  return {
    load: (table, file) => {
      const layout = ['GEOMETRY_NAME=geom', 'FID=ogc_fid', 'DIM=2', 'SPATIAL_INDEX=GIST'];
      const options = [...layout, 'CREATE_SCHEMA=OFF', 'DROP_TABLE=OFF'];
      const dump = execFileSync(
        'ogr2ogr',
        ['-f', 'PGDump', '/vsistdout/', file, '-nln', table, '-nlt', 'PROMOTE_TO_MULTI'].concat(
          options.flatMap((option) => ['-lco', option]),
        ),
        { encoding: 'utf8', maxBuffer: 1 << 28 },
      );
      psql(`${dump}\nANALYZE ${table};`);
    },
    ask: psql,
    stop,
  };
}

async function ready(attempt: () => void): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      attempt();
      return;
    } catch (error) {
      if (tries === 60) throw error;
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}
