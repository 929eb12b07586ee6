import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '../../../src/domain/import-answers.ts';
import { openProject } from '../../../src/files/open-project.ts';
import { ellipsoidAreaM2 } from '../../../src/geometry/ellipsoid.ts';
import { ASKED, type Asked, expectedOf, toleranceOf } from './read-areas.ts';

const SAMPLES = new URL('../../../data/samples/', import.meta.url);

async function open(file: string, answers: ImportAnswers = {}) {
  const bytes = new Uint8Array(readFileSync(new URL(file, SAMPLES)));
  const [project] = await openProject({ name: file, bytes }, { answers });
  return project!;
}

describe('GDAL gives the same figures', () => {
  const kept = JSON.parse(readFileSync(new URL('gdal-answers.json', import.meta.url), 'utf8')) as {
    answers: Record<string, number[]>;
  };

  it.each(Object.keys(ASKED) as Asked[])('%s', async (file) => {
    const expected = await expectedOf(file);
    expect(expected).toHaveLength(kept.answers[file]!.length);
    expected.forEach((area, i) => {
      expect(Math.abs(kept.answers[file]![i]! - area), `figure ${i}`).toBeLessThanOrEqual(
        toleranceOf(file, i, area),
      );
    });
  });
});

describe('the samples are the project of the survey file', () => {
  it.each([
    ['示例项目.dxf', { crs: 4523, layers: ['用地红线'] }],
    ['示例项目.kml', {}],
    ['示例项目.kmz', {}],
    ['示例项目.gpx', { closeLines: true }],
    ['示例项目.topojson', {}],
    ['示例项目.wkt', {}],
  ] satisfies [string, ImportAnswers][])('%s', async (file, answers) => {
    const survey = await open('示例项目.txt');
    const project = await open(file, answers);
    expect(project.parcels.map(({ name, polygons }) => [name, polygons.ringEnds.length])).toEqual([
      ['地块1', 2],
      ['地块2', 1],
    ]);
    project.parcels.forEach((parcel, i) => {
      const given = survey.parcels[i]!;
      const area = ellipsoidAreaM2(parcel.polygons);
      // metres are the same to the last digit; degrees were rounded to 1e-9 and have straight edges of their own
      if (parcel.planeAreaM2 !== null) {
        expect(parcel.planeAreaM2).toBe(given.planeAreaM2);
        expect(parcel.polygons).toEqual(given.polygons);
      } else expect(Math.abs(area - ellipsoidAreaM2(given.polygons))).toBeLessThan(0.05);
    });
  });

  it('the drawing says what it is asked, and what it left out', async () => {
    const project = await open('示例项目.dxf', { crs: 4523, layers: ['用地红线'] });
    expect(project.notes.map(({ code }) => code)).toEqual([
      'note-encoding',
      'note-dxf-units',
      'note-dxf-holes',
      'note-dxf-names',
      'note-dxf-hidden',
    ]);
  });
});
