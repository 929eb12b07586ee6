import type { CatalogLayer } from '../domain/catalog.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import type { BaseMap } from '../map/base-map.ts';
import { SanxianMapView } from '../map/map-view.ts';
import { openBaseMap } from '../map/open-base-map.ts';
import { drawnPieces } from '../map/pieces.ts';
import { workerPort } from '../map/worker-port.ts';
import type { Text } from '../text/text.ts';
import type { TileReason } from '../tiles/tile-messages.ts';
import type { PointerPlace } from './drawing/grips.ts';
import type { MapPort, MapSeat } from './map-port.ts';
import { codeWords, tileFallbackWords } from './tile-words.ts';
import { TileWorkerClient, type TileWorkerProcess } from './tile-worker-client.ts';
import { SwipeMaps } from './tools/swipe-maps.ts';
import { viewCounter } from './view-counter.ts';
import { startWorker, workerAddress } from './worker-start.ts';

/** Seats a MapLibre map, fed by the tile worker. Throws `MapUnavailable` without WebGL 2. */
export async function makeMap(seat: MapSeat): Promise<MapPort> {
  const { baseUrl } = seat;
  const layers = seat.catalog.layers.filter(({ role }) => role === 'current');
  const { events } = seat;
  const worker = new TileWorkerClient(
    () => startTileWorker(baseUrl),
    // former editions too: two of a layer can be compared
    seat.catalog.layers,
    seat.catalogUrl,
    () => {
      events.onRestarted();
      for (const { id } of layers) view.retryLayer(id);
    },
  );
  /** Hands on the map: clicks are theirs. */
  let hands = 0;
  let view: SanxianMapView;
  /** The second map, while two are compared. */
  let swipe: SwipeMaps | null = null;
  const port = workerPort(worker, (layer, reason) =>
    events.onLayerFellBack(tileFallbackWords(layer, reason)),
  );
  const onLayerFailed = (layer: string, reason: TileReason) =>
    void failureWords(layer, reason).then((words) => events.onLayerFailed(layer, words));
  try {
    view = new SanxianMapView({
      container: seat.container,
      catalog: { layers },
      port,
      language: seat.language,
      ...(baseUrl && { workerUrl: workerAddress('maplibre-gl-worker', baseUrl) }),
      events: {
        onCursor: (at) => events.onCursor(at),
        onScale: ({ denominator }) => {
          swipe?.follow();
          events.onScale(denominator);
          events.onMoving();
        },
        onMoved: () => events.onView(view.zoom),
        onClick: (at, piece) => {
          if (hands === 0) events.onClick(piece, at);
        },
        onLayerFailed,
        onContextLost: (lost) => events.onLost(lost),
        onSlow: () => events.onSlow(),
      },
    });
  } catch (cause) {
    worker.terminate();
    throw cause;
  }
  /** Counts base maps asked for: the last one wins. */
  let bases = 0;
  const counter = viewCounter(worker, (counts) => events.onCounts(counts));
  events.onView(view.zoom);
  const own = { site: true, occupied: true };
  let project: Project | null = null;
  let report: CheckReport | null = null;
  let isDrawing = false;
  /** What the second map must be told as well when it comes. */
  const choices = new Map<string, readonly [visible: boolean, opacity: number]>();
  let orders: readonly (readonly string[])[] = [];
  let base: BaseMap | null = null;
  const both = (tell: (one: SanxianMapView) => void) => {
    tell(view);
    if (swipe) tell(swipe.left);
  };
  const showSite = () => both((one) => one.setProject(own.site && !isDrawing ? project : null));
  const showPieces = () => {
    const pieces = own.occupied && report && !isDrawing ? drawnPieces(report) : [];
    both((one) => one.setOverlaps(pieces));
  };
  const makeLeft = (container: HTMLElement, left: CatalogLayer[]): SanxianMapView => {
    const one = new SanxianMapView({
      container,
      catalog: { layers: left },
      port,
      language: seat.language,
      ...(baseUrl && { workerUrl: workerAddress('maplibre-gl-worker', baseUrl) }),
      interactive: false,
      events: {
        onLayerFailed,
      },
    });
    for (const [id, [visible, opacity]] of choices) {
      one.setLayerVisible(id, visible);
      one.setLayerOpacity(id, opacity);
    }
    one.setDrawOrder(orders);
    if (base) one.setBase(base, { onFailed: () => {} });
    return one;
  };
  const coarse = matchMedia('(pointer: coarse)');
  const placeOf = ({ lng, lat }: { lng: number; lat: number }): PointerPlace => ({
    at: [lng, lat],
    metresPerPx: view.metresPerPx,
    free: false,
    touch: coarse.matches,
  });
  const still = matchMedia('(prefers-reduced-motion: reduce)');

  return {
    showProject(next) {
      project = next;
      showSite();
    },
    showReport(next) {
      report = next;
      showPieces();
    },
    showCandidates(candidates, chosen) {
      view.setGhosts(
        candidates.map(({ epsg, outline }, index) => ({
          place: index + 1,
          outline,
          selected: epsg === chosen,
        })),
      );
    },
    showPins: (pins) => view.setPins(pins),
    retryLayer: (id) => view.retryLayer(id),
    showUncovered: (ids) => view.setUncovered(ids),
    setLayer(id, visible, opacity) {
      if (id === 'site' || id === 'occupied') {
        own[id] = visible;
        if (id === 'site') showSite();
        else showPieces();
        return;
      }
      choices.set(id, [visible, opacity]);
      both((one) => {
        one.setLayerVisible(id, visible);
        one.setLayerOpacity(id, opacity);
      });
    },
    setOrder(given) {
      orders = given;
      both((one) => one.setDrawOrder(given));
    },
    countView: (layers) => counter.ask(view.bbox, layers),
    showFound: (bbox, outline) => view.setFound(bbox, outline),
    showDrawing(picture) {
      view.setDrawing(picture);
      if (isDrawing === (picture !== null)) return;
      isDrawing = picture !== null;
      showSite();
      showPieces();
    },
    async openHands(taking) {
      const close = await view.openGestures({
        onMove: (event) => taking.onMove(placeOf(event)),
        onClick: (event) => taking.onClick(placeOf(event)),
        onDragStart: (event) => taking.onDragStart(placeOf(event)),
        onDrag: (event) => taking.onDrag(placeOf(event)),
        onDragEnd: () => taking.onDragEnd(),
      });
      hands++;
      return () => {
        hands--;
        close();
      };
    },
    view: () => ({
      bbox: view.bbox,
      center: view.center,
      zoom: view.zoom,
      metresPerPx: view.metresPerPx,
    }),
    moveTo: (center, zoom) => view.moveTo(center, zoom),
    showSketch: (sketch) => both((one) => one.setSketch(sketch)),
    compare(sides) {
      if (!sides) {
        swipe?.close();
        swipe = null;
      } else if (swipe) {
        swipe.setSides(sides);
      } else {
        swipe = new SwipeMaps(view, seat.container, seat.catalog.layers, sides, makeLeft);
        showSite();
        showPieces();
      }
    },
    setDivider: (part) => swipe?.setPart(part),
    drawnAt: (lonLat) => view.identifyAt(lonLat),
    toScreen: (lonLat) => view.toScreen(lonLat),
    highlight: (ids) => view.highlight(ids),
    select: (id) => view.select(id),
    fitTo: (bbox) => view.fitTo(bbox, { fly: !still.matches }),
    zoomBy: (steps) => view.zoomBy(steps),
    themeChanged: () => both((one) => one.setTheme()),
    async openBase(entry, against, onFailed) {
      const ticket = ++bases;
      const opened = await openBaseMap(entry, against);
      if (ticket !== bases) return;
      base = opened;
      view.setBase(opened, { onFailed });
      swipe?.left.setBase(opened, { onFailed: () => {} });
    },
    clearBase() {
      bases++;
      base = null;
      both((one) => one.setBase(null, { onFailed: () => {} }));
    },
    setForPrint: (forPrint) => both((one) => one.setForPrint(forPrint)),
    setSparing: (sparing) => both((one) => one.setSparing(sparing)),
    setZone: (zone) => view.setZone(zone),
    setLabel: (label) => view.setLabel(label),
    setLanguage: (language) => view.setLanguage(language),
    resize: () => both((one) => one.resize()),
    destroy() {
      bases++;
      counter.close();
      swipe?.left.destroy();
      view.destroy();
      worker.terminate();
    },
  };
}

/** Why a layer cannot be drawn: its words are loaded, and where they cannot be had the code stands for them. */
async function failureWords(layer: string, reason: TileReason): Promise<Text> {
  try {
    const { tileFailureWords } = await import('./tile-failure-words.ts');
    return tileFailureWords(layer, reason);
  } catch {
    return codeWords(layer, reason.code);
  }
}

function startTileWorker(baseUrl: string): TileWorkerProcess {
  const beside = () => new Worker(new URL('./tile-worker.ts', import.meta.url), { type: 'module' });
  return startWorker('tile-worker', beside, baseUrl) as unknown as TileWorkerProcess;
}
