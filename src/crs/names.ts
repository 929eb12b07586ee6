import { type CoordinateHints, NO_HINTS } from './evidence.ts';
import type { Datum } from './registry.ts';

/**
 * What a name written by a program or a person says: "EPSG:4523", "urn:ogc:def:crs:EPSG::4490",
 * "CGCS2000_3_Degree_GK_CM_105E", "2000国家大地坐标系". Null when nothing in it is understood.
 */
export function hintsFromName(name: string): CoordinateHints | null {
  const text = name.normalize('NFKC').trim();
  if (/CRS:?84$/i.test(text)) return { ...NO_HINTS, epsg: 4326 };
  const code = /EPSG(?:.*?[^0-9])?(\d{4,5})$/i.exec(text);
  if (code) return { ...NO_HINTS, epsg: Number(code[1]) };
  const datum = datumFromName(text);
  if (!datum) return null;
  const zone = /zone[ _]*(\d{2})\b/i.exec(text) ?? /(\d{2})\s*带/.exec(text);
  const meridian = /CM[ _]*(\d{2,3})\s*E?/i.exec(text);
  const width = /([36])[ _-]*deg/i.exec(text) ?? /([36])\s*度/.exec(text);
  return {
    epsg: null,
    datum,
    zone: zone ? Number(zone[1]) : null,
    centralMeridian: meridian ? Number(meridian[1]) : null,
    zoneWidth: width ? (Number(width[1]) as 3 | 6) : null,
  };
}

export function datumFromName(name: string): Datum | null {
  const text = name.normalize('NFKC');
  if (
    /CGCS|China[_ ]*(Geodetic[_ ]*Coordinate[_ ]*System[_ ]*)?2000|2000\s*国家|国家\s*2000|^2000/i.test(
      text,
    )
  ) {
    return 'cgcs2000';
  }
  if (/WGS[_ ]*(19)?84/i.test(text)) return 'wgs84';
  if (/Xi'?an[_ ]*(19)?80|西安|(19)?80\s*(国家|坐标)|^(19)?80$/i.test(text)) return 'xian80';
  if (/Beijing[_ ]*(19)?54|北京|(19)?54\s*(国家|坐标)|^(19)?54$/i.test(text)) return 'beijing54';
  return null;
}
