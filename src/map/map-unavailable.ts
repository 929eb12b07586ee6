/** This device cannot draw the map (no WebGL 2). Checks, table and report do without it. */
export class MapUnavailable extends Error {
  override readonly name = 'MapUnavailable';

  constructor(cause: unknown) {
    super('WebGL 2 is missing', { cause });
  }
}
