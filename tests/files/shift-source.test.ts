import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openProjects } from '../../src/files/open-project.ts';

const SAMPLE = join(import.meta.dirname, '../../data/samples/示例项目.geojson');

it('notes where the coordinates of an internet map come from, in the words of the person', async () => {
  const input = { name: 'a.geojson', bytes: readFileSync(SAMPLE) };
  const notesOf = async (answers: object) => {
    const { projects } = await openProjects(input, { answers });
    return projects[0]!.notes.map(({ code, params }) => [code, params.said ?? null]);
  };
  const shiftSource = '奥维 2026-11';
  expect(await notesOf({ shift: 'gcj02', shiftSource })).toContainEqual([
    'note-shift-source',
    shiftSource,
  ]);
  for (const answers of [{ shift: 'gcj02' }, { shiftSource }]) {
    const codes = (await notesOf(answers)).map(([code]) => code);
    expect(codes).not.toContain('note-shift-source');
  }
});
