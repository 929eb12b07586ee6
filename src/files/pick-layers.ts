import type { ImportQuestion, LayerChoice } from '../domain/import-answers.ts';
import type { RawParcel, RawProject, RawShape } from './formats/format.ts';
import { importError } from './import-message.ts';

/**
 * The parcels of the layers that a person chose, or of all. Throws the question `choose-layers` for a
 * drawing whose shapes lie on several layers: most of them are not the boundary.
 */
export function pickLayers(
  raw: RawProject,
  chosen: readonly string[] | undefined,
  file: string,
): RawProject {
  const layers = layerChoices(raw.parcels);
  const names = layers.map(({ name }) => name);
  if (chosen === undefined) {
    if (!raw.choosesLayers || layers.length < 2) return raw;
    const params = { file, layers: names.join('、') };
    throw importError('choose-layers', params, { kind: 'layers', layers } satisfies ImportQuestion);
  }
  const missing = chosen.find((name) => !names.includes(name));
  if (missing !== undefined || chosen.length === 0) {
    throw importError('err-layer-missing', { layer: missing ?? '', layers: names.join('、') });
  }
  return { ...raw, parcels: raw.parcels.filter(({ layer }) => chosen.includes(layer ?? '')) };
}

function layerChoices(parcels: readonly RawParcel[]): LayerChoice[] {
  const shapes = new Map<string, RawShape[]>();
  for (const { layer, shape } of parcels) {
    const name = layer ?? '';
    const known = shapes.get(name);
    if (known) known.push(shape);
    else shapes.set(name, [shape]);
  }
  return [...shapes].map(([name, list]) => {
    const count = (shape: RawShape) => list.filter((one) => one === shape).length;
    return { name, areas: count('area'), lines: count('line'), points: count('point') };
  });
}
