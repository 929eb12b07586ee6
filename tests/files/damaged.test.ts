import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Project } from '../../src/domain/project.ts';
import { UserError } from '../../src/domain/user-error.ts';
import { openProject } from '../../src/files/open-project.ts';

const CASES = join(import.meta.dirname, '../cases/files');
const survey = readFileSync(join(CASES, 'survey-example-utf8/input.txt'));
const geojson = readFileSync(join(CASES, 'geojson-hole/input.geojson'));

/** A project, or a UserError; anything else is a bug of ours and fails the test. */
async function outcomeOf(name: string, bytes: Uint8Array): Promise<Project | UserError> {
  try {
    const [project] = await openProject({ name, bytes });
    return project!;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

it('cut off at any byte, a survey file is refused, noted, or whole as far as it goes', async () => {
  const whole = new Set([110_000, 4_000]);
  let projects = 0;
  for (let length = 0; length < survey.length; length++) {
    const outcome = await outcomeOf('a.txt', survey.subarray(0, length));
    if (outcome instanceof UserError) continue;
    projects++;
    const isTold = outcome.notes.some((note) => note.severity === 'warning');
    const isWhole = outcome.parcels.every((parcel) => whole.has(parcel.planeAreaM2!));
    expect([length, isTold || isWhole]).toEqual([length, true]);
  }
  expect(projects).toBeGreaterThan(20);
});

it('cut off at any byte, GeoJSON is refused', async () => {
  for (let length = 0; length < geojson.toString().trimEnd().length; length++) {
    expect(await outcomeOf('a.geojson', geojson.subarray(0, length))).toBeInstanceOf(UserError);
  }
});

it('with any byte changed, a file is a project or an error with a sentence', async () => {
  let seed = 35;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((seed / 0x80000000) * below);
  };
  for (let n = 0; n < 800; n++) {
    const isSurvey = n % 2 === 0;
    const bytes = Uint8Array.from(isSurvey ? survey : geojson);
    for (let k = random(3); k >= 0; k--) bytes[random(bytes.length)] = random(256);
    await outcomeOf(isSurvey ? 'a.txt' : 'a.geojson', bytes);
  }
});
