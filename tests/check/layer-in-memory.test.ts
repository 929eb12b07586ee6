import { expect, it } from 'vitest';
import { indexOf } from '../../src/check/held-layer.ts';
import { layerInMemory } from '../../src/check/layer-in-memory.ts';
import { UserError } from '../../src/domain/user-error.ts';
import type { BBox, MultiPolygon } from '../../src/geometry/shapes.ts';
import { collect } from '../files/sample-layer.ts';
import { layerSource, square } from './build.ts';

const PBF = 'permanent-basic-farmland';
const ring = (west: number, south: number, size: number) =>
  square(west, south, west + size, south + size)[0]![0]!;
/** One square; two parts, the second with a hole; one far away. */
const SHAPES: MultiPolygon[] = [
  [[ring(106, 37, 0.01)]],
  [[ring(106.02, 37, 0.01)], [ring(106.04, 37, 0.01), ring(106.042, 37.002, 0.004)]],
  [[ring(107, 38, 0.01)]],
];
const features = SHAPES.map((polygons) => ({ polygons }));
const NEAR: BBox = [105.9, 36.9, 106.1, 37.1];

it('gives the features of the layer, in its order and with their attributes', async () => {
  const source = layerSource({ kind: PBF, features });
  const held = layerInMemory(source);
  expect(await held.open()).toEqual({ integrity: 'full' });
  expect(indexOf(held)?.areaM2).toHaveLength(3);
  for (const box of [NEAR, [106.01, 37, 106.015, 37.1], [0, 0, 1, 1], [-180, -90, 180, 90]]) {
    const wanted = await collect(source.featuresIn(box as unknown as BBox));
    expect(await collect(held.featuresIn(box as unknown as BBox))).toEqual(wanted);
  }
});

it('a feature that cannot be read fails where it is asked for, and nowhere else', async () => {
  const broken = layerSource({
    kind: PBF,
    features,
    fault: { error: new UserError('layer-feature', { file: 'x.fgb' }), afterFeatures: 2 },
  });
  const held = layerInMemory(broken);
  await held.open();
  expect(indexOf(held)).toBeNull();
  await expect(collect(held.featuresIn([-180, -90, 180, 90]))).rejects.toThrow('layer-feature');
});

it('a layer that hands over fewer features than its entry says is not held', async () => {
  const source = layerSource({ kind: PBF, features });
  const held = layerInMemory({ ...source, entry: { ...source.entry, features: 4 } });
  await held.open();
  expect(indexOf(held)).toBeNull();
});

it('a failed opening is told and tried again', async () => {
  let down = true;
  const source = layerSource({ kind: PBF, features });
  const held = layerInMemory({
    ...source,
    open: async (signal) => {
      if (down) throw new UserError('layer-timeout', { file: 'x.fgb' });
      return source.open(signal);
    },
  });
  await expect(held.open()).rejects.toThrow('layer-timeout');
  down = false;
  await held.open();
  expect(indexOf(held)).not.toBeNull();
});
