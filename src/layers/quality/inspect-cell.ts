import type { QualityParameters } from '../../domain/layer-quality.ts';
import { QUALITY_FOUND } from '../../text/words/quality.ts';
import { roundDegrees, roundM, roundM2 } from '../../units/round.ts';
import { type Borders, boxOfPlaces, inspectBorders } from './borders.ts';
import { boxOfSlot, type CellContent } from './cell-content.ts';
import { holdsPoint } from './cells.ts';
import { idOf, type QualityColumns } from './columns.ts';
import { placeOf, placeOfOverlap } from './describe-overlap.ts';
import type { OpenGaps } from './open-gaps.ts';
import { outsideM2, outsidePart, type StatedArea } from './outside.ts';
import { type FoundOverlap, visitOverlaps } from './overlaps.ts';
import type { Tallies } from './tally.ts';

/** A feature as a finding names it. */
export interface FeatureRef {
  readonly index: number;
  readonly id: string | null;
}

/** What the cells of one layer add up to. */
export interface CellResults {
  readonly columns: QualityColumns;
  readonly tallies: Tallies;
  readonly openGaps: OpenGaps<FeatureRef>;
  readonly stated: StatedArea | null;
  readonly parameters: QualityParameters;
  /** Pairs, and features against the stated area, of which no area could be had. */
  uncomputed: number;
  outsideUncomputed: number;
  /** Interiors of some features meet, by however little. */
  overlapsItself: boolean;
}

/** Looks at everything in a cell that takes more than one feature to see. */
export function inspectCell(
  content: CellContent,
  results: CellResults,
  signal?: AbortSignal,
): void {
  compareWithStated(content, results);
  visitOverlaps(
    content,
    (overlap) => tellOverlap(content, results, overlap),
    () => {
      results.uncomputed++;
    },
    signal,
  );
  signal?.throwIfAborted();
  tellBorders(content, results, inspectBorders(content, results.parameters));
}

const refOf = ({ features }: CellContent, { columns }: CellResults, slot: number): FeatureRef => {
  const { index, properties } = features[slot]!;
  return { index, id: idOf(columns, properties) };
};

const refsOf = (
  content: CellContent,
  results: CellResults,
  slots: readonly number[],
): FeatureRef[] =>
  slots.map((slot) => refOf(content, results, slot)).sort((a, b) => a.index - b.index);

function compareWithStated(content: CellContent, results: CellResults): void {
  const { stated, tallies, parameters } = results;
  if (stated === null) return;
  for (const [slot, feature] of content.features.entries()) {
    const [west, south] = boxOfSlot(content, slot);
    if (!holdsPoint(content.cell, west, south)) continue;
    const areaM2 = outsideM2(stated, content.index, slot);
    if (areaM2 === null) {
      results.outsideUncomputed++;
      continue;
    }
    if (areaM2 < parameters.noiseM2) {
      // differences of two areas are exact to a millionth
      if (areaM2 > 1e-6) tallies['outside-area'].addSmall(areaM2);
      continue;
    }
    tallies['outside-area'].add(areaM2, () => {
      const one = refOf(content, results, slot);
      const { at, bbox } = placeOf(outsidePart(stated, feature.polygons), areaM2);
      const text = QUALITY_FOUND.outside(one, areaM2);
      return { check: 'outside-area', features: [one], at, bbox, areaM2: roundM2(areaM2), text };
    });
  }
}

function tellOverlap(content: CellContent, results: CellResults, found: FoundOverlap): void {
  const { index, site, a, b, areaM2 } = found;
  const { tallies, parameters } = results;
  results.overlapsItself = true;
  if (areaM2 < parameters.noiseM2) {
    tallies.overlap.addSmall(areaM2);
    return;
  }
  const rest = Math.max(index.areaM2[a]!, index.areaM2[b]!) - areaM2;
  const check = rest < parameters.noiseM2 ? 'duplicate' : 'overlap';
  tallies[check].add(areaM2, () => {
    const features = refsOf(content, results, [a, b]);
    const { at, bbox, widthM } = placeOfOverlap(site, index, b, areaM2);
    const text =
      check === 'duplicate'
        ? QUALITY_FOUND.duplicate(features)
        : QUALITY_FOUND.overlap(features, areaM2, widthM);
    return { check, features, at, bbox, areaM2: roundM2(areaM2), widthM, text };
  });
}

function tellBorders(content: CellContent, results: CellResults, borders: Borders): void {
  const { tallies, openGaps } = results;
  for (const areaM2 of borders.smallGaps) tallies.gap.addSmall(areaM2);
  for (const { way, areaM2, widthM, at } of borders.gaps) {
    const box = boxOfPlaces(way.ring);
    const features = refsOf(content, results, way.owners);
    openGaps.close(
      features.map(({ index }) => index),
      box,
    );
    tallies.gap.add(areaM2, () => ({
      check: 'gap',
      features,
      at: roundPlace(at),
      bbox: box.map(roundDegrees) as [number, number, number, number],
      areaM2: roundM2(areaM2),
      widthM: roundM(widthM),
      closed: true,
      text: QUALITY_FOUND.gap(features, areaM2, widthM),
    }));
  }
  for (const stretch of borders.stretches) {
    openGaps.add(refOf(content, results, stretch.a), refOf(content, results, stretch.b), stretch);
  }
  for (const { at, owner, lacking, meant, ...border } of borders.vertices) {
    const distanceM = meant?.distanceM ?? border.distanceM;
    tallies['unmatched-vertex'].add(0, () => {
      const lacks = refOf(content, results, lacking);
      const has = refOf(content, results, owner);
      const place = roundPlace(at);
      return {
        check: 'unmatched-vertex',
        features: [lacks, has],
        at: place,
        bbox: [place[0], place[1], place[0], place[1]],
        distanceM: roundM(distanceM),
        text: QUALITY_FOUND.unmatchedVertex(lacks, has, distanceM),
      };
    });
  }
}

function roundPlace([x, y]: readonly [number, number]): [number, number] {
  return [roundDegrees(x), roundDegrees(y)];
}
