import { type WriteFeature, writeFlatGeobuf } from '../files/flatgeobuf/writer.ts';
import type { BBox } from '../geometry/shapes.ts';
import { administrativeLayer, townLayer, waterLayer } from './base-layers.ts';
import { demoCatalog, type WrittenLayer } from './catalog.ts';
import type { DemoFacts } from './facts.ts';
import { cultivatedLayer, farmlandLayer } from './farmland-layers.ts';
import type { DemoLayer } from './layer.ts';
import { createRegion, type Region, type Scale } from './region.ts';
import { urbanBoundaryLayer, urbanLineLayer } from './urban-layers.ts';
import { redLineLayer, reserveLayer } from './wild-layers.ts';

export interface DemoFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * The demonstration layers and, last, their catalog. The same facts give the same bytes on every
 * engine. `county` is what stands in `layers/`; `province` cuts farmland into about 500,000 parcels
 * for benchmarks.
 */
export function* buildDemo(options: {
  readonly facts: DemoFacts;
  readonly scale: Scale;
}): Iterable<DemoFile> {
  const region = createRegion(options.facts, options.scale);
  const written: WrittenLayer[] = [];
  for (const layer of demoLayers(region)) {
    const done = writeLayer(layer);
    written.push(done);
    yield { file: done.file, bytes: done.bytes };
  }
  const text = `${JSON.stringify(demoCatalog(written), null, 1)}\n`;
  yield { file: 'catalog.json', bytes: new TextEncoder().encode(text) };
}

/** In the fixed order of kinds. */
function* demoLayers(region: Region): Iterable<DemoLayer> {
  yield farmlandLayer(region);
  yield cultivatedLayer(region);
  yield redLineLayer(region);
  yield reserveLayer(region, 'core');
  yield reserveLayer(region, 'whole');
  yield urbanBoundaryLayer(region);
  yield urbanLineLayer(region, 'urban-green-line');
  yield urbanLineLayer(region, 'urban-blue-line');
  yield urbanLineLayer(region, 'urban-purple-line');
  yield urbanLineLayer(region, 'urban-yellow-line');
  yield administrativeLayer(region);
  yield waterLayer(region);
  yield townLayer(region);
}

function writeLayer(layer: DemoLayer): WrittenLayer {
  const file = `${layer.kind}.fgb`;
  const tally = new Tally();
  const bytes = writeFlatGeobuf({
    name: layer.kind,
    title: layer.title.zh,
    columns: layer.columns,
    crs: 4490,
    features: tally.through(layer.features),
    index: true,
    geometryType: layer.geometryType,
  });
  return { layer, file, bytes, features: tally.count, extent: tally.extent };
}

/** Counts features and their extent while they pass to the writer. */
class Tally {
  count = 0;
  extent: BBox = [Infinity, Infinity, -Infinity, -Infinity];

  *through(features: Iterable<WriteFeature>): Iterable<WriteFeature> {
    for (const feature of features) {
      this.count++;
      if ('polygons' in feature) this.widen(feature.polygons.xy);
      else if ('lines' in feature) this.widen(feature.lines.xy);
      else this.widen(feature.point);
      yield feature;
    }
  }

  private widen(xy: ArrayLike<number>): void {
    let [west, south, east, north] = this.extent;
    for (let i = 0; i < xy.length; i += 2) {
      west = Math.min(west, xy[i]!);
      south = Math.min(south, xy[i + 1]!);
      east = Math.max(east, xy[i]!);
      north = Math.max(north, xy[i + 1]!);
    }
    this.extent = [west, south, east, north];
  }
}
