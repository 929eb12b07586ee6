import type { CheckOutcome, LayerOutcome, LineOutcome, MeasuredOverlap } from '../check/outcome.ts';
import type { Catalog, CatalogLayer } from '../domain/catalog.ts';
import type { GeoJsonMultiPolygon } from '../domain/document.ts';
import type { Reason } from '../domain/facts.ts';
import { KINDS } from '../domain/kinds.ts';
import { countyOf, landClassOf } from '../domain/land-class.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport, ReportLayer, ReportLine, ReportOverlap } from '../domain/report.ts';
import { ZONE_WORDS } from '../domain/zones.ts';
import { bboxOf, concatFlat, type FlatPolygons, toNested } from '../geometry/shapes.ts';
import type { Text } from '../text/text.ts';
import { STEP_WORDS } from '../text/words/check.ts';
import { roundDegrees, roundHalfUp, roundM, roundM2, roundShare } from '../units/round.ts';
import { digestOf, type Hash } from './digest.ts';
import { hinted } from './pack-hints.ts';
import type { LoadedPack } from './run-check.ts';
import { withWords, wordsFor } from './words.ts';

/** Plane edges are cut to at most this before they are transformed, m. */
export const DENSIFY_M = 70;

export interface ReportFrame {
  readonly version: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** Running number of the report on its day, from 1. */
  readonly sequence: number;
  readonly catalog: Catalog;
  readonly packs: readonly LoadedPack[];
  readonly parameters: {
    readonly thresholdM2: number;
    readonly accuracyM: number | null;
    readonly geometry: 'full' | 'none';
  };
  readonly location: readonly { readonly code: string; readonly name: string }[];
  readonly hash?: Hash | undefined;
}

/** Words, rounding and digest: what a check found becomes the document everybody reads. */
export function assembleReport(
  project: Project,
  outcome: CheckOutcome,
  frame: ReportFrame,
): CheckReport {
  const full = frame.parameters.geometry === 'full';
  const geometryOf = (flat: FlatPolygons | null) => (full && flat ? toGeoJson(flat) : null);
  const areaM2 = roundM2(outcome.siteAreaM2);
  const { judgement } = outcome;
  const hintPacks = frame.packs.flatMap(({ hints }) => hints ?? []);
  const report: Omit<CheckReport, 'digest'> = {
    schema: 'sanxian/check-report@1',
    tool: { name: 'sanxian', version: frame.version },
    createdAt: frame.createdAt,
    number: numberOf(frame),
    policies: [
      ...frame.packs.map(({ pack, sha256 }) => ({ id: pack.id, title: pack.title, sha256 })),
      ...hintPacks.map(({ hints: { id, title }, sha256 }) => {
        return { id, title, sha256, role: 'hints' as const };
      }),
    ],
    catalog: { title: frame.catalog.title, synthetic: frame.catalog.synthetic },
    parameters: {
      thresholdM2: frame.parameters.thresholdM2,
      accuracyM: frame.parameters.accuracyM,
      densifyM: DENSIFY_M,
      areaMethod: 'cgcs2000-ellipsoid',
      geometry: frame.parameters.geometry,
    },
    project: {
      id: project.id,
      name: project.name,
      code: project.code,
      applicant: project.applicant,
      location: [...frame.location],
      purpose: project.purpose,
      source: project.source,
      crs: project.crs,
      parcels: project.parcels.map((parcel, i) => ({
        id: parcel.id,
        name: parcel.name,
        areaM2: roundM2(outcome.parcels[i]!.areaM2),
        planeAreaM2: roundOrNull(parcel.planeAreaM2, roundM2),
        declaredAreaM2: roundOrNull(parcel.declaredAreaM2, roundM2),
        vertices: parcel.vertices,
        verdict: outcome.parcels[i]!.verdict,
        geometry: geometryOf(parcel.polygons),
      })),
      areaM2,
      planeAreaM2: sumOrNull(project.parcels.map((parcel) => parcel.planeAreaM2)),
      declaredAreaM2: sumOrNull(project.parcels.map((parcel) => parcel.declaredAreaM2)),
      bbox: boxOf(project),
      claim: project.claim,
      notes: project.notes.map(withWords),
    },
    lines: outcome.lines.map((line) => reportLine(line, outcome)),
    layers: outcome.layers.map((layer) => reportLayer(layer, outcome, geometryOf, frame)),
    crosses: outcome.crosses.map((cross) => ({
      op: cross.op,
      of: [cross.of[0], cross.of[1]],
      areaM2: cross.areaM2,
      known: cross.known,
      geometry: geometryOf(cross.geometry),
      ...(cross.classes && { classes: [...cross.classes] }),
      ...(cross.features && { features: [...cross.features] }),
    })),
    findings: judgement.findings.map((finding) => hinted(finding, hintPacks)),
    notChecked: outcome.notChecked.map((kind) => ({
      kind,
      reason: {
        zh: `因未加载“${KINDS[kind].short.zh}”图层，本次未对该项进行核查，不作不涉及的结论。`,
        en: `No layer of ${KINDS[kind].title.en} is loaded; it was not checked and is not stated to be clear.`,
      },
    })),
    verdict: judgement.verdict,
    complete: judgement.complete,
    overrides: [...(project.overrides ?? [])],
    notes: [...outcome.notes, ...judgement.notes].map(withWords),
    steps: stepsOf(project, outcome, frame),
  };
  return { ...report, digest: digestOf(report, frame.hash) };
}

function reportLine(line: LineOutcome, outcome: CheckOutcome): ReportLine {
  return {
    kind: line.kind,
    title: KINDS[line.kind].title,
    required: line.required,
    state: line.state,
    reason: reasonText(line.reason),
    coverageShare: roundShare(line.coverageShare),
    areaM2: line.areaM2,
    shareOfProject: shareOf(line.areaM2, outcome.siteAreaM2),
    hits: line.hits,
    nearestM: roundOrNull(line.nearestM, roundM),
    nearestBeyondM: line.nearestBeyondM,
    verdict: outcome.judgement.lineVerdicts[line.kind] ?? 'clear',
    zones: line.zones.map((zone) => ({
      id: zone.zone,
      title: ZONE_WORDS[zone.zone],
      areaM2: zone.areaM2,
      hits: zone.hits,
      parcels: [...zone.parcels],
    })),
    stability: line.stability && {
      state: line.stability.state,
      flipsAtM: roundOrNull(line.stability.flipsAtM, roundM),
    },
  };
}

function reportLayer(
  layer: LayerOutcome,
  outcome: CheckOutcome,
  geometryOf: (flat: FlatPolygons | null) => GeoJsonMultiPolygon | null,
  frame: ReportFrame,
): ReportLayer {
  const { entry } = layer;
  const line = outcome.lines.find(({ kind }) => kind === entry.kind);
  const below = (overlap: MeasuredOverlap) => isBelow(overlap, line, outcome.thresholdM2);
  const ledger = layer.overlaps.filter(below);
  return {
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    file: entry.file,
    sha256: entry.sha256,
    integrity: layer.integrity ?? 'declared',
    edition: entry.edition,
    owner: entry.owner,
    approval: entry.approval,
    crs: entry.crs,
    security: entry.security,
    accuracyM: frame.parameters.accuracyM ?? entry.accuracyM,
    features: entry.features,
    state: layer.state,
    reason: reasonText(layer.reason),
    coverageShare: roundShare(layer.coverageShare),
    areaM2: layer.areaM2,
    shareOfProject: shareOf(layer.areaM2, outcome.siteAreaM2),
    hits: layer.hits,
    nearestM: roundOrNull(layer.nearestM, roundM),
    nearestBeyondM: layer.nearestBeyondM,
    overlaps: layer.overlaps.map((overlap) => ({
      ...reportOverlap(overlap, entry),
      belowThreshold: below(overlap),
      geometry: geometryOf(overlap.geometry),
    })),
    belowThreshold: {
      count: ledger.length,
      areaM2: roundM2(ledger.reduce((total, { areaM2 }) => total + areaM2, 0)),
    },
    touches: layer.touches,
  };
}

/** A piece is below the threshold only together with all of its line and zone. */
function isBelow(
  overlap: MeasuredOverlap,
  line: LineOutcome | undefined,
  thresholdM2: number,
): boolean {
  const zone = line?.zones.find(({ zone: id }) => id === overlap.zone);
  return (zone?.areaM2 ?? line?.areaM2 ?? overlap.areaM2) <= thresholdM2;
}

function reportOverlap(
  overlap: MeasuredOverlap,
  { fields }: CatalogLayer,
): Omit<ReportOverlap, 'belowThreshold' | 'geometry'> {
  const attribute = (field: string | undefined): string | null => {
    const value = field === undefined ? null : overlap.properties[field];
    return value === null || value === undefined || value === ''
      ? null
      : String(value).normalize('NFC');
  };
  return {
    featureId: overlap.featureId.normalize('NFC'),
    zone: overlap.zone,
    parcel: overlap.parcel,
    areaM2: roundM2(overlap.areaM2),
    netAreaM2: roundOrNull(overlap.netAreaM2, roundM2),
    shareOfFeature: roundShare(overlap.shareOfFeature),
    widthM: roundOrNull(overlap.widthM, roundM),
    class: overlap.suspectedBoundaryError ? 'boundary-error' : 'occupied',
    feature: {
      name: attribute(fields.name),
      landClass: landClassOf(fields, overlap.properties),
      owner: attribute(fields.owner),
      place: attribute(fields.place),
      quality: attribute(fields.quality),
      county: countyOf(fields, overlap.properties),
    },
    attributes: normalised(overlap.properties),
  };
}

/** Strings in NFC, as the digest wants them; numbers as given. */
function normalised(properties: MeasuredOverlap['properties']): ReportOverlap['attributes'] {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      key.normalize('NFC'),
      typeof value === 'string'
        ? value.normalize('NFC')
        : typeof value === 'number' && !Number.isFinite(value)
          ? null
          : value,
    ]),
  );
}

function reasonText(reason: Reason | null): Text | null {
  return reason && wordsFor(reason.code, reason.params);
}

function stepsOf(project: Project, outcome: CheckOutcome, frame: ReportFrame): Text[] {
  const plane = project.parcels.some((parcel) => parcel.planeAreaM2 !== null);
  return [
    STEP_WORDS.read({
      file: project.source.file,
      parcels: project.parcels.length,
      epsg: project.crs.epsg,
    }),
    ...(plane ? [STEP_WORDS.densify({ metres: DENSIFY_M })] : []),
    STEP_WORDS.area(),
    STEP_WORDS.overlay({ layers: outcome.layers.length }),
    STEP_WORDS.threshold({ thresholdM2: frame.parameters.thresholdM2 }),
    STEP_WORDS.turf(),
    ...frame.packs.map(({ pack }) => STEP_WORDS.judge({ pack: pack.id })),
  ];
}

/** KZX-<county>-<date>-<n>; demonstration catalogs say DEMO in place of the county. */
function numberOf({ catalog, location, createdAt, sequence }: ReportFrame): string {
  const place = catalog.synthetic ? 'DEMO' : (location[0]?.code ?? catalog.region);
  const date = createdAt.slice(0, 10).replaceAll('-', '');
  return `KZX-${place}-${date}-${String(sequence).padStart(3, '0')}`;
}

function shareOf(areaM2: number, siteAreaM2: number): number {
  return siteAreaM2 > 0 ? roundShare(areaM2 / siteAreaM2) : 0;
}

function boxOf(project: Project): CheckReport['project']['bbox'] {
  const box = bboxOf(concatFlat(project.parcels.map((parcel) => parcel.polygons)));
  return [roundDegrees(box[0]), roundDegrees(box[1]), roundDegrees(box[2]), roundDegrees(box[3])];
}

function toGeoJson(flat: FlatPolygons): GeoJsonMultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: toNested(flat).map((polygon) =>
      polygon.map((ring) => ring.map(([x, y]) => [roundHalfUp(x, 9), roundHalfUp(y, 9)])),
    ) as GeoJsonMultiPolygon['coordinates'],
  };
}

function roundOrNull(value: number | null, round: (value: number) => number): number | null {
  return value === null ? null : round(value);
}

/** The sum, or null as soon as one part is unknown. */
function sumOrNull(parts: readonly (number | null)[]): number | null {
  let total = 0;
  for (const part of parts) {
    if (part === null) return null;
    total += part;
  }
  return roundM2(total);
}
