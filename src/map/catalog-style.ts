import type { LayerSpecification, VectorSourceSpecification } from 'maplibre-gl';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { BaseMap } from './base-map.ts';
import { type Place, usualPlace } from './draw-order.ts';
import { failed, fills } from './fill-style.ts';
import { labels, letters } from './label-style.ts';
import { band, strokes } from './line-style.ts';
import type { Painting, Placed } from './painting.ts';
import { BASE_TIER, SYMBOLS } from './symbols.ts';

/** Source zooms; closer in, the last tiles are enlarged (0.15 m a tile unit). */
const MINZOOM = 5;
const MAXZOOM = 16;

/** What the user chose for a layer. */
export interface LayerChoice {
  readonly visible: boolean;
  /** 0 to 1 */
  readonly opacity: number;
  /** Where the user put it in the pile; as the symbols say where absent. */
  readonly place?: Place | undefined;
}

/** How a layer of the catalog is shown now. */
export interface LayerShow extends LayerChoice {
  /** Stepped back because something else is lit. */
  readonly dimmed: boolean;
  /** The map that lies beneath takes the place of our own areas, waters and towns. */
  readonly base?: Pick<BaseMap, 'labelled'> | null;
  /** Casings, bands and textures are left out. */
  readonly sparing?: boolean;
}

const DIMMED = 0.4;

export function catalogSource(entry: CatalogLayer, address: string): VectorSourceSpecification {
  const [west, south, east, north] = entry.extent;
  return {
    type: 'vector',
    tiles: [address],
    minzoom: MINZOOM,
    maxzoom: MAXZOOM,
    bounds: [west, south, east, north],
  };
}

/** Everything that is drawn of one layer of the catalog. */
export function catalogLayers(entry: CatalogLayer, show: LayerShow, painting: Painting): Placed[] {
  const { tier, rank } = show.place ?? usualPlace(entry);
  const symbol = { ...SYMBOLS[entry.kind], tier };
  const opacity = show.opacity * (show.dimmed ? DIMMED : 1);
  const placed = [
    ...fills(entry, symbol, opacity, painting),
    ...symbol.lines.flatMap((line, i) => strokes(entry, line, i, opacity, painting)),
    ...band(entry, symbol, opacity, painting),
    ...letters(entry, symbol, opacity, painting),
    ...labels(entry, symbol, opacity, painting),
    failed(entry, painting),
  ];
  const replaced = ({ type }: LayerSpecification): boolean =>
    SYMBOLS[entry.kind].tier <= BASE_TIER &&
    show.base != null &&
    (type === 'symbol' ? show.base.labelled : true);
  const spared = ({ id }: LayerSpecification): boolean =>
    show.sparing === true && isSpared(id.slice(entry.id.length), painting);
  return placed.map(({ order, layer }) => ({
    order: order + 0.1 * rank,
    layer: {
      ...layer,
      layout: {
        ...layer.layout,
        visibility: show.visible && !replaced(layer) && !spared(layer) ? 'visible' : 'none',
      },
    } as LayerSpecification,
  }));
}

/**
 * What costs much to draw and can be missed. A copy needs its textures to tell kinds apart, and lines over
 * imagery need their casings to be seen. That a tile could not be read is always shown.
 */
function isSpared(part: string, { theme: { ground } }: Painting): boolean {
  if (ground === 'print') return false;
  return /^\|(band|hatch)/.test(part) || (ground !== 'imagery' && part.startsWith('|casing'));
}
