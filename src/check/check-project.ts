import type { Catalog } from '../domain/catalog.ts';
import type { CrossFacts, Facts, LineFacts, ZoneFacts } from '../domain/facts.ts';
import { isControlKind, KIND_ORDER, type LayerKind } from '../domain/kinds.ts';
import type { LayerSource } from '../domain/layer-source.ts';
import { wasLookedAt } from '../domain/layer-state.ts';
import type { Note } from '../domain/note.ts';
import type { PolicyPack } from '../domain/policy-pack.ts';
import type { MeasuredLine, OnProgress } from '../domain/progress.ts';
import type { Project } from '../domain/project.ts';
import type { UrbanZone, ZoneId } from '../domain/zones.ts';
import type { Clipper } from '../geometry/clip.ts';
import { judge } from '../policy/judge.ts';
import type { WordsFor } from '../policy/special-findings.ts';
import { roundM2, roundShare } from '../units/round.ts';
import { coverageUnder } from './coverage.ts';
import { withEntry } from './held-layer.ts';
import { judgeParcels } from './judge-outcome.ts';
import { type LayerLook, lookAtLayer, stateOf } from './look-at-layer.ts';
import { measureCrosses } from './measure-crosses.ts';
import { lineNotLoaded, measureLine } from './measure-line.ts';
import type { CheckOutcome, LayerOutcome, LineOutcome } from './outcome.ts';
import { type CheckSite, effectiveThresholdM2, prepareCheckSite } from './site.ts';
import { stabilityOf } from './stability.ts';

export interface CheckInput {
  readonly project: Project;
  readonly catalog: Catalog;
  /** One source per catalog layer id. A source that cannot even be made must throw in `open`. */
  readonly sources: ReadonlyMap<string, LayerSource>;
  readonly pack: PolicyPack;
  readonly clipper: Clipper;
  readonly parameters: {
    /** Union overlaps up to this are boundary noise, m² (0 to 10). */
    readonly thresholdM2: number;
    readonly geometry: 'full' | 'none';
    /** Overrides the layers' own accuracy, m. */
    readonly accuracyM: number | null;
  };
  readonly wordsFor: WordsFor;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Checks one project against every current control layer of a catalog.
 *
 * Never rejects because of a layer: what could not be looked at is part of the outcome.
 */
export async function checkProject(input: CheckInput): Promise<CheckOutcome> {
  const { catalog, pack, clipper, signal, onProgress } = input;
  const site = prepareCheckSite(input.project, clipper);
  const thresholdM2 = effectiveThresholdM2(site, input.parameters.thresholdM2);
  const parameters = { ...input.parameters, thresholdM2 };
  const options = { clipper, ...parameters, signal };

  const current = catalog.layers.filter((entry) => entry.role === 'current' && isAsked(entry.kind));
  const required = new Set<LayerKind>([
    ...pack.requires,
    ...catalog.layers.filter((entry) => entry.required).map((entry) => entry.kind),
  ]);
  const found = new Map<LayerKind, LineOutcome>();
  const tell = (line: LineOutcome): void => {
    found.set(line.kind, line);
    onProgress?.({ step: 'measured', line: measuredLine(line, site.areaM2) });
  };
  onProgress?.({ step: 'begun' });
  for (const kind of required) {
    const isMissing = isControlKind(kind) && current.every((entry) => entry.kind !== kind);
    if (isMissing) tell(lineNotLoaded(kind, true, site));
  }
  const looks = new Map<LayerKind, LayerLook[]>();
  for (const [index, entry] of current.entries()) {
    onProgress?.({
      step: 'layer',
      kind: entry.kind,
      layer: entry.id,
      index: index + 1,
      total: current.length,
    });
    const source = input.sources.get(entry.id);
    if (!source) throw new Error(`no source for layer ${entry.id}`);
    const own =
      parameters.accuracyM === null
        ? source
        : withEntry(source, { ...entry, accuracyM: parameters.accuracyM });
    const look = await lookAtLayer(site, own, options);
    const { kind } = entry;
    const together = [...(looks.get(kind) ?? []), look];
    looks.set(kind, together);
    const isLast = !current.slice(index + 1).some((later) => later.kind === kind);
    if (isLast && isControlKind(kind)) {
      tell(measureLine(kind, required.has(kind), site, together, thresholdM2));
    }
  }

  onProgress?.({ step: 'judging' });
  const measured = new Map(
    KIND_ORDER.flatMap((kind): [LayerKind, LineOutcome][] => {
      const line = found.get(kind);
      return line ? [[kind, line]] : [];
    }),
  );
  const crosses = measureCrosses(site, pack.crosses, looks, measured, clipper, parameters);
  const redLine = measured.get('ecological-red-line');
  if (redLine) {
    measured.set('ecological-red-line', { ...redLine, zones: redLineZones(redLine, crosses) });
  }

  const stabilityInput = { site, clipper, thresholdM2: parameters.thresholdM2, looks };
  const lines = [...measured.values()].map((line) => ({
    ...line,
    stability: stabilityOf(line, stabilityInput),
  }));
  const facts: Facts = {
    siteAreaM2: roundM2(site.areaM2),
    lines,
    crosses,
    position: input.project.crs.shift === null ? 'surveyed' : 'internet-map',
    contradictions: contradictionsOf(looks),
  };
  const { claim } = input.project;
  const judgement = judge(facts, claim, pack, input.wordsFor);
  return {
    siteAreaM2: site.areaM2,
    thresholdM2,
    parcels: judgeParcels(facts, judgement, site.parcels, claim, pack, input.wordsFor),
    layers: current.flatMap((entry) =>
      (looks.get(entry.kind) ?? [])
        .filter((look) => look.entry.id === entry.id)
        .map((look) => layerOutcome(look, parameters.thresholdM2)),
    ),
    lines,
    crosses,
    notChecked: pack.optional.filter((kind) => isControlKind(kind) && !measured.has(kind)),
    facts,
    judgement,
    notes: [
      ...site.notes,
      ...touchNotes(lines),
      ...doubleCoverage(site, looks),
      ...[...looks.values()].flat().flatMap((look) => look.measure?.notes ?? []),
    ],
  };
}

/** Context layers of the base map are drawn, not measured; land use is (表7). */
/** Kinds that a check looks at; the rest is for finding places. */
export function isAsked(kind: LayerKind): boolean {
  return isControlKind(kind) || kind === 'land-use';
}

/** Rounded as the report rounds it. */
function measuredLine(line: LineOutcome, siteAreaM2: number): MeasuredLine {
  const { kind, state, coverageShare, uncoveredM2, areaM2, failures } = line;
  const isUrban = kind === 'urban-development-boundary';
  return {
    kind,
    state,
    isWhole: wasLookedAt(state) && coverageShare === 1 && failures.length === 0,
    coverageShare: roundShare(coverageShare),
    uncoveredM2,
    areaM2,
    shareOfProject: siteAreaM2 > 0 ? roundShare(areaM2 / siteAreaM2) : 0,
    siteM2: roundM2(siteAreaM2),
    zones: isUrban ? line.zones.map(({ zone, areaM2 }) => ({ id: zone as UrbanZone, areaM2 })) : [],
  };
}

function layerOutcome(look: LayerLook, thresholdM2: number): LayerOutcome {
  const { entry, measure } = look;
  const areaM2 = roundM2(look.areaM2);
  const state = stateOf({
    failed: look.failure !== null,
    coverageShare: look.coverageShare,
    aboveThreshold: areaM2 > thresholdM2,
    areaM2,
    touches: (measure?.touches ?? 0) + (measure?.hits.length ?? 0),
  });
  const uncovered = look.uncoveredM2 > 0 && look.failure === null;
  return {
    entry,
    integrity: look.integrity,
    state,
    reason:
      look.failure ??
      (state === 'not-covered'
        ? { code: 'not-covered', params: {} }
        : uncovered
          ? { code: 'partly-covered', params: { uncoveredM2: look.uncoveredM2 } }
          : null),
    coverageShare: look.coverageShare,
    areaM2,
    hits: measure?.hits.length ?? 0,
    ...look.nearest,
    overlaps: measure?.overlaps ?? [],
    touches: measure?.touches ?? 0,
  };
}

/** Core, outside it, and - where the core was not looked at - unknown. */
function redLineZones(line: LineOutcome, crosses: readonly CrossFacts[]): ZoneFacts[] {
  const of = (op: 'and' | 'minus') =>
    crosses.find(
      (cross) =>
        cross.op === op &&
        cross.of[0] === 'ecological-red-line' &&
        cross.of[1] === 'nature-reserve-core',
    );
  const zone = (id: ZoneId, cross: CrossFacts | undefined): ZoneFacts[] =>
    cross && cross.areaM2 > 0
      ? [
          {
            zone: id,
            areaM2: cross.areaM2,
            aboveThreshold: cross.aboveThreshold,
            hits: line.hits,
            parcels: cross.parcels,
          },
        ]
      : [];
  const minus = of('minus');
  return [
    ...zone('core', of('and')),
    ...zone(minus?.known === false ? 'unknown' : 'outside-core', minus),
  ];
}

function contradictionsOf(looks: ReadonlyMap<LayerKind, readonly LayerLook[]>) {
  return [...looks].flatMap(([kind, own]) =>
    own.flatMap((look) =>
      (look.measure?.contradictions ?? []).map(({ parcel, ...params }) => ({
        kind,
        parcels: [parcel],
        params,
      })),
    ),
  );
}

function touchNotes(lines: readonly LineFacts[]): Note[] {
  return lines
    .filter((line) => line.state === 'touch')
    .map(({ kind }) => ({ code: 'touches-line', severity: 'warning', params: { kind } }));
}

/** Two current layers of one kind that both claim the same ground. */
function doubleCoverage(
  site: CheckSite,
  looks: ReadonlyMap<LayerKind, readonly LayerLook[]>,
): Note[] {
  return [...looks].flatMap(([kind, own]) => {
    const claiming = own.filter((look) => look.responsible);
    if (claiming.length < 2) return [];
    const coverages = claiming.map((look) => look.coverage);
    const together = coverageUnder(site, coverages, []).share;
    const claimed = claiming.reduce((total, look) => total + look.coverageShare, 0);
    return (claimed - together) * site.areaM2 > 1
      ? [{ code: 'coverage-twice', severity: 'warning' as const, params: { kind } }]
      : [];
  });
}
