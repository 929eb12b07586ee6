import type { DrawingFrame } from '../../files/drawing/drawing-frame.ts';
import type { EditParcel } from '../../files/drawing/edit-parcel.ts';
import { SnapIndex } from '../../geometry/edit/snap-index.ts';
import type { Vertex } from '../../geometry/edit/vertex.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { SnapMark } from './draw-state.ts';

export interface Snapped {
  readonly vertex: Vertex;
  readonly mark: SnapMark;
}

/**
 * Finds what a pointer snaps to: vertices before edges, of the project's own parcels and of the control
 * lines in view. A vertex of a parcel gives its own digits, one of a layer the doubles of the layer file.
 */
export class SnapDesk {
  readonly #frame: DrawingFrame;
  #layers = new SnapIndex(new Float64Array(0));
  #own: { parcels: readonly EditParcel[]; index: SnapIndex; ends: readonly Vertex[] } | null = null;

  constructor(frame: DrawingFrame) {
    this.#frame = frame;
  }

  /** Edges of control lines as they stand in the layers. */
  setLayerEdges(segments: Float64Array): void {
    this.#layers = new SnapIndex(segments);
  }

  /** @param parcels that may be snapped to; without what is being dragged */
  nearest(at: Position, reachM: number, parcels: readonly EditParcel[]): Snapped | null {
    const { index, ends } = this.#ownIndex(parcels);
    const own = index.nearest(at, reachM);
    const layer = this.#layers.nearest(at, reachM);
    const isOwn =
      own !== null &&
      (layer === null ||
        (own.kind === layer.kind ? own.distanceM <= layer.distanceM : own.kind === 'vertex'));
    const hit = isOwn ? own : layer;
    if (!hit) return null;
    const mark = { kind: hit.kind, at: hit.at };
    if (hit.kind === 'edge') return { vertex: this.#frame.vertexAtLonLat(hit.at), mark };
    const vertex = isOwn
      ? { ...ends[2 * hit.segment + hit.end]!, name: '' }
      : this.#frame.exactVertexAtLonLat(hit.at);
    return { vertex, mark };
  }

  #ownIndex(parcels: readonly EditParcel[]) {
    if (this.#own?.parcels === parcels) return this.#own;
    const ends: Vertex[] = [];
    for (const { vertices } of parcels.flatMap(({ rings }) => rings)) {
      vertices.forEach((vertex, i) => {
        ends.push(vertex, vertices[(i + 1) % vertices.length]!);
      });
    }
    const segments = Float64Array.from(ends.flatMap((vertex) => [...this.#frame.toLonLat(vertex)]));
    this.#own = { parcels, index: new SnapIndex(segments), ends };
    return this.#own;
  }
}
