import { isAsked } from '../check/check-project.ts';
import type { Claim } from '../domain/claim.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import { bboxOf, concatFlat } from '../geometry/shapes.ts';
import { roundDegrees } from '../units/round.ts';
import { DENSIFY_M } from './assemble-report.ts';
import { canonicalText } from './canonical-text.ts';
import { digestOf } from './digest.ts';
import { redactMadeFrom } from './redact-report.ts';
import type { CatalogHandle, CheckOptions, LoadedPack } from './run-check.ts';

export interface PresentRun {
  readonly project: Project;
  readonly claim: Claim | null;
  readonly catalog: CatalogHandle['catalog'];
  readonly pack: LoadedPack;
  readonly options: Pick<CheckOptions, 'thresholdM2' | 'accuracyM' | 'geometry' | 'version'>;
  /** The report is to be a redacted one; a whole one does not stand for it, nor it for a whole one. */
  readonly redact?: boolean;
}

/**
 * Whether a report of an earlier run would come out the same today: same file, site, answers, layers,
 * rules, parameters and program, whole and unchanged. In any doubt it is not taken for one: the check is
 * done again.
 */
export function stillHolds(report: CheckReport, run: PresentRun): boolean {
  const redact = run.redact === true;
  const today = redact ? redactMadeFrom(madeToday(run)) : madeToday(run);
  return (
    digestOf(report) === report.digest &&
    (report.redaction !== undefined) === redact &&
    canonicalText(madeFrom(report)) === canonicalText(today) &&
    report.layers.every(({ state }) => state !== 'failed')
  );
}

function madeFrom({ tool, project, policies, parameters, layers }: CheckReport) {
  return {
    version: tool.version,
    source: project.source,
    id: project.id,
    crs: project.crs,
    bbox: project.bbox,
    parcels: project.parcels.map(({ id, name, vertices }) => ({ id, name, vertices })),
    // widths, ends and repairs are told there: they change a site that keeps its box and points
    notes: project.notes.map(({ code, params }) => ({ code, params })),
    claim: project.claim,
    policies: policies.map(({ id, sha256 }) => ({ id, sha256 })),
    parameters,
    layers: layers.map(({ id, sha256, edition }) => ({ id, sha256, edition })).sort(byId),
  };
}

function madeToday({
  project,
  claim,
  catalog,
  pack,
  options,
}: PresentRun): ReturnType<typeof madeFrom> {
  const { id, source, crs, parcels } = project;
  const [west, south, east, north] = bboxOf(concatFlat(parcels.map(({ polygons }) => polygons)));
  return {
    version: options.version,
    source: { file: source.file, sha256: source.sha256 },
    id,
    crs,
    bbox: [roundDegrees(west), roundDegrees(south), roundDegrees(east), roundDegrees(north)],
    parcels: parcels.map((parcel) => ({
      id: parcel.id,
      name: parcel.name,
      vertices: parcel.vertices,
    })),
    notes: project.notes.map(({ code, params }) => ({ code, params: { ...params } })),
    claim: { ...project.claim, ...claim },
    policies: [
      { id: pack.pack.id, sha256: pack.sha256 },
      ...(pack.hints ?? []).map(({ hints, sha256 }) => ({ id: hints.id, sha256 })),
    ],
    parameters: {
      thresholdM2: options.thresholdM2,
      accuracyM: options.accuracyM,
      densifyM: DENSIFY_M,
      areaMethod: 'cgcs2000-ellipsoid',
      geometry: options.geometry,
    },
    layers: catalog.layers
      .filter(({ kind, role }) => role === 'current' && isAsked(kind))
      .map(({ id: layer, sha256, edition }) => ({ id: layer, sha256, edition }))
      .sort(byId),
  };
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
