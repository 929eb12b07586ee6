import type { Corner } from './curves.ts';
import type { Path } from './explode.ts';

/** Ends nearer than this to each other are one place; in the unit of the drawing. */
const NEAR = 1e-3;
const NEAR_DEGREES = 1e-8;

export interface JoinedPath extends Path {
  /** How many paths of the drawing it was put together from. */
  readonly pieces: number;
}

/**
 * Open paths of one layer put together where it is plain which belong together: at places where exactly
 * two ends meet. Those that come back to their start are closed. At a fork nothing is joined.
 */
export function joinPaths(paths: readonly Path[], inDegrees: boolean): JoinedPath[] {
  const near = inDegrees ? NEAR_DEGREES : NEAR;
  const places = new Places(near);
  const ends = paths.map(({ corners }): [number, number] => [
    places.idOf(corners[0]!),
    places.idOf(corners.at(-1)!),
  ]);
  const meeting = new Map<number, number[]>();
  ends.forEach((pair, path) => {
    for (const place of pair) meeting.set(place, [...(meeting.get(place) ?? []), path]);
  });
  /** The other path at a place, where there is exactly one. */
  const nextAt = (place: number, path: number): number | null => {
    const all = meeting.get(place)!;
    if (all.length !== 2) return null;
    return all[0] === path ? all[1]! : all[0]!;
  };
  const used = new Set<number>();
  const joined: JoinedPath[] = [];
  const walk = (first: number, from: number): void => {
    const chain: { path: number; reversed: boolean }[] = [];
    let path = first;
    let place = from;
    for (;;) {
      used.add(path);
      const [start, end] = ends[path]!;
      chain.push({ path, reversed: start !== place });
      place = start === place ? end : start;
      const next = nextAt(place, path);
      if (next === null || used.has(next)) break;
      path = next;
    }
    const corners = chain.flatMap(({ path, reversed }, i) => {
      const own = paths[path]!.corners;
      const run = reversed ? [...own].reverse() : own;
      return i === 0 ? run : run.slice(1);
    });
    const isClosed = place === from && chain.length > 1;
    joined.push({
      ...paths[first]!,
      corners: isClosed ? corners.slice(0, -1) : corners,
      isClosed,
      pieces: chain.length,
    });
  };
  paths.forEach((_, path) => {
    if (used.has(path)) return;
    const [start, end] = ends[path]!;
    // Begin at an end of the chain; in a ring, anywhere.
    const isEnd = (place: number): boolean => meeting.get(place)!.length !== 2;
    if (isEnd(start)) walk(path, start);
    else if (isEnd(end)) walk(path, end);
  });
  paths.forEach((_, path) => {
    if (!used.has(path)) walk(path, ends[path]![0]);
  });
  return joined;
}

/** Numbers places so that those nearer than `near` share one. */
class Places {
  readonly #near: number;
  readonly #cells = new Map<string, { x: number; y: number; id: number }[]>();
  #count = 0;

  constructor(near: number) {
    this.#near = near;
  }

  idOf({ at: [x, y] }: Corner): number {
    const [column, row] = [Math.floor(x / this.#near), Math.floor(y / this.#near)];
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) {
        const found = this.#cells
          .get(`${column + i} ${row + j}`)
          ?.find((one) => Math.hypot(one.x - x, one.y - y) <= this.#near);
        if (found) return found.id;
      }
    }
    const key = `${column} ${row}`;
    const id = this.#count++;
    this.#cells.set(key, [...(this.#cells.get(key) ?? []), { x, y, id }]);
    return id;
  }
}
