import { expect, it } from 'vitest';
import { displacedSites } from '../../src/check/displace-site.ts';
import { type LayerLook, lookAtLayer } from '../../src/check/look-at-layer.ts';
import { settledWithin } from '../../src/check/settled.ts';
import { prepareCheckSite } from '../../src/check/site.ts';
import { questionsOf } from '../../src/check/stability-questions.ts';
import type { LayerKind } from '../../src/domain/kinds.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { seeded } from '../overlay/seeded.ts';
import { layerSource, square, testProject } from './build.ts';

/** A millionth of a degree is some 0.1 m: edges that agree, nearly agree, and lie a few metres apart. */
const STEP = 1e-6;
const KINDS = [
  'permanent-basic-farmland',
  'ecological-red-line',
  'nature-reserve-core',
  'urban-development-boundary',
] as const satisfies readonly LayerKind[];
const ZONES = ['城镇集中建设区', '城镇弹性发展区', '特别用途区'];

it('what is settled is answered alike by every displaced site', { timeout: 60_000 }, async () => {
  const clipper = await loadClipper();
  const random = seeded(31);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const shake = () => (random() < 0.4 ? 0 : between(-30, 30) * STEP);
  const rectangle = () => {
    const [x, y, w, h] = [between(0, 4), between(0, 4), between(1, 4), between(1, 4)];
    const at = (base: number, cells: number) => base + cells * 400 * STEP + shake();
    return square(at(106, x), at(37.4, y), at(106, x + w), at(37.4, y + h));
  };
  const count = { settled: 0, within: 0, open: 0, changing: 0 };
  for (let world = 0; world < 250; world++) {
    const looks = new Map<LayerKind, readonly LayerLook[]>();
    const site = prepareCheckSite(
      testProject(Array.from({ length: between(1, 2) }, rectangle)),
      clipper,
    );
    const thresholdM2 = [0, 1, 10, 400][between(0, 3)]!;
    const metres = [0.05, 0.5, 3][between(0, 2)]!;
    for (const kind of KINDS) {
      const features = Array.from({ length: between(0, 3) }, () => ({
        polygons: rectangle(),
        properties: { GHFQMC: ZONES[between(0, 2)]! },
      }));
      const source = layerSource({ kind, features, accuracyM: metres });
      looks.set(kind, [
        await lookAtLayer(site, source, { clipper, geometry: 'none', thresholdM2 }),
      ]);
    }
    const shapes = [metres, metres / 7].flatMap((far) => [...displacedSites(site, clipper, far)]);
    for (const question of KINDS.flatMap((kind) => questionsOf(kind, looks, thresholdM2))) {
      const now = question.ask(site.prepared);
      const changes = shapes.some((shape) => question.ask(prepareSite(shape)) !== now);
      const settled = settledWithin(site, clipper, metres, thresholdM2).has(question);
      if (settled) expect(changes).toBe(false);
      count[settled ? 'settled' : 'open']++;
      if (changes) count.changing++;
      if (settled && question.features.length > 0) count.within++;
    }
  }
  // all of it happens, or nothing was compared
  expect(count.settled).toBeGreaterThan(500);
  expect(count.within).toBeGreaterThan(200);
  expect(count.open).toBeGreaterThan(100);
  expect(count.changing).toBeGreaterThan(50);
});
