import type { QualityCheckName } from '../../../src/domain/layer-quality.ts';
import type { Position } from '../../../src/geometry/shapes.ts';
import { seeded } from '../../overlay/seeded.ts';
import { mosaic, type Parcel } from './mosaic.ts';

/** A defect put into a layer on purpose, and what must be said of it. */
export interface Planted {
  readonly kind: string;
  /** Checks that must find it, and how often. */
  readonly found: Partial<Record<QualityCheckName, number>>;
  /** The parcels concerned. */
  readonly ids: readonly string[];
  /** A place within 0.002° of every finding. */
  readonly near: Position;
}

const ROWS = 45;
/** Every third parcel of every third row has a defect or none, so that no two touch. */
const APART = 3;
/** Vertices of the eastern border, from south to north, and of the neighbour's western one. */
const EAST = [7, 8, 9, 10, 11] as const;
const moved = ([x, y]: Position, dx: number, dy = 0): Position => [
  Math.round((x + dx) * 1e9) / 1e9,
  Math.round((y + dy) * 1e9) / 1e9,
];

type Plant = (one: Parcel, east: Parcel, random: () => number) => Planted['found'];

const PLANTS: Readonly<Record<string, Plant>> = {
  overlap: (one, _, random) => {
    const width = 1e-7 + 2e-5 * random();
    for (const v of EAST) one.ring[v] = moved(one.ring[v]!, width);
    return { overlap: 1 };
  },
  'closed gap': (one, _, random) => {
    const width = 2e-7 + 8e-6 * random();
    for (const v of EAST) one.ring[v] = moved(one.ring[v]!, -width);
    return { gap: 1 };
  },
  'border drawn twice': (one, _, random) => {
    // 0.2 to 0.6 m to and fro across the neighbour's line: three overlaps, two gaps between them
    const aside = 2e-6 + 4e-6 * random();
    EAST.forEach((v, k) => {
      one.ring[v] = moved(one.ring[v]!, k % 2 === 0 ? aside : -aside);
    });
    return { overlap: 1, gap: 2 };
  },
  'shifted parcel': (one, _, random) => {
    // to the north-east: over three neighbours or more, away from those to the south-west
    const step = 2e-6 + 2e-6 * random();
    one.ring = one.ring.map((place) => moved(place, step, step));
    return {};
  },
  'vertex left out': (one, east) => {
    // the border is made straight along a meridian, where a middle lies exactly on it
    const x = one.ring[8]![0];
    const [a, b, c]: Position[] = [8, 9, 10].map((v) => [x, one.ring[v]![1]]) as Position[];
    [8, 9, 10].forEach((v, k) => {
      one.ring[v] = [a, b, c][k]!;
      east.ring[22 - (v - 8)] = [a, b, c][k]!;
    });
    east.ring.splice(21, 1);
    return { 'unmatched-vertex': 1 };
  },
  'vertex beside its counterpart': (one) => {
    one.ring[9] = moved(one.ring[9]!, 0, 4e-9);
    return { 'unmatched-vertex': 1 };
  },
  'drawn twice': () => ({ duplicate: 1 }),
  'ring that crosses itself': (one) => {
    [one.ring[3], one.ring[15]] = [one.ring[15]!, one.ring[3]!];
    return { 'invalid-ring': 1 };
  },
  'identifier left out': (one) => {
    one.id = null;
    return { 'missing-id': 1 };
  },
  'identifier used twice': (one, east) => {
    one.id = east.id;
    return { 'duplicate-id': 1 };
  },
  'area that differs': (one, _, random) => {
    one.statedM2 = random() < 0.5 ? 8000 : 12_500;
    return { 'area-differs': 1 };
  },
};

/** A layer of 2,025 parcels with the same number of each defect, at seeded places. */
export function plantDefects(seed: number): { parcels: Parcel[]; planted: Planted[] } {
  const random = seeded(seed);
  const parcels = mosaic(ROWS, ROWS, seed + 1);
  const cells = Array.from({ length: (ROWS / APART) ** 2 }, (_, n) => n);
  for (let n = cells.length - 1; n > 0; n--) {
    const k = Math.floor((n + 1) * random());
    [cells[n], cells[k]] = [cells[k]!, cells[n]!];
  }
  const kinds = Object.keys(PLANTS);
  const planted: Planted[] = [];
  const each = 15;
  for (let n = 0; n < each * kinds.length; n++) {
    const cell = cells[n]!;
    const i = 1 + APART * (cell % (ROWS / APART));
    const j = 1 + APART * Math.floor(cell / (ROWS / APART));
    const [one, east] = [parcels[j * ROWS + i]!, parcels[j * ROWS + i + 1]!];
    const kind = kinds[n % kinds.length]!;
    const ids = [one.id!, east.id!];
    const found = PLANTS[kind]!(one, east, random);
    if (kind === 'drawn twice') parcels.push({ ...one, id: `again ${one.id}` });
    planted.push({ kind, found, ids, near: one.ring[9]! });
  }
  return { parcels, planted };
}
