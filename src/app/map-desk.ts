import { wasWhollyLookedAt } from '../components/report-reading.ts';
import { crsDefinition } from '../crs/registry.ts';
import type { ImportQuestion } from '../domain/import-answers.ts';
import type { LayerKind } from '../domain/kinds.ts';
import { numberedPieces } from '../domain/pieces.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import type { BBox } from '../geometry/shapes.ts';
import type { GridZone } from '../map/grid-north.ts';
import { pinsOf } from './defect-pins.ts';
import { extentOfPoints, extentOfProject } from './extents.ts';
import type { LayerOrders } from './layer-order.ts';
import { type LayerView, viewOf } from './layer-rows.ts';
import type { MapPort } from './map-port.ts';
import type { WorkspaceState } from './workspace.ts';

/** Keeps the map in step with the workspace. Without a map every call does nothing. */
export class MapDesk {
  #map: MapPort | null = null;
  #project: Project | null = null;
  #report: CheckReport | null = null;
  #asked: ImportQuestion | null = null;

  get map(): MapPort | null {
    return this.#map;
  }

  seat(map: MapPort, views: ReadonlyMap<string, LayerView>, orders: LayerOrders): void {
    this.leave();
    this.#map = map;
    this.#project = null;
    this.#report = null;
    for (const [id, { visible, opacity }] of views) map.setLayer(id, visible, opacity);
    map.setOrder(Object.values(orders));
  }

  leave(): void {
    this.#map?.destroy();
    this.#map = null;
  }

  /** Brings the map to what the workspace holds; flies to a project that is new. */
  show(
    state: WorkspaceState,
    views: ReadonlyMap<string, LayerView>,
    label: (project: Project | null) => string,
  ): void {
    const map = this.#map;
    if (!map) return;
    const project = state.projects[state.index] ?? null;
    if (project !== this.#project) {
      map.showProject(project);
      map.setZone(project && zoneOf(project));
      const extent = project && extentOfProject(project);
      if (extent) map.fitTo(extent);
    }
    if (state.report !== this.#report) {
      map.showReport(state.report);
      this.showCoverage(state, views);
    }
    this.#project = project;
    this.#report = state.report;
    const { question } = state;
    const candidates = question?.ask.kind === 'crs' ? question.ask.candidates : [];
    map.showCandidates(candidates, question?.draft.crs ?? null);
    if (question && question.ask !== this.#asked) {
      const likely = candidates.find(({ epsg }) => epsg === question.draft.crs);
      if (likely) map.fitTo(likely.bbox);
    }
    this.#asked = question?.ask ?? null;
    map.showPins(pinsOf(state));
    map.setLabel(label(project));
  }

  /** Where layers are not complete: when asked for, and by itself when a result lacks it. */
  showCoverage({ report, catalog }: WorkspaceState, views: ReadonlyMap<string, LayerView>): void {
    const asked = viewOf(views, 'coverage').visible;
    const lacking = (report?.lines ?? [])
      .filter((line) => report && !wasWhollyLookedAt(report, line))
      .map(({ kind }) => kind);
    const layers = (catalog?.layers ?? []).filter(
      ({ kind, role }) => role === 'current' && (asked || lacking.includes(kind)),
    );
    this.#map?.showUncovered(layers.map(({ id }) => id));
  }

  select(report: CheckReport | null, number: number | null): void {
    const piece = report ? numberedPieces(report).find((one) => one.number === number) : undefined;
    this.#map?.select(piece?.id ?? null);
  }

  /** Lights the pieces of a kind; null, or a kind without pieces: all alike. */
  light(report: CheckReport | null, kind: LayerKind | null): void {
    const lit = report && kind ? numberedPieces(report).filter((piece) => piece.kind === kind) : [];
    this.#map?.highlight(lit.length > 0 ? lit.map(({ id }) => id) : null);
  }

  /** Lights these pieces; none: all alike. */
  lightPieces(report: CheckReport | null, numbers: readonly number[]): void {
    const lit = report
      ? numberedPieces(report).filter(({ number }) => numbers.includes(number))
      : [];
    this.#map?.highlight(lit.length > 0 ? lit.map(({ id }) => id) : null);
  }

  /** To the chosen pieces; to the site where none is chosen. */
  flyTo(state: WorkspaceState, wanted: (number: number, kind: LayerKind) => boolean): void {
    const pieces = state.report ? numberedPieces(state.report) : [];
    const points = pieces
      .filter(({ number, kind }) => wanted(number, kind))
      .flatMap(({ overlap }) => overlap.geometry?.coordinates.flat(2) ?? []);
    const project = state.projects[state.index];
    const extent: BBox | null | undefined =
      points.length > 0
        ? extentOfPoints(points)
        : (state.report?.project.bbox ?? (project && extentOfProject(project)));
    if (extent) this.#map?.fitTo(extent);
  }
}

/** The zone that a project is given in; null for degrees. */
function zoneOf({ crs }: Project): GridZone | null {
  const definition = crs.epsg === null ? null : crsDefinition(crs.epsg);
  if (definition?.kind !== 'gauss-krueger') return null;
  return { centralMeridian: definition.centralMeridian, width: definition.zoneWidth };
}
