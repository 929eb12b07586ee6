import proj4 from 'proj4';
import { FLATTENING, SEMI_MAJOR_M } from '../geometry/cgcs2000.ts';
import type { Position } from '../geometry/shapes.ts';
import { roundDegrees } from '../units/round.ts';
import type { SevenParameters } from './datum-shift.ts';
import { type Ellipsoid, shiftDatum, unshiftDatum } from './helmert.ts';
import { fromInternetMap, type InternetMap, toInternetMap } from './internet-map.ts';
import { crsDefinition, type Datum, type GaussKrueger, isComputable } from './registry.ts';

export interface Transform {
  /** Whether the coordinates are degrees. */
  readonly geographic: boolean;
  /** Whether they are CGCS2000 lon/lat already and pass through untouched. */
  readonly identity: boolean;
  /** East and north in the system's own unit to CGCS2000 lon/lat; what is computed is snapped to 1e-9°. */
  readonly toLonLat: (x: number, y: number) => Position;
  /** CGCS2000 lon/lat to the system's own east and north. Not rounded. */
  readonly fromLonLat: (lon: number, lat: number) => Position;
}

/** What a person said must be undone before coordinates are CGCS2000. */
export interface Corrections {
  /** For a system of a local datum, which cannot be computed without. */
  readonly datumShift?: SevenParameters | null | undefined;
  readonly internetMap?: InternetMap | null | undefined;
}

/**
 * Coordinates of one system to CGCS2000 lon/lat and back. WGS 84 is taken as CGCS2000, which a map
 * cannot tell apart. Throws a RangeError for a system that is unknown or needs local parameters that are
 * not given: ask `crsDefinition` and `isComputable` first.
 */
export function transformOf(epsg: number, corrections: Corrections = {}): Transform {
  const { datumShift = null, internetMap } = corrections;
  const plain = ofSystem(epsg, datumShift);
  if (!internetMap) return plain;
  return {
    geographic: plain.geographic,
    identity: false,
    toLonLat: (x, y) => fromInternetMap(internetMap, plain.toLonLat(x, y)),
    fromLonLat: (lon, lat) => plain.fromLonLat(...toInternetMap(internetMap, [lon, lat])),
  };
}

function ofSystem(epsg: number, shift: SevenParameters | null): Transform {
  const definition = crsDefinition(epsg);
  if (!definition || !(isComputable(definition) || shift)) {
    throw new RangeError(`EPSG:${epsg} cannot be computed`);
  }
  const { datum } = definition;
  const onEllipsoid = definition.kind === 'geographic' ? DEGREES : unproject(definition);
  if (isComputable(definition)) {
    return definition.kind === 'geographic' ? DEGREES : snapped(onEllipsoid);
  }
  const ellipsoid = ELLIPSOIDS[datum];
  return snapped({
    geographic: onEllipsoid.geographic,
    identity: false,
    toLonLat: (x, y) => shiftDatum(onEllipsoid.toLonLat(x, y), ellipsoid, CGCS2000, shift!),
    fromLonLat: (lon, lat) =>
      onEllipsoid.fromLonLat(...unshiftDatum([lon, lat], ellipsoid, CGCS2000, shift!)),
  });
}

const DEGREES: Transform = {
  geographic: true,
  identity: true,
  toLonLat: (x, y) => [x, y],
  fromLonLat: (lon, lat) => [lon, lat],
};

const CGCS2000: Ellipsoid = { axisM: SEMI_MAJOR_M, inverseFlattening: 1 / FLATTENING };

/** IAG 1975 and Krassovsky 1940 as EPSG has them (7049, 7024). */
const ELLIPSOIDS: Readonly<Record<Datum, Ellipsoid>> = {
  cgcs2000: CGCS2000,
  wgs84: CGCS2000,
  xian80: { axisM: 6_378_140, inverseFlattening: 298.257 },
  beijing54: { axisM: 6_378_245, inverseFlattening: 298.3 },
};

/** Gauss-Krüger to lon/lat on its own ellipsoid: no datum is touched here. */
function unproject({ datum, centralMeridian, falseEastingM }: GaussKrueger): Transform {
  const { axisM, inverseFlattening } = ELLIPSOIDS[datum];
  const projection = proj4(
    `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=${falseEastingM} +y_0=0 ` +
      `+a=${axisM} +rf=${inverseFlattening} +units=m +no_defs`,
  );
  return {
    geographic: false,
    identity: false,
    toLonLat: (x, y) => {
      const [lon, lat] = projection.inverse([x, y]) as [number, number];
      return [lon, lat];
    },
    fromLonLat: (lon, lat) => {
      const [x, y] = projection.forward([lon, lat]) as [number, number];
      return [x, y];
    },
  };
}

function snapped(transform: Transform): Transform {
  return {
    ...transform,
    toLonLat: (x, y) => {
      const [lon, lat] = transform.toLonLat(x, y);
      return [roundDegrees(lon), roundDegrees(lat)];
    },
  };
}
