import type { MultiPolygon, Position } from '../../geometry/shapes.ts';

/** Polygons on the sheet, millimetres; rings closed, y downwards. */
export type SheetPolygons = readonly (readonly (readonly Position[])[])[];

export function onSheet(
  polygons: MultiPolygon,
  toSheet: (lonLat: Position) => Position,
): SheetPolygons {
  return polygons.map((polygon) => polygon.map((ring) => ring.map(toSheet)));
}

/**
 * SVG path data; micrometres are enough for paper. Shells run one way round and holes the other, so that
 * under the nonzero rule polygons may lie over one another: what any of them holds is filled.
 */
export function pathData(polygons: SheetPolygons): string {
  return woundRings(polygons)
    .map((ring) => {
      const points = ring.slice(0, -1).map(([x, y]) => `${mm(x)} ${mm(y)}`);
      return `M${points.join('L')}Z`;
    })
    .join('');
}

/** All rings, shells one way round and holes the other. */
export function woundRings(polygons: SheetPolygons): readonly (readonly Position[])[] {
  return polygons.flatMap((polygon) =>
    polygon.map((ring, i) => (signedArea(ring) >= 0 === (i === 0) ? ring : [...ring].reverse())),
  );
}

function signedArea(ring: readonly Position[]): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    twice += (a[0] - ring[0]![0]) * (b[1] - ring[0]![1]);
    twice -= (b[0] - ring[0]![0]) * (a[1] - ring[0]![1]);
  }
  return twice;
}

export function mm(value: number): string {
  const text = value.toFixed(3).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/**
 * A point inside: the middle of the longest stretch that a horizontal line at half height runs inside
 * (even-odd over all rings), with the length of that stretch.
 */
export function innerPoint(polygons: SheetPolygons): { at: Position; widthMm: number } | null {
  const rings = polygons.flat();
  const ys = rings.flat().map((point) => point[1]);
  if (ys.length === 0) return null;
  const min = ys.reduce((a, b) => Math.min(a, b));
  const max = ys.reduce((a, b) => Math.max(a, b));
  let best: { at: Position; widthMm: number } | null = null;
  for (const part of [0.5, 0.37, 0.63]) {
    const y = min + (max - min) * part;
    const crossings = rings.flatMap((ring) => crossingsAt(ring, y)).sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const widthMm = crossings[i + 1]! - crossings[i]!;
      const at: Position = [(crossings[i]! + crossings[i + 1]!) / 2, y];
      if (best === null || widthMm > best.widthMm * 1.2) best = { at, widthMm };
    }
  }
  return best;
}

function crossingsAt(ring: readonly Position[], y: number): number[] {
  const crossings: number[] = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    if (a[1] <= y === b[1] <= y) continue;
    crossings.push(a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
  }
  return crossings;
}

/** Points every `stepMm` along a ring, the first after half a step. */
export function alongRing(ring: readonly Position[], stepMm: number): Position[] {
  const points: Position[] = [];
  let next = stepMm / 2;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    for (; next <= length; next += stepMm) {
      const t = next / length;
      points.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
    }
    next -= length;
  }
  return points;
}
