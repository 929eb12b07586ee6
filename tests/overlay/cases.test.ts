import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  type FlatPolygons,
  type MultiPolygon as Nested,
  toFlat,
} from '../../src/geometry/shapes.ts';
import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import { overlapsOf } from '../../src/overlay/layer-overlaps.ts';
import { nearestOf } from '../../src/overlay/nearest.ts';
import { measureOverlap } from '../../src/overlay/overlap.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { measureSliver } from '../../src/overlay/sliver.ts';
import { unionOverlapAreaM2 } from '../../src/overlay/union-overlap.ts';

/*
 * Every folder of tests/cases/overlay is a story: site.geojson, layer.geojson and expected.json. Expected
 * areas are the closed form of boxes between meridians and parallels, computed with 50 digits.
 */
const FOLDER = resolve(import.meta.dirname, '../cases/overlay');

interface Expected {
  readonly why: string;
  readonly areasM2: readonly number[];
  readonly touches: readonly boolean[];
  readonly unionM2: number;
  readonly nearestM?: number;
  readonly widthM?: number;
  readonly refused?: true;
}

function read<T>(name: string, file: string): T {
  return JSON.parse(readFileSync(resolve(FOLDER, name, file), 'utf8')) as T;
}

function features(name: string, file: string): FlatPolygons[] {
  return read<FeatureCollection<MultiPolygon>>(name, file).features.map((feature) =>
    toFlat(feature.geometry.coordinates as unknown as Nested),
  );
}

describe('cases/overlay', () => {
  for (const name of readdirSync(FOLDER)) {
    it(name, () => {
      const expected = read<Expected>(name, 'expected.json');
      const layer = features(name, 'layer.geojson');
      const [polygons] = features(name, 'site.geojson') as [FlatPolygons];
      if (expected.refused) {
        expect(() => prepareSite(polygons)).toThrow(RangeError);
        return;
      }
      const site = prepareSite(polygons);
      const index = buildLayerIndex(layer);
      const indexed = overlapsOf(site, index);
      layer.forEach((feature, i) => {
        const found = measureOverlap(site, feature);
        expect(Math.abs(found.areaM2 - expected.areasM2[i]!)).toBeLessThan(1e-6);
        expect(found.areaM2 > 0).toBe(expected.areasM2[i]! > 0);
        expect(found.touches).toBe(expected.touches[i]);
        const hit = indexed.find(({ featureIndex }) => featureIndex === i);
        expect(hit !== undefined).toBe(expected.touches[i]);
        if (hit) expect(Math.abs(hit.areaM2 - expected.areasM2[i]!)).toBeLessThan(1e-6);
      });
      expect(Math.abs(unionOverlapAreaM2(site, layer) - expected.unionM2)).toBeLessThan(1e-6);
      if (expected.nearestM !== undefined) {
        expect(nearestOf(site, index, 20_000)!.distanceM).toBeCloseTo(expected.nearestM, 3);
      }
      if (expected.widthM !== undefined) {
        expect(measureSliver(site, layer[0]!).largestWidthM).toBeCloseTo(expected.widthM, 6);
      }
    });
  }
});
