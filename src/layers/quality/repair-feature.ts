import type { QualityFinding } from '../../domain/layer-quality.ts';
import { isHarmful } from '../../geometry/defect-weight.ts';
import { ellipsoidAreaM2 } from '../../geometry/ellipsoid.ts';
import { nestRings } from '../../geometry/nesting.ts';
import { repairRings } from '../../geometry/repair.ts';
import { bboxOf, type FlatPolygons, toFlat, toNested } from '../../geometry/shapes.ts';
import type { Defect, DefectKind } from '../../geometry/validity.ts';
import { QUALITY_FOUND } from '../../text/words/quality.ts';
import { roundDegrees } from '../../units/round.ts';
import { featureDefects } from '../layer-geometry.ts';

/** A feature whose rings were made valid, with what they were. */
export interface RepairedFeature {
  /** The file delivered, and the position in it, from 0. */
  readonly source: string;
  readonly index: number;
  readonly defect: DefectKind;
  readonly at: readonly [number, number] | null;
  readonly original: FlatPolygons;
  readonly repaired: FlatPolygons;
}

export type RepairOutcome =
  /** As it was: sound, or with defects that change no area. */
  | { readonly state: 'sound'; readonly polygons: FlatPolygons }
  | { readonly state: 'repaired'; readonly polygons: FlatPolygons; readonly defect: Defect }
  /** As it was: no single repair is thinkable. */
  | { readonly state: 'faulty'; readonly polygons: FlatPolygons; readonly defect: Defect };

/**
 * Makes the rings of a feature valid where only one repair is thinkable (geometry/repair). Nothing is
 * changed that needs no repair, and what cannot be repaired stays as it is and is said to be faulty.
 */
export function repairFeature(polygons: FlatPolygons): RepairOutcome {
  const defect = featureDefects(polygons).find(isHarmful);
  if (!defect) return { state: 'sound', polygons };
  const result = repairRings(toNested(polygons).flat());
  if (!result.ok) return { state: 'faulty', polygons, defect };
  const repaired = toFlat(nestRings(result.rings).polygons);
  const isSound = repaired.xy.length > 0 && !featureDefects(repaired).some(isHarmful);
  return isSound
    ? { state: 'repaired', polygons: repaired, defect }
    : { state: 'faulty', polygons, defect };
}

/** How a repair is told: in the layer it stands at another place than in the file delivered. */
export function repairedFinding(one: RepairedFeature): QualityFinding {
  const { source, index, defect, at, original, repaired } = one;
  const [west, south, east, north] = bboxOf(repaired);
  const changedM2 = Math.abs(ellipsoidAreaM2(repaired) - areaOrZero(original));
  return {
    check: 'invalid-ring',
    features: [],
    source: { name: source, index },
    at: at ? [roundDegrees(at[0]), roundDegrees(at[1])] : null,
    bbox: [west, south, east, north].map(roundDegrees) as [number, number, number, number],
    what: defect,
    repaired: true,
    text: QUALITY_FOUND.repaired(source, index, defect, changedM2),
  };
}

/** Rings that cross have no area to speak of; the integral along them is what a reader would have taken. */
function areaOrZero(polygons: FlatPolygons): number {
  return polygons.xy.every(Number.isFinite) ? ellipsoidAreaM2(polygons) : 0;
}
