import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../src/domain/project.ts';
import type { ProjectDocument } from '../../src/domain/project-document.ts';
import { openProject, openProjects } from '../../src/files/open-project.ts';
import { writeProject } from '../../src/files/write-project.ts';
import { toNested } from '../../src/geometry/shapes.ts';
import { shiftOf } from '../crs/datum-points.ts';

const root = join(import.meta.dirname, '../..');

/** Every file of the samples and the cases that becomes a project, with what must be said for it. */
async function projects(): Promise<[string, Project][]> {
  const samples = readdirSync(join(root, 'data/samples'))
    .filter((name) => /\.(txt|geojson)$/.test(name))
    .map((name) => ({ name, path: join(root, 'data/samples', name), crs: undefined }));
  const cases = readdirSync(join(root, 'tests/cases/files')).map((folder) => {
    const path = join(root, 'tests/cases/files', folder);
    const input = readdirSync(path).find((file) => file.startsWith('input'))!;
    const { crs } = JSON.parse(readFileSync(join(path, 'expect.json'), 'utf8'));
    return { name: input, path: join(path, input), crs };
  });
  const found: [string, Project][] = [];
  for (const { name, path, crs } of [...samples, ...cases]) {
    const bytes = new Uint8Array(readFileSync(path));
    const opened = await openProject({ name, bytes }, { answers: { crs } }).catch(() => []);
    for (const project of opened) found.push([path.slice(root.length + 1), project]);
  }
  return found;
}

const all = await projects();
const reopen = (bytes: Uint8Array, answers = {}) =>
  openProject({ name: '保存的项目.sanxian', bytes }, { answers });
const documentOf = (project: Project): ProjectDocument =>
  JSON.parse(new TextDecoder().decode(writeProject(project)));
const bytesOf = (document: object) => new TextEncoder().encode(JSON.stringify(document));
const sample = all.find(([path]) => path.endsWith('示例项目.txt'))![1];

describe('sanxian/project@1', () => {
  it('has projects of many kinds to keep', () => expect(all.length).toBeGreaterThan(40));

  it.each(all)('%s is the same after saving and opening', async (_, project) => {
    const [again] = await reopen(writeProject(project));
    expect(again).toEqual(project);
    expect(writeProject(again!)).toEqual(writeProject(project));
  });

  it('keeps claim, overrides, corrections, widened lines and a drawing without digits', async () => {
    const [parcel] = sample.parcels;
    const project: Project = {
      ...sample,
      claim: { newConstructionLand: 'yes', limitedActivity: 6 },
      overrides: [
        {
          rule: 'ECO-2A',
          line: 'ecological-red-line',
          zone: 'outside-core',
          verdict: 'conditional',
          reason: '已取得论证意见',
          name: '王某',
          at: '2026-11-21T08:00:00Z',
        },
      ],
      crs: { ...sample.crs, epsg: 2359, shift: 'bd09', datumShift: shiftOf('xian80') },
      parcels: [
        { ...parcel!, widened: { shape: 'line', distanceM: 3.5, ends: 'flat' } },
        { ...parcel!, id: '手绘', given: [], planeAreaM2: null },
      ],
    };
    const [again] = await reopen(writeProject(project));
    expect(again).toEqual(project);
  });

  it('writes the digits of the file and the doubles that are checked', () => {
    const { given, project } = documentOf(sample);
    expect(given[0]!.epsg).toBe(4523);
    expect(given[0]!.rings[0]!.points[0]).toEqual(sample.parcels[0]!.given[0]!.points[0]);
    expect(project.parcels[0]!.geometry.coordinates).toEqual(toNested(sample.parcels[0]!.polygons));
  });

  it('says that the file was changed by another hand, and reads it as it is', async () => {
    const document = documentOf(sample);
    const changed = { ...document, project: { ...document.project, name: '改名' } };
    const [project] = await reopen(bytesOf(changed));
    expect(project!.name).toBe('改名');
    expect(project!.notes.map(({ code }) => code)).toContain('note-project-changed');
  });

  it('refuses changed rings that cross themselves, lie elsewhere or are no rings', async () => {
    const document = documentOf(sample);
    const withRing = (ring: readonly (readonly number[])[]) => {
      const [first] = document.project.parcels;
      const geometry = { type: 'MultiPolygon', coordinates: [[ring]] };
      return bytesOf({
        ...document,
        project: { ...document.project, parcels: [{ ...first, geometry }] },
        given: [],
      });
    };
    const [w, s] = [106.06, 37.43];
    const sound = [
      [w, s],
      [w + 0.01, s],
      [w + 0.01, s + 0.01],
      [w, s + 0.01],
      [w, s],
    ]; // prettier-ignore
    expect(await reopen(withRing(sound))).toHaveLength(1);
    const bowTie = [sound[0]!, sound[2]!, sound[1]!, sound[3]!, sound[0]!];
    for (const ring of [bowTie, sound.map(([x, y]) => [x! - 100, y!]), sound.slice(0, 3)]) {
      await expect(reopen(withRing(ring))).rejects.toMatchObject({ code: 'err-project-file' });
    }
  });

  it('refuses another version, a broken file and a parcel named twice', async () => {
    const document = documentOf(sample);
    const later = bytesOf({ ...document, schema: 'sanxian/project@2' });
    await expect(reopen(later)).rejects.toMatchObject({ code: 'err-project-schema' });
    const cut = writeProject(sample).slice(0, 2000);
    await expect(reopen(cut)).rejects.toMatchObject({ code: 'err-json' });
    const { claim: _, ...unclaimed } = document;
    await expect(reopen(bytesOf(unclaimed))).rejects.toMatchObject({
      code: 'err-project-file',
      params: { problem: 'claim' },
    });
    const [parcel] = document.project.parcels;
    const twice = { ...document.project, parcels: [parcel, parcel] };
    await expect(reopen(bytesOf({ ...document, project: twice }))).rejects.toMatchObject({
      code: 'err-project-file',
    });
  });

  it('does not move a saved project by what is said of it later', async () => {
    const bytes = writeProject(sample);
    const [same] = await reopen(bytes, { crs: 4523 });
    expect(same).toEqual(sample);
    const [told] = await reopen(bytes, { crs: 4524, shift: 'gcj02' });
    expect(told!.parcels).toEqual(sample.parcels);
    expect(told!.notes.at(-1)).toMatchObject({ code: 'note-saved-place' });
  });

  it('offers no fields to tell projects apart by', async () => {
    const opened = await openProjects({ name: 'a.sanxian', bytes: writeProject(sample) });
    expect(opened.fields).toEqual([]);
  });
});
