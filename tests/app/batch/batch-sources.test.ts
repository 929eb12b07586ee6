import { describe, expect, it } from 'vitest';
import { sortFiles } from '../../../src/app/batch/batch-sources.ts';
import { handle } from './handles.ts';

const given = (...paths: string[]) =>
  paths.map((path) => ({ path, file: handle(path.split('/').pop()!, path) }));

describe('files of a batch', () => {
  it('puts parts together by their folders and keeps the order given', () => {
    const files = given('b.txt', '甲/a.shp', '甲/a.dbf', '乙/a.shp', '乙/a.dbf', 'a.geojson');
    const { sources } = sortFiles(files);
    expect(sources.map(({ name, beside }) => [name, beside.map((part) => part.name)])).toEqual([
      ['b.txt', []],
      ['a.shp', ['a.dbf']],
      ['a.shp', ['a.dbf']],
      ['a.geojson', []],
    ]);
    expect(sources[1]!.file).toBe(files[1]!.file);
    expect(sources[2]!.beside[0]!.file).toBe(files[4]!.file);
    expect(new Set(sources.map(({ key }) => key)).size).toBe(4);
  });

  it('lays a claim beside its file, yaml before json; one that belongs to nothing is a row', () => {
    const files = given('a.txt', 'a.claim.json', 'a.claim.yaml', 'b.claim.yaml');
    const { sources } = sortFiles(files);
    expect(sources.map(({ name, claim }) => [name, claim?.name ?? null])).toEqual([
      ['a.txt', 'a.claim.yaml'],
      ['a.claim.json', null],
      ['b.claim.yaml', null],
    ]);
  });

  it('tells what it leaves out, and reads nothing', () => {
    const files = given('甲/.DS_Store', '甲/~$表.xlsx', 'Thumbs.db', '甲/表.xlsx', 'README.md');
    const { sources, left } = sortFiles(files);
    expect(left).toEqual(['甲/.DS_Store', '甲/~$表.xlsx', 'Thumbs.db']);
    expect(sources.map(({ name }) => name)).toEqual(['表.xlsx', 'README.md']);
    expect(files.every(({ file }) => file.reads === 0)).toBe(true);
  });

  it('takes a geodatabase folder as one file', () => {
    const { sources } = sortFiles(given('库.gdb/a00000001.gdbtable', '库.gdb/a00000001.gdbtablx'));
    expect(sources).toHaveLength(1);
    expect(sources[0]!.name).toBe('库.gdb');
    expect(sources[0]!.beside).toHaveLength(2);
  });

  it('knows a file given twice', () => {
    const file = handle('a.txt', 'x');
    const { sources } = sortFiles([
      { path: 'a.txt', file },
      { path: 'a.txt', file },
    ]);
    expect(sources).toHaveLength(1);
  });
});
