import type { BaseEntry } from '../domain/basemap.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { CrsCandidate, Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import type { BBox, FlatPolygons, Position } from '../geometry/shapes.ts';
import type { BaseFailure } from '../map/base-map.ts';
import type { DefectPin } from '../map/defect-pins.ts';
import type { DrawingPicture } from '../map/drawing/drawing-picture.ts';
import type { GridZone } from '../map/grid-north.ts';
import type { Identified } from '../map/map-events.ts';
import type { Sketch } from '../map/tool-sketch.ts';
import type { Language, Text } from '../text/text.ts';
import type { ViewCount } from './count-protocol.ts';
import type { PointerPlace } from './drawing/grips.ts';
import type { MapSides } from './tools/swipe-maps.ts';

export interface MapPortEvents {
  onCursor(lonLat: readonly [number, number] | null): void;
  onScale(denominator: number): void;
  /** The view came to rest. */
  onView(zoom: number): void;
  /** Answers to the last `countView`, as they come. */
  onCounts(counts: readonly ViewCount[]): void;
  /** A click, with the piece under it. */
  onClick(piece: string | null, at: Position): void;
  /** The view moves, as often as it does. */
  onMoving(): void;
  /** Some tiles of a layer cannot be drawn; once for each reason until `retryLayer`. */
  onLayerFailed(layer: string, why: Text): void;
  /** A layer is drawn, but slowly: without its level-of-detail files. Once a layer. */
  onLayerFellBack(why: Text): void;
  onLost(lost: boolean): void;
  /** Frames take long. Once. */
  onSlow(): void;
  /** What makes the tiles had died; it was started again and asked once more. */
  onRestarted(): void;
}

/** What a hand does on the map while something is drawn. */
export interface MapHands {
  onMove(place: PointerPlace): 'crosshair' | 'pointer' | 'move' | 'grab' | 'unset';
  onClick(place: PointerPlace): void;
  /** Whether the drag is taken; else the map is dragged. */
  onDragStart(place: PointerPlace): boolean;
  onDrag(place: PointerPlace): void;
  onDragEnd(): void;
}

/** What the workspace asks of the map. Without a map everything else works. */
export interface MapPort {
  showProject(project: Project | null): void;
  showReport(report: CheckReport | null): void;
  showCandidates(candidates: readonly CrsCandidate[], chosen: number | null): void;
  /** Where a file has defects. */
  showPins(pins: readonly DefectPin[]): void;
  showUncovered(layers: readonly string[]): void;
  /** Asks again for the tiles of a layer that failed. */
  retryLayer(id: string): void;
  setLayer(id: string, visible: boolean, opacity: number): void;
  /** Layers in the order a person gave them, top to bottom; each list is a group of its own. */
  setOrder(orders: readonly (readonly string[])[]): void;
  /** How many features of these layers the view holds; a later question replaces it. */
  countView(layers: readonly string[]): void;
  /** Frames what was looked up; null: nothing. */
  showFound(bbox: BBox | null, outline?: FlatPolygons): void;
  /** Shows the drawing board in place of site and pieces; null: those again. */
  showDrawing(picture: DrawingPicture | null): void;
  /** Tells what a hand does, clicks on pieces no longer, until the result is called. */
  openHands(hands: MapHands): Promise<() => void>;
  /** What the map shows, and how much ground a CSS pixel does. */
  view(): {
    readonly bbox: BBox;
    readonly center: Position;
    readonly zoom: number;
    readonly metresPerPx: number;
  };
  /** There at once. */
  moveTo(center: Position, zoom: number): void;
  /** What a tool shows; null: nothing. */
  showSketch(sketch: Sketch | null): void;
  /** Two layers, or editions, side by side; null: one map again. Throws where there can be no second. */
  compare(sides: MapSides | null): void;
  /** Share of the map that the left side takes. */
  setDivider(part: number): void;
  /** Features as they are drawn at a place, topmost first: of tiles, never for a check. */
  drawnAt(lonLat: Position): readonly Identified[];
  /** Where a place lies in the map area, CSS px from its top left; may be outside. */
  toScreen(lonLat: Position): { readonly x: number; readonly y: number };
  /** Pieces by the ids of `components/pieces.ts`; null: all alike. */
  highlight(pieces: readonly string[] | null): void;
  select(piece: string | null): void;
  fitTo(bbox: BBox): void;
  zoomBy(steps: number): void;
  themeChanged(): void;
  /**
   * Lays a base map beneath the layers; rejects with a `BaseFailure` where it cannot be opened. Later
   * failures are told: `served` says whether anything of it has been seen.
   */
  openBase(
    entry: BaseEntry,
    against: string,
    onFailed: (failure: BaseFailure, served: boolean) => void,
  ): Promise<void>;
  clearBase(): void;
  /** As a black-and-white copy would show it. */
  setForPrint(forPrint: boolean): void;
  /** Draws less, for machines that draw slowly. */
  setSparing(sparing: boolean): void;
  /** The zone whose north is noted; null: the one that the map is in. */
  setZone(zone: GridZone | null): void;
  setLabel(label: string): void;
  /** Of what the map itself writes. */
  setLanguage(language: Language): void;
  resize(): void;
  destroy(): void;
}

export interface MapSeat {
  readonly container: HTMLElement;
  readonly catalog: Catalog;
  readonly catalogUrl: string;
  readonly language: Language;
  /** Folder that the built app is served from; '': its files lie beside the module. */
  readonly baseUrl: string;
  readonly events: MapPortEvents;
}

/** Draws the map into a container; throws where the device cannot. */
export type MakeMap = (seat: MapSeat) => Promise<MapPort>;
