import { PbfWriter } from 'pbf';
import { EXTENT } from './mercator.ts';

/**
 * Mapbox Vector Tile 2.1, written directly.
 * https://github.com/mapbox/vector-tile-spec/blob/master/2.1/README.md
 */
export type TileValue = string | number | boolean;
export type TileProperties = Readonly<Record<string, TileValue | null>>;

export interface MvtFeature {
  readonly id: number | null;
  readonly type: 'point' | 'line' | 'polygon';
  /**
   * Integer tile units, flat. Polygons: closed rings, outer ones clockwise on the screen, each followed
   * by its holes, which run the other way.
   */
  readonly parts: readonly (readonly number[])[];
  readonly properties: TileProperties;
}

export interface MvtLayer {
  readonly name: string;
  readonly features: readonly MvtFeature[];
}

const TYPES = { point: 1, line: 2, polygon: 3 } as const;
const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE = 7;

/** The bytes of a tile; layers without features are left out, so an empty tile has no bytes. */
export function encodeTile(layers: readonly MvtLayer[]): Uint8Array {
  const pbf = new PbfWriter();
  for (const layer of layers) if (layer.features.length > 0) pbf.writeMessage(3, writeLayer, layer);
  return pbf.finish();
}

class Dictionary<T> {
  readonly values: T[] = [];
  readonly #seen = new Map<T, number>();

  indexOf(value: T): number {
    const known = this.#seen.get(value);
    if (known !== undefined) return known;
    this.#seen.set(value, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}

function writeLayer(layer: MvtLayer, pbf: PbfWriter): void {
  const keys = new Dictionary<string>();
  const values = new Dictionary<TileValue>();
  pbf.writeVarintField(15, 2);
  pbf.writeStringField(1, layer.name);
  pbf.writeVarintField(5, EXTENT);
  for (const feature of layer.features) {
    pbf.writeMessage(2, writeFeature, { feature, tags: tagsOf(feature.properties, keys, values) });
  }
  for (const key of keys.values) pbf.writeStringField(3, key);
  for (const value of values.values) pbf.writeMessage(4, writeValue, value);
}

function tagsOf(
  properties: TileProperties,
  keys: Dictionary<string>,
  values: Dictionary<TileValue>,
): number[] {
  const tags: number[] = [];
  for (const [key, value] of Object.entries(properties)) {
    if (value !== null) tags.push(keys.indexOf(key), values.indexOf(value));
  }
  return tags;
}

function writeFeature(
  { feature, tags }: { feature: MvtFeature; tags: number[] },
  pbf: PbfWriter,
): void {
  if (feature.id !== null) pbf.writeVarintField(1, feature.id);
  if (tags.length > 0) pbf.writePackedVarint(2, tags);
  pbf.writeVarintField(3, TYPES[feature.type]);
  pbf.writePackedVarint(4, commandsOf(feature));
}

function writeValue(value: TileValue, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(1, value);
  else if (typeof value === 'boolean') pbf.writeBooleanField(7, value);
  else if (Number.isSafeInteger(value)) pbf.writeSVarintField(6, value);
  else pbf.writeDoubleField(3, value);
}

function commandsOf({ type, parts }: MvtFeature): number[] {
  const out: number[] = [];
  let x = 0;
  let y = 0;
  const goTo = (part: readonly number[], i: number): void => {
    out.push(zigzag(part[i]! - x), zigzag(part[i + 1]! - y));
    x = part[i]!;
    y = part[i + 1]!;
  };
  for (const part of parts) {
    const points = part.length / 2 - (type === 'polygon' ? 1 : 0);
    out.push(command(MOVE_TO, 1));
    goTo(part, 0);
    if (type === 'point') continue;
    out.push(command(LINE_TO, points - 1));
    for (let i = 1; i < points; i++) goTo(part, 2 * i);
    if (type === 'polygon') out.push(command(CLOSE, 1));
  }
  return out;
}

function command(id: number, count: number): number {
  return (id & 0x7) | (count << 3);
}

function zigzag(n: number): number {
  return n < 0 ? -n * 2 - 1 : n * 2;
}
