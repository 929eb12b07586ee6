import { describe, expect, it } from 'vitest';
import { coordinateOf } from '../../../src/files/tables/coordinate-cell.ts';

describe('coordinateOf', () => {
  it.each([
    ['4145300.000', '4145300.000'],
    [' 4145300 ', '4145300'],
    ['４１４５３００．５', '4145300.5'],
    ['4,145,300.000', '4145300.000'],
    ['4 145 300.5', '4145300.5'],
    ['35\u2009594\u2009000', '35594000'],
    ['4145300.0m', '4145300.0'],
    ['35594000 米', '35594000'],
    ['X=4145300.000', '4145300.000'],
    ['="35594000.10"', '35594000.10'],
    ['-12.5', '-12.5'],
    ['（35594000.0）', '35594000.0'],
    ['(35594000.0', '35594000.0'],
    ['106.0621°', '106.0621'],
  ])('%j keeps its digits: %s', (cell, text) => {
    expect(coordinateOf(cell)).toEqual({ text, axis: null, angle: false });
  });

  // 106 + 3/60 + 43.5/3600 = 106.06208333…
  const ANGLE = '106.06208333333333';
  it.each([
    '106°03′43.5″',
    '106°03\'43.5"',
    '106º3´43.5"',
    '106度03分43.5秒',
    '106:03:43.5',
    '106：03：43.5',
    '106-03-43.5',
    '106 03 43.5',
    '106° 03′ 43.5″',
    "106° 3' 43.5''",
    '１０６°０３′４３．５″',
    '106d3m43.5s',
    '106°3.725′',
  ])('%j is an angle', (cell) => {
    expect(coordinateOf(cell)).toEqual({ text: ANGLE, axis: null, angle: true });
  });

  it.each([
    ['E106°03′43.5″', ANGLE, 'east'],
    ['106°03′43.5″E', ANGLE, 'east'],
    ['东经106°03′43.5″', ANGLE, 'east'],
    ['N 37.4348', '37.4348', 'north'],
    ['北纬37.4348°', '37.4348', 'north'],
  ])('%j says its axis', (cell, text, axis) => {
    expect(coordinateOf(cell)).toMatchObject({ text, axis });
  });

  it.each([
    '',
    'J1',
    '4145300,000',
    '4,14,5300',
    '106°60′00″',
    '106°03′60″',
    '106.5°03′',
    '106°3.5′10″',
    '37°S',
    '=1+1',
    '1e6',
    '#REF!',
    '2026-11-21',
    '1 2',
    'NaN',
    '.',
  ])('%j is none', (cell) => {
    expect(coordinateOf(cell)).toBeNull();
  });

  it('reads D.MMSS only where the header says so', () => {
    expect(coordinateOf('106.03435', true)?.text).toBe(ANGLE);
    expect(coordinateOf('106.0343500', true)?.text).toBe(ANGLE);
    expect(coordinateOf('106.03', true)?.text).toBe('106.05');
    expect(coordinateOf('106.61', true)).toBeNull();
    expect(coordinateOf('106°03′43.5″', true)?.text).toBe(ANGLE);
    expect(coordinateOf('106.03435')?.text).toBe('106.03435');
  });
});
