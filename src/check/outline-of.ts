import type { LayerSource } from '../domain/layer-source.ts';
import { UserError } from '../domain/user-error.ts';
import {
  type BBox,
  bboxOf,
  concatFlat,
  EVERYWHERE,
  type FlatPolygons,
} from '../geometry/shapes.ts';
import { idOf } from './measure-layer.ts';

/** A feature by its place in the file, or all of one id: an area may stand in several of them. */
export type OutlineOf =
  | { readonly index: number; readonly bbox: BBox }
  | { readonly featureId: string };

export interface Outline {
  /** As the layer has it, with its every digit. */
  readonly polygons: FlatPolygons;
  readonly bbox: BBox;
}

/**
 * The outline of what a person has picked, from the layer file.
 *
 * @throws UserError `layer-...`; `layer-changed` also where what was picked is no longer in it
 */
export async function outlineOf(
  source: LayerSource,
  wanted: OutlineOf,
  signal?: AbortSignal,
): Promise<Outline> {
  const { entry } = source;
  await source.open(signal);
  const found: FlatPolygons[] = [];
  const box = 'bbox' in wanted ? wanted.bbox : EVERYWHERE;
  for await (const feature of source.featuresIn(box, signal)) {
    const isIt =
      'index' in wanted
        ? feature.index === wanted.index
        : idOf(entry, feature) === wanted.featureId;
    if (isIt) found.push(feature.polygons);
  }
  if (found.length === 0) throw new UserError('layer-changed', { file: entry.file });
  const polygons = found.length === 1 ? found[0]! : concatFlat(found);
  return { polygons, bbox: bboxOf(polygons) };
}
