import { drawing, type Groups, header, line, lwpolyline, rectangle } from './draw.ts';

const X = 594_000;
const Y = 4_145_000;
const block = (name: string, base: readonly [number, number], body: Groups): Groups => [
  ...[0, 'BLOCK', 8, '0', 2, name, 70, 0, 10, base[0], 20, base[1], 3, name],
  ...body,
  ...[0, 'ENDBLK', 8, '0'],
];
const knots = [0, 0, 0, 0, 0.25, 0.5, 0.75, 1, 1, 1, 1];
const controls = [
  [0, 0],
  [40, -30],
  [90, 10],
  [80, 70],
  [30, 90],
  [-20, 50],
  [0, 0],
];

/**
 * One closed figure of each kind that bends or is put somewhere, each on a layer of its own, so that an
 * outside reader can be asked for their areas one by one.
 */
export const CURVED_DRAWING = drawing(
  [
    ...lwpolyline('bulge', [
      [X, Y],
      [X + 100, Y, 0.4],
      [X + 100, Y + 80, -0.3],
      [X, Y + 80, 1],
    ]),
    ...[0, 'CIRCLE', 8, 'circle', 10, X + 300, 20, Y, 40, 50],
    ...[
      0,
      'ELLIPSE',
      8,
      'ellipse',
      10,
      X + 500,
      20,
      Y,
      30,
      0,
      11,
      60,
      21,
      20,
      31,
      0,
      40,
      0.4,
      41,
      0,
      42,
      2 * Math.PI,
    ],
    ...[0, 'SPLINE', 8, 'spline', 70, 9, 71, 3, 72, knots.length, 73, controls.length, 74, 0],
    ...knots.flatMap((knot) => [40, knot]),
    ...controls.flatMap(([x, y]) => [10, X + 700 + x!, 20, Y + y!, 30, 0]),
    ...[0, 'POLYLINE', 8, 'old', 66, 1, 10, 0, 20, 0, 30, 0, 70, 1],
    ...rectangle(X + 900, Y, 60, 40).flatMap(([x, y], i) => [
      0,
      'VERTEX',
      8,
      'old',
      10,
      x!,
      20,
      y!,
      42,
      i === 1 ? 0.5 : 0,
    ]),
    ...[0, 'SEQEND', 8, 'old'],
    ...[0, 'INSERT', 8, 'insert', 2, 'PLOT', 10, X + 1100, 20, Y, 41, 3, 42, 2, 50, 30],
    ...[0, 'INSERT', 8, 'mirror', 2, 'PLOT', 10, X + 1300, 20, Y, 41, -1, 42, 1, 50, 0],
    ...[0, 'INSERT', 8, 'nested', 2, 'OUTER', 10, X + 1500, 20, Y, 41, 2, 42, 2, 50, 45],
    ...lwpolyline(
      'below',
      [
        [-X - 1700, Y],
        [-X - 1800, Y, 0.5],
        [-X - 1800, Y + 50],
      ],
      true,
      [210, 0, 220, 0, 230, -1],
    ),
    ...line('open', [X, Y + 300], [X + 100, Y + 300]),
  ],
  {
    header: header('AC1015'),
    blocks: [
      ...block(
        'PLOT',
        [5, 5],
        lwpolyline('0', [
          [5, 5],
          [45, 5, 0.6],
          [45, 25],
          [5, 25],
        ]),
      ),
      ...block('OUTER', [0, 0], [0, 'INSERT', 8, '0', 2, 'PLOT', 10, 10, 20, 20, 50, -20]),
    ],
  },
);
