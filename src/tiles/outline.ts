import type { MvtFeature } from './mvt.ts';
import { dropStraight } from './snap.ts';
import type { TileFeature } from './tile-feature.ts';

/** A stretch of a feature's border within a tile; a closed one repeats its first vertex. */
export interface OutlinePart {
  readonly feature: TileFeature;
  readonly points: readonly number[];
  readonly closed: boolean;
}

/** Attribute of borders that lie between two features of the same layer. */
export const INNER = '_inner';

/**
 * Outlines as tile features. Closed ones are written as polygons so that their first corner is joined
 * like any other; the rest as lines. With `dissolve`, edges that a neighbour runs the other way are set
 * apart and marked `_inner`.
 */
export function outlineFeatures(parts: readonly OutlinePart[], dissolve: boolean): MvtFeature[] {
  const edges = dissolve ? new Set(parts.flatMap((part) => [...edgesOf(part.points)])) : null;
  const out: MvtFeature[] = [];
  for (const part of parts) {
    const runs = edges ? runsOf(part, edges) : [{ points: part.points, inner: false }];
    for (const { points, inner } of runs) {
      const closed = part.closed && runs.length === 1;
      const path = closed ? dropStraight(points) : points;
      if (path.length < 4) continue;
      out.push({
        id: part.feature.index,
        type: closed ? 'polygon' : 'line',
        parts: [path],
        properties: inner ? { ...part.feature.properties, [INNER]: true } : part.feature.properties,
      });
    }
  }
  return out;
}

function* edgesOf(points: readonly number[]): Generator<string> {
  for (let i = 0; i + 3 < points.length; i += 2) {
    yield edgeKey(points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!);
  }
}

function edgeKey(x0: number, y0: number, x1: number, y1: number): string {
  return `${x0} ${y0} ${x1} ${y1}`;
}

interface Run {
  readonly points: readonly number[];
  readonly inner: boolean;
}

/** The part cut where it changes between a shared border and the layer's own. */
function runsOf({ points, closed }: OutlinePart, edges: ReadonlySet<string>): Run[] {
  const runs: { points: number[]; inner: boolean }[] = [];
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0, y0, x1, y1] = [points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!];
    const inner = edges.has(edgeKey(x1, y1, x0, y0));
    const last = runs.at(-1);
    if (last && last.inner === inner) last.points.push(x1, y1);
    else runs.push({ points: [x0, y0, x1, y1], inner });
  }
  const first = runs[0];
  const last = runs.at(-1);
  if (closed && first && last && first !== last && first.inner === last.inner) {
    runs.pop();
    runs[0] = { points: [...last.points, ...first.points.slice(2)], inner: first.inner };
  }
  return runs;
}
