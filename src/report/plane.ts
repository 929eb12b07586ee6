import { planeOnPaper } from '../crs/plane-on-paper.ts';
import { cgcs2000Epsg, crsDefinition } from '../crs/registry.ts';
import { transformOf } from '../crs/transform.ts';
import type { BBox, Position } from '../geometry/shapes.ts';

/** The Gauss-Krüger plane in which a figure is drawn, so that scale and grid north are true. */
export interface Plane {
  /** Zone number, its width in degrees and its central meridian in degrees. */
  readonly zone: number;
  readonly zoneWidth: 3 | 6;
  readonly meridian: number;
  /** lon/lat degrees to [east with zone prefix, north], metres. */
  toPlane(lonLat: Position): Position;
  /** [east with zone prefix, north], metres, to lon/lat degrees. */
  toLonLat(plane: Position): Position;
}

/**
 * The plane of the site's own zone: the zone of the project's coordinate system where it has one, else
 * the 3° zone that holds the middle of the site. Eastings always carry the zone in front.
 */
export function planeOfSite(epsg: number, bbox: BBox): Plane {
  const own = crsDefinition(epsg);
  const planar = own?.kind === 'gauss-krueger';
  const zoneWidth = planar ? own.zoneWidth : 3;
  const zone = planar ? own.zone : Math.round((bbox[0] + bbox[2]) / 2 / 3);
  const code = cgcs2000Epsg(zoneWidth, zone, true);
  if (code === null) throw new RangeError(`no zone holds ${bbox.join(', ')}`);
  const definition = crsDefinition(code);
  if (definition?.kind !== 'gauss-krueger') throw new RangeError(`EPSG:${code} is no plane`);
  const { toLonLat } = transformOf(code);
  return {
    zone,
    zoneWidth,
    meridian: definition.centralMeridian,
    toPlane: ([lon, lat]) => {
      const [east, north] = planeOnPaper(lon, lat, definition.centralMeridian);
      return [definition.falseEastingM + east, north];
    },
    toLonLat: ([east, north]) => toLonLat(east, north),
  };
}

/** Was the site given in a plane? Then its edges were densified before projecting. */
export function isPlanar(epsg: number): boolean {
  return crsDefinition(epsg)?.kind === 'gauss-krueger';
}
