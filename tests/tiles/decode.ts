import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** A tile read back with Mapbox's own reader, as the outside judge of what was written. */
export interface Decoded {
  readonly type: number;
  readonly id: number | undefined;
  readonly properties: Record<string, string | number | boolean>;
  /** Rings, lines or points as [x, y]; closed rings repeat their first vertex. */
  readonly parts: [number, number][][];
}

/** Features by the source layers that the tile has. */
export type DecodedTile = Readonly<Record<string, Decoded[]>>;

export function decode(bytes: Uint8Array): DecodedTile {
  const tile = new VectorTile(new PbfReader(bytes));
  const out: Record<string, Decoded[]> = {};
  for (const [name, layer] of Object.entries(tile.layers)) {
    out[name] = Array.from({ length: layer.length }, (_, i) => {
      const feature = layer.feature(i);
      const parts = feature
        .loadGeometry()
        .map((part) => part.map(({ x, y }): [number, number] => [x, y]));
      return { type: feature.type, id: feature.id, properties: feature.properties, parts };
    });
  }
  return out;
}
