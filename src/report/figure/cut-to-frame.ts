import { ringInBox } from '../../geometry/ring-in-box.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { SheetPolygons } from './shape.ts';
import type { Sheet } from './sheet.ts';

/** What of polygons lies in the frame of a sheet, to be filled. */
export function cutToFrame(shape: SheetPolygons, { frame }: Sheet): SheetPolygons {
  const { x, y, width, height } = frame;
  return shape.flatMap((polygon) => {
    const rings = polygon.flatMap((ring) => {
      const cut = ringInBox(Float64Array.from(ring.flat()), [x, y, x + width, y + height]);
      if (cut.length < 8) return [];
      const at = (i: number): Position => [cut[2 * i]!, cut[2 * i + 1]!];
      return [Array.from({ length: cut.length / 2 }, (_, i) => at(i))];
    });
    return rings.length > 0 ? [rings] : [];
  });
}
