import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cutOverlap } from '../../src/check/cut-overlap.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { bboxOf, type FlatPolygons, toFlat } from '../../src/geometry/shapes.ts';
import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import { overlapOf } from '../../src/overlay/overlap.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { toWkb } from '../bench/wkb.ts';
import { CASE_CLASSES, type Pair } from '../overlay/case-classes.ts';
import { seeded } from '../overlay/seeded.ts';

/** GEOS (gcc, libgeos-dev) judges the polygons that a check draws: valid, and as large as its own. */
const folder = mkdtempSync(join(tmpdir(), 'sanxian-geos-'));
afterAll(() => rmSync(folder, { recursive: true }));
const CASES_EACH = Number(process.env.GEOMETRY_CASES ?? 1000);
/** A square degree is at most 1.01e10 m² here: 1e-5 m². */
const TOLERANCE = 1e-15;

const clipper = {
  ...(await loadClipper()),
  intersection: (): FlatPolygons => {
    throw new Error('clipper2 was asked');
  },
};

/** As a check cuts it; clipper2 is not to be needed. */
function cut([a, b]: Pair): readonly [FlatPolygons, FlatPolygons, FlatPolygons] | null {
  const [polygons, feature] = [toFlat(a), toFlat(b)];
  const prepared = prepareSite(polygons);
  const indexed = { index: buildLayerIndex([feature]), at: 0 };
  const { areaM2 } = overlapOf(prepared, indexed.index, 0);
  if (areaM2 <= 0) return null;
  const parcel = { id: '1', polygons, bbox: bboxOf(polygons), areaM2: prepared.areaM2, prepared };
  const found = cutOverlap(parcel, indexed, feature, areaM2, clipper);
  return found.xy.length > 0 ? [polygons, feature, found] : null;
}

test('GEOS calls every overlap of 22 classes valid and as large as its own', () => {
  const program = join(folder, 'valid');
  const source = resolve(import.meta.dirname, 'overlay-valid.c');
  execFileSync('gcc', ['-O2', '-o', program, source, '-lgeos_c', '-lm']);
  const cases = Object.values(CASE_CLASSES).flatMap((make, number) => {
    const random = seeded(5000 + number);
    const found = Array.from({ length: CASES_EACH }, () => cut(make(random)));
    return found.filter((one) => one !== null);
  });
  const length = (bytes: Uint8Array) => new Uint8Array(Uint32Array.of(bytes.length).buffer);
  const input = join(folder, 'cases.bin');
  writeFileSync(
    input,
    Buffer.concat([
      new Uint8Array(Uint32Array.of(cases.length).buffer),
      ...cases.flat().flatMap((shape) => {
        const wkb = toWkb(shape);
        return [length(wkb), wkb];
      }),
    ]),
  );
  const answer = execFileSync(program, [input, String(TOLERANCE)], { encoding: 'utf8' }).trim();
  expect(cases.length).toBeGreaterThan(10 * CASES_EACH);
  expect(answer).toBe(`of ${cases.length}: 0 invalid, 0 of another area, 0 that GEOS cannot cut`);
});
