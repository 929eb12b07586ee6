import { expect, it } from 'vitest';
import type { CheckJobs } from '../../src/app/check-client.ts';
import { MapDesk } from '../../src/app/map-desk.ts';
import type { MapPort } from '../../src/app/map-port.ts';
import { SpokenError } from '../../src/app/spoken-error.ts';
import { Workspace } from '../../src/app/workspace.ts';
import type { CrsCandidate } from '../../src/domain/project.ts';

const TEXT = { zh: '', en: '' };
const file = (name: string) => ({ name, bytes: new Uint8Array() });
const candidate = (epsg: number, likely: boolean): CrsCandidate => ({
  epsg,
  likely,
  title: TEXT,
  reason: TEXT,
  bbox: [epsg, 0, epsg + 1, 1],
  outline: [],
});

/** A map that only remembers what it was told. */
function scene(fail: (name: string) => Error) {
  const told: [string, ...unknown[]][] = [];
  const map = new Proxy({} as MapPort, {
    get:
      (_, name: string) =>
      (...values: unknown[]): void => {
        told.push([name, ...values]);
      },
  });
  const jobs = {
    open: async ({ file: { name } }: { file: { name: string } }) => Promise.reject(fail(name)),
  } as unknown as CheckJobs;
  const desk = new MapDesk();
  desk.seat(map, new Map(), {});
  const workspace = new Workspace(
    () => jobs,
    (state) => desk.show(state, new Map(), () => ''),
  );
  const last = (name: string) =>
    told
      .filter(([one]) => one === name)
      .at(-1)
      ?.slice(1);
  const count = (name: string) => told.filter(([one]) => one === name).length;
  return { workspace, last, count };
}

it('shows every candidate as a ghost and flies to the likeliest once', async () => {
  const candidates = [candidate(10, false), candidate(20, true)];
  const ask = { kind: 'crs', candidates };
  const { workspace, last, count } = scene(() => new SpokenError('crs-unknown', {}, ask, TEXT));
  await workspace.open(file('a')).catch(() => {});
  expect(last('showCandidates')).toEqual([candidates, 20]);
  expect(last('fitTo')).toEqual([[20, 0, 21, 1]]);
  workspace.draftAnswer({ crs: 10 });
  expect(last('showCandidates')).toEqual([candidates, 10]);
  expect(count('fitTo')).toBe(1);
  workspace.skipQuestion();
  expect(last('showCandidates')).toEqual([[], null]);
});

it('flies nowhere where nothing is likelier, and shows no ghosts for other questions', async () => {
  const { workspace, last, count } = scene((name) =>
    name === 'layers'
      ? new SpokenError('choose-layers', {}, { kind: 'layers', layers: [] }, TEXT)
      : new SpokenError(
          'crs-unknown',
          {},
          { kind: 'crs', candidates: [candidate(1, false)] },
          TEXT,
        ),
  );
  await workspace.open(file('a')).catch(() => {});
  expect(count('fitTo')).toBe(0);
  await workspace.open(file('layers')).catch(() => {});
  expect(last('showCandidates')).toEqual([[], null]);
});

it('pins the defects of a file that was refused', async () => {
  const detail = { at: [1, 2], defects: [{ at: [1, 2] }, { at: [3, 4] }] };
  const { workspace, last } = scene(() => new SpokenError('err-selfcross', {}, detail, TEXT));
  await workspace.open(file('a')).catch(() => {});
  expect(last('showPins')).toEqual([
    [
      { at: [1, 2], severity: 'error' },
      { at: [3, 4], severity: 'error' },
    ],
  ]);
});
