import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { factsOfParcel } from '../../src/check/parcel-facts.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { measureProject, openPack } from '../../src/job/run-check.ts';
import { roundM2 } from '../../src/units/round.ts';
import { seeded } from '../overlay/seeded.ts';
import { layerSource, root, square, type TestLayer, testProject } from './build.ts';

const pack = openPack(readFileSync(join(root, 'data/policy/nx-2023-63.yaml')), 'pack.yaml');

/** The facts of a parcel as they are for one that is not as large as its site. */
function workedOut(facts: Facts, id: string, areaM2: number): Facts {
  const apart = factsOfParcel({ ...facts, siteAreaM2: -1 }, { id, areaM2 });
  return { ...apart, siteAreaM2: roundM2(areaM2) };
}

it('takes the facts of the site only where they are those of the parcel', async () => {
  const clipper = await loadClipper();
  const random = seeded(23);
  const box = () => {
    const [x, y] = [106 + 0.01 * random(), 37.4 + 0.01 * random()];
    return square(x, y, x + 0.01 * random() + 1e-4, y + 0.01 * random() + 1e-4);
  };
  let [same, other] = [0, 0];
  for (let world = 0; world < 40; world++) {
    const layers = (
      [
        'permanent-basic-farmland',
        'ecological-red-line',
        'nature-reserve-core',
        'urban-development-boundary',
      ] as const
    ).map((kind): TestLayer => ({ kind, features: [{ polygons: box() }] }));
    const sources = layers.map(layerSource);
    const handle = {
      catalog: {
        ...{ schema: 'sanxian/catalog@1' as const, title: { zh: '测', en: 'Test' }, region: '64' },
        ...{ synthetic: true, layers: sources.map(({ entry }) => entry) },
      },
      sources: new Map(sources.map((source) => [source.entry.id, source])),
    };
    const options = { thresholdM2: 1, accuracyM: null, geometry: 'none' as const, version: '0' };
    const { outcome } = await measureProject(
      testProject(world % 2 ? [box()] : [box(), box()]),
      null,
      handle,
      pack,
      clipper,
      { ...options, createdAt: '2026-01-01T00:00:00Z', sequence: 1 },
    );
    for (const { id, areaM2 } of outcome.parcels) {
      const own = factsOfParcel(outcome.facts, { id, areaM2 });
      if (own === outcome.facts) same++;
      else other++;
      expect(own).toEqual(workedOut(outcome.facts, id, areaM2));
    }
  }
  expect(same).toBeGreaterThanOrEqual(20);
  expect(other).toBeGreaterThan(20);
});
