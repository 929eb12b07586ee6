import type { DrawingFrame } from '../../files/drawing/drawing-frame.ts';
import type { EditParcel } from '../../files/drawing/edit-parcel.ts';
import { ringOf } from '../../geometry/edit/change-vertices.ts';
import { editDefects } from '../../geometry/edit/edit-defects.ts';
import { ellipsoidAreaM2 } from '../../geometry/ellipsoid.ts';
import type { FlatPolygons, Position } from '../../geometry/shapes.ts';
import type { DrawState } from './draw-state.ts';

/** A parcel as it is measured; without a shape where its border crosses itself. */
export interface Measured {
  readonly id: string;
  readonly polygons: FlatPolygons | null;
  readonly areaM2: number | null;
  /** Where it crosses itself, lon/lat. */
  readonly defects: readonly Position[];
}

/** The shape in hand has no number yet. */
export const IN_HAND = '';

/** Measures parcels, each anew only when it has changed. Areas by the formula of the report. */
export class MeasureDesk {
  readonly #frame: DrawingFrame;
  readonly #known = new WeakMap<EditParcel, Measured>();

  constructor(frame: DrawingFrame) {
    this.#frame = frame;
  }

  of(parcel: EditParcel): Measured {
    const known = this.#known.get(parcel);
    if (known) return known;
    const measured = this.#measure(parcel);
    this.#known.set(parcel, measured);
    return measured;
  }

  /** The shape that would arise if the ring were closed at the pointer; null before there is one. */
  inHand({ tool, draft, pointer }: DrawState): Measured | null {
    if (tool !== 'polygon' && tool !== 'part') return null;
    const ring = ringOf(pointer ? [...draft, pointer] : draft);
    if (!ring) return null;
    const parcel = { id: IN_HAND, name: '', purpose: null, rings: [ring], source: null };
    return this.#measure(parcel);
  }

  #measure({ id, rings, source }: EditParcel): Measured {
    const frame = this.#frame;
    // what came from a file was looked at when it came
    const defects = source ? [] : editDefects(rings);
    if (defects.length > 0) {
      const places = defects.flatMap(({ at }) =>
        at ? [frame.toLonLat(frame.vertexAt(...at))] : [],
      );
      return { id, polygons: null, areaM2: null, defects: places };
    }
    const polygons = source?.polygons ?? frame.shapeOf(rings);
    return { id, polygons, areaM2: ellipsoidAreaM2(polygons), defects: [] };
  }
}
