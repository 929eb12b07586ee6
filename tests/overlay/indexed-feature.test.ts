import { describe, expect, it } from 'vitest';
import { toFlat } from '../../src/geometry/shapes.ts';
import { visitPieces } from '../../src/overlay/boundary-pieces.ts';
import { buildLayerIndex } from '../../src/overlay/edge-index.ts';
import type { Feature } from '../../src/overlay/indexed-feature.ts';
import { overlapOutlineM } from '../../src/overlay/overlap-outline.ts';
import { prepareSite, type Site } from '../../src/overlay/site.ts';
import { measureSliver } from '../../src/overlay/sliver.ts';
import { overlapAll, overlapMinus, unionOverlapAreaM2 } from '../../src/overlay/union-overlap.ts';
import { polygonWithHoles } from '../bench/layers.ts';
import { CASE_CLASSES } from './case-classes.ts';
import { seeded } from './seeded.ts';

/** Every piece of a boundary, number by number. */
function piecesOf(site: Site, groups: readonly (readonly Feature[])[]): number[][] {
  const pieces: number[][] = [];
  visitPieces(
    site,
    groups,
    ([a, b]) => a === true && b !== true,
    (...piece) => pieces.push(piece),
  );
  return pieces;
}

describe('features that come with an index', () => {
  const classes = Object.entries(CASE_CLASSES);
  classes.forEach(([name, make], number) => {
    it(`give what they give without, bit for bit: ${name}`, () => {
      const random = seeded(9000 + number);
      for (let i = 0; i < 40; i++) {
        const [a, b, c] = [...make(random), make(random)[0]].map(toFlat);
        const site = prepareSite(a!);
        // all in one index, as in a layer held in memory; the site lies in the middle of it
        const index = buildLayerIndex([c!, a!, b!]);
        const [ia, ib, ic] = [1, 2, 0].map((at) => ({ index, at }));
        const wanted = piecesOf(site, [[b!], [c!]]);
        expect(piecesOf(site, [[ib!], [ic!]])).toEqual(wanted);
        expect(piecesOf(site, [[ib!], [c!]])).toEqual(wanted);
        expect(unionOverlapAreaM2(site, [ia!, ib!, ic!])).toBe(
          unionOverlapAreaM2(site, [a!, b!, c!]),
        );
        expect(overlapAll(site, [ib!], [ic!])).toBe(overlapAll(site, [b!], [c!]));
        expect(overlapMinus(site, [ib!], [])).toBe(overlapMinus(site, [b!], []));
        expect(measureSliver(site, ib!)).toEqual(measureSliver(site, b!));
        expect(overlapOutlineM(site, ib!)).toBe(overlapOutlineM(site, b!));
      }
    });
  });

  it('are not looked at away from the site: a polygon of 100,000 vertices at many sites', () => {
    const polygon = polygonWithHoles(7, 100_000, 1000, 106, 38, 0.5);
    const index = buildLayerIndex([polygon]);
    // What is read of the vertices: far less than all of them, were they indexed again.
    let read = 0;
    const xy = new Proxy(index.rings.xy, {
      get: (target, key) => {
        if (typeof key === 'string' && key !== 'length') read++;
        return Reflect.get(target, key) as unknown;
      },
    });
    const watched = { ...index, rings: { ...index.rings, xy } };
    const site = prepareSite(
      toFlat([
        [
          [
            [106.1, 38.1],
            [106.105, 38.1],
            [106.105, 38.105],
            [106.1, 38.105],
          ],
        ],
      ]),
    );
    const area = unionOverlapAreaM2(site, [polygon]);
    expect(unionOverlapAreaM2(site, [{ index: watched, at: 0 }])).toBe(area);
    expect(area).toBeGreaterThan(0);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(20_000);
  });
});
