import type { Map as MapLibreMap } from 'maplibre-gl';

/** Frames that are looked at together. */
const FRAMES = 20;
/** A median above this is slow, ms. */
const SLOW_MS = 120;

/**
 * Tells once that frames take long while the map moves. The median counts: a hand that pauses in a drag
 * leaves single long gaps, a slow machine makes every frame one.
 */
export function watchFrames(
  map: Pick<MapLibreMap, 'on' | 'isMoving'>,
  onSlow: () => void,
  now: () => number = () => performance.now(),
): void {
  const gaps: number[] = [];
  let last: number | null = null;
  let told = false;
  map.on('render', () => {
    if (told) return;
    const at = now();
    if (map.isMoving() && last !== null) gaps.push(at - last);
    last = map.isMoving() ? at : null;
    if (gaps.length < FRAMES) return;
    const median = gaps.splice(0).sort((a, b) => a - b)[FRAMES / 2]!;
    if (median <= SLOW_MS) return;
    told = true;
    onSlow();
  });
}
