import type { BBox, Position } from '../geometry/shapes.ts';

/** The Gauss-Krüger plane in which a figure is drawn, so that scale and grid north are true. */
export interface Plane {
  /** 3° zone number, 25...45, and its central meridian in degrees. */
  readonly zone: number;
  readonly meridian: number;
  /** lon/lat degrees to [east with zone prefix, north], metres. */
  toPlane(lonLat: Position): Position;
}

/**
 * The plane of the site's own 3° zone: the zone of the project's coordinate system where it has one
 * (EPSG 4513-4533 with, 4534-4554 without prefix), else the zone that holds the middle of the site.
 */
export function planeOfSite(epsg: number, bbox: BBox): Plane {
  const zone = zoneOfEpsg(epsg) ?? Math.round((bbox[0] + bbox[2]) / 2 / 3);
  const meridian = zone * 3;
  const project = transverseMercator(meridian);
  return {
    zone,
    meridian,
    toPlane: ([lon, lat]) => {
      const [x, y] = project(lon, lat);
      return [zone * 1_000_000 + 500_000 + x, y];
    },
  };
}

export function zoneOfEpsg(epsg: number): number | null {
  if (epsg >= 4513 && epsg <= 4533) return epsg - 4488;
  if (epsg >= 4534 && epsg <= 4554) return epsg - 4509;
  return null;
}

/** Krüger's series to n⁴ on the CGCS2000 ellipsoid; within 4° of the meridian below 1e-6 m. */
function transverseMercator(meridian: number): (lon: number, lat: number) => Position {
  const a = 6_378_137;
  const f = 1 / 298.257222101;
  const n = f / (2 - f);
  const e = Math.sqrt(f * (2 - f));
  const radius = (a / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
  const alpha = [
    n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4,
    (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4,
    (61 / 240) * n ** 3 - (103 / 140) * n ** 4,
    (49561 / 161280) * n ** 4,
  ];
  return (lon, lat) => {
    const sin = Math.sin((lat * Math.PI) / 180);
    const t = Math.sinh(Math.atanh(sin) - e * Math.atanh(e * sin));
    const lambda = ((lon - meridian) * Math.PI) / 180;
    const xi = Math.atan2(t, Math.cos(lambda));
    const eta = Math.asinh(Math.sin(lambda) / Math.hypot(t, Math.cos(lambda)));
    let north = xi;
    let east = eta;
    alpha.forEach((coefficient, i) => {
      const k = 2 * (i + 1);
      north += coefficient * Math.sin(k * xi) * Math.cosh(k * eta);
      east += coefficient * Math.cos(k * xi) * Math.sinh(k * eta);
    });
    return [radius * east, radius * north];
  };
}
