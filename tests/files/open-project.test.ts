import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ImportAnswers, questionOf } from '../../src/domain/import-answers.ts';
import type { CrsCandidate, Project } from '../../src/domain/project.ts';
import { UserError } from '../../src/domain/user-error.ts';
import { openProject } from '../../src/files/open-project.ts';
import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';
import { type BBox, concatFlat, type FlatPolygons, toFlat } from '../../src/geometry/shapes.ts';
import { IMPORT_WORDS, type ImportCode, importText } from '../../src/text/words/import.ts';
import { roundHalfUp } from '../../src/units/round.ts';

/**
 * Every folder of tests/cases/files holds `input.*` and `expect.json`: what the file must become, told
 * by hand. Areas in hectares, four decimals.
 */
interface Expectation {
  readonly story: string;
  readonly crs?: number;
  readonly region?: BBox;
  /** The file's real name, where `input` would say too much or too little. */
  readonly name?: string;
  /** What a person was asked and said. */
  readonly answers?: ImportAnswers;
  readonly error?: string;
  /** Words the sentence must hold, in either language. */
  readonly says?: readonly string[];
  readonly candidates?: readonly { readonly epsg: number; readonly likely: boolean }[];
  readonly epsg?: number;
  readonly how?: string;
  readonly projectName?: string;
  readonly parcels?: readonly {
    readonly id?: string;
    readonly name?: string;
    readonly planeHa?: number | null;
    readonly ha?: number;
    readonly declaredM2?: number | null;
    readonly vertices?: number;
    readonly rings?: number;
    readonly polygons?: number;
    readonly first?: readonly [number, number];
  }[];
  /** Codes of all notes, in order. */
  readonly notes?: readonly string[];
}

const CASES = join(import.meta.dirname, '../cases/files');

describe.each(readdirSync(CASES).sort())('%s', (folder) => {
  const files = readdirSync(join(CASES, folder));
  const input = files.find((file) => file.startsWith('input'))!;
  const expected: Expectation = JSON.parse(
    readFileSync(join(CASES, folder, 'expect.json'), 'utf8'),
  );

  it(expected.story, async () => {
    const bytes = new Uint8Array(readFileSync(join(CASES, folder, input)));
    const outcome = await openProject(
      { name: expected.name ?? input, bytes },
      { answers: { crs: expected.crs, ...expected.answers }, regionExtent: expected.region },
    ).catch((error: unknown) => error);
    if (expected.error) expectError(outcome, expected);
    else expectProject(outcome, expected);
  });
});

function expectError(outcome: unknown, expected: Expectation): void {
  expect(outcome).toBeInstanceOf(UserError);
  const error = outcome as UserError;
  expect(error.code).toBe(expected.error);
  const { zh, en } = sentence(error.code, error.params);
  for (const word of expected.says ?? []) expect(`${zh} ${en}`).toContain(word);
  if (!expected.candidates) return;
  const candidates = candidatesOf(error);
  expect(candidates.map(({ epsg, likely }) => ({ epsg, likely }))).toEqual(expected.candidates);
  for (const { title, reason } of candidates) expectWords(title, reason);
}

function expectProject(outcome: unknown, expected: Expectation): void {
  if (outcome instanceof Error) throw outcome;
  const [project] = outcome as Project[];
  for (const note of project!.notes) sentence(note.code, note.params);
  expect(project!.notes.map((note) => note.code)).toEqual(expected.notes ?? []);
  if (expected.epsg) expect(project!.crs.epsg).toBe(expected.epsg);
  if (expected.how) expect(project!.crs.how).toBe(expected.how);
  if (expected.projectName) expect(project!.name).toBe(expected.projectName);
  expectWords(project!.crs.detail);
  expect(project!.parcels).toHaveLength(expected.parcels?.length ?? 0);
  expected.parcels?.forEach((want, i) => {
    const parcel = project!.parcels[i]!;
    const { polygons } = parcel;
    const got = {
      id: parcel.id,
      name: parcel.name,
      planeHa: parcel.planeAreaM2 === null ? null : roundHalfUp(parcel.planeAreaM2 / 1e4, 4),
      ha: roundHalfUp(ellipsoidAreaM2(concatFlat([polygons])) / 1e4, 4),
      declaredM2: parcel.declaredAreaM2,
      vertices: parcel.vertices,
      rings: polygons.ringEnds.length,
      polygons: polygons.polygonEnds.length,
      first: [polygons.xy[0], polygons.xy[1]],
    };
    expect(got).toMatchObject(want);
  });
}

function sentence(code: string, params: UserError['params']): { zh: string; en: string } {
  expect(Object.keys(IMPORT_WORDS)).toContain(code);
  const text = importText(code as ImportCode, params);
  expectWords(text);
  return text;
}

function expectWords(...texts: readonly { zh: string; en: string }[]): void {
  for (const { zh, en } of texts) {
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(zh + en).not.toMatch(/undefined|null|NaN|—/);
    expect(en).not.toMatch(/[\u4e00-\u9fff]{8}/);
  }
}

describe('openProject', () => {
  const name = 'site.geojson';

  it('refuses 200 MB before reading them', async () => {
    const bytes = new Uint8Array(200_000_000);
    const error = await openProject({ name, bytes }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'err-too-large', params: { bytes: 200_000_000 } });
    expect(importText('err-too-large', (error as UserError).params).zh).toContain('200 MB');
  });

  it('stops when asked to', async () => {
    const bytes = new Uint8Array(readFileSync(join(CASES, 'survey-example-utf8/input.txt')));
    const signal = AbortSignal.abort();
    await expect(openProject({ name, bytes }, { signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('gives the same project for the same bytes, with an id from their digest', async () => {
    const bytes = new Uint8Array(readFileSync(join(CASES, 'survey-example-utf8/input.txt')));
    const [one] = await openProject({ name: 'C:\\项目\\a.txt', bytes });
    const [two] = await openProject({ name: 'a.txt', bytes });
    expect(one).toEqual(two);
    expect(one!.source.file).toBe('a.txt');
    expect(one!.id).toBe(`${one!.source.sha256.slice(0, 12)}-1`);
  });

  it('keeps the digits of the file, and says where a candidate falls', async () => {
    const path = join(CASES, 'txt-zone-contradicts-easting/input.txt');
    const bytes = new Uint8Array(readFileSync(path));
    const [project] = await openProject({ name, bytes }, { answers: { crs: 4523 } });
    expect(project!.parcels[0]!.given[0]!.points[0]).toEqual(['J1', '35512003.000', '4145100.000']);
    const areas = [{ name: '示例县', shape: box(105, 37, 106, 38) }];
    const error = await openProject({ name, bytes }, { areas }).catch((caught: unknown) => caught);
    const [first, second] = candidatesOf(error);
    expect([first!.epsg, first!.reason.zh.includes('在示例县')]).toEqual([4524, false]);
    expect([second!.epsg, second!.reason.zh.includes('在示例县')]).toEqual([4523, true]);
  });

  it('tells the area that a repair gives, holes taken off', async () => {
    const bytes = new Uint8Array(readFileSync(join(CASES, 'txt-keyhole/input.txt')));
    const [project] = await openProject({ name, bytes });
    const note = project!.notes.find(({ code }) => code === 'note-split')!;
    expect(note.params).toMatchObject({ beforeM2: 80_000, afterM2: 80_000, count: 2 });
    expect(importText('note-split', note.params).zh).toContain('面积不变');
  });

  it('notes where a repair was made', async () => {
    const bytes = new Uint8Array(readFileSync(join(CASES, 'geojson-bow-tie/input.geojson')));
    const [project] = await openProject({ name, bytes });
    const note = project!.notes.find(({ code }) => code === 'note-split')!;
    expect(note.at![0]).toBeCloseTo(106.065, 9);
    expect(note.at![1]).toBeCloseTo(37.425, 9);
  });
});

function box(west: number, south: number, east: number, north: number): FlatPolygons {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const;
  return toFlat([[ring]]);
}

function candidatesOf(error: unknown): readonly CrsCandidate[] {
  const question = questionOf(error);
  if (question?.kind !== 'crs') throw new Error('no coordinate question');
  return question.candidates;
}
