import 'maplibre-gl/dist/maplibre-gl.css';
import type { Map as MapLibreMap } from 'maplibre-gl';
import * as maplibre from 'maplibre-gl';
import { Protocol } from 'pmtiles';
import '../../../src/components/tokens.css';
import type { Catalog } from '../../../src/domain/catalog.ts';
import { joinFgbProtocol } from '../../../src/map/fgb-protocol.ts';
import { makeMap } from '../../../src/map/make-map.ts';
import { MapImages } from '../../../src/map/map-images.ts';
import { PictureKeeper } from '../../../src/map/picture-keeper.ts';
import { workerPort } from '../../../src/map/worker-port.ts';

/*
 * Runs in a page: the map of the app, its layers either from the tile worker or from PMTiles archives of
 * the same tiles. Everything else is the same.
 */

export type Way = 'worker' | 'pmtiles';

export interface OpenOptions {
  readonly way: Way;
  readonly catalog: string;
  readonly center: readonly [number, number];
  readonly zoom: number;
  /** Last zoom of the archives. */
  readonly maxzoom: number;
}

export interface Opened {
  /** Milliseconds from nothing to the first frame with every tile in view. */
  readonly firstPaintMs: number;
  readonly failed: readonly string[];
}

let map: MapLibreMap;
let ids: string[] = [];

async function open({ way, catalog: address, center, zoom, maxzoom }: OpenOptions) {
  const { layers } = (await (await fetch(address)).json()) as Catalog;
  ids = layers.map(({ id }) => id);
  const failed: string[] = [];
  const base = new URL(address, location.href).href;
  const start = performance.now();

  const addressOf = way === 'worker' ? workerTiles(layers, base, failed) : archiveTiles(base);
  const container = document.getElementById('map')!;
  const { style, theme } = new PictureKeeper(container, layers, addressOf);
  for (const id of ids) if (way === 'pmtiles') Object.assign(style.sources[id]!, { maxzoom });
  const [lon, lat] = center;
  map = makeMap({
    container,
    style,
    bbox: [lon, lat, lon, lat],
    fonts: theme.fonts.join(', '),
    language: 'zh',
  });
  map.jumpTo({ center: [lon, lat], zoom });
  new MapImages(map, theme);
  map.on('error', ({ error }) => failed.push(String(error)));
  await new Promise<void>((done) => {
    map.on('render', () => {
      if (map.isStyleLoaded() && map.areTilesLoaded()) done();
    });
  });
  const firstPaintMs = performance.now() - start;
  await settled();
  return { firstPaintMs, failed } satisfies Opened;
}

function workerTiles(layers: Catalog['layers'], base: string, failed: string[]) {
  const worker = new Worker(new URL('../../../src/app/tile-worker.ts', import.meta.url), {
    type: 'module',
  });
  worker.postMessage({ type: 'open', base, layers });
  const onFailed = (layer: string, reason: object): void => {
    failed.push(`${layer} ${JSON.stringify(reason)}`);
  };
  return joinFgbProtocol({ port: workerPort(worker), onFailed }).addressOf;
}

function archiveTiles(base: string) {
  maplibre.addProtocol('pmtiles', new Protocol().tile);
  return (id: string) => `pmtiles://${new URL(`${id}.pmtiles`, base)}/{z}/{x}/{y}`;
}

async function settled(): Promise<void> {
  map.triggerRepaint();
  await map.once('idle');
}

/** Drags the map by so many pixels in so many steps, one a frame, and waits until all is drawn. */
async function pan(dx: number, dy: number, steps: number): Promise<void> {
  for (let i = 0; i < steps; i++) {
    map.panBy([dx / steps, dy / steps], { duration: 0 });
    await new Promise((done) => requestAnimationFrame(done));
  }
  await settled();
}

/** Which pixels a layer alone paints, one bit each, in base64. */
async function coverage(id: string): Promise<string> {
  for (const { id: drawn } of map.getStyle().layers) {
    const shown = drawn === 'sx|ground' || drawn.startsWith(`${id}|`);
    map.setLayoutProperty(drawn, 'visibility', shown ? 'visible' : 'none');
  }
  await settled();
  const pixels = await new Promise<Uint8Array>((done) => {
    map.once('render', () => {
      const gl = map.getCanvas().getContext('webgl2')!;
      const bytes = new Uint8Array(4 * gl.drawingBufferWidth * gl.drawingBufferHeight);
      gl.readPixels(
        0,
        0,
        gl.drawingBufferWidth,
        gl.drawingBufferHeight,
        gl.RGBA,
        gl.UNSIGNED_BYTE,
        bytes,
      );
      done(bytes);
    });
    map.triggerRepaint();
  });
  const ground = [0xf3, 0xf4, 0xf0];
  const bits = new Uint8Array(pixels.length / 32);
  for (let i = 0; i < pixels.length / 4; i++) {
    const other = ground.some((value, k) => Math.abs(pixels[4 * i + k]! - value) > 2);
    if (other) bits[i >> 3]! |= 1 << (i & 7);
  }
  let text = '';
  for (const byte of bits) text += String.fromCharCode(byte);
  return btoa(text);
}

const bounds = (): number[] => map.getBounds().toArray().flat();

Object.assign(globalThis, { mapBench: { open, pan, coverage, bounds } });
