import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { projectGdal } from '../../src/cli/sources/project-gdal.ts';
import type { ImportAnswers } from '../../src/domain/import-answers.ts';
import type { Project } from '../../src/domain/project.ts';
import { openInput } from '../../src/files/open-input.ts';
import { ellipsoidAreaM2 } from '../../src/geometry/ellipsoid.ts';

/** The samples that GDAL made (data/samples/make-gis-samples.sh) against the survey file beside them. */
const folder = join(import.meta.dirname, '../../data/samples');
const gdal = projectGdal();
afterAll(() => gdal.close());

async function open(name: string, answers: ImportAnswers = {}): Promise<Project> {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const { projects, failures } = await openInput({ name, bytes }, { answers, gdal });
  expect(failures).toEqual([]);
  expect(projects).toHaveLength(1);
  return projects[0]!;
}

interface Case {
  readonly file: string;
  readonly answers?: ImportAnswers;
  readonly notes: readonly string[];
  readonly how?: string;
}

const CASES: readonly Case[] = [
  { file: '示例项目-Shapefile.zip', notes: ['note-encoding', 'note-hole'] },
  { file: '示例项目-FileGDB.zip', notes: [] },
  { file: '示例项目.gpkg', notes: [] },
  { file: '示例项目.fgb', notes: [] },
  { file: '示例项目.gml', notes: [] },
  // MapInfo has no number for CGCS2000: the file says WGS 84, and that is asked
  {
    file: '示例项目-MapInfo.zip',
    answers: { crs: 4523 },
    how: 'chosen',
    notes: ['note-crs-not-known'],
  },
];

it.each(CASES)('$file is the project of the survey file', async ({ file, answers, notes, how }) => {
  const survey = await open('示例项目.txt');
  const project = await open(file, answers);
  expect(project.notes.map(({ code }) => code)).toEqual(notes);
  expect(project.crs).toMatchObject({ epsg: 4523, how: how ?? 'declared' });
  expect(project.name).toBe('示例项目');
  expect(project.applicant).toBe('示例单位（虚构数据）');
  expect(project.source.file).toBe(file);
  expect(project.parcels.map(({ id, name, purpose }) => ({ id, name, purpose }))).toEqual(
    survey.parcels.map(({ id, name, purpose }) => ({ id, name, purpose })),
  );
  project.parcels.forEach((parcel, i) => {
    const wanted = survey.parcels[i]!;
    // the same corners, so the same areas to the last bit but for where a ring begins
    expect(parcel.planeAreaM2).toBeCloseTo(wanted.planeAreaM2!, 6);
    expect(ellipsoidAreaM2(parcel.polygons)).toBeCloseTo(ellipsoidAreaM2(wanted.polygons), 6);
    expect(parcel.declaredAreaM2).toBeCloseTo(wanted.declaredAreaM2!, 6);
    expect(parcel.vertices).toBe(wanted.vertices);
  });
});
