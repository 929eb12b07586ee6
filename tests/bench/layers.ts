import type { FlatPolygons } from '../../src/geometry/shapes.ts';
import { seeded } from '../overlay/seeded.ts';

/*
 * The seeded world of the overlay benchmark: the size and texture of three control-line layers of a
 * province, without any real place.
 */

const WEST = 105.8;
const SOUTH = 37.9;
/** Parcels lie on a lattice of 451 x 451 cells of about 105 m x 133 m with wavy shared borders. */
const CELLS = 451;
const CELL = 0.0012;
const EXTENT = CELLS * CELL;

function flat(rings: readonly number[][]): FlatPolygons {
  const ends: number[] = [];
  let vertices = 0;
  for (const ring of rings) {
    ring.push(ring[0]!, ring[1]!);
    vertices += ring.length / 2;
    ends.push(vertices);
  }
  return {
    xy: Float64Array.from(rings.flat()),
    ringEnds: Uint32Array.from(ends),
    polygonEnds: Uint32Array.of(rings.length),
  };
}

/** 203,401 farmland parcels, neighbours sharing their borders vertex for vertex; 3.9 million vertices. */
export function farmland(): FlatPolygons[] {
  const random = seeded(11);
  const side = CELLS + 1;
  const corners = new Float64Array(2 * side * side);
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      corners[2 * (j * side + i)] = WEST + (i + 0.3 * (random() - 0.5)) * CELL;
      corners[2 * (j * side + i) + 1] = SOUTH + (j + 0.3 * (random() - 0.5)) * CELL;
    }
  }
  const border = (from: number, to: number): number[] => {
    const pieces = 4 + Math.floor(random() * 2);
    const points: number[] = [];
    for (let k = 0; k < pieces; k++) {
      const t = k / pieces;
      const wave = k === 0 ? 0 : 0.06 * CELL;
      points.push(
        corners[2 * from]! + t * (corners[2 * to]! - corners[2 * from]!) + wave * (random() - 0.5),
        corners[2 * from + 1]! +
          t * (corners[2 * to + 1]! - corners[2 * from + 1]!) +
          wave * (random() - 0.5),
      );
    }
    return points;
  };
  const east = new Map<number, number[]>();
  const north = new Map<number, number[]>();
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const c = j * side + i;
      if (i + 1 < side) east.set(c, border(c, c + 1));
      if (j + 1 < side) north.set(c, border(c, c + side));
    }
  }
  const parcels: FlatPolygons[] = [];
  for (let j = 0; j < CELLS; j++) {
    for (let i = 0; i < CELLS; i++) {
      const c = j * side + i;
      parcels.push(
        flat([
          [
            ...east.get(c)!,
            ...north.get(c + 1)!,
            ...backwards(east.get(c + side)!, corners, c + side + 1),
            ...backwards(north.get(c)!, corners, c + side),
          ],
        ]),
      );
    }
  }
  return parcels;
}

/** A border walked from its end to just before its start. */
function backwards(border: readonly number[], corners: Float64Array, end: number): number[] {
  const out = [corners[2 * end]!, corners[2 * end + 1]!];
  for (let k = border.length - 2; k > 0; k -= 2) out.push(border[k]!, border[k + 1]!);
  return out;
}

/** A wavy ring seen whole from its centre: radii of seven octaves of noise. */
function blob(
  random: () => number,
  x: number,
  y: number,
  radius: number,
  vertices: number,
): number[] {
  const waves = Array.from({ length: 7 }, (_, k) => ({
    often: Math.round(3 * 4 ** k * (1 + random())),
    high: 0.25 / 2.5 ** k,
    phase: 7 * random(),
  })).filter(({ often }) => often < vertices / 4);
  const ring: number[] = [];
  for (let i = 0; i < vertices; i++) {
    const angle = (i / vertices) * 2 * Math.PI;
    let r = 0.7;
    for (const { often, high, phase } of waves) r += high * 0.8 * Math.sin(often * angle + phase);
    ring.push(x + radius * r * Math.cos(angle), y + radius * r * Math.sin(angle));
  }
  return ring;
}

/** One polygon with holes on a lattice within half its radius. */
export function polygonWithHoles(
  seed: number,
  vertices: number,
  holes: number,
  x = WEST + EXTENT / 2,
  y = SOUTH + EXTENT / 2,
  radius = EXTENT / 2,
): FlatPolygons {
  const random = seeded(seed);
  const holeVertices = 20;
  const rings = [blob(random, x, y, radius, Math.max(8, vertices - holes * holeVertices))];
  const side = Math.ceil(Math.sqrt(holes));
  const step = (0.36 * radius) / side;
  for (let h = 0; h < holes; h++) {
    const hx = x + ((h % side) - side / 2) * step;
    const hy = y + (Math.floor(h / side) - side / 2) * step;
    rings.push(blob(random, hx, hy, 0.4 * step, holeVertices));
  }
  return flat(rings);
}

/** Four polygons, 308,537 vertices with 5,352 holes the largest. */
export function redLine(): FlatPolygons[] {
  const q = EXTENT / 4;
  const at = (i: number, j: number): [number, number] => [WEST + i * q, SOUTH + j * q];
  return [
    polygonWithHoles(21, 308_537, 5352, ...at(1, 1), 0.9 * q),
    polygonWithHoles(22, 120_000, 900, ...at(3, 1), 0.9 * q),
    polygonWithHoles(23, 60_000, 200, ...at(1, 3), 0.9 * q),
    polygonWithHoles(24, 20_000, 0, ...at(3, 3), 0.9 * q),
  ];
}

/** 300 polygons of about 1 km. */
export function urban(): FlatPolygons[] {
  const random = seeded(31);
  const side = 18;
  return Array.from({ length: 300 }, (_, i) => {
    const step = EXTENT / side;
    const x = WEST + ((i % side) + 0.5) * step;
    const y = SOUTH + (Math.floor(i / side) + 0.5) * step;
    return flat([blob(random, x, y, 0.45 * step, 120)]);
  });
}

/** Sites of 12 to 80 vertices and 100 m to 1.4 km in radius. */
export function sites(count: number): FlatPolygons[] {
  const random = seeded(41);
  return Array.from({ length: count }, () => {
    const radius = 0.0014 * 10 ** random();
    const x = WEST + 0.01 + random() * (EXTENT - 0.02);
    const y = SOUTH + 0.01 + random() * (EXTENT - 0.02);
    return flat([blob(random, x, y, radius, 12 + Math.floor(random() * 69))]);
  });
}
