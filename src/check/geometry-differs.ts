import type { Note } from '../domain/note.ts';
import { ellipsoidAreaM2 } from '../geometry/ellipsoid.ts';
import type { FlatPolygons } from '../geometry/shapes.ts';
import { prepareSite } from '../overlay/site.ts';

/** What drawn and measured areas of one pair may differ by, m². */
const TOLERANCE_M2 = 1e-5;

/** One truth: a note where the geometry of an overlap has another area than the one measured. */
export function geometryDiffers(
  layer: string,
  feature: string,
  areaM2: number,
  geometry: FlatPolygons,
): Note[] {
  const geometryM2 = areaOf(geometry, areaM2);
  if (isClose(geometryM2, areaM2)) return [];
  const shown = (value: number): number => Math.round(value * 1e6) / 1e6;
  const params = { layer, feature, areaM2: shown(areaM2), geometryM2: shown(geometryM2) };
  return [{ code: 'geometry-differs', severity: 'warning', params }];
}

/** Whether the geometry of an overlap has the area that was measured. */
export function isAsMeasured(geometry: FlatPolygons, areaM2: number): boolean {
  return isClose(areaOf(geometry, areaM2), areaM2);
}

function isClose(oneM2: number, otherM2: number): boolean {
  return Math.abs(oneM2 - otherM2) <= TOLERANCE_M2;
}

/** Summed about a local origin only where it matters: far from the equator long sums lose digits. */
function areaOf(geometry: FlatPolygons, wanted: number): number {
  const quick = geometry.xy.length === 0 ? 0 : ellipsoidAreaM2(geometry);
  const settled = quick <= 0 || isClose(quick, wanted);
  return settled ? quick : prepareSite(geometry).areaM2;
}
