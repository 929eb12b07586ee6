import type { CatalogLayer } from '../../domain/catalog.ts';
import type { QualityParameters } from '../../domain/layer-quality.ts';
import type { LayerFeature } from '../../domain/layer-source.ts';
import { isHarmful } from '../../geometry/defect-weight.ts';
import { ellipsoidAreaM2 } from '../../geometry/ellipsoid.ts';
import type { BBox } from '../../geometry/shapes.ts';
import type { Defect } from '../../geometry/validity.ts';
import { QUALITY_FOUND } from '../../text/words/quality.ts';
import { roundDegrees, roundM2 } from '../../units/round.ts';
import { columnsOf, idOf, type QualityColumns, statedAreaM2 } from './columns.ts';
import { IdSketch } from './repeated-ids.ts';
import type { Tallies } from './tally.ts';

/** What can be said of features one by one, while a layer is read through. */
export class SingleFeatures {
  readonly #entry: CatalogLayer;
  readonly #tallies: Tallies;
  readonly #parameters: QualityParameters;
  readonly ids: IdSketch;
  /** null before the first feature: the columns are known from it. */
  columns: QualityColumns | null = null;
  areaM2 = 0;
  harmless = 0;
  /** Features without a stated area, where the layer has a column for it. */
  unstated = 0;

  constructor(entry: CatalogLayer, tallies: Tallies, parameters: QualityParameters) {
    this.#entry = entry;
    this.#tallies = tallies;
    this.#parameters = parameters;
    this.ids = new IdSketch(entry.features);
  }

  look(feature: LayerFeature, defects: readonly Defect[], box: BBox): void {
    this.columns ??= columnsOf(this.#entry, feature.properties);
    const { columns } = this;
    const id = idOf(columns, feature.properties);
    const one = { index: feature.index, id };
    const bbox = roundBox(box);
    const middle = middleOf(box);
    if (id !== null) this.ids.add(id);
    else if (columns.id !== null) {
      const text = QUALITY_FOUND.missingId(one, columns.id);
      this.#tallies['missing-id'].add(0, () => ({
        check: 'missing-id',
        features: [one],
        at: middle,
        bbox,
        text,
      }));
    }
    const harmful = defects.filter(isHarmful);
    const first = harmful[0];
    if (first) {
      this.#tallies['invalid-ring'].add(0, () => ({
        check: 'invalid-ring',
        features: [one],
        at: first.at ? [roundDegrees(first.at[0]), roundDegrees(first.at[1])] : middle,
        bbox,
        what: first.kind,
        repaired: false,
        text: QUALITY_FOUND.invalidRing(one, first.kind, harmful.length - 1),
      }));
      return;
    }
    if (defects.length > 0) this.harmless++;
    this.#compareArea(feature, one, middle, bbox);
  }

  #compareArea(
    feature: LayerFeature,
    one: { index: number; id: string | null },
    at: [number, number],
    bbox: [number, number, number, number],
  ): void {
    const areaM2 = ellipsoidAreaM2(feature.polygons);
    this.areaM2 += areaM2;
    const columns = this.columns!;
    if (columns.area === null) return;
    const statedM2 = statedAreaM2(columns, feature.properties);
    if (statedM2 === null) {
      this.unstated++;
      return;
    }
    const { areaToleranceM2, areaToleranceShare } = this.#parameters;
    const tolerance = Math.max(areaToleranceM2, areaToleranceShare * areaM2);
    if (Math.abs(statedM2 - areaM2) <= tolerance) return;
    const { column } = columns.area;
    this.#tallies['area-differs'].add(0, () => ({
      check: 'area-differs',
      features: [one],
      at,
      bbox,
      areaM2: roundM2(areaM2),
      statedM2,
      text: QUALITY_FOUND.areaDiffers(one, column, statedM2, areaM2),
    }));
  }
}

function roundBox(box: BBox): [number, number, number, number] {
  return [roundDegrees(box[0]), roundDegrees(box[1]), roundDegrees(box[2]), roundDegrees(box[3])];
}

function middleOf([west, south, east, north]: BBox): [number, number] {
  return [roundDegrees((west + east) / 2), roundDegrees((south + north) / 2)];
}
