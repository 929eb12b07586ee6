import type { LayerFeature, LayerSource } from '../../domain/layer-source.ts';
import { UserError } from '../../domain/user-error.ts';
import { isHarmful } from '../../geometry/defect-weight.ts';
import { type BBox, bboxOf, EVERYWHERE } from '../../geometry/shapes.ts';
import type { Defect } from '../../geometry/validity.ts';
import { featureDefects } from '../layer-geometry.ts';

/** What is known of every feature of a layer once it was read through: some fifty bytes each. */
export interface Census {
  readonly features: number;
  /** west, south, east, north of each. */
  readonly boxes: Float64Array;
  /** Vertices of each. */
  readonly vertices: Uint32Array;
  /** 1: not drawn as polygons must be, and so left out of whatever compares areas. */
  readonly unsound: Uint8Array;
  readonly unsoundCount: number;
}

/** Told every feature once, in file order, with its defects. */
export type CensusVisitor = (feature: LayerFeature, defects: readonly Defect[], box: BBox) => void;

/** A source that can also give all features without searching for them. */
type WholeSource = LayerSource & {
  allFeatures?: (signal?: AbortSignal) => AsyncIterable<LayerFeature>;
};

/**
 * Reads a layer once, whole. The source must have been opened.
 *
 * @throws UserError `layer-...`, also when the file holds another number of features than its entry says
 */
export async function takeCensus(
  source: WholeSource,
  visit: CensusVisitor,
  signal?: AbortSignal,
): Promise<Census> {
  const { file, features } = source.entry;
  const boxes = new Float64Array(4 * features);
  const vertices = new Uint32Array(features);
  const unsound = new Uint8Array(features);
  let counted = 0;
  let unsoundCount = 0;
  const all = source.allFeatures?.(signal) ?? source.featuresIn(EVERYWHERE, signal);
  for await (const feature of all) {
    if (counted === features)
      throw new UserError('layer-count', { file, counted: features + 1, features });
    const box = bboxOf(feature.polygons);
    boxes.set(box, 4 * counted);
    vertices[counted] = feature.polygons.xy.length / 2;
    const defects = featureDefects(feature.polygons);
    if (defects.some(isHarmful)) {
      unsound[counted] = 1;
      unsoundCount++;
    }
    visit(feature, defects, box);
    counted++;
  }
  if (counted !== features) throw new UserError('layer-count', { file, counted, features });
  return { features, boxes, vertices, unsound, unsoundCount };
}
