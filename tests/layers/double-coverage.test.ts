import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import { run } from '../cli/fake-io.ts';
import { entryOf } from '../files/sample-layer.ts';
import { squares } from './stored-layer.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanxian-double-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A coverage from one meridian to another. */
const between = (west: number, east: number): NonNullable<CatalogLayer['coverage']> => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 36],
      [east, 36],
      [east, 38],
      [west, 38],
      [west, 36],
    ],
  ],
});

async function verify(changes: readonly Partial<CatalogLayer>[]) {
  const bytes = squares(3);
  writeFileSync(join(folder, 'farmland.fgb'), bytes);
  const layers = await Promise.all(
    changes.map((change, i) => entryOf(bytes, { id: `county-${i}`, ...change })),
  );
  const title = { zh: '试', en: 'test' };
  const catalog = { schema: 'sanxian/catalog@1', title, region: '64', synthetic: true, layers };
  writeFileSync(join(folder, 'catalog.json'), JSON.stringify(catalog));
  return run(['layers', 'verify', 'catalog.json', '--lang', 'en'], { cwd: folder });
}

it('two current layers of one kind may not both speak for one place', async () => {
  const { exit, out } = await verify([
    { coverage: between(104, 106) },
    { coverage: between(105.9, 108) },
  ]);
  expect(exit).toBe(1);
  expect(out).toContain(
    'Permanent basic farmland: the coverages of the current layers county-0 and county-1 overlap.',
  );
});

it('neighbours, former editions and other kinds may', async () => {
  expect(
    await verify([{ coverage: between(104, 106) }, { coverage: between(106, 108) }]),
  ).toMatchObject({ exit: 0 });
  expect(
    await verify([
      { coverage: between(104, 106) },
      { coverage: between(104, 106), role: 'reference' },
      { coverage: between(104, 106), kind: 'cultivated-land' },
    ]),
  ).toMatchObject({ exit: 0 });
});
