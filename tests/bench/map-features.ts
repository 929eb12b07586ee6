import { join } from 'node:path';
import type { Catalog } from '../../src/domain/catalog.ts';
import { openFlatGeobuf } from '../../src/files/flatgeobuf/reader.ts';
import type { BBox } from '../../src/geometry/shapes.ts';
import { lonLatBoxOf, worldX, worldY } from '../../src/tiles/mercator.ts';
import { fileSource } from './map-data.ts';

/**
 * Bytes in the layer files of the features whose boxes meet the view, and of those whose boxes meet the
 * tiles that show it.
 */
export async function featuresInView(
  folder: string,
  catalog: Catalog,
  view: readonly number[],
  zoom: number,
): Promise<{ inView: number; inTiles: number }> {
  const [west, south, east, north] = view as [number, number, number, number];
  const at = (world: number): number => Math.floor(world * 2 ** zoom);
  const first = lonLatBoxOf({ z: zoom, x: at(worldX(west)), y: at(worldY(south)) }, 0);
  const last = lonLatBoxOf({ z: zoom, x: at(worldX(east)), y: at(worldY(north)) }, 0);
  const tiles: BBox = [first[0], first[1], last[2], last[3]];
  let [inView, inTiles] = [0, 0];
  for (const { file } of catalog.layers) {
    const source = fileSource(join(folder, file));
    const layer = await openFlatGeobuf(source);
    const bytesIn = async (box: BBox): Promise<number> =>
      (await layer.search(box)).reduce((sum, { start, end }) => sum + end - start, 0);
    inView += await bytesIn([west, south, east, north]);
    inTiles += await bytesIn(tiles);
    await source.close();
  }
  return { inView, inTiles };
}
