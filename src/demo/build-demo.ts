import { memorySource } from '../bytes/memory-source.ts';
import { describeLayer } from '../files/describe-layer.ts';
import { describeSums, SUMS_FROM_HEAD_BYTES } from '../files/describe-sums.ts';
import { readHeader } from '../files/flatgeobuf/read-header.ts';
import { openFlatGeobuf } from '../files/flatgeobuf/reader.ts';
import { writeFlatGeobuf } from '../files/flatgeobuf/writer.ts';
import {
  describeNames,
  hasNames,
  type LayerNames,
  NAMED_FROM,
  type NamedLayer,
  namedFeatures,
} from '../layers/describe-names.ts';
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
export async function* buildDemo(options: {
  readonly facts: DemoFacts;
  readonly scale: Scale;
}): AsyncIterable<DemoFile> {
  const region = createRegion(options.facts, options.scale);
  const written: WrittenLayer[] = [];
  for (const layer of demoLayers(region)) {
    const file = `${layer.kind}.fgb`;
    const bytes = encodeLayer(layer);
    const weights = await describeLayer(bytes);
    const named = { file, sha256: weights.sha256, fields: layer.fields };
    const names = weights.features < NAMED_FROM ? null : await namesOf(named, bytes);
    const { featuresStart } = await readHeader(memorySource(file, bytes));
    const sums = featuresStart < SUMS_FROM_HEAD_BYTES ? null : describeSums(file, bytes);
    written.push({ layer, file, weights, names: names?.entry, sums: sums?.entry });
    yield { file, bytes };
    if (names) yield { file: names.entry.file, bytes: names.bytes };
    if (sums !== null) yield { file: sums.entry.file, bytes: sums.bytes };
  }
  const text = `${JSON.stringify(demoCatalog(written), null, 1)}\n`;
  yield { file: 'catalog.json', bytes: new TextEncoder().encode(text) };
}

async function namesOf(layer: NamedLayer, bytes: Uint8Array): Promise<LayerNames | null> {
  if (!hasNames(layer)) return null;
  const file = await openFlatGeobuf(memorySource(layer.file, bytes));
  return describeNames(layer, namedFeatures(file));
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

function encodeLayer(layer: DemoLayer): Uint8Array {
  return writeFlatGeobuf({
    name: layer.kind,
    title: layer.title.zh,
    columns: layer.columns,
    crs: 4490,
    features: layer.features,
    index: true,
    geometryType: layer.geometryType,
  });
}
