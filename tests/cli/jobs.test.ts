import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPool } from '../../src/cli/batch/check-pool.ts';
import type { ThreadSetting } from '../../src/cli/batch/thread-protocol.ts';
import { runCheck } from '../../src/cli/check-job.ts';
import type { Project } from '../../src/domain/project.ts';
import type { UserError } from '../../src/domain/user-error.ts';
import { packageRoot, run } from './fake-io.ts';

/** Batches over threads: the script of a thread is built as the command line is. */
let root: string;
let script: URL;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'sanxian 线程-'));
  const { build } = await import('vite');
  const outDir = resolve(packageRoot, 'node_modules/.cache/check-thread');
  await build({
    root: packageRoot,
    configFile: false,
    logLevel: 'error',
    build: {
      target: 'node20',
      ssr: resolve(packageRoot, 'src/cli/batch/check-thread.ts'),
      outDir,
      rollupOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  });
  script = pathToFileURL(join(outDir, 'check-thread.mjs'));
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Every file of a folder by its name, as hex. */
function bytesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString('hex')]),
  );
}

describe('sanxian check --jobs', () => {
  it('writes what one thread writes, in the same order, with bad files among them', async () => {
    const samples = join(packageRoot, 'data/samples');
    const files = readdirSync(samples).filter((one) => /^[1-5].*\.txt$/.test(one));
    for (const name of files) cpSync(join(samples, name), join(root, name));
    writeFileSync(join(root, '坏.txt'), '[地块坐标]\nnothing\n');
    // several projects in one file, one of them too small to be measured
    const square = (x: number, size: number) => ({
      type: 'Feature',
      properties: { 项目编号: `P${x}`, 项目名称: `项目${x}` },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [x, 37.5],
            [x + size, 37.5],
            [x + size, 37.5 + size],
            [x, 37.5 + size],
            [x, 37.5],
          ],
        ],
      },
    });
    writeFileSync(
      join(root, '多.geojson'),
      JSON.stringify({
        type: 'FeatureCollection',
        features: [square(106.1, 0.002), square(106.2, 2e-9), square(106.3, 0.002)],
      }),
    );
    const given = [files[0]!, '坏.txt', '多.geojson', ...files.slice(1)];
    const folders: string[] = [];
    const exits: unknown[] = [];
    for (const jobs of ['1', '3']) {
      const out = join(root, `out-${jobs}`);
      folders.push(out);
      const {
        exit,
        err,
        out: said,
      } = await run(
        ['check', ...given, '--name-field', '项目名称', '--out', out, '--jobs', jobs].concat([
          '--format',
          'json,html,geojson',
          '--as-of',
          '2026-11-21T08:00:00Z',
        ]),
        { cwd: root, runCheck, threadScript: script },
      );
      exits.push([exit, err, said.replaceAll(out, '')]);
    }
    expect(exits[1]).toEqual(exits[0]);
    const [one, three] = folders.map(bytesIn);
    expect(Object.keys(one!)).toContain('summary.xlsx');
    // the project that is too small took none of the others of its file with it
    expect(Object.keys(one!)).toEqual(
      expect.arrayContaining(['多-1.report.geojson', '多-2.report.json', '多-3.report.geojson']),
    );
    expect(Buffer.from(one!['多-2.report.json']!, 'hex').toString()).toContain('site-too-small');
    expect(three).toEqual(one);
  }, 120_000);
});

const setting = {} as ThreadSetting;
const project = (name: string) => ({ name }) as Project;
const never = new AbortController().signal;

/** A thread that does what the name of a project says. */
function pretending(): URL {
  const file = join(root, 'pretending.mjs');
  writeFileSync(
    file,
    `import { existsSync, writeFileSync } from 'node:fs';
     export default function ({ job: { project: { name } } }) {
       if (name === 'dies') process.exit(7);
       if (name.startsWith('/') && !existsSync(name)) { writeFileSync(name, ''); process.exit(7); }
       if (name === 'refuses') return { failure: { code: 'site-too-small', params: { parcel: '1' } } };
       return { report: { number: name }, files: new Map(), notes: [{ code: 'a', params: {} }] };
     }`,
  );
  return pathToFileURL(file);
}

describe('threads', () => {
  it('that die are replaced and their project is done once more; the others go on', async () => {
    const notes: unknown[] = [];
    const onNote = (note: unknown) => notes.push(note);
    const pool = checkPool({ script: pretending(), threads: 2, setting, onNote });
    const names = ['a', 'dies', join(root, 'once'), 'refuses', 'b', 'c'];
    const answers = await Promise.allSettled(
      names.map((name) =>
        pool.check(
          { project: project(name), claim: null, sequence: 1, expected: 6 },
          never,
          () => {},
        ),
      ),
    );
    await pool.close();
    expect(answers.map((answer) => answer.status === 'fulfilled')).toEqual([
      true,
      false,
      true,
      false,
      true,
      true,
    ]);
    const codes = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [(answer.reason as UserError).code] : [],
    );
    expect(codes).toEqual(['cli-thread-died', 'site-too-small']);
    expect(notes).toHaveLength(1);
  }, 60_000);

  it('are given up when the run is', async () => {
    const pool = checkPool({ script: pretending(), threads: 1, setting, onNote: () => {} });
    const given = new AbortController();
    given.abort();
    const job = { project: project('a'), claim: null, sequence: 1, expected: 1 };
    await expect(pool.check(job, given.signal, () => {})).rejects.toThrow(/abort/i);
    await pool.close();
  });
});
