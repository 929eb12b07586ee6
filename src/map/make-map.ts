import type { StyleSpecification } from 'maplibre-gl';
import * as maplibre from 'maplibre-gl';
import ownWorkerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { BBox } from '../geometry/shapes.ts';
import type { Language } from '../text/text.ts';
import { MAP_WORDS } from '../text/words/map.ts';
import { MapUnavailable } from './map-unavailable.ts';

export interface MapParts {
  readonly container: HTMLElement;
  readonly style: StyleSpecification;
  readonly bbox: BBox;
  /** Font families as in CSS, for Chinese text. */
  readonly fonts: string;
  readonly language: Language;
  /** Whether hands move it; default true. */
  readonly interactive?: boolean;
  /** Of MapLibre's own worker; default the one beside the module. */
  readonly workerUrl?: string;
}

/** At 21 a CSS pixel is about 3 cm. */
const MAX_ZOOM = 21;

/** MapLibre as it is used here: flat, north up, offline. Throws `MapUnavailable` without WebGL 2. */
export function makeMap({
  container,
  style,
  bbox,
  fonts,
  language,
  interactive = true,
  workerUrl = ownWorkerUrl,
}: MapParts): maplibre.Map {
  maplibre.setWorkerUrl(workerUrl);
  let map: maplibre.Map;
  try {
    map = new maplibre.Map({
      container,
      style,
      interactive,
      bounds: [bbox[0], bbox[1], bbox[2], bbox[3]],
      fitBoundsOptions: { padding: 24 },
      maxZoom: MAX_ZOOM,
      attributionControl: false,
      maplibreLogo: false,
      // North stays up: plans are read that way, and numbers stay level.
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      maxPitch: 0,
      renderWorldCopies: false,
      fadeDuration: 0,
      localIdeographFontFamily: fonts,
      locale: { 'Map.Title': MAP_WORDS.label[language] },
      canvasContextAttributes: { antialias: true },
    });
  } catch (cause) {
    container.replaceChildren();
    throw new MapUnavailable(cause);
  }
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  return map;
}
