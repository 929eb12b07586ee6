import type { LayerIndex } from '../../overlay/edge-index.ts';
import { overlapOf } from '../../overlay/overlap.ts';
import { prepareSite, type Site } from '../../overlay/site.ts';
import { boxOfSlot, type CellContent } from './cell-content.ts';
import { ownsPair } from './cells.ts';

export interface FoundOverlap {
  /** The one of the two with fewer vertices, prepared. */
  readonly site: Site;
  readonly index: LayerIndex;
  /** Numbers in the index. */
  readonly a: number;
  readonly b: number;
  /** m², above 0. */
  readonly areaM2: number;
}

/** What could not be computed, and must be said. */
export interface Uncomputed {
  readonly a: number;
  readonly b: number;
}

/**
 * Visits every pair of features of a cell whose interiors meet. Of two features the one with fewer vertices
 * is the site, so that a red line of 300,000 vertices is never prepared for the parcels along it.
 */
export function visitOverlaps(
  content: CellContent,
  found: (overlap: FoundOverlap) => void,
  failed: (pair: Uncomputed) => void,
  signal?: AbortSignal,
): void {
  const { index, cell, features } = content;
  const size = (slot: number): number => features[slot]!.polygons.xy.length;
  const boxes = features.map((_, slot) => boxOfSlot(content, slot));
  for (let a = 0; a < features.length; a++) {
    if (a % 256 === 0) signal?.throwIfAborted();
    const near = index.tree
      .search(boxes[a]!)
      .filter((b) => size(a) < size(b) || (size(a) === size(b) && a < b))
      .filter((b) => ownsPair(cell, boxes[a]!, boxes[b]!));
    if (near.length === 0) continue;
    const site = siteOf(features[a]!.polygons);
    for (const b of near.sort((one, other) => one - other)) {
      const areaM2 = site === null ? null : areaOf(site, index, b);
      if (site === null || areaM2 === null) failed({ a, b });
      else if (areaM2 > 0) found({ site, index, a, b, areaM2 });
    }
  }
}

export interface FoundBetween {
  /** Number in the first content, and in the second. */
  readonly a: number;
  readonly b: number;
  readonly areaM2: number;
  /** The smaller one prepared, and the other one as feature f of an index. */
  readonly site: Site;
  readonly index: LayerIndex;
  readonly f: number;
}

/** Visits every pair of a feature of one layer and one of another, of a cell, whose interiors meet. */
export function visitOverlapsBetween(
  one: CellContent,
  other: CellContent,
  found: (overlap: FoundBetween) => void,
  failed: () => void,
  signal?: AbortSignal,
): void {
  const prepared = new Map<number, Site | null>();
  for (let a = 0; a < one.features.length; a++) {
    if (a % 256 === 0) signal?.throwIfAborted();
    const box = boxOfSlot(one, a);
    const near = other.index.tree
      .search(box)
      .filter((b) => ownsPair(one.cell, box, boxOfSlot(other, b)));
    if (near.length === 0) continue;
    const mine = one.features[a]!.polygons;
    let own: Site | null | undefined;
    for (const b of near.sort((p, q) => p - q)) {
      const theirs = other.features[b]!.polygons;
      const isMine = mine.xy.length <= theirs.xy.length;
      if (isMine && own === undefined) own = siteOf(mine);
      if (!isMine && !prepared.has(b)) prepared.set(b, siteOf(theirs));
      const site = isMine ? own! : prepared.get(b)!;
      const index = isMine ? other.index : one.index;
      const f = isMine ? b : a;
      const areaM2 = site === null ? null : areaOf(site, index, f);
      if (areaM2 === null) failed();
      else if (areaM2 > 0) found({ a, b, areaM2, site: site!, index, f });
    }
  }
}

/** null for ground so thin that its area is lost in rounding. */
export function siteOf(polygons: Parameters<typeof prepareSite>[0]): Site | null {
  try {
    return prepareSite(polygons);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export function areaOf(site: Site, index: LayerIndex, f: number): number | null {
  try {
    return overlapOf(site, index, f).areaM2;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
