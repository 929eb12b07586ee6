import { type CoordinateHints, NO_HINTS } from './evidence.ts';
import { datumFromName } from './names.ts';
import { cgcs2000Epsg, crsDefinition } from './registry.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a definition of a coordinate system says. */
export interface DefinedCrs {
  /** null: a system that is none of those that can be computed or refused by name. */
  readonly hints: CoordinateHints | null;
  /** As the file calls it, for messages. */
  readonly name: string;
  /** Set where a system that stays unknown is one of metres, whose zone its numbers may tell. */
  readonly isPlane?: true;
}

/**
 * Reads a coordinate system in PROJJSON (https://proj.org/specifications/projjson.html), into which GDAL
 * turns every .prj and WKT. Its EPSG code counts; without one its parameters must be exactly those of a
 * zone in the registry. A local system with its own meridian or false easting stays unknown, whatever its
 * name says.
 */
export function hintsFromProjJson(crs: unknown): DefinedCrs {
  const root = horizontal(asJson(crs));
  const name = typeof root.name === 'string' ? root.name : '';
  const code = epsgOf(root);
  if (code !== null) return { hints: { ...NO_HINTS, epsg: code }, name };
  if (root.type !== 'ProjectedCRS') return { hints: geographic(root, name), name };
  const hints = projected(root);
  return hints === null ? { hints, name, isPlane: true } : { hints, name };
}

/** The part on the ground: without heights, and without a shift to WGS 84 written beside it. */
function horizontal(crs: Json): Json {
  if (crs.type === 'CompoundCRS') return horizontal(asJson((crs.components as unknown[])?.[0]));
  if (crs.type === 'BoundCRS') return horizontal(asJson(crs.source_crs));
  return crs;
}

/** The code, unless it is one of another authority (ESRI has its own numbers). */
function epsgOf(crs: Json): number | null {
  const id = asJson(crs.id);
  const code = Number(id.code);
  return id.authority === 'EPSG' && crsDefinition(code) !== null ? code : null;
}

function geographic(crs: Json, name: string): CoordinateHints | null {
  if (crs.type !== 'GeographicCRS') return null;
  const datum = datumOf(crs, name);
  if (datum === 'cgcs2000' || datum === 'wgs84') {
    const isDegree = axesOf(crs).every(({ unit }) => unit === 'degree');
    return isDegree ? { ...NO_HINTS, epsg: datum === 'wgs84' ? 4326 : 4490 } : null;
  }
  return datum === null ? null : { ...NO_HINTS, datum };
}

function projected(crs: Json): CoordinateHints | null {
  const base = asJson(crs.base_crs);
  const datum = datumOf(base, String(base.name ?? ''));
  if (datum === null) return null;
  if (datum !== 'cgcs2000') return datum === 'wgs84' ? null : { ...NO_HINTS, datum };
  const conversion = asJson(crs.conversion);
  const value = parametersOf(conversion);
  const isTransverse = /Transverse Mercator/i.test(String(asJson(conversion.method).name));
  const isPlain =
    value('Latitude of natural origin') === 0 &&
    value('Scale factor at natural origin') === 1 &&
    value('False northing') === 0 &&
    axesOf(crs).every(({ unit }) => unit === 'metre');
  const epsg = zoneCode(value('Longitude of natural origin'), value('False easting'));
  return isTransverse && isPlain && epsg !== null ? { ...NO_HINTS, epsg } : null;
}

/** A false easting of 500,000 m carries no zone number; the 3° zone and the 6° zone are the same then. */
function zoneCode(meridian: number | null, falseEastingM: number | null): number | null {
  if (meridian === null || falseEastingM === null) return null;
  if (falseEastingM === 500_000) {
    return cgcs2000Epsg(3, meridian / 3, false) ?? cgcs2000Epsg(6, (meridian + 3) / 6, false);
  }
  const zone = (falseEastingM - 500_000) / 1_000_000;
  if (zone * 3 === meridian) return cgcs2000Epsg(3, zone, true);
  return zone * 6 - 3 === meridian ? cgcs2000Epsg(6, zone, true) : null;
}

function datumOf(crs: Json, name: string) {
  const datum = asJson(crs.datum ?? crs.datum_ensemble);
  const meridian = asJson(datum.prime_meridian);
  if (meridian.longitude !== undefined && meridian.longitude !== 0) return null;
  const said = String(datum.name ?? '');
  const isWgs84 = /World Geodetic System 1984/i.test(said);
  const found = isWgs84 ? 'wgs84' : datumFromName(said === '' ? name : said);
  const radius = asJson(datum.ellipsoid).semi_major_axis ?? asJson(crs.ellipsoid).semi_major_axis;
  const isOurs = found === 'cgcs2000' || found === 'wgs84';
  return isOurs && radius !== undefined && radius !== 6_378_137 ? null : found;
}

function axesOf(crs: Json): { readonly unit: unknown }[] {
  const { axis } = asJson(crs.coordinate_system);
  return Array.isArray(axis) ? axis.map(asJson).map(({ unit }) => ({ unit })) : [{ unit: null }];
}

/** Values in metres, degrees or unity; a parameter in another unit is none. */
function parametersOf(conversion: Json): (name: string) => number | null {
  const list = Array.isArray(conversion.parameters) ? conversion.parameters.map(asJson) : [];
  return (name) => {
    const found = list.find((parameter) => parameter.name === name);
    const isPlain = ['metre', 'degree', 'unity'].includes(String(found?.unit));
    return isPlain && typeof found?.value === 'number' ? found.value : null;
  };
}

function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
