import type { CatalogLayer } from '../domain/catalog.ts';
import type { Reason } from '../domain/facts.ts';
import { isControlKind, KIND_ORDER, type LayerKind } from '../domain/kinds.ts';
import type { LayerFeature } from '../domain/layer-source.ts';
import { urbanZoneOf } from '../domain/zones.ts';
import type { Clipper } from '../geometry/clip.ts';
import { bboxesMeet, type FlatPolygons } from '../geometry/shapes.ts';
import type { LayerIndex } from '../overlay/edge-index.ts';
import { boxOfIndexed, type IndexedFeature } from '../overlay/indexed-feature.ts';
import { nearPart } from '../overlay/near-part.ts';
import { overlapOf } from '../overlay/overlap.ts';
import { coverageOf, coverageUnder } from './coverage.ts';
import { cutOverlap } from './cut-overlap.ts';
import { type LayerLook, unionArea } from './look-at-layer.ts';
import type { LayerHit } from './measure-layer.ts';
import { lineNotLoaded, measureLine } from './measure-line.ts';
import { UNKNOWN_NEAREST } from './nearest.ts';
import type { LineOutcome } from './outcome.ts';
import { type CheckSite, effectiveThresholdM2 } from './site.ts';

/** A layer as far as it is held in memory around the place that is drawn on. */
export interface LiveLayer {
  readonly entry: CatalogLayer;
  /** Features near the site, one index over them; null where they are not there, or not yet. */
  readonly held: {
    readonly features: readonly LayerFeature[];
    readonly index: LayerIndex;
  } | null;
  /** Why it is not held. `live-loading`: it is being read. */
  readonly failure: Reason | null;
}

export const LIVE_LOADING: Reason = { code: 'live-loading', params: {} };

export interface LivePiece {
  readonly kind: LayerKind;
  readonly areaM2: number;
  readonly polygons: FlatPolygons;
}

export interface LiveFinding {
  /** One per kind, as the report has them; nothing is looked up about distances. */
  readonly lines: readonly LineOutcome[];
  readonly pieces: readonly LivePiece[];
  /** More pieces than are cut in one go: the areas count them all. */
  readonly piecesLeftOut: number;
}

/** Kinds that everybody asks for: without a layer they are not looked at, and that is said. */
const ALWAYS: readonly LayerKind[] = [
  'permanent-basic-farmland',
  'ecological-red-line',
  'urban-development-boundary',
];

/** Being within these is what is asked for; their pieces are no trespass. */
const WELCOME: ReadonlySet<LayerKind> = new Set(['urban-development-boundary']);

const MOST_PIECES = 200;

/**
 * What a shape occupies of every control line, while it is drawn: the numbers of the report, by the same
 * measuring, from what is in memory. A layer that is not there is `failed`, never clear. Distances,
 * second opinions and findings are left to the check.
 */
export function liveCheck(
  site: CheckSite,
  layers: readonly LiveLayer[],
  clipper: Clipper,
  thresholdM2: number,
): LiveFinding {
  const threshold = effectiveThresholdM2(site, thresholdM2);
  const lines: LineOutcome[] = [];
  const cuts: (() => LivePiece)[] = [];
  for (const kind of KIND_ORDER) {
    if (!isControlKind(kind)) continue;
    const own = layers.filter(({ entry }) => entry.kind === kind && entry.role === 'current');
    const required = ALWAYS.includes(kind);
    if (own.length === 0) {
      if (required) lines.push(lineNotLoaded(kind, required, site));
      continue;
    }
    const looks = own.map((layer) => lookOf(site, layer));
    lines.push(measureLine(kind, required, site, looks, threshold));
    if (!WELCOME.has(kind)) {
      cuts.push(...looks.flatMap((look) => piecesOf(site, kind, look, clipper)));
    }
  }
  return {
    lines,
    pieces: cuts.slice(0, MOST_PIECES).map((cut) => cut()),
    piecesLeftOut: Math.max(0, cuts.length - MOST_PIECES),
  };
}

function lookOf(site: CheckSite, { entry, held, failure }: LiveLayer): LayerLook {
  const coverage = coverageOf(entry);
  const { share, uncoveredM2 } = coverageUnder(site, coverage.xy.length ? [coverage] : [], []);
  const measure = held && {
    ...hitsOf(site, entry, held.features, held.index),
    within: [],
    overlaps: [],
    contradictions: [],
    notes: [],
  };
  return {
    entry,
    // never opened from here: what it holds is in memory
    source: NO_SOURCE,
    coverage,
    responsible: share > 0,
    integrity: null,
    measure,
    failure: held ? null : (failure ?? LIVE_LOADING),
    coverageShare: share,
    uncoveredM2,
    areaM2: measure ? unionArea(site, [{ entry, measure }]) : 0,
    nearest: UNKNOWN_NEAREST,
  };
}

const NO_SOURCE = null as unknown as LayerLook['source'];

function hitsOf(
  site: CheckSite,
  entry: CatalogLayer,
  features: readonly LayerFeature[],
  index: LayerIndex,
): { hits: readonly LayerHit[]; touches: number } {
  const hits: LayerHit[] = [];
  let touches = 0;
  for (const at of index.tree.search(site.bbox).sort((a, b) => a - b)) {
    const indexed: IndexedFeature = { index, at };
    const parcels: string[] = [];
    let areaM2 = 0;
    let touched = false;
    for (const parcel of site.parcels) {
      if (!bboxesMeet(parcel.bbox, boxOfIndexed(indexed))) continue;
      const found = overlapOf(parcel.prepared, index, at);
      if (found.areaM2 > 0) {
        parcels.push(parcel.id);
        areaM2 += found.areaM2;
      } else if (found.touches) touched = true;
    }
    const feature = features[at]!;
    if (parcels.length > 0) {
      hits.push({ feature, indexed, zone: zoneOf(entry, feature), areaM2, parcels });
    } else if (touched) touches++;
  }
  return { hits, touches };
}

function zoneOf(entry: CatalogLayer, feature: LayerFeature): LayerHit['zone'] {
  if (entry.kind !== 'urban-development-boundary') return null;
  const field = entry.fields.zone;
  return urbanZoneOf(field === undefined ? null : feature.properties[field]);
}

function piecesOf(
  site: CheckSite,
  kind: LayerKind,
  { measure }: LayerLook,
  clipper: Clipper,
): (() => LivePiece)[] {
  return (measure?.hits ?? []).flatMap(({ feature, indexed, parcels }) =>
    site.parcels
      .filter(({ id }) => parcels.includes(id))
      .map((parcel) => () => {
        const { index, at } = indexed;
        const { areaM2 } = overlapOf(parcel.prepared, index, at);
        const near = nearPart(index, at, feature.polygons, parcel.bbox);
        const polygons = cutOverlap(parcel, indexed, near, areaM2, clipper);
        return { kind, areaM2, polygons };
      }),
  );
}
