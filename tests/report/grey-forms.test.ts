import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LayerKind } from '../../src/domain/kinds.ts';
import { paint } from '../../src/report/figure/paint.ts';
import {
  inGrey,
  OCCUPIED,
  SITE,
  symbolOf,
  UNCHECKED,
  zoneSymbol,
} from '../../src/report/figure/symbols.ts';

/**
 * The symbols of a photocopy, drawn large and compared by what a copier sees: black or white. Two that
 * shared a form would share their ink.
 */
const SIDE = 40;
const WIDTH_PX = 400;
const KINDS_DRAWN: readonly LayerKind[] = [
  'permanent-basic-farmland',
  'ecological-red-line',
  'urban-development-boundary',
  'nature-reserve-core',
  'cultivated-land',
];
const SYMBOLS = {
  ...Object.fromEntries(KINDS_DRAWN.map((kind) => [kind, symbolOf(kind)])),
  'flexible zone': zoneSymbol('flexible'),
  'special-use zone': zoneSymbol('special-use'),
  site: SITE,
  occupied: OCCUPIED,
  unchecked: UNCHECKED,
};

beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(readFileSync(path));
});

/** For each pixel whether there is ink. */
function inkOf(name: string): Uint8Array {
  const symbol = inGrey(SYMBOLS[name as keyof typeof SYMBOLS]!);
  const ring = [5, 35].flatMap((x) => [5, 35].map((y) => [x, x === 5 ? y : 40 - y] as const));
  const paper = { widthMm: SIDE, heightMm: SIDE };
  const painted = paint([[[...ring, ring[0]!]]], symbol, { grey: true, paper });
  const drawn = `${painted.under.source}${painted.fill.source}${painted.line.source}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}mm" height="${SIDE}mm" viewBox="0 0 ${SIDE} ${SIDE}"><rect width="${SIDE}" height="${SIDE}" fill="#fff"/>${drawn}</svg>`;
  const { pixels } = new Resvg(svg, { fitTo: { mode: 'width', value: WIDTH_PX } }).render();
  return Uint8Array.from({ length: pixels.length / 4 }, (_, i) => (pixels[4 * i]! < 200 ? 1 : 0));
}

describe('symbols of a photocopy', () => {
  it.each(Object.keys(SYMBOLS))('%s leaves ink without any fill', (name) => {
    const ink = inkOf(name).reduce((sum, one) => sum + one, 0);
    expect(ink).toBeGreaterThan(WIDTH_PX);
    // nothing is a black surface: what lies beneath can be read
    expect(ink / (0.75 * WIDTH_PX) ** 2).toBeLessThan(0.5);
  });

  it('stay apart by form, any two of them', () => {
    const inks = Object.keys(SYMBOLS).map((name) => ({ name, ink: inkOf(name) }));
    for (const [i, a] of inks.entries()) {
      for (const b of inks.slice(i + 1)) {
        let only = 0;
        let either = 0;
        a.ink.forEach((one, at) => {
          const other = b.ink[at]!;
          if (one || other) either++;
          if (one !== other) only++;
        });
        // a third of the ink of both lies elsewhere
        expect(only / either, `${a.name} and ${b.name}`).toBeGreaterThan(0.33);
      }
    }
  });
});
