/**
 * Mean width of an overlap, m: the short side of the rectangle with the same area and outline. What is
 * rounder than a square counts as a square.
 */
export function meanWidthM(areaM2: number, outlineM: number): number | null {
  const half = outlineM / 2;
  if (half <= 0) return null;
  const length = (half + Math.sqrt(Math.max(0, half * half - 4 * areaM2))) / 2;
  return areaM2 / length;
}

/**
 * Radius of a disc that fits into an overlap, at least, m: of an area A within an outline P no point
 * lies farther inside than the largest disc's radius r, hence A <= r P.
 */
export function discRadiusM(areaM2: number, outlineM: number): number {
  return outlineM > 0 ? areaM2 / outlineM : 0;
}
