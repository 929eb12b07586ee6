import type { LayerSource } from '../../domain/layer-source.ts';
import { UserError } from '../../domain/user-error.ts';
import { EVERYWHERE } from '../../geometry/shapes.ts';
import { prepareSite, type Site } from '../../overlay/site.ts';
import { requireSound } from '../feature-geometry.ts';
import { idOf } from '../measure-layer.ts';

/** An administrative area, ready for measuring what lies in it. */
export interface County {
  readonly code: string;
  readonly name: string;
  readonly site: Site;
}

/**
 * The counties of a catalog, by code.
 *
 * @throws UserError `layer-...` or `feature-geometry`: without counties there is nothing to sum by
 */
export async function readCounties(source: LayerSource, signal?: AbortSignal): Promise<County[]> {
  const { entry } = source;
  await source.open(signal);
  const counties: County[] = [];
  for await (const feature of source.featuresIn(EVERYWHERE, signal)) {
    const code = idOf(entry, feature);
    const name = entry.fields.name === undefined ? null : feature.properties[entry.fields.name];
    const site = prepareSite(feature.polygons);
    requireSound(entry.file, code, feature.polygons, site.bbox);
    counties.push({ code, name: String(name ?? code), site });
  }
  if (counties.length === 0) throw new UserError('statistics-no-counties', { layer: entry.id });
  return counties.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
