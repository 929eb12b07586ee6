import proj4 from 'proj4';
import type { Position } from '../geometry/shapes.ts';
import { roundDegrees } from '../units/round.ts';
import { type CrsDefinition, crsDefinition, isComputable } from './registry.ts';

export interface Transform {
  /** Whether the coordinates are lon/lat already and pass through untouched. */
  readonly geographic: boolean;
  /** East and north in the system's own unit to CGCS2000 lon/lat; projected input snapped to 1e-9°. */
  readonly toLonLat: (x: number, y: number) => Position;
  /** CGCS2000 lon/lat to the system's own east and north. Not rounded. */
  readonly fromLonLat: (lon: number, lat: number) => Position;
}

/**
 * Coordinates of one system to CGCS2000 lon/lat and back. WGS 84 is taken as CGCS2000, which a map
 * cannot tell apart. Throws a RangeError for a system that is unknown or needs local parameters: ask
 * `crsDefinition` and `isComputable` first.
 */
export function transformOf(epsg: number): Transform {
  const definition = crsDefinition(epsg);
  if (!definition || !isComputable(definition)) {
    throw new RangeError(`EPSG:${epsg} cannot be computed`);
  }
  if (definition.kind === 'geographic') {
    const same = (x: number, y: number): Position => [x, y];
    return { geographic: true, toLonLat: same, fromLonLat: same };
  }
  const projection = proj4(projString(definition));
  return {
    geographic: false,
    toLonLat: (x, y) => {
      const [lon, lat] = projection.inverse([x, y]) as [number, number];
      return [roundDegrees(lon), roundDegrees(lat)];
    },
    fromLonLat: (lon, lat) => {
      const [x, y] = projection.forward([lon, lat]) as [number, number];
      return [x, y];
    },
  };
}

/** CGCS2000 has the GRS80 ellipsoid; lon/lat to lon/lat on it is the identity, so no datum shift. */
function projString(definition: Extract<CrsDefinition, { kind: 'gauss-krueger' }>): string {
  const { centralMeridian, falseEastingM } = definition;
  return (
    `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=${falseEastingM} +y_0=0 ` +
    '+ellps=GRS80 +units=m +no_defs'
  );
}
