import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/bytes/sha256.ts';
import { questionOf } from '../../src/domain/import-answers.ts';
import { openInput } from '../../src/files/open-input.ts';
import { unpackInput } from '../../src/files/unpack-input.ts';
import { ascii, type Packed, zipOf } from '../bytes/zip-builder.ts';

const square = (east: number) =>
  ascii(
    JSON.stringify({
      type: 'Polygon',
      coordinates: [
        [
          [east, 37],
          [east + 0.01, 37],
          [east, 37.01],
          [east, 37],
        ],
      ],
    }),
  ); // prettier-ignore
const entry = (name: string, bytes: Uint8Array): Packed => ({
  name: ascii(name),
  bytes,
  utf8Flag: true,
});
const zip = (...files: Packed[]) => ({ name: '上报/红线.zip', bytes: zipOf(files) });
const pdf = entry('说明.pdf', ascii('%PDF-1.4'));

it('leaves what is no archive as it is', async () => {
  const input = { name: 'a.geojson', bytes: square(106) };
  expect(await unpackInput(input)).toEqual([{ file: 'a.geojson', input }]);
});

it.each(['表.xlsx', '报告.docx', '范围.kmz'])('leaves %s whole: it is a document', async (name) => {
  const input = { name, bytes: zipOf([entry('a.geojson', square(106))]) };
  expect(await unpackInput(input)).toEqual([{ file: name, input }]);
});

it('opens the one project of an archive as the archive, and names what it left', async () => {
  const input = zip(entry('图/a.geojson', square(106)), pdf);
  const { projects, failures } = await openInput(input);
  expect(failures).toEqual([]);
  expect(projects).toHaveLength(1);
  expect(projects[0]!.source).toEqual({ file: '红线.zip', sha256: sha256Hex(input.bytes) });
  expect(projects[0]!.id).toBe(`${sha256Hex(input.bytes).slice(0, 12)}-1`);
  expect(projects[0]!.name).toBe('红线');
  expect(projects[0]!.notes[0]).toMatchObject({
    code: 'note-zip-left',
    params: { count: 1, entries: '说明.pdf' },
  });
});

it('opens several projects each by itself, and says from which archive', async () => {
  const input = zip(entry('a.geojson', square(106)), entry('b.geojson', square(106.1)));
  const { projects } = await openInput(input);
  expect(projects.map(({ source, name }) => [source.file, name])).toEqual([
    ['a.geojson', 'a'],
    ['b.geojson', 'b'],
  ]);
  expect(new Set(projects.map(({ id }) => id)).size).toBe(2);
  expect(projects[1]!.notes[0]).toMatchObject({
    code: 'note-from-zip',
    params: { file: '红线.zip', entry: 'b.geojson' },
  });
});

it('keeps the failure of one beside the others', async () => {
  const bad = entry('bad.geojson', ascii('{"type":"Polygon","coordinates":'));
  const { projects, failures } = await openInput(zip(bad, entry('b.geojson', square(106))));
  expect(projects.map(({ name }) => name)).toEqual(['b']);
  expect(failures).toMatchObject([{ file: 'bad.geojson', error: { code: 'err-json' } }]);
  await expect(openInput(zip(bad))).rejects.toMatchObject({ code: 'err-json' });
});

it('asks the question of a file in an archive', async () => {
  const metres = entry(
    'a.geojson',
    ascii(
      new TextDecoder().decode(square(106)).replace(/106/g, '35594000').replace(/37/g, '4145000'),
    ),
  ); // prettier-ignore
  const error = await openInput(zip(metres)).catch((caught: unknown) => caught);
  expect(questionOf(error)?.kind).toBe('crs');
});

it('does not take a text for a project where there is a better one', async () => {
  const readme = entry('readme.txt', ascii('hello'));
  const [one, ...more] = await unpackInput(zip(readme, entry('a.geojson', square(106))));
  expect(more).toEqual([]);
  expect(one).toMatchObject({ input: { name: 'a.geojson' } });
  const [alone] = await unpackInput(zip(readme));
  expect(alone).toMatchObject({ input: { name: 'readme.txt' } });
});

describe('archives that are refused', () => {
  const inner = zipOf([entry('a.geojson', square(106))]);
  const broken = zipOf([entry('a.geojson', square(106))]);
  it.each([
    ['encrypted', zip({ ...entry('a.shp', ascii('x')), encrypted: true }), 'err-zip-encrypted'],
    ['a way out', zip(entry('../a.geojson', square(106))), 'err-zip-path'],
    ['an archive in it', zip(entry('内.zip', inner)), 'err-zip-nested'],
    ['nothing in it', zip(), 'err-zip-empty'],
    ['only other things', zip(pdf), 'err-zip-nothing'],
    ['twice the same', zip(entry('a.shp', inner), entry('a.shp', inner)), 'err-zip-twice'],
    [
      'cut off',
      { name: '红线.zip', bytes: broken.subarray(0, broken.length - 30) },
      'err-zip-damaged',
    ],
    ['a drawing alone', zip(entry('红线.dwg', ascii('AC1027'))), 'err-dwg'],
  ])('%s', async (_, input, code) => {
    await expect(openInput(input)).rejects.toMatchObject({ code });
  });

  it('one that unpacks to more than is allowed: 1 MB of it are 100 MB and more', async () => {
    const input = zip(entry('a.geojson', new Uint8Array(120_000_000)));
    expect(input.bytes.length).toBeLessThan(1_000_000);
    await expect(openInput(input)).rejects.toMatchObject({
      code: 'err-zip-bomb',
      params: { maxBytes: 100_000_000 },
    });
  });

  it('a nested archive beside a project is a failure of its own, not a silence', async () => {
    const { projects, failures } = await openInput(
      zip(entry('旧.zip', inner), entry('b.geojson', square(106))),
    ); // prettier-ignore
    expect(projects).toHaveLength(1);
    expect(failures).toMatchObject([{ file: '旧.zip', error: { code: 'err-zip-nested' } }]);
  });
});
