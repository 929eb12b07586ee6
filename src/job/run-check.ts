import type { ByteSource } from '../bytes/byte-source.ts';
import { sha256Hex } from '../bytes/sha256.ts';
import { checkProject } from '../check/check-project.ts';
import { judgeOutcome } from '../check/judge-outcome.ts';
import { locate, type Place } from '../check/locate.ts';
import type { CheckOutcome } from '../check/outcome.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { Claim } from '../domain/claim.ts';
import type { LayerSource } from '../domain/layer-source.ts';
import type { PolicyHints, PolicyPack } from '../domain/policy-pack.ts';
import type { OnProgress } from '../domain/progress.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import type { Clipper } from '../geometry/clip.ts';
import { loadPack } from '../policy/load-pack.ts';
import { assembleReport } from './assemble-report.ts';
import type { Hash } from './digest.ts';
import { wordsFor } from './words.ts';

/** A catalog with one source per layer, opened once and shared by all projects of a run. */
export interface CatalogHandle {
  readonly catalog: Catalog;
  readonly sources: ReadonlyMap<string, LayerSource>;
  /** The files that entries with `edgeIndex` name, by layer; only where reading them beats building. */
  readonly edgeIndexes?: ReadonlyMap<string, ByteSource> | undefined;
}

export interface LoadedPack {
  readonly pack: PolicyPack;
  readonly sha256: string;
  /** Shown beside the findings; see `withHints`. */
  readonly hints?: readonly LoadedHints[];
}

export interface LoadedHints {
  readonly hints: PolicyHints;
  readonly sha256: string;
}

export interface CheckOptions {
  readonly thresholdM2: number;
  readonly accuracyM: number | null;
  readonly geometry: 'full' | 'none';
  /** ISO 8601, UTC: the clock is the caller's. */
  readonly createdAt: string;
  readonly sequence: number;
  readonly version: string;
  /** SHA-256 as the platform has it, for the digest, where that is faster than our own. */
  readonly hash?: Hash | undefined;
}

/** A rule pack from its file; the digest of the bytes goes into every report. */
export function openPack(bytes: Uint8Array, name: string): LoadedPack {
  return { pack: loadPack(new TextDecoder().decode(bytes), name), sha256: sha256Hex(bytes) };
}

/** What was found on the ground under one project, and what it takes to say it. */
export interface Measured {
  readonly project: Project;
  readonly outcome: CheckOutcome;
  readonly place: Place;
  readonly catalog: Catalog;
  readonly loaded: LoadedPack;
  readonly options: CheckOptions;
}

/** The main job for one project: measure, judge, put into words. */
export async function checkToReport(
  project: Project,
  claim: Claim | null,
  handle: CatalogHandle,
  loaded: LoadedPack,
  clipper: Clipper,
  options: CheckOptions,
  signal?: AbortSignal,
  onProgress?: OnProgress,
): Promise<CheckReport> {
  return reportOf(
    await measureProject(project, claim, handle, loaded, clipper, options, signal, onProgress),
  );
}

/** The first half of the job: everything that asks the layers, and the judgement of it. */
export async function measureProject(
  project: Project,
  claim: Claim | null,
  handle: CatalogHandle,
  loaded: LoadedPack,
  clipper: Clipper,
  options: CheckOptions,
  signal?: AbortSignal,
  onProgress?: OnProgress,
): Promise<Measured> {
  const claimed: Project = claim ? { ...project, claim: { ...project.claim, ...claim } } : project;
  const outcome = await checkProject({
    project: claimed,
    catalog: handle.catalog,
    sources: handle.sources,
    pack: loaded.pack,
    clipper,
    parameters: {
      thresholdM2: options.thresholdM2,
      geometry: options.geometry,
      accuracyM: options.accuracyM,
    },
    wordsFor: ({ code, params }) => wordsFor(code, params),
    signal,
    onProgress,
  });
  const place = await locate(claimed, handle.catalog, handle.sources, signal);
  onProgress?.({ step: 'done' });
  return { project: claimed, outcome, place, catalog: handle.catalog, loaded, options };
}

/** The second half: the document that says it. */
export function reportOf(measured: Measured): CheckReport {
  const { project, outcome, place, catalog, loaded, options } = measured;
  const { version, createdAt, sequence, thresholdM2, accuracyM, geometry, hash } = options;
  return assembleReport(
    project,
    { ...outcome, notes: [...outcome.notes, ...place.notes] },
    {
      version,
      createdAt,
      sequence,
      catalog,
      packs: [loaded],
      parameters: { thresholdM2, accuracyM, geometry },
      location: place.location,
      hash,
    },
  );
}

/**
 * The same ground judged by other answers: no layer is asked again. The report is, but for its time, the
 * one that a whole check with these answers gives.
 */
export function judgeAgain(measured: Measured, claim: Claim, createdAt: string): CheckReport {
  const { pack } = measured.loaded;
  const outcome = judgeOutcome(measured.outcome, claim, pack, ({ code, params }) =>
    wordsFor(code, params),
  );
  return reportOf({
    ...measured,
    outcome,
    project: { ...measured.project, claim },
    options: { ...measured.options, createdAt },
  });
}
