import type { CatalogLayer } from '../domain/catalog.ts';
import type { LayerFeature } from '../domain/layer-source.ts';
import { urbanZoneOf } from '../domain/zones.ts';
import { type BBox, bboxOf, type FlatPolygons } from '../geometry/shapes.ts';
import { toWorld } from './mercator.ts';
import type { TileProperties } from './mvt.ts';
import { doubleArea } from './snap.ts';

/** A layer feature made ready for tiles: rings in world coordinates, what symbols need worked out. */
export interface TileFeature {
  /** Position in the layer file. */
  readonly index: number;
  readonly world: FlatPolygons;
  readonly box: BBox;
  readonly properties: TileProperties;
  /** Where a label stands, a point inside the largest polygon; null when there is no name. */
  readonly anchor: readonly [number, number] | null;
}

/** Attribute under which tiles carry the name of a feature, whatever the file calls it. */
export const NAME = '_name';
/** Attribute under which tiles carry the sub-zone of an urban boundary (`domain/zones.ts`). */
export const ZONE = '_zone';

export function tileFeatureOf(feature: LayerFeature, entry: CatalogLayer): TileFeature {
  const world = toWorld(feature.polygons);
  const name = entry.fields.name ? feature.properties[entry.fields.name] : null;
  const zone =
    entry.kind === 'urban-development-boundary'
      ? urbanZoneOf(entry.fields.zone ? feature.properties[entry.fields.zone] : null)
      : null;
  const named = typeof name === 'string' && name !== '';
  return {
    index: feature.index,
    world,
    box: bboxOf(world),
    properties: { ...feature.properties, [NAME]: named ? name : null, [ZONE]: zone },
    anchor: named ? anchorOf(world) : null,
  };
}

/** The rings of each polygon as views into the coordinates, outer ring first. */
export function* polygonsOf(flat: FlatPolygons): Generator<Float64Array[]> {
  let ring = 0;
  for (const end of flat.polygonEnds) {
    const rings: Float64Array[] = [];
    for (; ring < end; ring++) {
      const from = ring === 0 ? 0 : flat.ringEnds[ring - 1]!;
      rings.push(flat.xy.subarray(2 * from, 2 * flat.ringEnds[ring]!));
    }
    yield rings;
  }
}

/** The middle of the widest stretch of the largest polygon on the level of its box's middle. */
function anchorOf(world: FlatPolygons): readonly [number, number] | null {
  let largest: Float64Array[] = [];
  let area = 0;
  for (const rings of polygonsOf(world)) {
    const size = Math.abs(doubleArea(rings[0] ?? []));
    if (size > area) {
      area = size;
      largest = rings;
    }
  }
  const outer = largest[0];
  if (!outer) return null;
  let top = Infinity;
  let bottom = -Infinity;
  for (let i = 1; i < outer.length; i += 2) {
    if (outer[i]! < top) top = outer[i]!;
    if (outer[i]! > bottom) bottom = outer[i]!;
  }
  const level = (top + bottom) / 2;
  const crossings = largest.flatMap((ring) => crossingsAt(ring, level)).sort((a, b) => a - b);
  let best: readonly [number, number] | null = null;
  let width = 0;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const stretch = crossings[i + 1]! - crossings[i]!;
    if (stretch <= width) continue;
    width = stretch;
    best = [(crossings[i]! + crossings[i + 1]!) / 2, level];
  }
  return best;
}

function crossingsAt(ring: Float64Array, level: number): number[] {
  const out: number[] = [];
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const y0 = ring[i + 1]!;
    const y1 = ring[i + 3]!;
    if (y0 <= level === y1 <= level) continue;
    out.push(ring[i]! + ((level - y0) / (y1 - y0)) * (ring[i + 2]! - ring[i]!));
  }
  return out;
}
