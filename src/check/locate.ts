import type { Catalog } from '../domain/catalog.ts';
import type { LayerSource } from '../domain/layer-source.ts';
import type { Note } from '../domain/note.ts';
import type { Project } from '../domain/project.ts';
import { bboxOf, concatFlat } from '../geometry/shapes.ts';
import { overlapOf } from '../overlay/overlap.ts';
import { prepareSite } from '../overlay/site.ts';
import { indexedFeature } from './held-layer.ts';

export interface Place {
  readonly location: { code: string; name: string }[];
  readonly notes: readonly Note[];
}

/**
 * The counties a project lies in, largest part first, from the catalog's administrative areas. A name
 * for the cover page, not a fact of the check: where it fails, the report says so and goes on.
 */
export async function locate(
  project: Project,
  catalog: Catalog,
  sources: ReadonlyMap<string, LayerSource>,
  signal?: AbortSignal,
): Promise<Place> {
  const entry = catalog.layers.find(
    (layer) => layer.kind === 'administrative-area' && layer.role === 'current',
  );
  const source = entry && sources.get(entry.id);
  if (!entry || !source) return { location: [], notes: [] };
  try {
    await source.open(signal);
    const polygons = concatFlat(project.parcels.map((parcel) => parcel.polygons));
    const site = prepareSite(polygons);
    const found: { code: string; name: string; areaM2: number }[] = [];
    for await (const feature of source.featuresIn(bboxOf(polygons), signal)) {
      const { index, at } = indexedFeature(source, feature);
      const { areaM2 } = overlapOf(site, index, at);
      if (areaM2 < 0.005) continue;
      const value = (field: string | undefined) =>
        field === undefined ? '' : String(feature.properties[field] ?? '');
      found.push({ code: value(entry.fields.featureId), name: value(entry.fields.name), areaM2 });
    }
    found.sort((a, b) => b.areaM2 - a.areaM2 || (a.code < b.code ? -1 : 1));
    return { location: found.map(({ code, name }) => ({ code, name })), notes: [] };
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    const message = error instanceof Error ? error.message : String(error);
    return {
      location: [],
      notes: [{ code: 'location-unknown', severity: 'warning', params: { message } }],
    };
  }
}
