import type { ByteSource } from '../bytes/byte-source.ts';
import { SharedWork } from '../bytes/shared-work.ts';
import type { CatalogLayer, CatalogOverview } from '../domain/catalog.ts';
import type { FlatGeobuf } from '../files/flatgeobuf/reader.ts';
import { layerError } from '../files/layer-error.ts';
import { openVerified } from '../files/verify-layer.ts';
import type { BBox } from '../geometry/shapes.ts';
import type { TileId } from './mercator.ts';
import { overviewPart } from './overview-part.ts';
import { readyTiles } from './ready-tiles.ts';
import type { TileFeature } from './tile-feature.ts';

/** What is drawn at a range of zooms instead of the layer's own file: parts of features, or tiles as they are. */
export type Overview = PartOverview | ReadyTiles;

export interface PartOverview {
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly files: readonly OverviewFile[];
}

export interface ReadyTiles {
  readonly minzoom: number;
  readonly maxzoom: number;
  /** Opens the file, so that the first tile need not wait for that. What fails is told by that tile. */
  prepare(): void;
  /**
   * The tile; without bytes where nothing of the layer is there. The file is opened and compared with the
   * catalog first, once.
   *
   * @throws UserError `layer-...`
   */
  tileAt(tile: TileId, signal?: AbortSignal): Promise<Uint8Array>;
}

/** One level-of-detail file; those of an overview each hold another part of the layer. */
export interface OverviewFile {
  readonly extent: BBox;
  /**
   * What a box holds. The file is opened and compared with the catalog first, once.
   *
   * @throws UserError `layer-...`
   */
  partsIn(bbox: BBox, signal?: AbortSignal): AsyncIterable<TileFeature>;
}

/**
 * The overviews of a catalog entry. Zooms of which the catalog does not name every file, or not so that it
 * can be verified, are left out: the layer's own file is drawn there.
 */
export function overviewsOf(
  entry: CatalogLayer,
  bytesOf: (file: string) => ByteSource,
): readonly Overview[] {
  const ranges = new Map<string, CatalogOverview[]>();
  const ready: ReadyTiles[] = [];
  for (const lod of entry.lod) {
    const key = `${lod.minzoom} ${lod.maxzoom}`;
    if (lod.tiles === undefined) ranges.set(key, [...(ranges.get(key) ?? []), lod]);
    else ready.push(...readyTiles(entry, lod, bytesOf));
  }
  const parts = [...ranges.values()].flatMap((lods) => {
    const { minzoom, maxzoom } = lods[0]!;
    const described = lods.flatMap((lod) => describedAs(entry, lod));
    const whole = lods.every(({ parts = 1 }) => parts === described.length);
    if (!whole) return [];
    return [{ minzoom, maxzoom, files: described.map((own) => overviewFile(own, bytesOf)) }];
  });
  return [...ready, ...parts];
}

/** A level-of-detail file as a layer of its own, to be verified like one. */
function describedAs(
  entry: CatalogLayer,
  { file, sha256, headSha256, bytes, features, extent }: CatalogOverview,
): CatalogLayer[] {
  if (bytes === undefined || features === undefined || extent === undefined) return [];
  const { chunkSums: _sums, edgeIndex: _edges, ...layer } = entry;
  return [{ ...layer, file, sha256, headSha256, bytes, features, extent, fields: {}, lod: [] }];
}

function overviewFile(entry: CatalogLayer, bytesOf: (file: string) => ByteSource): OverviewFile {
  const [west, south, east, north] = entry.extent;
  let bytes: ByteSource | null = null;
  let opening: SharedWork<FlatGeobuf> | null = null;
  const open = (signal?: AbortSignal): Promise<FlatGeobuf> => {
    bytes ??= bytesOf(entry.file);
    const source = bytes;
    if (opening === null || opening.lost) {
      const options = { integrity: 'size+header+index' } as const;
      opening = new SharedWork((shared) => openVerified(entry, source, options, shared));
    }
    return opening.join(signal);
  };
  return {
    extent: [west, south, east, north],
    async *partsIn(bbox, signal) {
      try {
        const file = await open(signal);
        for await (const feature of file.features(await file.search(bbox, signal), signal)) {
          yield overviewPart(feature);
        }
      } catch (error) {
        throw layerError(entry, error);
      }
    },
  };
}
