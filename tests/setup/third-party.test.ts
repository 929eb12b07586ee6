import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('THIRD-PARTY.md lists what package-lock.json ships, with a known licence each', async () => {
  const { thirdParty } = await import(join(root, '.setup/third-party.mjs'));
  const written = readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8');
  expect(written).toBe(thirdParty());
  // gdal3.js stays files of its own, which anyone can replace, as its licence asks
  const rows = written.split('\n').filter((row) => !row.startsWith('| gdal3.js |'));
  const licences = [...rows.join('\n').matchAll(/^\| [^|]+ \| [^|]+ \| ([^|]+) \|/gm)].map(
    (m) => m[1],
  );
  // resvg's wasm (MPL) and the font (OFL) are carried as they are, as files of their own
  const allowed =
    /^(licence|\(EDL-1\.0 OR EPL-1\.0\)|MIT|ISC|BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BSL-1\.0|BlueOak-1\.0\.0|Unlicense|0BSD|\(MIT OR Apache-2\.0\)|MPL-2\.0|MIT AND OFL-1\.1)$/;
  expect(licences.filter((licence) => !allowed.test(licence!))).toEqual([]);
});
