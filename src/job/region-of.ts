import type { CatalogLayer } from '../domain/catalog.ts';
import { isControlKind } from '../domain/kinds.ts';
import type { NamedArea } from '../files/locate-rings.ts';
import { type BBox, EVERYWHERE } from '../geometry/shapes.ts';
import type { CatalogHandle } from './run-check.ts';

export interface Region {
  /** Extent of the control layers, lon/lat; undefined where no layer has features. */
  readonly regionExtent: BBox | undefined;
  /** Places by which a candidate of a coordinate question is named. */
  readonly areas: readonly NamedArea[];
}

/**
 * What a catalog tells about the place it is for, to rank and name the answers of a coordinate question.
 * Without names the question is asked all the same, so an unreadable layer is no obstacle here.
 */
export async function regionOf(
  { catalog, sources }: CatalogHandle,
  signal?: AbortSignal,
): Promise<Region> {
  const current = catalog.layers.filter((entry) => entry.role === 'current');
  const regionExtent = joinExtents(
    current.filter((entry) => isControlKind(entry.kind) && entry.features > 0),
  );
  const named = current.find((entry) => entry.kind === 'administrative-area');
  const source = named && sources.get(named.id);
  const field = named?.fields.name;
  if (!source || field === undefined) return { regionExtent, areas: [] };
  const areas: NamedArea[] = [];
  try {
    await source.open(signal);
    for await (const feature of source.featuresIn(EVERYWHERE, signal)) {
      areas.push({ name: String(feature.properties[field] ?? ''), shape: feature.polygons });
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return { regionExtent, areas: [] };
  }
  return { regionExtent, areas };
}

function joinExtents(layers: readonly CatalogLayer[]): BBox | undefined {
  if (layers.length === 0) return undefined;
  const extents = layers.map((entry) => entry.extent);
  return [
    Math.min(...extents.map((box) => box[0])),
    Math.min(...extents.map((box) => box[1])),
    Math.max(...extents.map((box) => box[2])),
    Math.max(...extents.map((box) => box[3])),
  ];
}
