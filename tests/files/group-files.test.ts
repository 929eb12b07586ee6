import { expect, it } from 'vitest';
import { groupFiles } from '../../src/files/group-files.ts';

const file = (name: string) => ({ name, bytes: new Uint8Array() });
const grouped = (...names: string[]) =>
  groupFiles(names.map(file)).map(({ name, beside = [] }) => [
    name,
    ...beside.map((part) => part.name),
  ]);

it('takes the parts of a shapefile together, whatever the order and the case', () => {
  expect(grouped('地块.dbf', 'a.txt', '地块.SHP', '地块.prj', '地块.cpg')).toEqual([
    ['a.txt'],
    ['地块.SHP', '地块.dbf', '地块.prj', '地块.cpg'],
  ]);
});

it('keeps two shapefiles apart and leaves nothing out', () => {
  expect(grouped('a.shp', 'b.shp', 'b.dbf', 'a.dbf', 'c.dbf').flat().sort()).toEqual([
    'a.dbf',
    'a.shp',
    'b.dbf',
    'b.shp',
    'c.dbf',
  ]);
});
