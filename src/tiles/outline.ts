import type { MvtFeature } from './mvt.ts';
import { dropStraight } from './snap.ts';
import { type TileFeature, ZONE } from './tile-feature.ts';

/** A stretch of a feature's border within a tile; a closed one repeats its first vertex. */
export interface OutlinePart {
  readonly feature: TileFeature;
  readonly points: readonly number[];
  readonly closed: boolean;
}

/** Attribute of borders between two zones of the same layer. */
export const INNER = '_inner';

/**
 * Outlines as tile features. Closed ones are written as polygons so that their first corner is joined
 * like any other; the rest as lines.
 *
 * With `dissolve`, only the border of the union is the line: edges that a neighbour runs the other way
 * are set apart, marked `_inner` where the two differ in their zone and left out where they do not.
 * Unless `exact`, vertices of closed outlines that change nothing are dropped.
 */
export function outlineFeatures(
  parts: readonly OutlinePart[],
  dissolve: boolean,
  exact = false,
): MvtFeature[] {
  const owners = dissolve ? ownersOf(parts) : null;
  const out: MvtFeature[] = [];
  for (const part of parts) {
    const runs: Run[] = owners ? runsOf(part, owners) : [{ points: part.points, lies: 'outside' }];
    for (const { points, lies } of runs) {
      if (lies === 'within') continue;
      const closed = part.closed && runs.length === 1;
      const path = closed && !exact ? dropStraight(points) : points;
      if (path.length < 4) continue;
      const { index, properties } = part.feature;
      out.push({
        id: index,
        type: closed ? 'polygon' : 'line',
        parts: [path],
        properties: lies === 'between' ? { ...properties, [INNER]: true } : properties,
      });
    }
  }
  return out;
}

/** Who runs along an edge in this direction. */
type Owners = ReadonlyMap<string, TileFeature>;

function ownersOf(parts: readonly OutlinePart[]): Owners {
  const owners = new Map<string, TileFeature>();
  for (const { feature, points } of parts) {
    for (let i = 0; i + 3 < points.length; i += 2) {
      owners.set(edgeKey(points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!), feature);
    }
  }
  return owners;
}

function edgeKey(x0: number, y0: number, x1: number, y1: number): string {
  return `${x0} ${y0} ${x1} ${y1}`;
}

interface Run {
  readonly points: readonly number[];
  /** On the border of the union, between two zones, or within one zone. */
  readonly lies: 'outside' | 'between' | 'within';
}

/** The part cut where it changes between the border of the union and one with a neighbour. */
function runsOf({ feature, points, closed }: OutlinePart, owners: Owners): Run[] {
  const runs: { points: number[]; lies: Run['lies'] }[] = [];
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0, y0, x1, y1] = [points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!];
    const lies = placeOf(feature, owners.get(edgeKey(x1, y1, x0, y0)));
    const last = runs.at(-1);
    if (last && last.lies === lies) last.points.push(x1, y1);
    else runs.push({ points: [x0, y0, x1, y1], lies });
  }
  const first = runs[0];
  const last = runs.at(-1);
  if (closed && first && last && first !== last && first.lies === last.lies) {
    runs.pop();
    runs[0] = { points: [...last.points, ...first.points.slice(2)], lies: first.lies };
  }
  return runs;
}

/** A feature that runs back along its own edge is only thinner there than the grid. */
function placeOf(feature: TileFeature, beyond: TileFeature | undefined): Run['lies'] {
  if (!beyond || beyond === feature) return 'outside';
  return beyond.properties[ZONE] === feature.properties[ZONE] ? 'within' : 'between';
}
