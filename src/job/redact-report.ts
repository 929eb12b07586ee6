import type { SecurityLevel } from '../domain/catalog.ts';
import type { LayerKind } from '../domain/kinds.ts';
import { CELL_DEGREES, cellOf } from '../domain/redaction.ts';
import type { CheckReport, ReportLayer, ReportNote, ReportOverlap } from '../domain/report.ts';
import type { BBox } from '../geometry/shapes.ts';
import { REDACTION_WORDS } from '../text/words/redaction.ts';
import { digestOf } from './digest.ts';
import { type CoordinateFilter, coordinateFilter } from './hide-coordinates.ts';

/**
 * The record without what tells where on the ground the site lies, sealed anew. Every format is made
 * from a record, so that what is not in it is in none of them. Left out:
 *
 * - the geometry of site, pieces and crosses, and with it vertex lists and figures to scale; the box
 *   becomes the 0.1° cell that holds its middle;
 * - the attributes of all layers, which may hold anything;
 * - of internal and secret layers what names or places a single parcel: code (`#1`, `#2`, ... instead),
 *   name, owner, place; of secret ones also land class, grade and county;
 * - parameters between datums, which are secret where they are exact;
 * - coordinates in names, notes and other words that came from files or people.
 *
 * Areas, distances, verdicts, clauses and sums of files stay. The same record gives the same redacted
 * one, so that whoever holds the whole can tell that this is it. A redacted one is given back as it is.
 */
export function redactReport(report: CheckReport): CheckReport {
  if (report.redaction) return report;
  const { project } = report;
  const filter = coordinateFilter(project.bbox, project.crs.epsg);
  const codes = new ParcelCodes(report.layers);
  const { datumShift: _, ...crs } = project.crs;
  const parcelsOf = (parcels: readonly string[]): string[] => parcels.map(filter.text);
  const redacted: CheckReport = {
    ...report,
    redaction: { cellDegrees: CELL_DEGREES },
    parameters: { ...report.parameters, geometry: 'none' },
    project: {
      ...wordsOnly(project, filter),
      crs: wordsOnly(crs, filter),
      parcels: project.parcels.map((parcel) => wordsOnly({ ...parcel, geometry: null }, filter)),
      bbox: cellOf(project.bbox),
      notes: project.notes.map((note) => redactedNote(note, filter, codes)),
    },
    lines: report.lines.map((line) => ({
      ...line,
      reason: wordsOnly(line.reason, filter),
      zones: line.zones.map((zone) => ({ ...zone, parcels: parcelsOf(zone.parcels) })),
    })),
    findings: report.findings.map((finding) => ({
      ...finding,
      parcels: parcelsOf(finding.parcels),
    })),
    overrides: wordsOnly(report.overrides, filter),
    steps: wordsOnly(report.steps, filter),
    layers: report.layers.map((layer) => redactedLayer(layer, filter, codes)),
    crosses: report.crosses.map(({ classes, features, ...cross }) => ({
      ...cross,
      geometry: null,
      ...(classes && !cross.of.some((kind) => codes.isSecret(kind)) && { classes }),
      ...(features && {
        features: features.map(({ a, b, areaM2 }) => ({
          a: codes.of(cross.of[0], a),
          b: b === null ? null : codes.of(cross.of[1], b),
          areaM2,
        })),
      }),
    })),
    notes: [
      { code: 'redacted', severity: 'info', params: {}, text: REDACTION_WORDS.note },
      ...report.notes.map((note) => redactedNote(note, filter, codes)),
    ],
  };
  return { ...redacted, digest: digestOf(redacted) };
}

/** What a report was made from, as a redacted record tells it. */
interface MadeFrom {
  readonly bbox: readonly number[];
  readonly crs: CheckReport['project']['crs'];
  readonly notes: readonly Pick<ReportNote, 'code' | 'params'>[];
  readonly parameters: CheckReport['parameters'];
}

/** The same, for finding out whether a redacted record was made from it. */
export function redactMadeFrom<T extends MadeFrom>(made: T): T {
  const [west, south, east, north] = made.bbox;
  const bbox: BBox = [west!, south!, east!, north!];
  const filter = coordinateFilter(bbox, made.crs.epsg);
  const codes = new ParcelCodes([]);
  const { datumShift: _, ...crs } = made.crs;
  return {
    ...wordsOnly(made, filter),
    bbox: cellOf(bbox),
    crs: wordsOnly(crs, filter),
    notes: made.notes.map(({ code, params }) => ({
      code,
      params: redactedParams(params, filter, codes),
    })),
    parameters: { ...made.parameters, geometry: 'none' },
  };
}

function redactedLayer(
  layer: ReportLayer,
  filter: CoordinateFilter,
  codes: ParcelCodes,
): ReportLayer {
  return {
    ...layer,
    reason: wordsOnly(layer.reason, filter),
    overlaps: layer.overlaps.map((overlap) => ({
      ...overlap,
      featureId: codes.of(layer.kind, overlap.featureId),
      parcel: filter.text(overlap.parcel),
      feature: redactedFeature(overlap.feature, layer.security, filter),
      attributes: {},
      geometry: null,
    })),
  };
}

function redactedFeature(
  feature: ReportOverlap['feature'],
  security: SecurityLevel,
  filter: CoordinateFilter,
): ReportOverlap['feature'] {
  if (security === 'public') return wordsOnly(feature, filter);
  const { landClass, quality, county } = feature;
  const classes = security === 'secret' ? NO_CLASSES : { landClass, quality, county };
  return { name: null, owner: null, place: null, ...classes };
}

const NO_CLASSES = { landClass: null, quality: null, county: null } as const;

function redactedNote(
  { code, severity, params, text }: ReportNote,
  filter: CoordinateFilter,
  codes: ParcelCodes,
): ReportNote {
  const hidden = Object.values(params).filter((value) => codes.isHidden(value));
  const say = (words: string): string =>
    filter.text(hidden.reduce<string>((said, one) => said.replaceAll(String(one), '#'), words));
  return {
    ...{ code, severity, params: redactedParams(params, filter, codes) },
    text: { zh: say(text.zh), en: say(text.en) },
  };
}

function redactedParams(
  params: ReportNote['params'],
  filter: CoordinateFilter,
  codes: ParcelCodes,
): ReportNote['params'] {
  const hide = (value: ReportNote['params'][string]): ReportNote['params'][string] => {
    if (codes.isHidden(value)) return '#';
    if (typeof value === 'string') return filter.text(value);
    return typeof value === 'number' && filter.isCoordinate(value) ? null : value;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, hide(value)]));
}

/** Codes of parcels on layers that are not public, each with the number that stands for it. */
class ParcelCodes {
  readonly #numbers = new Map<LayerKind, Map<string, string>>();
  readonly #all = new Set<string>();
  readonly #secret = new Set<LayerKind>();
  readonly #closed = new Set<LayerKind>();

  constructor(layers: readonly ReportLayer[]) {
    for (const { kind, security } of layers) {
      if (security !== 'public') this.#closed.add(kind);
      if (security === 'secret') this.#secret.add(kind);
    }
    for (const { kind, overlaps } of layers) {
      for (const { featureId } of overlaps) this.of(kind, featureId);
    }
  }

  /** Two layers of one kind may differ: the stricter decides for both. */
  of(kind: LayerKind, code: string): string {
    if (!this.#closed.has(kind)) return code;
    const numbers = this.#numbers.get(kind) ?? new Map<string, string>();
    this.#numbers.set(kind, numbers);
    const known = numbers.get(code) ?? `#${numbers.size + 1}`;
    numbers.set(code, known);
    this.#all.add(code);
    return known;
  }

  isSecret(kind: LayerKind): boolean {
    return this.#secret.has(kind);
  }

  isHidden(value: unknown): boolean {
    return this.#all.has(String(value));
  }
}

/** Members that are sums, times and codes of ours: a digit more or less, and they say something else. */
const KEPT = new Set([
  'sha256',
  'digest',
  'createdAt',
  'at',
  'number',
  'code',
  'county',
  'layers',
  'geometry',
]);

/** The same value with coordinates hidden in every string of it. */
function wordsOnly<T>(value: T, filter: CoordinateFilter): T {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return filter.text(one);
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(
      Object.entries(one).map(([key, member]) => [key, KEPT.has(key) ? member : walk(member)]),
    );
  };
  return walk(value) as T;
}
