import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CatalogLayer } from '../../src/domain/catalog.ts';
import { KIND_ORDER, type LayerKind } from '../../src/domain/kinds.ts';
import { catalogLayers } from '../../src/map/catalog-style.ts';
import { printTheme } from '../../src/map/print-theme.ts';
import { type MapTheme, themeOf } from '../../src/map/theme.ts';
import { memoryLayer } from '../tiles/layer.ts';
import { tokensOf } from './palette.ts';

const css = readFileSync(new URL('../../src/components/tokens.css', import.meta.url), 'utf8');
const tokens = tokensOf(css);
const read = (name: string) => tokens.light[name.replace('--sx-', '')] ?? '';
const plain = themeOf(read);
const shown = { visible: true, opacity: 1, dimmed: false, base: null };

/** Parts of all kinds that are hidden when less is drawn and shown else. */
function spared(theme: MapTheme): Set<string> {
  const parts = KIND_ORDER.flatMap((kind) => {
    const hidden = (sparing: boolean) =>
      catalogLayers(
        entryOf(kind),
        { ...shown, sparing },
        { theme, imageOf: (id) => `${id}|0` },
      ).flatMap(({ layer }) =>
        layer.layout?.visibility === 'none' ? [layer.id.slice(kind.length)] : [],
      );
    const usual = hidden(false);
    return hidden(true).filter((part) => !usual.includes(part));
  });
  return new Set(parts.map((part) => part.replace(/^\|(\D+?)\d*(\|.*)?$/, '$1')));
}

function entryOf(kind: LayerKind): CatalogLayer {
  return { ...memoryLayer([]).entry, id: kind, kind, fields: { name: 'MC', zone: 'GHFQMC' } };
}

describe('less is drawn', () => {
  it('without casings, bands and textures; lines, tints, letters and failures stay', () => {
    expect([...spared(plain)].sort()).toEqual(['band', 'casing', 'hatch']);
  });

  it('but with casings over imagery, where lines could not be seen', () => {
    const imagery = themeOf(read, 'imagery');
    expect([...spared(imagery)].sort()).toEqual(['band', 'hatch']);
  });

  it('and whole on a copy, where textures tell kinds apart', () => {
    expect([...spared(printTheme(plain.fonts))]).toEqual([]);
  });

  it('with the same instructions, so that switching needs no new style', () => {
    const ids = (sparing: boolean) =>
      catalogLayers(
        entryOf('urban-development-boundary'),
        { ...shown, sparing },
        { theme: plain, imageOf: (id) => id },
      ).map(({ layer }) => layer.id);
    expect(ids(true)).toEqual(ids(false));
  });
});
