import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { CatalogLayer } from '../domain/catalog.ts';
import { catalogLayers, catalogSource, type LayerShow } from './catalog-style.ts';
import { HATCHES, type HatchId, paintHatch } from './hatches.ts';
import { paintOwnImage } from './own-images.ts';
import { OWN_SOURCES, type OwnImage, ownLayers, ownSource } from './own-style.ts';
import type { DrawnPiece } from './pieces.ts';
import type { MapTheme } from './theme.ts';

/** All that decides what the map looks like, apart from the data in its own sources. */
export interface Picture {
  readonly catalog: readonly CatalogLayer[];
  readonly showOf: (layer: string) => LayerShow;
  readonly theme: MapTheme;
  /** Counts themes, so that textures of one are not taken for another's. */
  readonly revision: number;
  readonly pieces: readonly DrawnPiece[];
  readonly selected: string | null;
  /** Ids of the pieces that are lit; null: all alike. */
  readonly lit: readonly string[] | null;
}

/** Every drawing instruction, bottom to top. The same catalog always gives the same ids in one order. */
export function layersOf(picture: Picture): LayerSpecification[] {
  const { catalog, showOf, theme, revision, pieces, selected, lit } = picture;
  const painting = { theme, imageOf: (hatch: HatchId) => `${hatch}|${revision}` };
  const kinds = new Set(pieces.filter(({ id }) => lit?.includes(id)).map(({ kind }) => kind));
  const placed = catalog.flatMap((entry) => {
    const dimmed = kinds.size > 0 && !kinds.has(entry.kind);
    return catalogLayers(entry, { ...showOf(entry.id), dimmed }, painting);
  });
  const imageOf = (image: OwnImage) => `${image}|${revision}`;
  return [...ownLayers(painting, { selected, lit, imageOf }), ...placed]
    .sort((a, b) => a.order - b.order)
    .map(({ layer }) => layer);
}

export function styleOf(
  catalog: readonly CatalogLayer[],
  layers: readonly LayerSpecification[],
  addressOf: (layer: string) => string,
): StyleSpecification {
  const sources: StyleSpecification['sources'] = {};
  for (const name of OWN_SOURCES) sources[name] = ownSource();
  for (const entry of catalog) sources[entry.id] = catalogSource(entry, addressOf(entry.id));
  return { version: 8, sources, layers: [...layers], transition: { duration: 0, delay: 0 } };
}

/** The pixels of an image that the style names; null for one of a former theme. */
export function paintImage(
  name: string,
  theme: MapTheme,
  revision: number,
  pixelRatio: number,
): ImageData | null {
  const [image = '', of] = name.split('|');
  if (of !== String(revision)) return null;
  return Object.hasOwn(HATCHES, image)
    ? paintHatch(image as HatchId, theme, pixelRatio)
    : paintOwnImage(image as OwnImage, theme, pixelRatio);
}
