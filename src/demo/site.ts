import type { Position } from '../geometry/shapes.ts';
import { chance } from './random.ts';
import {
  type Grid,
  type GridPolygon,
  type GridRing,
  METRES_EAST,
  METRES_NORTH,
  toGrid,
} from './units.ts';

/**
 * The place at the edge of a town where the sample project stands (400 m x 300 m, its north-west
 * corner at 106.062104, 37.434841). Hills of the red line reach into it from the east, the urban
 * boundary passes through it, farmland lies along its southern side.
 */
export const SITE: Position = [106.0643, 37.4334];

/** West edge of the hills, south to north, up to where the two patches meet and on from there. */
const WEST_OF_SOUTHERN: readonly Position[] = [
  [106.0748, 37.4262],
  [106.0705, 37.4288],
  [106.0693, 37.4302],
  [106.069, 37.4315],
  [106.06798, 37.4325],
  [106.06705, 37.43275],
  [106.06662, 37.4332],
  [106.06626, 37.43384],
  [106.06644, 37.43419],
];
const WEST_OF_NORTHERN: readonly Position[] = [
  [106.06644, 37.43419],
  [106.06606, 37.43484],
  [106.06583, 37.4358],
  [106.0652, 37.4364],
  [106.0655, 37.4392],
  [106.0693, 37.4441],
  [106.0752, 37.4512],
];
const NORTH_RIM: readonly Position[] = [
  [106.0752, 37.4512],
  [106.0805, 37.463],
  [106.093, 37.4655],
  [106.101, 37.478],
  [106.122, 37.485],
  [106.139, 37.48],
];
const DIVIDE: readonly Position[] = [
  [106.06644, 37.43419],
  [106.0742, 37.4361],
  [106.0861, 37.4348],
  [106.099, 37.4475],
  [106.115, 37.456],
  [106.139, 37.48],
];
const SOUTH_RIM: readonly Position[] = [
  [106.139, 37.48],
  [106.148, 37.464],
  [106.133, 37.456],
  [106.129, 37.439],
  [106.112, 37.433],
  [106.106, 37.418],
  [106.092, 37.4215],
  [106.0838, 37.413],
  [106.079, 37.4205],
  [106.0748, 37.4262],
];

export interface Hill {
  readonly number: string;
  readonly kind: string;
  readonly polygon: GridPolygon;
}

/** Two patches of the red line that share the divide, place by place. */
export function drawHills(): Hill[] {
  const divide = fray(DIVIDE);
  const northern = [...fray(WEST_OF_NORTHERN), ...fray(NORTH_RIM), ...[...divide].reverse()];
  const southern = [...fray(WEST_OF_SOUTHERN), ...divide, ...fray(SOUTH_RIM)];
  return [
    { number: 'N', kind: '水土保持', polygon: [closeCounterClockwise(northern)] },
    { number: 'S', kind: '防风固沙', polygon: [closeCounterClockwise(southern)] },
  ];
}

/** Edges longer than this get a middle that lies aside. */
const FRAY_ABOVE_M = 150;

function fray(line: readonly Position[]): Grid[] {
  const places: Grid[] = [];
  for (let i = 0; i + 1 < line.length; i++) frayEdge(line[i]!, line[i + 1]!, i + 1, places);
  places.push(toGrid(line[line.length - 1]!));
  return places;
}

function frayEdge(a: Position, b: Position, key: number, out: Grid[]): void {
  const east = (b[0] - a[0]) * METRES_EAST;
  const north = (b[1] - a[1]) * METRES_NORTH;
  if (east * east + north * north < FRAY_ABOVE_M * FRAY_ABOVE_M) {
    out.push(toGrid(a));
    return;
  }
  const [x, y] = toGrid(a);
  const aside = (chance(x, y, key, 61) - 0.5) * 0.38;
  const middle: Position = [
    (a[0] + b[0]) / 2 + (aside * north) / METRES_EAST,
    (a[1] + b[1]) / 2 - (aside * east) / METRES_NORTH,
  ];
  frayEdge(a, middle, key * 2, out);
  frayEdge(middle, b, key * 2 + 1, out);
}

/** Drops the repeated places where lines join; closes; turns counter-clockwise. */
function closeCounterClockwise(places: readonly Grid[]): GridRing {
  const ring = places.filter((place, i) => {
    const next = places[(i + 1) % places.length]!;
    return place[0] !== next[0] || place[1] !== next[1];
  });
  let twice = 0;
  ring.forEach(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    twice += (x1 - ring[0]![0]) * (y2 - ring[0]![1]) - (x2 - ring[0]![0]) * (y1 - ring[0]![1]);
  });
  if (twice < 0) ring.reverse();
  return [...ring, ring[0]!];
}

/** What the sheet's plots near the site are, by their middle; null leaves it to the general rules. */
export type SitePlot = 'concentrated' | 'flexible' | 'farmland-in-town' | 'farmland' | 'nothing';

const EDGE = 106.06465;
const GROWTH = 106.06392;

export function sitePlotAt([lon, lat]: Position): SitePlot | null {
  if (lon < 106.0566 || lon > 106.0735 || lat < 37.4278 || lat > 37.4402) return null;
  const strip = lat > 37.43183 && lat < 37.43262 && lon > 106.0592 && lon < GROWTH;
  if (lat > 37.43183) {
    if (lon > EDGE) return 'nothing';
    if (strip) return 'farmland-in-town';
    return lon > GROWTH ? 'flexible' : 'concentrated';
  }
  if (lat > 37.43155) return 'nothing';
  const triangle = lat > 37.4303 && lon > 106.0613 && lon < 106.0638;
  return triangle ? 'nothing' : 'farmland';
}

/** Lines along which the sheet is cut around the site: the boundary's edge, the farmland strip. */
export const SITE_CUTS = [
  { axis: 's', at: EDGE, from: 37.4318, to: 37.4402, roadM: 0 },
  { axis: 't', at: 37.43183, from: 106.0566, to: 106.0735, roadM: 0 },
  { axis: 't', at: 37.43155, from: 106.0566, to: 106.0735, roadM: 0 },
  { axis: 't', at: 37.43262, from: 106.0592, to: 106.0648, roadM: 0 },
  { axis: 's', at: GROWTH, from: 37.4318, to: 37.4402, roadM: 0 },
] as const;
