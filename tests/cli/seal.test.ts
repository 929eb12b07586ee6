import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packZip } from '../../src/bytes/settle-zip.ts';
import { runCheck } from '../../src/cli/check-job.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { packageRoot, run } from './fake-io.ts';

/** Sealing, verifying and checking again, with the demonstration layers and a real sample. */
const SAMPLE = join(packageRoot, 'data/samples/示例项目.txt');
const STEM = '示例项目.report';
let folder: string;
let report: CheckReport;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanxian 封存-'));
  const args = [
    '--format',
    'json,html,zip',
    '--sign',
    'sha256sum',
    '--as-of',
    '2026-11-21T08:00:00Z',
  ];
  const { err } = await run(['check', SAMPLE, '--out', folder, ...args], { runCheck });
  expect(err).toBe('');
  report = JSON.parse(readFileSync(join(folder, `${STEM}.json`), 'utf8')) as CheckReport;
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

describe('a bundle', () => {
  const bundle = () => unzipSync(new Uint8Array(readFileSync(at(`${STEM}.zip`))));

  it('holds every format, a manifest that names them, and its signature', () => {
    const names = Object.keys(bundle()).map((name) => name.replace(STEM, '*'));
    expect(names).toEqual([
      'manifest.json',
      'manifest.json.sig',
      ...[
        'json',
        'docx',
        'pdf',
        'xlsx',
        'html',
        'svg',
        'png',
        'geojson',
        'shp.zip',
        'fgb',
        'dxf',
        'txt',
      ].map((format) => `*.${format}`),
    ]);
  });

  it('is verified whole', async () => {
    const { exit, out } = await run(['verify', at(`${STEM}.zip`)]);
    expect(out).toContain('成果包内 12 个文件与校验清单一致');
    expect(exit).toBe(0);
  });

  it('shows a flipped bit in any of its files', async () => {
    for (const name of Object.keys(bundle())) {
      if (name === 'manifest.json.sig') continue; // judged by who holds the key
      const entries = bundle();
      const bytes = entries[name]!;
      // inside a value of the manifest, somewhere in the middle elsewhere
      const place = name === 'manifest.json' ? bytes.indexOf(0x3a, 30) + 12 : bytes.length >> 1;
      bytes[place]! ^= 1;
      writeFileSync(at('flipped.zip'), packZip(Object.entries(entries)));
      expect((await run(['verify', at('flipped.zip')])).exit, name).not.toBe(0);
    }
  });

  it('says in words that an archive is damaged', async () => {
    const bytes = new Uint8Array(readFileSync(at(`${STEM}.zip`)));
    // within the deflated record: nothing of it can be read
    const place = Buffer.from(bytes).indexOf('.report.json') + 400;
    for (let i = 0; i < 40; i++) bytes[place + i]! ^= 0xff;
    writeFileSync(at('torn.zip'), bytes);
    const { exit, err } = await run(['verify', at('torn.zip')]);
    expect(exit).toBe(2);
    expect(err).toContain('torn.zip 已损坏，无法解开');
    expect(err).not.toMatch(/[{}]/);
  });

  it('shows a file added, a file missing, and the manifest of another report', async () => {
    const { 'manifest.json': manifest, ...rest } = bundle();
    const write = (entries: Record<string, Uint8Array>) =>
      writeFileSync(at('other.zip'), packZip(Object.entries(entries)));
    write({ ...bundle(), 'more.txt': new Uint8Array([1]) });
    expect((await run(['verify', at('other.zip')])).out).toContain('more.txt');
    write(rest);
    expect((await run(['verify', at('other.zip')])).out).toContain('没有可用的校验清单');
    const text = new TextDecoder()
      .decode(manifest)
      .replace(report.digest, `sha256:${'0'.repeat(64)}`);
    write({ ...rest, 'manifest.json': new TextEncoder().encode(text) });
    expect((await run(['verify', at('other.zip')])).exit).toBe(1);
    const { [`${STEM}.pdf`]: _pdf, ...without } = bundle();
    write(without);
    expect((await run(['verify', at('other.zip')])).out).toContain(`${STEM}.pdf`);
  });

  it('is refused where two files in it have one name', async () => {
    const forged = Buffer.from(
      packZip([...Object.entries(bundle()), [`${STEM}.pdX`, new Uint8Array([1])]]),
    );
    for (let i = forged.indexOf('.pdX'); i >= 0; i = forged.indexOf('.pdX')) {
      forged.write('.pdf', i);
    }
    writeFileSync(at('twice.zip'), forged);
    const { exit, err } = await run(['verify', at('twice.zip')]);
    expect(exit).toBe(2);
    expect(err).toContain(`${STEM}.pdf`);
  });

  it('is refused where it is cut off', async () => {
    const whole = readFileSync(at(`${STEM}.zip`));
    writeFileSync(at('cut.zip'), whole.subarray(0, whole.length - 100));
    const { exit, err } = await run(['verify', at('cut.zip')]);
    expect(exit).toBe(2);
    expect(err).toContain('cut.zip');
  });
});

describe('a signature', () => {
  it('is what the program says of the very file', () => {
    const expected = execFileSync('sha256sum', { input: readFileSync(at(`${STEM}.json`)) });
    expect(readFileSync(at(`${STEM}.json.sig`))).toEqual(expected);
    const entries = unzipSync(new Uint8Array(readFileSync(at(`${STEM}.zip`))));
    const manifest = execFileSync('sha256sum', { input: entries['manifest.json']! });
    expect(Buffer.from(entries['manifest.json.sig']!)).toEqual(manifest);
  });

  it('that fails is an error, never a report that looks signed', async () => {
    const out = ['--out', at('unsigned'), '--format', 'json', '--sign', 'echo no key >&2; exit 3'];
    const { exit, err } = await run(['check', SAMPLE, ...out], { runCheck });
    expect(exit).toBe(2);
    expect(err).toContain('no key');
  });
});

describe('verify --layers', () => {
  it('finds nothing on the same layers, from JSON, page and bundle', async () => {
    for (const extension of ['json', 'html', 'zip']) {
      const { exit, out } = await run(['verify', at(`${STEM}.${extension}`), '--layers', 'layers']);
      expect(out).toContain('两份记录没有差异');
      expect(exit).toBe(0);
    }
  });

  it('names the layer edition that changed, and says that the result did not', async () => {
    const layers = at('layers');
    cpSync(join(packageRoot, 'layers'), layers, { recursive: true });
    const catalog = JSON.parse(readFileSync(join(layers, 'catalog.json'), 'utf8'));
    const entry = catalog.layers.find(
      ({ kind }: { kind: string }) => kind === 'ecological-red-line',
    );
    entry.edition = '2027-01';
    writeFileSync(join(layers, 'catalog.json'), JSON.stringify(catalog));
    const { exit, out } = await run(['verify', at(`${STEM}.json`), '--layers', layers]);
    expect(exit).toBe(1);
    expect(out).toMatch(
      /所用图层、规则、参数或软件不同：\n {2}layers\.[^\n]*\.edition: "[^"]*" → "2027-01"/,
    );
    expect(out).toContain('核查结果没有差异');
  });

  it('names what a lost layer does to the result', async () => {
    const layers = at('less');
    cpSync(join(packageRoot, 'layers'), layers, { recursive: true });
    const catalog = JSON.parse(readFileSync(join(layers, 'catalog.json'), 'utf8'));
    catalog.layers = catalog.layers.filter(
      ({ kind }: { kind: string }) => kind !== 'permanent-basic-farmland',
    );
    writeFileSync(join(layers, 'catalog.json'), JSON.stringify(catalog));
    const { exit, out } = await run(['verify', at(`${STEM}.json`), '--layers', layers]);
    expect(exit).toBe(1);
    expect(out).toContain('complete: true → false');
  });
});

describe('check --again', () => {
  it('makes a new report of the old project and says what changed', async () => {
    const out = at('again');
    const { err } = await run([
      'check',
      '--again',
      at(`${STEM}.json`),
      '--out',
      out,
      '--format',
      'json',
      '--as-of',
      '2027-01-01T00:00:00Z',
    ]);
    expect(err).toContain('两份记录没有差异');
    const again = JSON.parse(readFileSync(join(out, `${STEM}.json`), 'utf8')) as CheckReport;
    expect(again.digest).toBe(report.digest);
    expect(again.createdAt).toBe('2027-01-01T00:00:00Z');
  });

  it('cannot without geometry, and says so', async () => {
    const bare = structuredClone(report);
    for (const parcel of bare.project.parcels) parcel.geometry = null;
    writeFileSync(at('bare.json'), JSON.stringify(bare));
    const { exit, err } = await run(['check', '--again', at('bare.json')]);
    expect(exit).toBe(2);
    expect(err).toContain('不含图形');
  });

  it('without files or an old report is wrong use', async () => {
    expect((await run(['check'])).exit).toBe(2);
  });
});
