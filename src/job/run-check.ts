import type { ByteSource } from '../bytes/byte-source.ts';
import { sha256Hex } from '../bytes/sha256.ts';
import { checkProject } from '../check/check-project.ts';
import { locate } from '../check/locate.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { Claim } from '../domain/claim.ts';
import type { LayerSource } from '../domain/layer-source.ts';
import type { PolicyPack } from '../domain/policy-pack.ts';
import type { OnProgress } from '../domain/progress.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import type { Clipper } from '../geometry/clip.ts';
import { loadPack } from '../policy/load-pack.ts';
import { assembleReport } from './assemble-report.ts';
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
}

export interface CheckOptions {
  readonly thresholdM2: number;
  readonly accuracyM: number | null;
  readonly geometry: 'full' | 'none';
  /** ISO 8601, UTC: the clock is the caller's. */
  readonly createdAt: string;
  readonly sequence: number;
  readonly version: string;
}

/** A rule pack from its file; the digest of the bytes goes into every report. */
export function openPack(bytes: Uint8Array, name: string): LoadedPack {
  return { pack: loadPack(new TextDecoder().decode(bytes), name), sha256: sha256Hex(bytes) };
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
  const report = assembleReport(
    claimed,
    { ...outcome, notes: [...outcome.notes, ...place.notes] },
    {
      version: options.version,
      createdAt: options.createdAt,
      sequence: options.sequence,
      catalog: handle.catalog,
      packs: [loaded],
      parameters: {
        thresholdM2: options.thresholdM2,
        accuracyM: options.accuracyM,
        geometry: options.geometry,
      },
      location: place.location,
    },
  );
  onProgress?.({ step: 'done' });
  return report;
}
