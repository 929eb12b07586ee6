import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { BaseMap } from './base-map.ts';
import { baseLayers, baseSources } from './base-style.ts';
import { catalogLayers, catalogSource, type LayerChoice } from './catalog-style.ts';
import { imageName } from './map-images.ts';
import { OWN_SOURCES, ownSource } from './own-sources.ts';
import { ownLayers } from './own-style.ts';
import type { DrawnPiece } from './pieces.ts';
import type { MapTheme } from './theme.ts';

/** All that decides what the map looks like, apart from the data in its own sources. */
export interface Picture {
  readonly catalog: readonly CatalogLayer[];
  readonly base: BaseMap | null;
  readonly choiceOf: (layer: string) => LayerChoice;
  readonly theme: MapTheme;
  /** Counts themes, so that textures of one are not taken for another's. */
  readonly revision: number;
  readonly pieces: readonly DrawnPiece[];
  readonly selected: string | null;
  /** Ids of the pieces that are lit; null: all alike. */
  readonly lit: readonly string[] | null;
  /** Casings, bands and textures of the catalog's layers are left out. */
  readonly sparing?: boolean;
}

/**
 * Every drawing instruction, bottom to top. The same catalog on the same ground always gives the same ids
 * in one order.
 */
export function layersOf(picture: Picture): LayerSpecification[] {
  const {
    catalog,
    base,
    choiceOf,
    theme,
    revision,
    pieces,
    selected,
    lit,
    sparing = false,
  } = picture;
  const imageOf = (image: string) => imageName(image, revision);
  const painting = { theme, imageOf };
  const kinds = new Set(pieces.filter(({ id }) => lit?.includes(id)).map(({ kind }) => kind));
  const placed = catalog.flatMap((entry) => {
    const dimmed = kinds.size > 0 && !kinds.has(entry.kind);
    return catalogLayers(entry, { ...choiceOf(entry.id), dimmed, base, sparing }, painting);
  });
  return [
    ...ownLayers(painting, { selected, lit, imageOf }),
    ...(base ? baseLayers(base, theme) : []),
    ...placed,
  ]
    .sort((a, b) => a.order - b.order)
    .map(({ layer }) => layer);
}

export interface Addresses {
  readonly ofLayer: (layer: string) => string;
  readonly ofBase: (sheet: number) => string;
}

export function styleOf(
  { catalog, base }: Pick<Picture, 'catalog' | 'base'>,
  layers: readonly LayerSpecification[],
  { ofLayer, ofBase }: Addresses,
): StyleSpecification {
  const sources: StyleSpecification['sources'] = {};
  for (const name of OWN_SOURCES) sources[name] = ownSource();
  for (const entry of catalog) sources[entry.id] = catalogSource(entry, ofLayer(entry.id));
  if (base) Object.assign(sources, baseSources(base, ofBase));
  return { version: 8, sources, layers: [...layers], transition: { duration: 0, delay: 0 } };
}
