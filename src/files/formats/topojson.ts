import { feature } from 'topojson-client';
import { importError } from '../import-message.ts';
import { readText } from '../read-text.ts';
import type { ProjectFormat } from './format.ts';
import { documentIn, geojsonProject, type LayeredFeature } from './geojson.ts';
import { asList, asObject, type Json } from './geojson-shapes.ts';

/** TopoJSON: its objects are layers; arcs are put together by topojson-client, then read as GeoJSON. */
export const topojson: ProjectFormat = {
  id: 'topojson',
  title: { zh: 'TopoJSON', en: 'TopoJSON' },
  extensions: ['topojson'],

  sniff(head) {
    const text = new TextDecoder().decode(head).replace(/^\ufeff/, '');
    return /^\s*\{/.test(text) && /"type"\s*:\s*"Topology"/.test(text) ? 1 : 0;
  },

  read(bytes, { answers }) {
    const { text, notes } = readText(bytes);
    const root = documentIn(text);
    const objects = asObject(root.objects);
    if (root.type !== 'Topology' || !objects) throw importError('err-topojson', { object: '' });
    const features = Object.entries(objects).flatMap(([name, object]) =>
      featuresOf(root, name, object),
    );
    return geojsonProject(features, [root], answers, notes);
  },
};

type Topology = Parameters<typeof feature>[0];

function featuresOf(root: Json, layer: string, object: unknown): LayeredFeature[] {
  const failed = () => importError('err-topojson', { object: layer.slice(0, 40) });
  if (typeof asObject(object)?.type !== 'string') throw failed();
  let found: unknown;
  try {
    found = feature(root as unknown as Topology, object as Parameters<typeof feature>[1]);
  } catch {
    // An arc that is not there, a transform that is none: whatever it met, the file is not sound.
    throw failed();
  }
  const collection = asObject(found)!;
  const list = collection.type === 'FeatureCollection' ? asList(collection.features) : [collection];
  return list.map((one) => ({ feature: one, layer }));
}
