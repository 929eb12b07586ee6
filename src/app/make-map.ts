import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import { SanxianMapView } from '../map/map-view.ts';
import { openBaseMap } from '../map/open-base-map.ts';
import { drawnPieces } from '../map/pieces.ts';
import { workerPort } from '../map/worker-port.ts';
import type { PointerPlace } from './drawing/grips.ts';
import type { MapPort, MapSeat } from './map-port.ts';
import { tileFailureWords, tileFallbackWords } from './tile-failure-words.ts';
import { TileWorkerClient, type TileWorkerProcess } from './tile-worker-client.ts';
import { viewCounter } from './view-counter.ts';

/** Seats a MapLibre map, fed by the tile worker. Throws `MapUnavailable` without WebGL 2. */
export async function makeMap(seat: MapSeat): Promise<MapPort> {
  const layers = seat.catalog.layers.filter(({ role }) => role === 'current');
  const { events } = seat;
  const worker = new TileWorkerClient(startTileWorker, layers, seat.catalogUrl, () => {
    events.onRestarted();
    for (const { id } of layers) view.retryLayer(id);
  });
  /** Hands are on the map: clicks are theirs. */
  let handsOn = false;
  let view: SanxianMapView;
  try {
    view = new SanxianMapView({
      container: seat.container,
      catalog: { layers },
      port: workerPort(worker, (layer, reason) =>
        events.onLayerFellBack(tileFallbackWords(layer, reason)),
      ),
      language: seat.language,
      events: {
        onCursor: (at) => events.onCursor(at),
        onScale: ({ denominator }) => events.onScale(denominator),
        onMoved: () => events.onView(view.zoom),
        onClick: (_at, { piece, features }) => {
          if (!handsOn) events.onClick(piece, features);
        },
        onLayerFailed: (layer, reason) =>
          events.onLayerFailed(layer, tileFailureWords(layer, reason)),
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
  const showSite = () => view.setProject(own.site && !isDrawing ? project : null);
  const showPieces = () =>
    view.setOverlaps(own.occupied && report && !isDrawing ? drawnPieces(report) : []);
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
      view.setLayerVisible(id, visible);
      view.setLayerOpacity(id, opacity);
    },
    setOrder: (orders) => view.setDrawOrder(orders),
    countView: (layers) => counter.ask(view.bbox, layers),
    showFound: (bbox) => view.setFound(bbox),
    showDrawing(picture) {
      view.setDrawing(picture);
      if (isDrawing === (picture !== null)) return;
      isDrawing = picture !== null;
      showSite();
      showPieces();
    },
    async openHands(hands) {
      const close = await view.openGestures({
        onMove: (event) => hands.onMove(placeOf(event)),
        onClick: (event) => hands.onClick(placeOf(event)),
        onDragStart: (event) => hands.onDragStart(placeOf(event)),
        onDrag: (event) => hands.onDrag(placeOf(event)),
        onDragEnd: () => hands.onDragEnd(),
      });
      handsOn = true;
      return () => {
        handsOn = false;
        close();
      };
    },
    view: () => ({ bbox: view.bbox, zoom: view.zoom, metresPerPx: view.metresPerPx }),
    highlight: (ids) => view.highlight(ids),
    select: (id) => view.select(id),
    fitTo: (bbox) => view.fitTo(bbox, { fly: !still.matches }),
    zoomBy: (steps) => view.zoomBy(steps),
    themeChanged: () => view.setTheme(),
    async openBase(entry, against, onFailed) {
      const ticket = ++bases;
      const base = await openBaseMap(entry, against);
      if (ticket === bases) view.setBase(base, { onFailed });
    },
    clearBase() {
      bases++;
      view.setBase(null, { onFailed: () => {} });
    },
    setForPrint: (forPrint) => view.setForPrint(forPrint),
    setSparing: (sparing) => view.setSparing(sparing),
    setZone: (zone) => view.setZone(zone),
    setLabel: (label) => view.setLabel(label),
    resize: () => view.resize(),
    destroy() {
      bases++;
      counter.close();
      view.destroy();
      worker.terminate();
    },
  };
}

function startTileWorker(): TileWorkerProcess {
  return new Worker(new URL('./tile-worker.ts', import.meta.url), {
    type: 'module',
  }) as unknown as TileWorkerProcess;
}
