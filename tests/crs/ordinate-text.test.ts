import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  degreesMinutesSeconds,
  plainDigits,
  readDegrees,
  readOrdinate,
} from '../../src/crs/ordinate-text.ts';

describe('degrees as people write them', () => {
  it.each([
    ['106.20847', 106.20847],
    ['106°12′30.5″', 106 + 12 / 60 + 30.5 / 3600],
    ['106 12 30.5', 106 + 12 / 60 + 30.5 / 3600],
    ['106:12:30.5', 106 + 12 / 60 + 30.5 / 3600],
    ['106°12\'30.5"E', 106 + 12 / 60 + 30.5 / 3600],
    ['E106°12.5′', 106 + 12.5 / 60],
    ['东经106度12分30.5秒', 106 + 12 / 60 + 30.5 / 3600],
    ['１０６．５', 106.5],
    ['北纬 37°', 37],
    ['-5°30′', -5.5],
  ])('%s', (text, degrees) => {
    expect(readDegrees(text)).toBeCloseTo(degrees, 12);
  });

  it.each(['', 'x', '106°60′', '106°12′60″', '106.5°12′', '1 2 3 4', '106°12.5′30″', '106,5'])(
    'refuses %s',
    (text) => {
      expect(readDegrees(text)).toBeNull();
    },
  );

  it('are written so that they read the same to 3 mm', () => {
    expect(degreesMinutesSeconds(106.5)).toBe('106°30′00.0000″');
    expect(degreesMinutesSeconds(106.99999999999)).toBe('107°00′00.0000″');
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (degrees) => {
        const read = readDegrees(degreesMinutesSeconds(degrees));
        return read !== null && Math.abs(read - degrees) <= 0.00005 / 3600 + 1e-12;
      }),
    );
  });
});

describe('digits of a number', () => {
  it('stay as they were typed', () => {
    expect(plainDigits(' 35\u2009594\u2009000.100 ')).toBe('35594000.100');
    expect(plainDigits('−0.5')).toBe('-0.5');
    expect(plainDigits('４１４５３００')).toBe('4145300');
  });

  it('are none where there is anything else', () => {
    for (const text of ['', '1e5', '1,5', 'Infinity', '1.2.3', '-', '0x10']) {
      expect(plainDigits(text), text).toBeNull();
    }
  });
});

describe('an ordinate of a table', () => {
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
    expect(readOrdinate(cell)).toEqual({ text, axis: null, angle: false });
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
    expect(readOrdinate(cell)).toEqual({ text: ANGLE, axis: null, angle: true });
  });

  it.each([
    ['E106°03′43.5″', ANGLE, 'east'],
    ['106°03′43.5″E', ANGLE, 'east'],
    ['东经106°03′43.5″', ANGLE, 'east'],
    ['N 37.4348', '37.4348', 'north'],
    ['北纬37.4348°', '37.4348', 'north'],
  ])('%j says its axis', (cell, text, axis) => {
    expect(readOrdinate(cell)).toMatchObject({ text, axis });
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
    expect(readOrdinate(cell)).toBeNull();
  });

  it('reads D.MMSS only where the header says so', () => {
    expect(readOrdinate('106.03435', true)?.text).toBe(ANGLE);
    expect(readOrdinate('106.0343500', true)?.text).toBe(ANGLE);
    expect(readOrdinate('106.03', true)?.text).toBe('106.05');
    expect(readOrdinate('106.61', true)).toBeNull();
    expect(readOrdinate('106°03′43.5″', true)?.text).toBe(ANGLE);
    expect(readOrdinate('106.03435')?.text).toBe('106.03435');
  });
});
