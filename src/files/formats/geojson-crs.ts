import { type CoordinateHints, NO_HINTS } from '../../crs/evidence.ts';
import { hintsFromName } from '../../crs/names.ts';
import { importError } from '../import-message.ts';
import { asObject, type Json, textOf } from './geojson-shapes.ts';

/**
 * The system that a GeoJSON file names, as programs write it: the `crs` member of GeoJSON 2008 (by name,
 * EPSG code or link), a bare text, or the `spatialReference` of Esri; at the root or on a feature. Nothing
 * where it is null or absent: then the standard says WGS 84, and the numbers are asked.
 *
 * @throws UserError `err-crs-name` for a name not understood, `err-crs-several` for different ones
 */
export function geojsonCrs(roots: readonly Json[]): CoordinateHints {
  const names = new Set(roots.flatMap(namesIn));
  if (names.size === 0) return NO_HINTS;
  const found = [...names].map((name) => ({ name, hints: hintsOf(name) }));
  const distinct = new Set(found.map(({ hints }) => JSON.stringify(hints)));
  if (distinct.size > 1) throw importError('err-crs-several', { names: [...names].join('、') });
  return found[0]!.hints;
}

function namesIn(root: Json): string[] {
  const features = Array.isArray(root.features) ? root.features : [];
  const geometries = [root, ...features].map((feature) => asObject(asObject(feature)?.geometry));
  return [root, ...features, ...geometries].flatMap((member) => {
    const object = asObject(member);
    if (!object) return [];
    const name = nameOf(object.crs) ?? nameOfEsri(object.spatialReference);
    return name === null ? [] : [name];
  });
}

function nameOf(crs: unknown): string | null {
  const text = textOf(crs);
  if (text !== null) return typeof crs === 'number' ? `EPSG:${text}` : text;
  const object = asObject(crs);
  if (!object) return null;
  const properties = asObject(object.properties) ?? {};
  const name = textOf(properties.name) ?? textOf(properties.href);
  const code = textOf(properties.code) ?? textOf(properties.wkid);
  if (name !== null) return /^\d{4,5}$/.test(name) ? `EPSG:${name}` : name;
  return code === null ? JSON.stringify(crs).slice(0, 80) : `EPSG:${code.replace(/^EPSG:/i, '')}`;
}

function nameOfEsri(reference: unknown): string | null {
  const object = asObject(reference);
  const code = textOf(object?.latestWkid) ?? textOf(object?.wkid);
  return code === null ? textOf(object?.wkt) : `EPSG:${code}`;
}

function hintsOf(name: string): CoordinateHints {
  // spatialreference.org/ref/epsg/4523/ogcwkt/, epsg.io/4523
  const link = /(?:epsg\/(?:0\/|[\d.]+\/)?|epsg\.io\/)(\d{4,5})(?:[/.]|$)/i.exec(name);
  const hints = link ? { ...NO_HINTS, epsg: Number(link[1]) } : hintsFromName(name);
  if (!hints) throw importError('err-crs-name', { name: name.slice(0, 80) });
  return hints;
}
