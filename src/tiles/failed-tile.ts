import { EXTENT } from './mercator.ts';
import { encodeTile } from './mvt.ts';

/** Source layer of a tile that could not be made. */
export const FAILED = 'failed';

/** A tile that says of itself that it could not be read: one square in the source layer `failed`. */
export function failedTile(): Uint8Array {
  const parts = [[0, 0, EXTENT, 0, EXTENT, EXTENT, 0, EXTENT, 0, 0]];
  return encodeTile([
    { name: FAILED, features: [{ id: null, type: 'polygon', parts, properties: {} }] },
  ]);
}
