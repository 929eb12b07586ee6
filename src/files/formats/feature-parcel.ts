import { BARE_PARCEL, type RawParcel, type RawRing, type RawShape } from './format.ts';
import { type FieldTitles, parcelWords } from './parcel-fields.ts';

/** A record of a feature file; `rings` are x0, y0, x1, y1, ... */
export interface FeatureRecord {
  readonly shape: RawShape;
  readonly rings: readonly { readonly xy: ArrayLike<number>; readonly hole: boolean | null }[];
  readonly attributes: RawParcel['attributes'];
}

/**
 * One record as a parcel. Numbers become their shortest digits that read back as the same number; points
 * are numbered J1, J2, ... through.
 */
export function featureParcel(
  { shape, rings, attributes }: FeatureRecord,
  layer: string | null,
  titles?: FieldTitles,
): RawParcel {
  let number = 0;
  const written = rings.map(({ xy, hole }): RawRing => {
    const points = Array.from({ length: xy.length / 2 }, (_, i) => {
      number++;
      return [`J${number}`, String(xy[2 * i]), String(xy[2 * i + 1])] as const;
    });
    return { points, hole };
  });
  const words = parcelWords(attributes, titles);
  return { ...BARE_PARCEL, ...words, shape, rings: written, layer, attributes };
}
