import type { MapPort, MapSeat } from './map-port.ts';

/** The map of both elements: MapLibre comes with the first one that is seated. */
export async function loadMap(seat: MapSeat): Promise<MapPort> {
  return (await import('./make-map.ts')).makeMap(seat);
}
