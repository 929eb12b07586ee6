import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawExtend } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { GestureMode, type Gestures } from './gesture-mode.ts';

type Callbacks = TerraDrawExtend.TerraDrawCallbacks;
const { register, unregister } = TerraDrawExtend.TerraDrawBaseAdapter.prototype;

/** Pointer, touch and cursor of the adapter without its sources and layers: they fall with each style. */
class GestureAdapter extends TerraDrawMapLibreGLAdapter<MapLibreMap> {
  override register(callbacks: Callbacks): void {
    register.call(this, callbacks);
    callbacks.onReady?.();
  }

  override unregister(): void {
    unregister.call(this);
  }

  override render(): void {}

  override clear(): void {
    this._currentModeCallbacks?.onClear();
  }
}

/** Tells what a hand does on the map from now on; call the result to end it. */
export function openGestures(map: MapLibreMap, gestures: Gestures): () => void {
  const draw = new TerraDraw({
    adapter: new GestureAdapter({ map, minPixelDragDistance: 3, minPixelDragDistanceDrawing: 8 }),
    modes: [new GestureMode(gestures)],
  });
  draw.start();
  draw.setMode('gestures');
  return () => {
    draw.stop();
    map.doubleClickZoom.enable();
    map.getCanvas().style.removeProperty('cursor');
  };
}
