import { ARC_TOLERANCE_M, type Clipper } from '../geometry/clip.ts';
import { DEFECT_WEIGHT } from '../geometry/defect-weight.ts';
import { lengthM } from '../geometry/ellipsoid.ts';
import { toNested } from '../geometry/shapes.ts';
import { isSurelySound } from '../geometry/surely-sound.ts';
import { findDefects } from '../geometry/validity.ts';
import { visitEdges } from '../overlay/edges-in-box.ts';
import { prepareSite, type Site } from '../overlay/site.ts';
import { resizedSite } from './displace-site.ts';
import { growBox } from './grow-box.ts';
import type { CheckSite } from './site.ts';
import type { StabilityQuestion } from './stability-questions.ts';

/** Thresholds below this are within what sums of areas may err by, m²: there nothing is settled unasked. */
const LEAST_THRESHOLD_M2 = 0.01;
/** What two measurements of one area may differ by, m². */
const ERROR_M2 = 1e-5;

/** Questions that no displacement of a site up to some metres can answer otherwise. */
export interface Settled {
  has(question: StabilityQuestion): boolean;
}

/**
 * What needs no displaced site to be asked about, of a site whose rings do not cross. Three reasons, the
 * cheapest first:
 *
 * - Ground that a site gains or loses lies along its outline, at most as wide as it is displaced: a strip
 *   beside each edge and a sector at each corner. A part differs from the threshold by more than that.
 * - No edge of the features comes within reach: they cover all of any displaced site or nothing of it. Then
 *   the part is all of it or nothing; it stays above the threshold as long as the site itself does.
 * - Every displaced site lies within the site grown by so much, and holds the site shrunk by so much; a
 *   part of a larger site is no smaller. What the grown one does not have above the threshold none has,
 *   what the shrunk one has all have.
 */
export function settledWithin(
  site: CheckSite,
  clipper: Clipper,
  metres: number,
  thresholdM2: number,
): Settled {
  // Twice as much: of features drawn wrong, outside the site and unseen, ground may count twice.
  const strayM2 = 2 * alongOutlineM2(site, metres);
  // What rounds a corner is cut off from its arc by so much at most.
  const room = metres + 2 * ARC_TOLERANCE_M;
  const grown = once(() => preparedOrNone(site, clipper, room));
  const shrunk = once(() => preparedOrNone(site, clipper, -room));
  return {
    has(question) {
      if (thresholdM2 < LEAST_THRESHOLD_M2 || !isSound(site)) return false;
      const part = question.measure(site.prepared);
      if (part === null) return false;
      const isAbove = part.least > thresholdM2;
      if (!isAbove && part.most > thresholdM2) return false;
      if (isAbove ? part.least - strayM2 > thresholdM2 : part.most + strayM2 <= thresholdM2) {
        return true;
      }
      const staysAbove = site.areaM2 - strayM2 > thresholdM2;
      if (staysAbove && !hasEdgeNear(question, site, metres)) return true;
      const extreme = isAbove ? shrunk() : grown();
      const ofExtreme = extreme && question.measure(extreme);
      if (!ofExtreme) return false;
      return isAbove
        ? ofExtreme.least > thresholdM2 + ERROR_M2
        : ofExtreme.most <= thresholdM2 - ERROR_M2;
    },
  };
}

const soundSites = new WeakMap<CheckSite, boolean>();

/** Of a site whose rings cross, growing by nothing makes another site: none of the reasons holds for it. */
function isSound(site: CheckSite): boolean {
  const known = soundSites.get(site);
  if (known !== undefined) return known;
  const { polygons } = site;
  const sound =
    isSurelySound(polygons) ||
    findDefects(toNested(polygons).flat()).every(({ kind }) => DEFECT_WEIGHT[kind] === 'harmless');
  soundSites.set(site, sound);
  return sound;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** null where nothing is left of the site that could be measured: then nothing is settled by it. */
function preparedOrNone(site: CheckSite, clipper: Clipper, metres: number): Site | null {
  const shape = resizedSite(site, clipper, metres);
  if (shape.xy.length === 0) return null;
  try {
    return prepareSite(shape);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** At least the ground within some metres of a site's outline, on either side of it. */
function alongOutlineM2({ polygons }: CheckSite, metres: number): number {
  const corners = polygons.xy.length / 2;
  return lengthM(polygons) * metres + (corners * Math.PI * metres ** 2) / 2;
}

function hasEdgeNear({ features }: StabilityQuestion, site: CheckSite, metres: number): boolean {
  const reach = growBox(site.bbox, metres);
  let isNear = false;
  for (const { index, at } of features) {
    visitEdges(index, at, reach, () => {
      isNear = true;
    });
  }
  return isNear;
}
