import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectGdal } from '../../src/cli/sources/project-gdal.ts';
import { type ImportAnswers, questionOf } from '../../src/domain/import-answers.ts';
import type { UserError } from '../../src/domain/user-error.ts';
import { openArchive } from '../../src/files/open-archive.ts';
import { openInput } from '../../src/files/open-input.ts';
import type { InputFile } from '../../src/files/open-project.ts';
import { importText } from '../../src/text/words/import.ts';

/** Files of tests/cases/gis, made by Debian's GDAL (make.sh there), through gdal3.js. */
const cases = join(import.meta.dirname, '../cases/gis');
const gdal = projectGdal();
afterAll(() => gdal.close());

const fixture = (name: string) => new Uint8Array(readFileSync(join(cases, name)));
const open = (input: InputFile, answers: ImportAnswers = {}) =>
  openInput(input, { answers, gdal }).then(({ projects }) => projects[0]!);
const openCase = (name: string, answers?: ImportAnswers) =>
  open({ name, bytes: fixture(name) }, answers);
const failure = (opening: Promise<unknown>) =>
  opening.then(
    () => null,
    (error: UserError) => error,
  ); // prettier-ignore
const codes = (notes: readonly { code: string }[]) => notes.map(({ code }) => code);
/** Hectares of the parcels, exact for these squares. */
const hectares = ({ parcels }: { parcels: readonly { planeAreaM2: number | null }[] }) =>
  parcels.map(({ planeAreaM2 }) => planeAreaM2! / 1e4);

describe('layers', () => {
  it.each(['two-areas.zip', 'two-gdb.zip'])('of areas are asked for: %s', async (name) => {
    const error = await failure(openCase(name));
    expect(error?.code).toBe('choose-layers');
    expect(questionOf(error)).toEqual({
      kind: 'layers',
      layers: [
        { name: 'site', areas: 1, lines: 0, points: 0 },
        { name: 'plots', areas: 2, lines: 0, points: 0 },
      ],
    });
    expect(hectares(await openCase(name, { layers: ['site'] }))).toEqual([12]);
    expect(hectares(await openCase(name, { layers: ['plots'] }))).toEqual([12, 1]);
  });

  it('that are not there are said', async () => {
    const error = await failure(openCase('two-areas.zip', { layers: ['site', 'sites'] }));
    expect(error).toMatchObject({ code: 'err-layer-missing', params: { layer: 'sites' } });
  });

  it('of points beside the one of areas are left out and named', async () => {
    const project = await openCase('one-area.zip');
    expect(hectares(project)).toEqual([12]);
    expect(project.notes).toMatchObject([
      { code: 'note-layers-left', params: { layer: 'site', layers: 'corners' } },
    ]);
  });

  it('in two systems are never read as if in one', async () => {
    expect((await failure(openCase('two-systems.zip')))?.code).toBe('choose-layers');
    const both = { layers: ['site', 'degrees'] };
    const error = await failure(openCase('two-systems.zip', both));
    expect(error?.code).toBe('err-layer-systems');
    expect(importText('err-layer-systems', error!.params).zh).toMatch(/site.*degrees/);
    expect((await openCase('two-systems.zip', { layers: ['site'] })).crs.epsg).toBe(4523);
    expect((await openCase('two-systems.zip', { layers: ['degrees'] })).crs.epsg).toBe(4490);
  });

  it('of lines alone ask how wide they are', async () => {
    const question = questionOf(await failure(openCase('no-area.zip')));
    expect(question).toEqual({ kind: 'outline', lines: 1, points: 0 });
  });
});

describe('shapes', () => {
  it.each(['mixed.zip', 'mixed-fgb.zip'])('of every kind in one layer: %s', async (name) => {
    const project = await openCase(name);
    expect(hectares(project)).toEqual([12, 2, 1]);
    // GDAL leaves heights out before they come here; our own reader sees them
    const left =
      name === 'mixed.zip'
        ? { code: 'note-empty-geometry', params: { count: 1 } }
        : { code: 'note-feature-heights', params: { count: 3 } };
    expect(project.notes).toMatchObject([left]);
  });

  it('with arcs become chords', async () => {
    const project = await openCase('arc.zip');
    // half a disc of 100 m, by chords of 4 degrees: sin(4°)/(4° in radians) of its area
    const share = Math.sin((4 * Math.PI) / 180) / ((4 * Math.PI) / 180);
    expect(project.parcels[0]!.planeAreaM2).toBeCloseTo(((Math.PI * 100 ** 2) / 2) * share, 0);
  });

  it('of MapInfo come in to the grid of its file', async () => {
    const project = await openCase('tab.zip', { crs: 4523 });
    expect(hectares(project)[0]).toBeCloseTo(12, 4);
  });

  it('of GML with latitude first stand where they belong', async () => {
    const project = await openCase('degrees.gml');
    expect(project.crs).toMatchObject({ epsg: 4490, how: 'declared' });
    expect([...project.parcels[0]!.polygons.xy.slice(0, 2)]).toEqual([106.06, 37.43]);
  });
});

describe('systems', () => {
  it.each(['utm.zip', 'utm-fgb.zip', 'local-fgb.zip'])(
    'that cannot be computed are asked and named: %s',
    async (name) => {
      expect((await failure(openCase(name)))?.code).toMatch(/^(crs-unknown|err-crs-name)$/);
      const { notes, crs } = await openCase(name, { crs: 4523 });
      expect(crs.how).toBe('chosen');
      expect(codes(notes)).toContain('note-crs-not-known');
    },
  );
});

describe('broken and hostile files', () => {
  const gpkg = async () => (await openArchive('a', fixture('two-areas.zip'), 1e8))[0]!.bytes;
  const gdb = () => openArchive('a', fixture('two-gdb.zip'), 1e8);

  it('cut off anywhere are refused, never read in part', async () => {
    const bytes = await gpkg();
    for (const size of [17, 100, 4096, bytes.length >> 1, bytes.length - 4096]) {
      const cut = { name: 'a.gpkg', bytes: bytes.slice(0, size) };
      const error = await failure(open(cut, { layers: ['plots'] }));
      expect(error?.code, String(size)).toMatch(/^err-(gdal|layer-count|empty|file-damaged)$/);
    }
  }, 120_000);

  it('that are SQLite but no GeoPackage are refused', async () => {
    const bytes = new Uint8Array(4096);
    bytes.set(new TextEncoder().encode('SQLite format 3\0'));
    expect((await failure(open({ name: 'a.gpkg', bytes })))?.code).toBe('err-gdal');
  });

  it('left in the state of a write-ahead log open like others', async () => {
    const bytes = (await gpkg()).slice();
    bytes[18] = 2;
    bytes[19] = 2;
    expect(hectares(await open({ name: 'a.gpkg', bytes }, { layers: ['site'] }))).toEqual([12]);
  });

  it('a geodatabase without its catalog names what to do', async () => {
    const files = (await gdb()).filter(({ name }) => !/a00000001\.gdbtable$/.test(name));
    const input = { name: 'two.gdb', bytes: files[0]!.bytes, beside: files };
    expect((await failure(open(input)))?.code).toBe('err-gdb-parts');
  });

  it('a geodatabase whose table is cut off is refused', async () => {
    const files = (await gdb()).map(({ name, bytes }) => ({
      name,
      bytes: bytes.slice(0, bytes.length >> 1),
    })); // prettier-ignore
    const error = await failure(open({ name: 'two.gdb', bytes: files[0]!.bytes, beside: files }));
    expect(error?.code).toMatch(/^err-(gdal|empty)$/);
  });

  it('MapInfo files alone name what is missing', async () => {
    const tab = (await openArchive('a', fixture('tab.zip'), 1e8)).find(
      ({ name }) => name === 'site.tab',
    )!;
    const error = await failure(open(tab));
    expect(error).toMatchObject({
      code: 'err-mapinfo-parts',
      params: { missing: 'site.dat、site.map、site.id' },
    });
  });

  it.each([
    ['entities that grow', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'],
    ['a file from outside', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
  ])('GML with %s is refused before it is parsed', async (_, doctype) => {
    const text = new TextDecoder().decode(fixture('degrees.gml'));
    const bytes = new TextEncoder().encode(text.replace('?>', `?>${doctype}`));
    expect((await failure(open({ name: 'a.gml', bytes })))?.code).toBe('err-xml-doctype');
    const wide = new Uint8Array(
      Uint16Array.from(`\ufeff${text.replace('?>', `?>${doctype}`)}`, (c) => c.charCodeAt(0))
        .buffer,
    ); // prettier-ignore
    expect((await failure(open({ name: 'a.gml', bytes: wide })))?.code).toBe('err-xml-doctype');
  });

  it('GML cut off is refused', async () => {
    const bytes = fixture('degrees.gml');
    const error = await failure(open({ name: 'a.gml', bytes: bytes.slice(0, bytes.length - 60) }));
    expect(error?.code).toMatch(/^err-(gdal|empty)$/);
  });

  it('without GDAL name the way on', async () => {
    const error = await failure(openInput({ name: 'a.gpkg', bytes: await gpkg() }));
    expect(error).toMatchObject({ code: 'err-gdal-missing', params: { format: 'GeoPackage' } });
  });

  it('end where they are aborted, and the next file is read all the same', async () => {
    const abort = new AbortController();
    const bytes = await gpkg();
    const opening = openInput({ name: 'a.gpkg', bytes }, { gdal, signal: abort.signal });
    setTimeout(() => abort.abort(), 20);
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    expect(hectares(await openCase('one-area.zip'))).toEqual([12]);
  });
});
