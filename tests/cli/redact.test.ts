import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCheck } from '../../src/cli/check-job.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { redactReport } from '../../src/job/redact-report.ts';
import { coordinatesIn, readableIn, spellingsOf } from '../report/coordinates-in.ts';
import { packageRoot, run } from './fake-io.ts';

/** A real sample, checked whole and redacted; the bundle holds every format that a redacted record has. */
const SAMPLE = join(packageRoot, 'data/samples/2-占用永久基本农田-变电站.txt');
const FORMATS = 'json,html,zip';
const AS_OF = ['--as-of', '2026-11-21T08:00:00Z'];
const folder = mkdtempSync(join(tmpdir(), 'sanxian 脱敏-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]): string => join(folder, ...names);
const bytesOf = (...names: string[]) => new Uint8Array(readFileSync(at(...names)));

let whole: CheckReport;
let stem: string;

beforeAll(async () => {
  for (const [out, formats, more] of [
    ['whole', 'json,docx,xlsx,html,svg', []],
    ['redacted', FORMATS, ['--redact']],
  ] as const) {
    const args = ['--out', at(out), '--format', formats, ...AS_OF, ...more];
    const { err } = await run(['check', SAMPLE, ...args], { runCheck });
    expect(err).toBe('');
  }
  const name = readdirSync(at('whole')).find((one) => one.endsWith('.json'))!;
  stem = name.replace('.json', '');
  whole = JSON.parse(readFileSync(at('whole', name), 'utf8')) as CheckReport;
}, 120_000);

describe('--redact', () => {
  it('leaves no coordinate in any byte of any file, which the whole files hold', () => {
    const spellings = spellingsOf(whole);
    const names = readdirSync(at('redacted'));
    expect(names.sort()).toEqual(
      FORMATS.split(',')
        .map((one) => `${stem}.${one}`)
        .sort(),
    );
    for (const name of names) {
      expect(coordinatesIn(readableIn(name, bytesOf('redacted', name)), spellings)).toEqual([]);
    }
    for (const format of ['json', 'docx', 'xlsx', 'html']) {
      const texts = readableIn(format, bytesOf('whole', `${stem}.${format}`));
      expect(coordinatesIn(texts, spellings).length, format).toBeGreaterThan(8);
    }
  });

  it('names no parcel of an internal layer and none of its attributes', () => {
    const words = new Set(
      whole.layers
        .filter(({ security }) => security !== 'public')
        .flatMap(({ overlaps }) =>
          overlaps.flatMap(({ featureId, feature }) => [featureId, feature.owner, feature.place]),
        )
        .filter((one) => one !== null && one !== whole.project.location[0]!.name),
    );
    expect(words.size).toBeGreaterThan(3);
    for (const name of readdirSync(at('redacted'))) {
      for (const [path, text] of readableIn(name, bytesOf('redacted', name))) {
        for (const word of words) expect(text.includes(word!), `${path}: ${word}`).toBe(false);
      }
    }
  });

  it('writes the record that redacting the whole one gives', () => {
    const written = JSON.parse(readFileSync(at('redacted', `${stem}.json`), 'utf8'));
    expect(written).toEqual(redactReport(whole));
  });

  it('says so on page one, in its notes and where points and figures would stand', () => {
    const page = readFileSync(at('redacted', `${stem}.html`), 'utf8');
    expect(page.split('<section id="s1"')[0]!.includes('脱敏报告：不含界址点坐标和图形')).toBe(
      true,
    );
    for (const said of [
      '本报告经脱敏：略去界址点坐标',
      '本报告经脱敏，不列界址点坐标。',
      '附图1　位置示意图（脱敏）',
      '1:500\u2009000',
    ]) {
      expect(page.includes(said), said).toBe(true);
    }
    expect(page.includes('--geometry none')).toBe(false);
  });

  it('leaves geodata out of the bundle', async () => {
    const names = [...readableIn('b', bytesOf('redacted', `${stem}.zip`)).keys()];
    const files = names.filter((name) => name.split('/').length === 2);
    expect(files.some((name) => /\.(geojson|shp\.zip|fgb|dxf|txt)$/.test(name))).toBe(false);
    expect(files.filter((name) => /\.(svg|png|json|docx)$/.test(name))).toHaveLength(5);
    expect((await run(['verify', at('redacted', `${stem}.zip`)])).exit).toBe(0);
  });

  it.each(['geojson', 'shp', 'fgb', 'dxf', 'txt'])('refuses %s', async (format) => {
    const args = ['--out', at('no'), '--format', `json,${format}`, '--redact'];
    const { exit, err } = await run(['check', SAMPLE, ...args], { runCheck });
    expect(exit).toBe(2);
    expect(err).toContain(`格式 ${format} 就是坐标和图形，脱敏报告不能输出；可用：json, docx`);
  });

  it('reads well on the terminal', async () => {
    const { out } = await run(['check', SAMPLE, '--redact', ...AS_OF], { runCheck });
    expect(out).toContain('脱敏报告：不含界址点坐标和图形');
    expect(coordinatesIn(new Map([['out', out]]), spellingsOf(whole))).toEqual([]);
  });
});

describe('verify on a redacted record', () => {
  it.each(['json', 'html', 'zip'])('agrees (%s) and says that it is one', async (format) => {
    const { exit, out } = await run(['verify', at('redacted', `${stem}.${format}`)]);
    expect(out).toContain('摘要值相符');
    expect(out).toContain('这是脱敏记录');
    expect(exit).toBe(0);
  });

  it('does not run the check again, and says why', async () => {
    const layers = join(packageRoot, 'layers');
    const { exit, err } = await run(['verify', at('redacted', `${stem}.json`), '--layers', layers]);
    expect(err).toContain('是脱敏记录，不含坐标，不能重新核查');
    expect(exit).toBe(2);
    const again = await run(['check', '--again', at('redacted', `${stem}.json`)], { runCheck });
    expect(again.err).toContain('是脱敏记录');
    expect(again.exit).toBe(2);
  });

  it('notices a changed byte', async () => {
    const text = readFileSync(at('redacted', `${stem}.json`), 'utf8');
    writeFileSync(at('changed.json'), text.replace('"cellDegrees": 0.1', '"cellDegrees": 0.2'));
    expect((await run(['verify', at('changed.json')])).exit).toBe(1);
  });
});

describe('an interrupted redacted run', () => {
  const again = async (...more: string[]) =>
    run(['check', SAMPLE, '--out', at('again'), '--format', 'json,html', ...AS_OF, ...more], {
      runCheck,
    });
  const written = ({ out }: { out: string }) => out.match(/已写入/g)?.length ?? 0;

  it('goes on where it stopped, and never takes a redacted record for a whole one', async () => {
    expect(written(await again('--redact'))).toBe(2);
    expect(written(await again('--redact'))).toBe(0);
    expect(written(await again())).toBe(2);
    expect(written(await again())).toBe(0);
    expect(written(await again('--redact'))).toBe(2);
  });
});
