import type { Position, Ring } from '../../src/geometry/shapes.ts';

export interface CorridorCase {
  readonly name: string;
  readonly lines: readonly Ring[];
  readonly distanceM: number;
  readonly ends: 'round' | 'flat';
}

/** Metres from a place in zone 35, so that eight-digit eastings are what is widened. */
const line = (text: string): Ring =>
  text.split(',').map((pair): Position => {
    const [x, y] = pair.trim().split(/\s+/).map(Number);
    return [35_594_000 + x!, 4_145_000 + y!];
  });

/** Turns inwards by a quarter each time, its arms nearer to one another than the corridor is wide. */
const SPIRAL = line('0 0, 100 0, 100 80, 10 80, 10 15, 85 15, 85 65, 25 65, 25 30, 70 30');

const WAVES = Array.from(
  { length: 400 },
  (_, i): Position => [
    35_594_000 + i * 2.5,
    4_145_000 + 40 * Math.sin(i / 9) + 7 * Math.cos(i / 3),
  ],
);

export const CORRIDORS: readonly CorridorCase[] = [
  { name: 'straight, round ends', lines: [line('0 0, 100 0')], distanceM: 5, ends: 'round' },
  { name: 'straight, flat ends', lines: [line('0 0, 100 0')], distanceM: 5, ends: 'flat' },
  { name: 'a right angle', lines: [line('0 0, 100 0, 100 60')], distanceM: 5, ends: 'flat' },
  { name: 'a hairpin', lines: [line('0 0, 100 0, 0 6')], distanceM: 5, ends: 'round' },
  { name: 'there and back', lines: [line('0 0, 80 0, 20 0')], distanceM: 4, ends: 'round' },
  {
    name: 'a loop around a hole',
    lines: [line('0 0, 120 0, 120 90, 40 90, 40 -60')],
    distanceM: 6,
    ends: 'flat',
  },
  {
    name: 'a closed line',
    lines: [line('0 0, 120 0, 120 90, 0 90, 0 0')],
    distanceM: 6,
    ends: 'flat',
  },
  { name: 'a spiral that closes its gaps', lines: [SPIRAL], distanceM: 9, ends: 'round' },
  { name: 'waves', lines: [WAVES], distanceM: 30, ends: 'round' },
  { name: 'waves, wide', lines: [WAVES], distanceM: 250, ends: 'round' },
  {
    name: 'two lines that cross',
    lines: [line('0 0, 100 80'), line('0 80, 100 0')],
    distanceM: 3.5,
    ends: 'round',
  },
  {
    name: 'two lines apart',
    lines: [line('0 0, 100 0'), line('0 50, 100 50')],
    distanceM: 3.5,
    ends: 'flat',
  },
  {
    name: 'a ring road and its exit',
    lines: [line('0 0, 90 0, 90 70, 0 70, 0 0'), line('90 35, 200 35')],
    distanceM: 8,
    ends: 'round',
  },
  { name: 'a short stub', lines: [line('0 0, 0.5 0.2')], distanceM: 12, ends: 'round' },
]; // prettier-ignore
