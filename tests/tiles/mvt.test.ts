import { expect, test } from 'vitest';
import { encodeTile } from '../../src/tiles/mvt.ts';
import { decode } from './decode.ts';

test('geometry, ids and every type of value come back as written', () => {
  const bytes = encodeTile([
    {
      name: 'fill',
      features: [
        {
          id: 7,
          type: 'polygon',
          parts: [[-10, 5, 4200, 5, 4200, 300, -10, 300, -10, 5]],
          properties: { BSM: '6403…0412', area: 1.25, n: -3, ok: true, none: null },
        },
      ],
    },
    {
      name: 'line',
      features: [{ id: 0, type: 'line', parts: [[1, 2, 3, 4]], properties: { n: -3 } }],
    },
    { name: 'label', features: [{ id: 1, type: 'point', parts: [[9, 8]], properties: {} }] },
    { name: 'nothing', features: [] },
  ]);
  const tile = decode(bytes);
  expect(Object.keys(tile)).toEqual(['fill', 'line', 'label']);
  expect(tile.fill).toEqual([
    {
      type: 3,
      id: 7,
      properties: { BSM: '6403…0412', area: 1.25, n: -3, ok: true },
      parts: [
        [
          [-10, 5],
          [4200, 5],
          [4200, 300],
          [-10, 300],
          [-10, 5],
        ],
      ],
    },
  ]);
  expect(tile.line![0]!.parts).toEqual([
    [
      [1, 2],
      [3, 4],
    ],
  ]);
  expect(tile.label![0]!.parts).toEqual([[[9, 8]]]);
});

test('a tile without features has no bytes', () => {
  expect(encodeTile([{ name: 'fill', features: [] }])).toHaveLength(0);
});
