import { expect, it } from 'vitest';
import { groupFiles } from '../../src/files/group-files.ts';

const files = (...names: string[]) => names.map((name) => ({ name, bytes: new Uint8Array([1]) }));
/** Main file and what stands beside it, as "main + part + part". */
const grouped = (...names: string[]) =>
  groupFiles(files(...names)).map(({ name, beside = [] }) =>
    [name, ...beside.map((part) => part.name)].join(' + '),
  );

it('puts the parts of a shapefile together, whatever case and order they come in', () => {
  expect(
    grouped('红线.dbf', '说明.txt', '红线.PRJ', '红线.shp', '红线.shp.xml', '红线.cpg'),
  ).toEqual(['红线.shp + 红线.dbf + 红线.PRJ + 红线.shp.xml + 红线.cpg', '说明.txt']);
});

it('keeps shapefiles of different names and folders apart', () => {
  expect(grouped('a.shp', 'b.shp', 'b.dbf', 'a.dbf', 'x/a.shp', 'x/a.dbf')).toEqual([
    'a.shp + a.dbf',
    'b.shp + b.dbf',
    'a.shp + a.dbf',
  ]);
});

it('lets parts without their .shp be one thing, which then says what is missing', () => {
  expect(grouped('a.dbf', 'a.prj', 'b.shp')).toEqual(['a.dbf + a.prj', 'b.shp']);
});

it('knows the parts of MapInfo, GeoPackage and GML files', () => {
  expect(grouped('a.TAB', 'a.DAT', 'a.MAP', 'a.ID', 'b.mid', 'b.mif')).toEqual([
    'a.TAB + a.DAT + a.MAP + a.ID',
    'b.mif + b.mid',
  ]);
  expect(grouped('a.gpkg', 'a.gpkg-wal', 'b.gml', 'b.xsd')).toEqual([
    'a.gpkg + a.gpkg-wal',
    'b.gml + b.xsd',
  ]);
});

it('leaves files alone that only look like parts', () => {
  expect(grouped('点.dat', 'map.id', '表.xml', 'a.shp')).toEqual([
    '点.dat',
    'map.id',
    '表.xml',
    'a.shp',
  ]);
});

it('takes the tables of a geodatabase as one, without the locks of who has it open', () => {
  const [gdb, ...more] = groupFiles(
    files(
      '交付/x.gdb/a00000002.gdbtable',
      '交付/x.gdb/a00000001.gdbtable',
      '交付/x.gdb/gdb',
      '交付/x.gdb/_gdb.1.sr.lock',
    ),
  );
  expect(more).toEqual([]);
  expect(gdb!.name).toBe('x.gdb');
  expect(gdb!.beside!.map(({ name }) => name)).toEqual([
    'x.gdb/a00000002.gdbtable',
    'x.gdb/a00000001.gdbtable',
    'x.gdb/gdb',
  ]);
});

it('names a geodatabase whose tables stand in no folder, beside other files', () => {
  const groups = groupFiles(
    files('a00000001.gdbtable', 'a00000001.gdbtablx', 'timestamps', 'gdb', 'a.txt'),
    '提交',
  );
  expect(groups.map(({ name, beside = [] }) => [name, beside.length])).toEqual([
    ['提交.gdb', 4],
    ['a.txt', 0],
  ]);
});

it('gives every file exactly one place', () => {
  const names = [
    'a.shp',
    'a.dbf',
    'a.tab',
    'a.dat',
    'a.gml',
    'a.gfs',
    'a',
    'b/a.shp',
    '.shp',
    'a.',
  ];
  const all = groupFiles(files(...names)).flatMap(({ name, beside = [] }) => [name, ...beside]);
  expect(all).toHaveLength(names.length);
});
