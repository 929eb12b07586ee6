import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { toFlat } from '../../src/geometry/shapes.ts';
import { overlapGeometry } from '../../src/overlay/overlap-geometry.ts';
import { prepareSite } from '../../src/overlay/site.ts';
import { toWkb } from '../bench/wkb.ts';
import { CASE_CLASSES } from '../overlay/case-classes.ts';
import { seeded } from '../overlay/seeded.ts';

/** GEOS (gcc, libgeos-dev) says whether the polygons of overlaps are valid. */
const folder = mkdtempSync(join(tmpdir(), 'sanxian-geos-'));
afterAll(() => rmSync(folder, { recursive: true }));
const CASES_EACH = 1000;

test('GEOS calls every overlap of 22 classes valid', { timeout: 120_000 }, () => {
  const program = join(folder, 'valid');
  const source = resolve(import.meta.dirname, 'overlay-valid.c');
  execFileSync('gcc', ['-O2', '-o', program, source, '-lgeos_c']);
  const shapes: Uint8Array[] = [];
  Object.values(CASE_CLASSES).forEach((make, number) => {
    const random = seeded(5000 + number);
    for (let i = 0; i < CASES_EACH; i++) {
      const [a, b] = make(random);
      const found = overlapGeometry(prepareSite(toFlat(a)), toFlat(b));
      if (found.xy.length > 0) shapes.push(toWkb(found));
    }
  });
  const input = join(folder, 'shapes.bin');
  const length = (bytes: Uint8Array) => new Uint8Array(Uint32Array.of(bytes.length).buffer);
  writeFileSync(
    input,
    Buffer.concat([
      new Uint8Array(Uint32Array.of(shapes.length).buffer),
      ...shapes.flatMap((wkb) => [length(wkb), wkb]),
    ]),
  );
  const answer = execFileSync(program, [input], { encoding: 'utf8' }).trim();
  expect(shapes.length).toBeGreaterThan(10 * CASES_EACH);
  expect(answer).toBe(`0 of ${shapes.length} invalid`);
});
