import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GroundMemory } from '../../src/app/ground-memory.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { digestOf } from '../../src/job/digest.ts';
import { withHints } from '../../src/job/pack-hints.ts';
import { judgeAgain, reportOf } from '../../src/job/run-check.ts';
import { check, measureWorld, pack, square, type World } from '../check/build.ts';

const AT = '2026-11-21T08:00:00Z';
const WEST = square(105.99, 37.39, 106.004, 37.42);
const EAST = square(106.006, 37.39, 106.02, 37.42);
const WORLD: World = {
  layers: [
    { kind: 'ecological-red-line', features: [{ polygons: WEST }] },
    { kind: 'permanent-basic-farmland', features: [{ polygons: EAST }] },
  ],
  parcels: [square(106, 37.4, 106.005, 37.41), square(106.005, 37.4, 106.01, 37.41)],
};
const CLAIMS: Claim[] = [
  {},
  { limitedActivity: 6, nationalMajor: 'none', newConstructionLand: 'yes', temporaryLand: 'no' },
  { limitedActivity: 'none', nationalMajor: 'none', legacyExisting: 'no', pbfMajorBasis: 'none' },
];

describe('other answers on the same ground', () => {
  it.each(CLAIMS)('give, letter by letter, the report of a whole check: %j', async (claim) => {
    const measured = await measureWorld({ ...WORLD, claim: { sector: '旅游', stage: '规划选址' } });
    const fresh = await check({ ...WORLD, claim });
    expect(judgeAgain(measured, claim, AT)).toEqual(fresh);
    expect(judgeAgain(measured, claim, '2027-01-01T00:00:00Z').digest).toBe(fresh.digest);
  });

  it('give each parcel its own verdict', async () => {
    const measured = await measureWorld(WORLD);
    const verdicts = (claim: Claim) =>
      judgeAgain(measured, claim, AT).project.parcels.map(({ verdict }) => verdict);
    expect(verdicts({})).toEqual(['manual-review', 'manual-review']);
    expect(verdicts({ temporaryLand: 'no', pbfMajorBasis: 'none' })).toEqual([
      'manual-review',
      'prohibited',
    ]);
  });
});

describe('the ground measured last', () => {
  it('is known by its boundary and its catalog, whatever the answers', async () => {
    const measured = await measureWorld(WORLD);
    const { project } = measured;
    const asked = { project, claim: {}, catalogUrl: 'a/catalog.json' };
    const memory = new GroundMemory();
    expect(memory.judge(asked, AT)).toBeNull();
    memory.keep(asked, measured);
    const claim: Claim = { temporaryLand: 'yes' };
    const again = memory.judge({ ...asked, claim, project: { ...project, claim } }, AT);
    expect(again?.project.claim).toEqual(claim);
    expect(memory.judge({ ...asked, catalogUrl: 'b/catalog.json' }, AT)).toBeNull();
    const moved = structuredClone(project);
    (moved.parcels[0]!.polygons.xy as Float64Array)[0]! += 1e-9;
    expect(memory.judge({ ...asked, project: moved }, AT)).toBeNull();
  });
});

describe('hints of national papers', () => {
  const folder = join(import.meta.dirname, '../../data/policy');
  const read = async (name: string) => new Uint8Array(readFileSync(join(folder, name)));

  it('stand beside the findings of their rules, marked, and decide nothing', async () => {
    const measured = await measureWorld(WORLD);
    const bare = reportOf(measured);
    const report = reportOf({ ...measured, loaded: await withHints(pack, read) });
    expect(report.policies.map(({ id, role }) => [id, role])).toEqual([
      ['nx-2023-63', undefined],
      ['national-hints', 'hints'],
    ]);
    const farm = report.findings.find(({ rule }) => rule === 'PBF-U')!;
    expect(farm.hints!.map(({ id }) => id)).toEqual(['N-17', 'N-166', 'N-2018-3']);
    expect(farm.hints![0]!.text.zh).toMatch(/^提示（国家文件，把握 99%/);
    const judged = (one: typeof report) =>
      one.findings.map(({ hints: _hints, ...finding }) => finding);
    expect(judged(report)).toEqual(judged(bare));
    expect([report.verdict, report.complete, report.lines]).toEqual([
      bare.verdict,
      bare.complete,
      bare.lines,
    ]);
    expect(digestOf(report)).not.toBe(digestOf(bare));
  });

  it('that a pack names and nobody has are an error, never silence', async () => {
    const missing = async () => {
      throw new Error('gone');
    };
    await expect(withHints(pack, missing)).rejects.toThrow('gone');
  });
});
