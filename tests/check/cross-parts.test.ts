import { expect, it } from 'vitest';
import { type HitFeature, pairsOf } from '../../src/check/cross-parts.ts';
import { prepareCheckSite } from '../../src/check/site.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { toFlat } from '../../src/geometry/shapes.ts';
import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import { overlapAll } from '../../src/overlay/union-overlap.ts';
import { roundM2 } from '../../src/units/round.ts';
import { seeded } from '../overlay/seeded.ts';
import { square, testProject } from './build.ts';

it('gives of each pair what both take of the site together', async () => {
  const clipper = await loadClipper();
  const random = seeded(17);
  const step = () => Math.floor(random() * 9) * 0.001;
  const rectangle = (most: number) => {
    const [x, y] = [106 + step(), 37.4 + step()];
    return square(x, y, x + 0.001 + random() * most, y + 0.001 + random() * most);
  };
  const feature = (id: string, polygons: ReturnType<typeof rectangle>): HitFeature => {
    const flat = toFlat(polygons);
    const indexed = { index: buildLayerIndex([flat]), at: 0 };
    return { id, polygons: flat, indexed, landClass: null, county: null };
  };
  const count = { apart: 0, part: 0, within: 0 };
  for (let world = 0; world < 300; world++) {
    const site = prepareCheckSite(testProject([rectangle(0.01)]), clipper);
    const fields = Array.from({ length: 4 }, (_, i) => feature(`a${i}`, rectangle(0.002)));
    const [outer] = rectangle(0.01)[0]!;
    const hole = square(106.003, 37.403, 106.0042, 37.4042)[0]![0]!;
    const lines = [feature('b0', rectangle(0.01)), feature('b1', [[outer!, hole]])];
    const found = new Map(
      pairsOf(site, 'and', fields, lines).map(({ a, b, areaM2 }) => [`${a} ${b}`, areaM2]),
    );
    for (const a of fields) {
      const alone = roundM2(overlapAll(site.prepared, [a.indexed], [a.indexed]));
      for (const b of lines) {
        const both = roundM2(overlapAll(site.prepared, [a.indexed], [b.indexed]));
        expect(found.get(`${a.id} ${b.id}`) ?? 0).toBe(both);
        count[both === 0 ? 'apart' : both === alone ? 'within' : 'part']++;
      }
    }
  }
  expect(Math.min(count.apart, count.part, count.within)).toBeGreaterThan(100);
});
