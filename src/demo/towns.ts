import type { Position } from '../geometry/shapes.ts';
import type { County } from './facts.ts';
import { chance, fractalNoise, hash, noise } from './random.ts';
import { METRES_EAST, METRES_NORTH } from './units.ts';

export type UrbanZoneCode = '01' | '02' | '03';

/** What a place is in terms of towns: 0 the seat, 1 the edge, more beyond it. */
export interface TownPlace {
  readonly county: County;
  readonly distance: number;
}

/** About how far the planned town reaches, in metres, by the size of the county's town. */
const REACH_M: Readonly<Record<string, number>> = {
  640104: 7_600,
  640105: 6_000,
  640106: 7_000,
  640121: 3_100,
  640122: 3_700,
  640181: 3_500,
  640202: 4_700,
  640205: 3_700,
  640221: 3_100,
  640302: 4_900,
  640303: 3_000,
  640323: 3_000,
  640324: 2_700,
  640381: 3_400,
  640402: 4_600,
  640422: 2_500,
  640423: 1_900,
  640424: 1_600,
  640425: 2_100,
  640502: 4_500,
  640521: 3_100,
  640522: 2_400,
};

/** About how far a county's town reaches from its seat, in metres. */
export function townReachM({ code }: County): number {
  return REACH_M[code]!;
}

/** Directions in which towns grow along their roads. */
const WAYS: readonly Position[] = [
  [1, 0],
  [0.8, 0.6],
  [0, 1],
  [-0.6, 0.8],
  [-1, 0],
  [-0.8, -0.6],
  [0, -1],
  [0.6, -0.8],
];

export function nearestTown(place: Position, counties: readonly County[]): TownPlace {
  let best: TownPlace | null = null;
  for (const county of counties) {
    const distance = townDistance(place, county);
    if (!best || distance < best.distance) best = { county, distance };
  }
  return best!;
}

function townDistance(place: Position, county: County): number {
  const reach = townReachM(county);
  const east = ((place[0] - county.seat[0]) * METRES_EAST) / reach;
  const north = ((place[1] - county.seat[1]) * METRES_NORTH) / reach;
  const plain = Math.sqrt(east * east + north * north);
  if (plain > 3) return plain;
  const seed = Number(county.code);
  let pull = 0;
  WAYS.forEach(([wayEast, wayNorth], i) => {
    if (chance(seed, i, 21) > 0.45) return;
    const along = east * wayEast + north * wayNorth;
    const aside = Math.abs(east * wayNorth - north * wayEast);
    if (along > 0) pull = Math.max(pull, 0.34 * (1 - aside / 0.36) * Math.min(1, along * 1.5));
  });
  return plain * (1 + 0.75 * fractalNoise(east, north, 1.1, seed)) - pull;
}

/** 01 集中建设区, 02 弹性发展区, 03 特别用途区: growth at the rim, parks and water anywhere. */
export function urbanZoneAt(place: Position, { county, distance }: TownPlace): UrbanZoneCode {
  const reach = townReachM(county) / METRES_NORTH;
  const seed = Number(county.code);
  if (distance > 0.2 && noise(place[0], place[1], reach * 0.42, seed + 1) > 0.66) return '03';
  const rim = noise(place[0], place[1], reach * 0.75, seed + 2);
  return distance > 0.66 && rim > -0.05 ? '02' : '01';
}

const FIRST = [
  '红柳',
  '沙枣',
  '清泉',
  '新渠',
  '柳湾',
  '白杨',
  '旱塬',
  '石坡',
  '甜水',
  '长滩',
  '南梁',
  '北坪',
  '塘坊',
  '双井',
  '槐树',
  '芦花',
  '胡杨',
  '金穗',
  '麦垛',
  '月牙',
];
const LAST = ['', '东', '西', '上', '下', '新', '老'];

/** An invented village. */
export function villageName(village: number): string {
  return `${FIRST[hash(village, 31) % FIRST.length]}${LAST[hash(village, 32) % LAST.length]}村`;
}
