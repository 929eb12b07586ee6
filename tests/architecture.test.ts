import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findViolations, importsOf, readRooms } from './architecture/rules.ts';

const root = join(import.meta.dirname, '..');
const rooms = readRooms(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'));

function sourceFiles(): Map<string, string> {
  const src = join(root, 'src');
  const entries = readdirSync(src, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(src, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

describe('the house', () => {
  const files = sourceFiles();

  it('has the rooms of ARCHITECTURE.md and no others', () => {
    const built = new Set([...files.keys()].map((path) => path.split('/')[0]!));
    expect([...built].sort()).toEqual(rooms.map((room) => room.name).sort());
  });

  it('imports downward, through the one door of each library', () => {
    expect(findViolations(files, rooms)).toEqual([]);
  });

  it('lists only lower or declared rooms', () => {
    const floor = new Map(rooms.map((room) => [room.name, room.floor]));
    const upward = rooms.flatMap((room) =>
      room.mayImport
        .filter((other) => !(floor.get(other)! <= room.floor))
        .map((other) => `${room.name} -> ${other}`),
    );
    expect(upward).toEqual([]);
  });
});

describe('planted violations', () => {
  const plant = (path: string, text: string) => findViolations(new Map([[path, text]]), rooms);

  it('finds an upward import', () => {
    expect(plant('overlay/a.ts', "import { b } from '../check/b.ts';\n")).toEqual([
      'overlay/a.ts -> check/b.ts',
    ]);
  });

  it('finds an import spread over lines, a type import, a re-export and a dynamic import', () => {
    expect(plant('units/a.ts', "import {\n  b,\n  c,\n} from '../crs/b.ts';\n")).toHaveLength(1);
    expect(plant('units/a.ts', "import type { B } from '../crs/b.ts';\n")).toHaveLength(1);
    expect(plant('units/a.ts', "export { b } from '../crs/b.ts';\n")).toHaveLength(1);
    expect(plant('units/a.ts', "const b = await import('../crs/b.ts');\n")).toHaveLength(1);
  });

  it('finds a library through the wrong door', () => {
    expect(plant('check/a.ts', "import * as turf from '@turf/turf';\n")).toEqual([
      'check/a.ts -> @turf/turf',
    ]);
    expect(plant('geometry/a.ts', "import * as turf from '@turf/turf';\n")).toEqual([]);
    expect(plant('files/a.ts', "import { readFile } from 'node:fs/promises';\n")).toHaveLength(1);
  });

  it('finds a library without a door', () => {
    expect(plant('check/a.ts', "import _ from 'lodash';\n")).toEqual([
      'check/a.ts -> lodash (no room has this door)',
    ]);
  });

  it('finds a DOM, a console and a clock below floor 4', () => {
    expect(plant('report/a.ts', 'console.log(1);\n')).toEqual(['report/a.ts knows console']);
    expect(plant('job/a.ts', 'const t = Date.now();\n')).toEqual(['job/a.ts knows a clock']);
    expect(plant('check/a.ts', 'const d = new Date();\n')).toEqual(['check/a.ts knows a clock']);
    expect(plant('tiles/a.ts', 'document.body;\n')).toEqual(['tiles/a.ts knows the DOM']);
    expect(plant('cli/a.ts', 'console.log(1);\n')).toEqual([]);
  });

  it('finds a file forgotten in a registry', () => {
    const files = new Map([
      ['files/formats/registry.ts', "import { a } from './a.ts';\nexport const ALL = [a];\n"],
      ['files/formats/a.ts', 'export const a: ProjectFormat = {};\n'],
      ['files/formats/b.ts', 'export const b: ProjectFormat = {};\n'],
    ]);
    expect(findViolations(files, rooms)).toEqual([
      'files/formats/registry.ts forgets files/formats/b.ts',
    ]);
  });

  it('finds a room nobody planned', () => {
    expect(plant('utils/a.ts', 'export {};\n')).toEqual(['utils/a.ts: no such room']);
  });

  it('does not take words in comments for imports', () => {
    expect(importsOf("// import { a } from '../check/a.ts';\n/* import x from 'y' */\n")).toEqual(
      [],
    );
  });
});
