import { describe, expect, it } from 'vitest';
import { bareColumns } from '../../../src/files/tables/bare-columns.ts';
import { columnName } from '../../../src/files/tables/point-rows.ts';
import { columnsOf, roleOf } from '../../../src/files/tables/table-columns.ts';
import { hintsIn } from '../../../src/files/tables/table-hints.ts';

describe('roleOf', () => {
  it.each([
    ['X', 'north'],
    ['Y', 'east'],
    ['x坐标(m)', 'north'],
    ['Y/m', 'east'],
    ['Ｘ（米）', 'north'],
    ['2000坐标X', 'north'],
    ['纵坐标', 'north'],
    ['横坐标Y(m)', 'east'],
    ['X（东）', 'east'],
    ['北坐标', 'north'],
    ['经度', 'east'],
    ['纬度(°)', 'north'],
    ['Longitude', 'east'],
    ['lat', 'north'],
    ['POINT_X', 'east'],
    ['点号', 'point'],
    ['界址点号', 'point'],
    ['拐点编号', 'point'],
    ['序 号', 'point'],
    ['圈号', 'ring'],
    ['地块圈号', 'ring'],
    ['地块', 'parcel'],
    ['宗地编号', 'parcel'],
    ['地块名称', 'parcel-name'],
    ['地块面积（公顷）', 'area'],
    ['用途', 'purpose'],
    ['宽度(米)', 'width'],
    ['边长(m)', 'passed-over'],
    ['备注', 'passed-over'],
    ['项目名称', 'attribute'],
    // 四至 are words with a direction, and no coordinates
    ['北至', 'attribute'],
    ['东至', 'attribute'],
    ['经办人', 'attribute'],
  ])('%j is %s', (word, role) => {
    expect(roleOf(word)?.is).toBe(role);
  });

  it('has no role for an empty header', () => {
    expect(roleOf('  ')).toBeNull();
  });

  it('tells boundary points, and angles written D.MMSS', () => {
    expect(roleOf('界址点号')).toMatchObject({ boundary: true });
    expect(roleOf('点号')).toMatchObject({ boundary: false });
    expect(roleOf('纬度(DD.MMSS)')).toMatchObject({ is: 'north', packed: true });
  });
});

describe('columnsOf', () => {
  it('prefers a point name to a running number', () => {
    const reading = columnsOf(['序号', '点号', 'X', 'Y']);
    expect(reading).toMatchObject({ kind: 'columns', blocks: [{ point: 1, north: 2, east: 3 }] });
  });

  it('is null for a row that names no coordinates', () => {
    expect(columnsOf(['点号', 'X'])).toBeNull();
    expect(columnsOf(['J1', '4145300', '35594000'])).toBeNull();
  });

  it('reads tables side by side, with an empty column between', () => {
    const reading = columnsOf(['点号', 'X', 'Y', '', '点号', 'X', 'Y']);
    expect(reading).toMatchObject({
      blocks: [
        { from: 0, to: 4, point: 0, north: 1, east: 2 },
        { from: 4, to: 8, point: 4, north: 5, east: 6 },
      ],
    });
  });

  it('does not choose between sets that differ', () => {
    expect(columnsOf(['点号', 'X', 'Y', '边长', 'X', 'Y'])).toEqual({
      kind: 'twice',
      words: ['X', 'Y', 'X', 'Y'],
    });
  });
});

describe('bareColumns', () => {
  it('finds north, east, ring and point name by the numbers', () => {
    const rows = ['1', '1', '1', '2', '2', '2'].map((ring, i) => [
      ring,
      `J${i + 1}`,
      `4145${i}00.5`,
      `35594${i}00`,
    ]);
    expect(bareColumns(rows)).toMatchObject({
      columns: { ring: 0, parcel: null, point: 1, north: 2, east: 3 },
    });
  });

  it('takes words that come in runs for parcels', () => {
    const rows = ['甲', '', '', '乙', '', ''].map((name, i) => [name, `106.0${i}`, `37.4${i}`]);
    expect(bareColumns(rows)).toMatchObject({
      columns: { parcel: 0, ring: null, north: 2, east: 1 },
    });
  });

  it('asks where several pairs would do', () => {
    const rows = [['4145300', '35594000', '594000']];
    expect(bareColumns(rows)).toEqual({
      kind: 'several',
      pairs: [
        [0, 1],
        [0, 2],
      ],
    });
  });

  it('does not take running numbers for degrees', () => {
    expect(
      bareColumns([
        ['37', '106', 'a'],
        ['38', '107', 'b'],
      ]),
    ).toBeNull();
  });
});

describe('hintsIn', () => {
  it('reads a title', () => {
    const { hints } = hintsIn(['（2000国家大地坐标系 3度带 中央子午线105° 带号35）']);
    expect(hints).toMatchObject({
      datum: 'cgcs2000',
      zoneWidth: 3,
      zone: 35,
      centralMeridian: 105,
    });
    expect(hintsIn(['三度分带，第36带']).hints).toMatchObject({ zoneWidth: 3, zone: 36 });
    expect(hintsIn(['EPSG:4524']).hints.epsg).toBe(4524);
  });

  it('leaves open what is said twice differently', () => {
    expect(hintsIn(['带号35', '带号36']).hints.zone).toBeNull();
    const { hints, datums } = hintsIn(['1980西安坐标系转2000国家大地坐标系']);
    expect([hints.datum, [...datums].sort()]).toEqual([null, ['cgcs2000', 'xian80']]);
  });

  it.each(['西安市某项目', '北京市朝阳区坐标表', '2000年批复', '编号80'])(
    '%s names no datum',
    (text) => {
      expect(hintsIn([text]).datums).toEqual([]);
    },
  );
});

it('columns are called as spreadsheets call them', () => {
  expect([0, 25, 26, 27, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
});
