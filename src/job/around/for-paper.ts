import type { GeoJsonMultiPolygon } from '../../domain/document.ts';
import { ringInBox } from '../../geometry/ring-in-box.ts';
import { type BBox, type FlatPolygons, flatPolygon } from '../../geometry/shapes.ts';
import { ringWeights } from '../../layers/overviews/ring-weights.ts';
import { collapses, keptPlaces, ringOf } from '../../layers/overviews/simplify-ring.ts';
import { roundHalfUp } from '../../units/round.ts';

/** 0.1 mm is what a pen and an eye can tell. */
const ON_PAPER_M = 0.0001;
/** A degree of latitude; one of longitude is shorter, and so is what is left out of it. */
const DEGREE_M = 111_000;
/** About 1 cm on the ground. */
const DECIMALS = 7;

/** The polygons of a feature within a box, ring by ring; null where nothing of it lies there. */
export function cutToBox(flat: FlatPolygons, box: BBox): FlatPolygons[] {
  const parts: FlatPolygons[] = [];
  let ring = 0;
  for (const polygonEnd of flat.polygonEnds) {
    const rings: Float64Array[] = [];
    for (const first = ring; ring < polygonEnd; ring++) {
      const start = ring === 0 ? 0 : flat.ringEnds[ring - 1]!;
      const own = flat.xy.subarray(2 * start, 2 * flat.ringEnds[ring]!);
      const cut = ringInBox(own, box);
      if (cut.length >= 8) rings.push(cut);
      // without its shell a hole is no hole of anything
      else if (ring === first) {
        ring = polygonEnd;
        break;
      }
    }
    if (rings.length > 0) parts.push(flatPolygon(rings));
  }
  return parts;
}

/**
 * Polygons as they are drawn at a scale: vertices that stand off by less than 0.1 mm on paper left out,
 * holes that small too. A shell never vanishes: what lies there is seen, if only as a dot.
 */
export function forPaper(parts: readonly FlatPolygons[], scale: number): GeoJsonMultiPolygon {
  const tolerance = (ON_PAPER_M * scale) / DEGREE_M;
  const coordinates: [number, number][][][] = [];
  for (const { xy, ringEnds, polygonEnds } of parts) {
    let ring = 0;
    let start = 0;
    for (const polygonEnd of polygonEnds) {
      const rings: [number, number][][] = [];
      for (let isShell = true; ring < polygonEnd; ring++, isShell = false) {
        const end = ringEnds[ring]!;
        const simple = simplified(xy.slice(2 * start, 2 * end), tolerance, isShell);
        if (simple !== null) rings.push(simple);
        start = end;
      }
      if (rings.length > 0) coordinates.push(rings);
    }
  }
  return { type: 'MultiPolygon', coordinates };
}

function simplified(
  ring: Float64Array,
  tolerance: number,
  isShell: boolean,
): [number, number][] | null {
  const weights = ringWeights(ring, new Uint8Array(ring.length / 2 - 1));
  if (!isShell && collapses(weights, tolerance)) return null;
  const kept = ringOf(ring, keptPlaces(ring, weights, tolerance));
  const positions: [number, number][] = [];
  for (let i = 0; i < kept.length; i += 2) {
    positions.push([roundHalfUp(kept[i]!, DECIMALS), roundHalfUp(kept[i + 1]!, DECIMALS)]);
  }
  return positions;
}

export const boxAsPolygon = ([west, south, east, north]: BBox): FlatPolygons =>
  flatPolygon([[west, south, east, south, east, north, west, north, west, south]]);

/** The box with the decimals of everything else, a little larger rather than smaller. */
export function outerBox([west, south, east, north]: BBox): BBox {
  const step = 10 ** -DECIMALS;
  const down = (value: number): number => roundHalfUp(value - step, DECIMALS);
  const up = (value: number): number => roundHalfUp(value + step, DECIMALS);
  return [down(west), down(south), up(east), up(north)];
}

export const holdsBox = (outer: BBox, inner: BBox): boolean =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
