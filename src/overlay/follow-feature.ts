import { boxAt, boxesOf, FAN_BITS, type LayerIndex, nodesAt, topLevel } from './edge-index.ts';
import { addChain, followChain } from './follow-chain.ts';
import { placeOf } from './place.ts';
import type { Site } from './site.ts';
import { LAST_RUN, START_WINDING, TOUCHES, WINDING } from './tally.ts';
import { windingOfSite } from './winding-of-site.ts';

/** Follow the boundary of feature f through the site and add its share of the area to the site's tally. */
export function followFeature(site: Site, index: LayerIndex, f: number): void {
  const runs = index.featureRun[f + 1]! - index.featureRun[f]!;
  if (runs > 0) {
    followNode(site, index, f, topLevel(runs), 0);
    return;
  }
  const { featureRing } = index.rings;
  for (let ring = featureRing[f]!; ring < featureRing[f + 1]!; ring++)
    followRing(site, index, ring);
}

function followRing(site: Site, index: LayerIndex, ring: number): void {
  const { xy, ringStart, ringSign } = index.rings;
  const sign = ringSign[ring]!;
  if (sign === 0) return;
  const first = ringStart[ring]!;
  const last = ringStart[ring + 1]! - 1;
  const start = windingAtVertex(site, xy, first);
  requireClosed(followChain(site, xy, first, last, sign, start), start);
}

function windingAtVertex(site: Site, xy: Float64Array, v: number): number {
  const w = windingOfSite(site, xy[2 * v]! - site.x0, xy[2 * v + 1]! - site.y0);
  if (w !== 0) site.tally.facts[TOUCHES] = 1;
  return w;
}

/**
 * Descend to the runs that come near the site, in ring order. Where the site's grid tells that a node lies
 * outside of it, nothing below is looked at; where a run lies inside, no edge of it asks again.
 */
function followNode(site: Site, index: LayerIndex, f: number, level: number, node: number): void {
  const boxes = boxesOf(index, level);
  const at = boxAt(index, f, level, node);
  const place = placeOf(site, boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!);
  if (place === 'apart') return;
  const base = index.featureRun[f]!;
  if (level === 0) {
    followRun(site, index, base + node, place === 'inside');
    return;
  }
  const below = nodesAt(index.featureRun[f + 1]! - base, level - 1);
  const end = Math.min(below, (node + 1) << FAN_BITS);
  for (let child = node << FAN_BITS; child < end; child++) {
    followNode(site, index, f, level - 1, child);
  }
}

/**
 * Follow one run. Its start has the winding number of the end of the run before it, or 0 where that run
 * was passed over, as then it lay outside the site.
 */
function followRun(site: Site, index: LayerIndex, run: number, isInside: boolean): void {
  const { xy, ringStart, ringSign } = index.rings;
  const { facts } = site.tally;
  const ring = index.runRing[run]!;
  const sign = ringSign[ring]!;
  if (sign === 0) return;
  const from = index.runFrom[run]!;
  const to = index.runTo[run]!;
  const isFirst = from === ringStart[ring]!;
  const follows = !isFirst && facts[LAST_RUN] === run - 1;
  if (!follows) {
    const w = isFirst ? windingAtVertex(site, xy, from) : 0;
    const sameRing = facts[LAST_RUN]! >= 0 && index.runRing[facts[LAST_RUN]!] === ring;
    if (sameRing) requireClosed(facts[WINDING]!, 0);
    else facts[START_WINDING] = w;
    facts[WINDING] = w;
  }
  let w = facts[WINDING]!;
  if (isInside) addChain(site, xy, from, to, sign * w);
  else w = followChain(site, xy, from, to, sign, w);
  facts[WINDING] = w;
  facts[LAST_RUN] = run;
  if (to === ringStart[ring + 1]! - 1) requireClosed(w, facts[START_WINDING]!);
}

/** The walk must come back to where it began; anything else is a fault of this program. */
function requireClosed(w: number, expected: number): void {
  if (w !== expected) throw new Error(`winding number ${w} at the end of a ring, not ${expected}`);
}
