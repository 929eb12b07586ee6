import { KINDS, type LayerKind } from '../../domain/kinds.ts';
import {
  type CrossFinding,
  type CrossQuality,
  QUALITY_DEFAULTS,
  type QualityParameters,
} from '../../domain/layer-quality.ts';
import type { LayerFeature } from '../../domain/layer-source.ts';
import type { Text } from '../../text/text.ts';
import { QUALITY_FOUND, QUALITY_REASONS } from '../../text/words/quality.ts';
import { roundDegrees, roundM2 } from '../../units/round.ts';
import { type CellContent, readCell } from './cell-content.ts';
import { cutIntoCells } from './cells.ts';
import type { Census } from './census.ts';
import type { SurveyedLayer } from './check-quality.ts';
import { columnsOf, idOf } from './columns.ts';
import { placeOfOverlap } from './describe-overlap.ts';
import { visitOverlapsBetween } from './overlaps.ts';
import { Tally } from './tally.ts';

/** The three lines, which must neither cross nor overlap (不交叉不重叠), by pairs. */
export const CROSSED_KINDS: readonly (readonly [LayerKind, LayerKind])[] = [
  ['permanent-basic-farmland', 'ecological-red-line'],
  ['ecological-red-line', 'urban-development-boundary'],
  ['permanent-basic-farmland', 'urban-development-boundary'],
];

/**
 * Overlap of all current layers of one kind with those of another: every pair of features with its area and
 * its common ground. Patches of farmland wholly inside an urban boundary are lawful (办法第五条) and
 * counted apart, not left out.
 */
export async function crossLayers(
  kinds: readonly [LayerKind, LayerKind],
  ones: readonly SurveyedLayer[],
  others: readonly SurveyedLayer[],
  options: { readonly parameters?: Partial<QualityParameters> } = {},
  signal?: AbortSignal,
): Promise<CrossQuality> {
  const parameters = { ...QUALITY_DEFAULTS, ...options.parameters };
  const state = new CrossState(kinds, parameters);
  const layers = [...ones, ...others].map(({ quality }) => quality.id);
  if (ones.length === 0 || others.length === 0) {
    return {
      ...state.result(layers, true),
      state: 'not-done',
      reason: QUALITY_REASONS.missingLayer,
    };
  }
  for (const one of ones) {
    for (const other of others) await crossPair(one, other, state, signal);
  }
  const surveyed = [...ones, ...others];
  const unsound = surveyed.reduce((sum, { census }) => sum + census.unsoundCount, 0);
  const single = ones.length === 1 && others.length === 1;
  const countedOnce = single && surveyed.every(({ quality }) => quality.overlapsItself === false);
  const result = state.result(layers, countedOnce);
  if (unsound > 0) return { ...result, state: 'partly', reason: QUALITY_REASONS.unsound(unsound) };
  if (state.uncomputed === 0) return result;
  return { ...result, state: 'partly', reason: QUALITY_REASONS.uncomputed(state.uncomputed) };
}

class CrossState {
  readonly tally: Tally<CrossFinding>;
  readonly parameters: QualityParameters;
  readonly kinds: readonly [LayerKind, LayerKind];
  within = { count: 0, areaM2: 0 };
  uncomputed = 0;

  constructor(kinds: readonly [LayerKind, LayerKind], parameters: QualityParameters) {
    this.kinds = kinds;
    this.parameters = parameters;
    this.tally = new Tally<CrossFinding>('cross', parameters.listed);
  }

  get titles(): readonly [Text, Text] {
    return [KINDS[this.kinds[0]].short, KINDS[this.kinds[1]].short];
  }

  result(layers: string[], countedOnce: boolean): CrossQuality {
    const { tally, within } = this;
    return {
      kinds: [this.kinds[0], this.kinds[1]],
      layers,
      state: 'done',
      reason: null,
      count: tally.count,
      areaM2: roundM2(tally.areaM2),
      within: { count: within.count, areaM2: roundM2(within.areaM2) },
      countedOnce,
      small: tally.small,
      findings: tally.findings,
    };
  }
}

async function crossPair(
  one: SurveyedLayer,
  other: SurveyedLayer,
  state: CrossState,
  signal?: AbortSignal,
): Promise<void> {
  const { boxes, vertices } = together(one.census, other.census);
  for (const cell of cutIntoCells(boxes, vertices)) {
    signal?.throwIfAborted();
    const mine = await readCell(one.source, one.census, cell, signal);
    if (mine.features.length === 0) continue;
    const theirs = await readCell(other.source, other.census, cell, signal);
    if (theirs.features.length > 0) crossCell(one, mine, other, theirs, state, signal);
  }
}

function crossCell(
  one: SurveyedLayer,
  mine: CellContent,
  other: SurveyedLayer,
  theirs: CellContent,
  state: CrossState,
  signal?: AbortSignal,
): void {
  const { tally, parameters, titles } = state;
  visitOverlapsBetween(
    mine,
    theirs,
    ({ a, b, areaM2, site, index, f }) => {
      if (areaM2 < parameters.noiseM2) {
        tally.addSmall(areaM2);
        return;
      }
      const within = mine.index.areaM2[a]! - areaM2 < parameters.noiseM2;
      if (within) {
        state.within.count++;
        state.within.areaM2 += areaM2;
      }
      tally.add(areaM2, () => {
        const { at, bbox, widthM, polygons } = placeOfOverlap(site, index, f, areaM2);
        const first = refOf(one, mine.features[a]!);
        const second = refOf(other, theirs.features[b]!);
        return {
          check: 'cross',
          features: [first, second],
          at,
          bbox,
          areaM2: roundM2(areaM2),
          widthM,
          within,
          geometry: polygons.length > 0 ? toGeoJson(polygons) : null,
          text: QUALITY_FOUND.cross(titles[0], first, titles[1], second, areaM2, within),
        };
      });
    },
    () => {
      state.uncomputed++;
    },
    signal,
  );
}

function refOf({ source }: SurveyedLayer, { index, properties }: LayerFeature) {
  const id = idOf(columnsOf(source.entry, properties), properties);
  return { layer: source.entry.id, index, id };
}

function toGeoJson(polygons: CellPolygons): NonNullable<CrossFinding['geometry']> {
  const round = ([x, y]: readonly [number, number]): [number, number] => [
    roundDegrees(x),
    roundDegrees(y),
  ];
  const coordinates = polygons.map((polygon) => polygon.map((ring) => ring.map(round)));
  return { type: 'MultiPolygon', coordinates };
}
type CellPolygons = ReturnType<typeof placeOfOverlap>['polygons'];

function together(a: Census, b: Census): Pick<Census, 'boxes' | 'vertices'> {
  const boxes = new Float64Array(a.boxes.length + b.boxes.length);
  boxes.set(a.boxes);
  boxes.set(b.boxes, a.boxes.length);
  const vertices = new Uint32Array(a.vertices.length + b.vertices.length);
  vertices.set(a.vertices);
  vertices.set(b.vertices, a.vertices.length);
  return { boxes, vertices };
}
