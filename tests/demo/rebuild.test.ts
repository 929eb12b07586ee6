import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../src/bytes/sha256.ts';
import { buildDemo } from '../../src/demo/build-demo.ts';
import { layersFolder } from './layers.ts';

const facts = JSON.parse(
  readFileSync(new URL('../../data/sources/ningxia.json', import.meta.url), 'utf8'),
);

/** About 15 s on a machine of its own; several times as long beside other work. */
const BUILD_MS = 300_000;

test(
  'building the demonstration again gives the committed bytes',
  async () => {
    const digest = (bytes: Uint8Array): string => `${bytes.length} ${sha256Hex(bytes)}`;
    for await (const { file, bytes } of buildDemo({ facts, scale: 'county' })) {
      const committed = new Uint8Array(readFileSync(new URL(file, layersFolder)));
      expect(digest(bytes), file).toBe(digest(committed));
    }
  },
  BUILD_MS,
);
