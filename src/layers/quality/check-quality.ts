import {
  type LayerQuality,
  QUALITY_CHECKS,
  QUALITY_DEFAULTS,
  type QualityCheck,
  type QualityCheckName,
  type QualityParameters,
} from '../../domain/layer-quality.ts';
import type { LayerSource } from '../../domain/layer-source.ts';
import type { FlatPolygons } from '../../geometry/shapes.ts';
import { QUALITY_FOUND, QUALITY_REASONS } from '../../text/words/quality.ts';
import { roundDegrees, roundM, roundM2 } from '../../units/round.ts';
import { readCell } from './cell-content.ts';
import { cutIntoCells } from './cells.ts';
import { type Census, takeCensus } from './census.ts';
import { type CellResults, type FeatureRef, inspectCell } from './inspect-cell.ts';
import { OpenGaps } from './open-gaps.ts';
import { prepareStated } from './outside.ts';
import { type RepairedFeature, repairedFinding } from './repair-feature.ts';
import { findRepeatedIds } from './repeated-ids.ts';
import { SingleFeatures } from './single-features.ts';
import { checkOf, type Tallies, Tally } from './tally.ts';

export interface QualityOptions {
  readonly parameters?: Partial<QualityParameters>;
  /** Where the layer is meant to lie; null or absent: that is not looked at, and said. */
  readonly stated?: FlatPolygons | null;
  /** What was repaired before the layer was written, to be told beside the rest. */
  readonly repairs?: readonly RepairedFeature[];
  /** Rises from 0 to twice the number of features. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What is known of a layer after it was looked through, for comparing it with others. */
export interface SurveyedLayer {
  readonly source: LayerSource;
  readonly census: Census;
  readonly quality: LayerQuality;
}

/**
 * Looks through one layer: rings, identifiers, areas feature by feature; overlaps, gaps and borders of
 * neighbours, and what lies outside the stated area. Nothing is changed. The file is read twice: once
 * whole, once cell by cell, so that memory holds some fifty bytes a feature and one cell, however large
 * the layer is. Areas are those of the overlay kernel, exact to 1e-6 m².
 *
 * @throws UserError `layer-...` when the file cannot be read to its end
 */
export async function checkQuality(
  source: LayerSource,
  options: QualityOptions = {},
  signal?: AbortSignal,
): Promise<LayerQuality> {
  return (await surveyLayer(source, options, signal)).quality;
}

/** The same, with what comparing layers with each other needs. */
export async function surveyLayer(
  source: LayerSource,
  options: QualityOptions = {},
  signal?: AbortSignal,
): Promise<SurveyedLayer> {
  const { entry } = source;
  const parameters = { ...QUALITY_DEFAULTS, ...options.parameters };
  const tallies = Object.fromEntries(
    QUALITY_CHECKS.map((check) => [check, new Tally(check, parameters.listed)]),
  ) as Record<QualityCheckName, Tally> satisfies Tallies;
  const total = 2 * entry.features;
  await source.open(signal);

  const singles = new SingleFeatures(entry, tallies, parameters);
  let done = 0;
  const census = await takeCensus(
    source,
    (feature, defects, box) => {
      singles.look(feature, defects, box);
      if (++done % 4096 === 0) options.onProgress?.(done, total);
    },
    signal,
  );
  for (const one of options.repairs ?? []) {
    tallies['invalid-ring'].add(0, () => repairedFinding(one));
  }

  const columns = singles.columns ?? { id: null, area: null };
  const repeated = findRepeatedIds(singles.ids, columns);
  const results: CellResults = {
    columns,
    tallies,
    openGaps: new OpenGaps<FeatureRef>(),
    stated: options.stated ? prepareStated(options.stated) : null,
    parameters,
    uncomputed: 0,
    outsideUncomputed: 0,
    overlapsItself: false,
  };
  const cells = cutIntoCells(census.boxes, census.vertices);
  for (const [n, cell] of cells.entries()) {
    signal?.throwIfAborted();
    const content = await readCell(source, census, cell, signal);
    repeated.look(content);
    inspectCell(content, results, signal);
    options.onProgress?.(
      entry.features + Math.floor(((n + 1) / cells.length) * entry.features),
      total,
    );
  }
  repeated.tell(tallies['duplicate-id']);
  tellOpenGaps(results);
  const checks = checksOf({ singles, census, results, features: entry.features });
  const isWhole = census.unsoundCount === 0 && results.uncomputed === 0;
  const quality: LayerQuality = {
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    file: entry.file,
    features: entry.features,
    areaM2: roundM2(singles.areaM2),
    overlapsItself: results.overlapsItself || (isWhole ? false : null),
    checks,
  };
  return { source, census, quality };
}

function tellOpenGaps({ openGaps, tallies, parameters }: CellResults): void {
  for (const { refs, gap } of openGaps.found()) {
    const { areaM2, lengthM, bbox, at } = gap;
    if (areaM2 < parameters.noiseM2) {
      tallies.gap.addSmall(areaM2);
      continue;
    }
    const widthM = areaM2 / lengthM;
    tallies.gap.add(areaM2, () => ({
      check: 'gap',
      features: [...refs],
      at: [roundDegrees(at[0]), roundDegrees(at[1])],
      bbox: bbox.map(roundDegrees) as [number, number, number, number],
      areaM2: roundM2(areaM2),
      widthM: roundM(widthM),
      closed: false,
      text: QUALITY_FOUND.gap(refs, areaM2, widthM),
    }));
  }
}

interface Looked {
  readonly singles: SingleFeatures;
  readonly census: Census;
  readonly results: CellResults;
  readonly features: number;
}

function checksOf({ singles, census, results, features }: Looked): QualityCheck[] {
  const { tallies, stated, uncomputed, outsideUncomputed } = results;
  const columns = singles.columns;
  return QUALITY_CHECKS.map((name) => {
    const tally = tallies[name];
    const done = (): QualityCheck => checkOf(name, tally, 'done', null);
    const partly = (reason: QualityCheck['reason']): QualityCheck =>
      checkOf(name, tally, 'partly', reason);
    const notDone = (reason: QualityCheck['reason']): QualityCheck =>
      checkOf(name, tally, 'not-done', reason);
    switch (name) {
      case 'invalid-ring':
        return { ...done(), harmless: singles.harmless };
      case 'missing-id':
      case 'duplicate-id':
        return features > 0 && columns?.id === null ? notDone(QUALITY_REASONS.noIdColumn) : done();
      case 'area-differs':
        if (features > 0 && columns?.area === null) return notDone(QUALITY_REASONS.noAreaColumn);
        if (singles.unstated > 0) return partly(QUALITY_REASONS.noArea(singles.unstated));
        break;
      case 'outside-area':
        if (stated === null) return notDone(QUALITY_REASONS.noStatedArea);
        if (outsideUncomputed > 0) return partly(QUALITY_REASONS.uncomputed(outsideUncomputed));
        break;
      case 'duplicate':
      case 'overlap':
        if (uncomputed > 0) return partly(QUALITY_REASONS.uncomputed(uncomputed));
        break;
      default:
    }
    return census.unsoundCount > 0 ? partly(QUALITY_REASONS.unsound(census.unsoundCount)) : done();
  });
}
