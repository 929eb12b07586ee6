import type { CatalogLayer } from '../domain/catalog.ts';
import type { LayerFeature, LayerSource } from '../domain/layer-source.ts';
import type { Note } from '../domain/note.ts';
import { urbanZoneOf, type ZoneId } from '../domain/zones.ts';
import type { Clipper } from '../geometry/clip.ts';
import { bboxesMeet } from '../geometry/shapes.ts';
import { boxOfIndexed, type IndexedFeature } from '../overlay/indexed-feature.ts';
import { nearPart } from '../overlay/near-part.ts';
import { overlapOf } from '../overlay/overlap.ts';
import { overlapOutlineM } from '../overlay/overlap-outline.ts';
import { measureSliver } from '../overlay/sliver.ts';
import { cutOverlap } from './cut-overlap.ts';
import { requireSound } from './feature-geometry.ts';
import { geometryDiffers } from './geometry-differs.ts';
import { growBox } from './grow-box.ts';
import { indexedFeature, indexOf } from './held-layer.ts';
import type { MeasuredOverlap } from './outcome.ts';
import { discRadiusM, meanWidthM } from './piece-width.ts';
import { SLIVER_M2, secondOpinion } from './second-opinion.ts';
import type { CheckSite } from './site.ts';

export interface LayerHit {
  readonly feature: LayerFeature;
  readonly indexed: IndexedFeature;
  readonly zone: ZoneId | null;
  readonly areaM2: number;
  readonly parcels: readonly string[];
}

export interface LayerMeasure {
  readonly hits: readonly LayerHit[];
  /** Every feature within the layer's accuracy of the site, hit or not. */
  readonly within: readonly {
    readonly feature: LayerFeature;
    readonly zone: ZoneId | null;
    readonly indexed: IndexedFeature;
  }[];
  readonly overlaps: readonly MeasuredOverlap[];
  /** Features that share a point or an edge with the site and no area. */
  readonly touches: number;
  readonly contradictions: readonly {
    parcel: string;
    featureId: string;
    ours: number;
    turf: number;
  }[];
  /** Pairs whose geometry is not quite what was measured. */
  readonly notes: readonly Note[];
}

export interface MeasureOptions {
  readonly clipper: Clipper;
  readonly geometry: 'full' | 'none';
  readonly thresholdM2: number;
  readonly signal?: AbortSignal | undefined;
}

/** Every parcel of the site on every feature of one layer that its box meets. */
export async function measureLayer(
  site: CheckSite,
  source: LayerSource,
  { clipper, geometry, thresholdM2, signal }: MeasureOptions,
): Promise<LayerMeasure> {
  const { entry } = source;
  const hits: LayerHit[] = [];
  const overlaps: MeasuredOverlap[] = [];
  const contradictions: LayerMeasure['contradictions'][number][] = [];
  const within: LayerMeasure['within'][number][] = [];
  const notes: Note[] = [];
  let touches = 0;
  const reach = growBox(site.bbox, entry.accuracyM);
  const isHeld = indexOf(source) !== null;
  for await (const feature of source.featuresIn(reach, signal)) {
    signal?.throwIfAborted();
    const indexed = indexedFeature(source, feature);
    const box = boxOfIndexed(indexed);
    const featureAreaM2 = indexed.index.areaM2[indexed.at]!;
    const zone = zoneOf(entry, feature);
    within.push({ feature, zone, indexed });
    const parcels: string[] = [];
    let areaM2 = 0;
    let touched = false;
    for (const parcel of site.parcels) {
      if (!bboxesMeet(parcel.bbox, box)) continue;
      const found = overlapOf(parcel.prepared, indexed.index, indexed.at);
      const meets = found.areaM2 > 0 || found.touches;
      const near = meets
        ? nearPart(indexed.index, indexed.at, feature.polygons, parcel.bbox)
        : feature.polygons;
      if (meets) {
        const place = isHeld && near === feature.polygons ? indexed : null;
        requireSound(entry.file, idOf(entry, feature), near, parcel.bbox, place);
      }
      const answer = secondOpinion(parcel.polygons, feature.polygons, found, thresholdM2);
      if (answer) {
        contradictions.push({ parcel: parcel.id, featureId: idOf(entry, feature), ...answer });
      }
      if (found.areaM2 <= 0) {
        if (found.touches) touched = true;
        continue;
      }
      parcels.push(parcel.id);
      areaM2 += found.areaM2;
      const outlineM = overlapOutlineM(parcel.prepared, indexed);
      const sliver = found.areaM2 < SLIVER_M2 ? measureSliver(parcel.prepared, indexed) : null;
      const pieces =
        geometry === 'full' ? cutOverlap(parcel, indexed, near, found.areaM2, clipper) : null;
      const featureId = idOf(entry, feature);
      if (pieces) notes.push(...geometryDiffers(entry.id, featureId, found.areaM2, pieces));
      overlaps.push({
        featureIndex: feature.index,
        featureId,
        zone,
        parcel: parcel.id,
        areaM2: found.areaM2,
        netAreaM2: netAreaOf(entry, feature, found.areaM2, featureAreaM2),
        shareOfFeature: featureAreaM2 > 0 ? Math.min(1, found.areaM2 / featureAreaM2) : 0,
        discRadiusM: discRadiusM(found.areaM2, outlineM),
        widthM: meanWidthM(found.areaM2, outlineM),
        suspectedBoundaryError: sliver !== null && sliver.largestWidthM <= 2 * entry.accuracyM,
        properties: feature.properties,
        geometry: pieces,
      });
    }
    if (parcels.length > 0) hits.push({ feature, indexed, zone, areaM2, parcels });
    else if (touched) touches++;
  }
  return { hits, within, overlaps, touches, contradictions, notes };
}

function zoneOf(entry: CatalogLayer, feature: LayerFeature): ZoneId | null {
  if (entry.kind !== 'urban-development-boundary') return null;
  const field = entry.fields.zone;
  return urbanZoneOf(field === undefined ? null : feature.properties[field]);
}

/** The feature's own identifier, else its position in the file. */
export function idOf(entry: CatalogLayer, feature: LayerFeature): string {
  const field = entry.fields.featureId;
  const value = field === undefined ? null : feature.properties[field];
  return value === null || value === undefined || value === ''
    ? `#${feature.index + 1}`
    : String(value);
}

/** 压占净面积 = overlap x stated net area / graphic area (domain rules, 2.4). */
function netAreaOf(
  entry: CatalogLayer,
  feature: LayerFeature,
  areaM2: number,
  featureAreaM2: number,
): number | null {
  const field = entry.fields.netArea;
  const net = field === undefined ? null : Number(feature.properties[field]);
  if (net === null || !Number.isFinite(net) || net < 0 || featureAreaM2 <= 0) return null;
  return (areaM2 * net) / featureAreaM2;
}
