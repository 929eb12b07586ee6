import type { LayerFeature, LayerSource } from '../../domain/layer-source.ts';
import { pointInRing } from '../../geometry/point-in-ring.ts';
import { type BBox, toNested } from '../../geometry/shapes.ts';
import { buildLayerIndex, type LayerIndex } from '../../overlay/edge-index.ts';
import type { Cell } from './cells.ts';
import type { Census } from './census.ts';

/** The features that meet a cell or its surroundings, indexed; those drawn wrongly are left out. */
export interface CellContent {
  readonly cell: Cell;
  /** The cell and what lies around it: everything within is known. */
  readonly box: BBox;
  readonly features: readonly LayerFeature[];
  /** Feature n of the index is features[n]. */
  readonly index: LayerIndex;
  /** All features found, with those left out. */
  readonly all: readonly LayerFeature[];
}

/** Around a cell, degrees: some hundred metres, so that few gaps lead out of what is known. */
const MARGIN = 0.001;

export async function readCell(
  source: LayerSource,
  census: Census,
  cell: Cell,
  signal?: AbortSignal,
): Promise<CellContent> {
  const [west, south, east, north] = cell.box;
  const box: BBox = [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
  const all: LayerFeature[] = [];
  for await (const feature of source.featuresIn(box, signal)) all.push(feature);
  const features = all.filter(({ index }) => census.unsound[index] === 0);
  const index = buildLayerIndex(features.map(({ polygons }) => polygons));
  return { cell, box, features, index, all };
}

export function boxOfSlot({ index }: CellContent, slot: number): BBox {
  const { featureBox } = index.rings;
  const at = 4 * slot;
  return [featureBox[at]!, featureBox[at + 1]!, featureBox[at + 2]!, featureBox[at + 3]!];
}

/** Whether some feature covers a point, or has it on its border. */
export function isCovered({ index, features }: CellContent, x: number, y: number): boolean {
  return index.tree.search([x, y, x, y]).some((slot) => {
    let inside = false;
    for (const ring of toNested(features[slot]!.polygons).flat()) {
      const place = pointInRing(x, y, ring);
      if (place === 'boundary') return true;
      if (place === 'inside') inside = !inside;
    }
    return inside;
  });
}
