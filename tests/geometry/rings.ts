import type { Ring } from '../../src/geometry/shapes.ts';

/** A closed ring from "x y, x y, ..."; closes it unless it is closed. */
export function ring(text: string, close = true): Ring {
  const points = text.split(',').map((pair) => pair.trim().split(/\s+/).map(Number));
  const closed = close && points[0]!.join() !== points.at(-1)!.join();
  return [...points, ...(closed ? [points[0]!] : [])].map(([x, y]) => [x!, y!] as const);
}

export function box(west: number, south: number, east: number, north: number): Ring {
  return ring(`${west} ${south}, ${east} ${south}, ${east} ${north}, ${west} ${north}`);
}
