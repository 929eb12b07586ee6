/** Rings flat and closed, the outer one first; in whatever plane. */
export type Rings = readonly Float64Array[];

/**
 * Divides a polygon along lines parallel to the axes, each through the middle of the longer side of what
 * is left, until no piece has more than `most` vertices. All vertices of the polygon are vertices of
 * pieces, bit for bit, and neighbours share the points on the line between them, so areas add up and
 * nothing shows through.
 */
export function* dividePolygon(polygon: Rings, most: number): Generator<Rings> {
  const todo: Rings[] = [polygon];
  while (todo.length > 0) {
    const rings = todo.pop()!;
    const vertices = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
    const cut = vertices > most ? middleOf(rings[0]!) : null;
    if (cut === null) yield rings;
    else
      todo.push(
        ...halvePolygon(rings, cut.axis, cut.at, 1),
        ...halvePolygon(rings, cut.axis, cut.at, -1),
      );
  }
}

/** null when the numbers hold nothing between the sides any more. */
function middleOf(ring: Float64Array): { readonly axis: 0 | 1; readonly at: number } | null {
  const least = [Infinity, Infinity];
  const most = [-Infinity, -Infinity];
  for (let i = 0; i < ring.length; i++) {
    const axis = i & 1;
    if (ring[i]! < least[axis]!) least[axis] = ring[i]!;
    if (ring[i]! > most[axis]!) most[axis] = ring[i]!;
  }
  const axis = most[0]! - least[0]! >= most[1]! - least[1]! ? 0 : 1;
  const at = (least[axis]! + most[axis]!) / 2;
  return at > least[axis]! && at < most[axis]! ? { axis, at } : null;
}

/**
 * The part of a polygon on one side of the line `coordinate(axis) = at`: `sign` 1 above, -1 below. A vertex
 * on the line counts as above.
 *
 * The border is cut where it crosses; the crossings, sorted along the line, are joined in pairs, because
 * between the first and the second lies inside, between the second and the third outside. So rings made
 * along the line are outer rings, and rings the line does not meet are holes.
 */
export function halvePolygon(rings: Rings, axis: 0 | 1, at: number, sign: 1 | -1): Rings[] {
  const chains: Chain[] = [];
  const uncut: Float64Array[] = [];
  for (const ring of rings) {
    const own = chainsOf(ring, axis, at, sign);
    if (own === 'inside') uncut.push(ring);
    else chains.push(...own);
  }
  if (chains.length === 0) return uncut.length > 0 && uncut[0] === rings[0] ? [uncut] : [];
  const outer = joinChains(chains, 1 - axis);
  if (outer.length <= 1) return outer.map((ring) => [ring, ...uncut]);
  const polygons = outer.map((ring): Float64Array[] => [ring]);
  for (const hole of uncut) {
    const home = polygons.find(([ring]) => holds(ring!, hole)) ?? polygons[0]!;
    home.push(hole);
  }
  return polygons;
}

/** A run of the border on the kept side, from the line to the line. */
interface Chain {
  readonly xy: number[];
}

function chainsOf(
  ring: Float64Array,
  axis: 0 | 1,
  at: number,
  sign: 1 | -1,
): 'inside' | readonly Chain[] {
  const isKept = (i: number): boolean =>
    sign === 1 ? ring[i + axis]! >= at : ring[i + axis]! < at;
  const end = ring.length - 2;
  let first = -1;
  for (let i = 0; i < end && first < 0; i += 2) {
    if (!isKept(i) && isKept((i + 2) % end)) first = i;
  }
  if (first < 0) return isKept(0) ? 'inside' : [];
  const chains: Chain[] = [];
  let xy: number[] = [];
  for (let k = 0; k < end; k += 2) {
    const i = (first + k) % end;
    const j = (i + 2) % end;
    const kept = isKept(j);
    if (isKept(i) !== kept) {
      xy.push(...crossing(ring, i, j, axis, at));
      if (!kept) {
        chains.push({ xy });
        xy = [];
      }
    }
    if (kept) xy.push(ring[j]!, ring[j + 1]!);
  }
  return chains;
}

/** Where an edge crosses the line; the same number whichever way the edge is walked. */
function crossing(
  ring: Float64Array,
  i: number,
  j: number,
  axis: 0 | 1,
  at: number,
): [number, number] {
  const low = ring[i + axis]! < ring[j + axis]! ? i : j;
  const high = low === i ? j : i;
  if (ring[high + axis] === at) return [ring[high]!, ring[high + 1]!];
  const share = (at - ring[low + axis]!) / (ring[high + axis]! - ring[low + axis]!);
  const from = ring[low + 1 - axis]!;
  const along = from + share * (ring[high + 1 - axis]! - from);
  return axis === 0 ? [at, along] : [along, at];
}

/** Closes the chains along the line: rings, flat and closed. `along`: the axis of the line. */
function joinChains(chains: readonly Chain[], along: number): Float64Array[] {
  // end 2c is where chain c begins, 2c + 1 where it ends
  const placeOf = (end: number): number => {
    const { xy } = chains[end >> 1]!;
    return xy[(end & 1) === 0 ? along : xy.length - 2 + along]!;
  };
  const ends = Array.from({ length: 2 * chains.length }, (_, end) => end);
  ends.sort((a, b) => placeOf(a) - placeOf(b));
  const partner = new Uint32Array(ends.length);
  for (let i = 0; i < ends.length; i += 2) {
    partner[ends[i]!] = ends[i + 1]!;
    partner[ends[i + 1]!] = ends[i]!;
  }
  const rings: Float64Array[] = [];
  const done = new Uint8Array(chains.length);
  for (let start = 0; start < chains.length; start++) {
    if (done[start] === 1) continue;
    const xy: number[] = [];
    let end = 2 * start;
    do {
      const chain = end >> 1;
      done[chain] = 1;
      appendChain(xy, chains[chain]!.xy, (end & 1) === 1);
      end = partner[end ^ 1]!;
    } while (end !== 2 * start);
    xy.push(xy[0]!, xy[1]!);
    if (xy.length >= 8) rings.push(Float64Array.from(xy));
  }
  return rings;
}

function appendChain(xy: number[], chain: readonly number[], backwards: boolean): void {
  for (let i = 0; i < chain.length; i += 2) {
    const at = backwards ? chain.length - 2 - i : i;
    const x = chain[at]!;
    const y = chain[at + 1]!;
    if (xy.length > 0 && xy[xy.length - 2] === x && xy[xy.length - 1] === y) continue;
    xy.push(x, y);
  }
}

/** Whether a ring surrounds another that does not cross it, by the middle of that one's first edge. */
function holds(outer: Float64Array, inner: Float64Array): boolean {
  const x = (inner[0]! + inner[2]!) / 2;
  const y = (inner[1]! + inner[3]!) / 2;
  let inside = false;
  for (let i = 0; i + 3 < outer.length; i += 2) {
    const y0 = outer[i + 1]!;
    const y1 = outer[i + 3]!;
    if (y0 <= y === y1 <= y) continue;
    const crossing = outer[i]! + ((y - y0) / (y1 - y0)) * (outer[i + 2]! - outer[i]!);
    if (crossing > x) inside = !inside;
  }
  return inside;
}
