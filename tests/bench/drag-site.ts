import type { FlatPolygons } from '../../src/geometry/shapes.ts';

/** The dragged site of 50 vertices, about 300 m in radius, 5 m further with every frame. */
export function siteAt(frame: number): FlatPolygons {
  const xy = new Float64Array(102);
  for (let i = 0; i <= 50; i++) {
    const angle = ((i % 50) / 50) * 2 * Math.PI;
    const radius = 0.003 * (1 + 0.2 * Math.sin(7 * angle));
    xy[2 * i] = 105.86 + frame * 5e-5 + radius * Math.cos(angle);
    xy[2 * i + 1] = 38 + frame * 2e-5 + radius * Math.sin(angle);
  }
  return { xy, ringEnds: Uint32Array.of(51), polygonEnds: Uint32Array.of(1) };
}
