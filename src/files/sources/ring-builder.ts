import type { FlatPolygons } from '../../geometry/shapes.ts';

/**
 * Gathers the rings of one record. An open ring is closed; one with fewer than three corners has no area
 * and is left out, counted; a polygon whose outer ring is left out goes with its holes.
 */
export class RingBuilder {
  droppedRings = 0;
  private readonly xy: number[] = [];
  private readonly ringEnds: number[] = [];
  private readonly polygonEnds: number[] = [];
  private outerIsLost = false;

  startPolygon(): void {
    this.endPolygon();
    this.outerIsLost = false;
  }

  /** x0, y0, x1, y1, ... of one ring, the outer one of its polygon first. */
  ring(xy: ArrayLike<number>, from: number, to: number): void {
    if (this.outerIsLost) {
      this.droppedRings++;
      return;
    }
    const isClosed = to - from >= 4 && xy[from] === xy[to - 2] && xy[from + 1] === xy[to - 1];
    const corners = (to - from) / 2 - (isClosed ? 1 : 0);
    if (corners < 3) {
      this.droppedRings++;
      this.outerIsLost = this.ringEnds.length === (this.polygonEnds.at(-1) ?? 0);
      return;
    }
    for (let i = from; i < to; i++) this.xy.push(xy[i]!);
    if (!isClosed) this.xy.push(xy[from]!, xy[from + 1]!);
    this.ringEnds.push(this.xy.length / 2);
  }

  finish(): { readonly polygons: FlatPolygons; readonly droppedRings: number } {
    this.endPolygon();
    return {
      polygons: {
        xy: Float64Array.from(this.xy),
        ringEnds: Uint32Array.from(this.ringEnds),
        polygonEnds: Uint32Array.from(this.polygonEnds),
      },
      droppedRings: this.droppedRings,
    };
  }

  private endPolygon(): void {
    if (this.ringEnds.length > (this.polygonEnds.at(-1) ?? 0)) {
      this.polygonEnds.push(this.ringEnds.length);
    }
  }
}
