import { ByteError, type ByteSource } from '../../../src/bytes/byte-source.ts';
import { memorySource } from '../../../src/bytes/memory-source.ts';
import {
  type CatalogLayer,
  type CatalogOverview,
  catalogLayerSchema,
} from '../../../src/domain/catalog.ts';
import { describeLayer } from '../../../src/files/describe-layer.ts';
import type { Column } from '../../../src/files/flatgeobuf/format.ts';
import { type FlatFeature, openFlatGeobuf } from '../../../src/files/flatgeobuf/reader.ts';
import { type WriteFeature, writeFlatGeobuf } from '../../../src/files/flatgeobuf/writer.ts';
import { openLayerSource } from '../../../src/files/layer-source.ts';
import { flatPolygon } from '../../../src/geometry/shapes.ts';
import { buildOverviews } from '../../../src/layers/overviews/build-overviews.ts';
import { deliverOverview } from '../../../src/layers/overviews/deliver-overview.ts';
import { openLayerFile } from '../../../src/layers/overviews/layer-file.ts';
import { openLevels } from '../../../src/tiles/levels/open-levels.ts';
import { worldX, worldY } from '../../../src/tiles/mercator.ts';
import { overviewsOf } from '../../../src/tiles/overview-source.ts';
import { type TileLayer, tileLayer } from '../../../src/tiles/tile-layer.ts';
import { seeded } from '../../overlay/seeded.ts';
import { type DecodedTile, decode } from '../../tiles/decode.ts';

export interface Sample {
  readonly kind: CatalogLayer['kind'];
  readonly features: readonly WriteFeature[];
  readonly columns?: readonly Column[];
  readonly fields?: CatalogLayer['fields'];
}

/** A level-of-detail file as it was handed out, with its entry in the catalog. */
export type Written = CatalogOverview & { readonly content: Uint8Array };

export interface Built {
  readonly entry: CatalogLayer;
  /** By the name in the catalog, the layer's own among them. */
  readonly files: Map<string, Uint8Array>;
  readonly written: readonly Written[];
  /** The layer's features in the order of its file. */
  readonly features: readonly FlatFeature[];
}

/** A layer written to a file, its overviews built from that file, and the catalog's entry. */
export async function build(sample: Sample): Promise<Built> {
  const { kind, features, columns = [], fields = {} } = sample;
  const bytes = writeFlatGeobuf({
    name: 'sample',
    columns,
    crs: 4490,
    features,
    index: true,
    geometryType: 'MultiPolygon',
  });
  const source = memorySource('sample.fgb', bytes);
  const files = new Map([['sample.fgb', bytes]]);
  const written: Written[] = [];
  const weights = await describeLayer(bytes);
  const options = { id: 'sample', kind, fields, sha256: weights.sha256 };
  for await (const one of buildOverviews(await openLayerFile(source), options)) {
    const pieces: Uint8Array[] = [];
    const described = await deliverOverview(one, (piece) => void pieces.push(piece));
    const content = Uint8Array.from(Buffer.concat(pieces));
    files.set(one.file, content);
    written.push({ ...described, content });
  }
  const entry = catalogLayerSchema.parse({
    ...weights,
    id: 'sample',
    kind,
    title: { zh: '示例', en: 'sample' },
    file: 'sample.fgb',
    edition: '2025-12',
    owner: '示例单位（虚构数据）',
    fields,
    lod: written.map(({ content: _, ...described }) => described),
  });
  return { entry, files, written, features: await all(bytes) };
}

/** The layer as the tile worker has it, its files in memory. */
export function tilesOf({ entry, files }: Pick<Built, 'entry' | 'files'>): TileLayer {
  const bytesOf = (file: string) => {
    const bytes = files.get(file);
    return bytes ? memorySource(file, bytes) : missingSource(file);
  };
  const source = openLayerSource(entry, bytesOf(entry.file), { integrity: 'size+header+index' });
  return tileLayer(source, overviewsOf(entry, bytesOf));
}

function missingSource(name: string): ByteSource {
  const missing = async (): Promise<never> => {
    throw new ByteError('missing', { url: name });
  };
  return { name, size: missing, read: missing };
}

export async function all(bytes: Uint8Array): Promise<FlatFeature[]> {
  const out: FlatFeature[] = [];
  const file = await openFlatGeobuf(memorySource('file', bytes));
  for await (const feature of file.allFeatures()) out.push(feature);
  return out;
}

/** Every tile of a zoom that has anything in it, as the file of tiles has it. */
export async function drawnAt(
  { entry, files }: Built,
  z: number,
): Promise<{ readonly x: number; readonly y: number; readonly tile: DecodedTile }[]> {
  const lod = entry.lod.find(({ tiles }) => tiles !== undefined)!;
  const levels = await openLevels(memorySource(lod.file, files.get(lod.file)!), lod.headSha256!);
  const [west, south, east, north] = entry.extent;
  const at = (world: number): number => Math.floor(world * 2 ** z);
  const drawn = [];
  for (let y = at(worldY(north)) - 1; y <= at(worldY(south)) + 1; y++) {
    for (let x = at(worldX(west)) - 1; x <= at(worldX(east)) + 1; x++) {
      if (x < 0 || y < 0 || x >= 2 ** z || y >= 2 ** z) continue;
      const bytes = await levels.tileAt({ z, x, y });
      if (bytes.length > 0) drawn.push({ x, y, tile: decode(bytes) });
    }
  }
  return drawn;
}

/** The files of the overview that draws a zoom. */
export function levelAt({ written }: Built, zoom: number): Written[] {
  return written.filter(({ minzoom, maxzoom }) => minzoom <= zoom && zoom <= maxzoom);
}

/** Flat rings in degrees as one feature. */
export function polygon(rings: readonly number[][], properties: WriteFeature['properties'] = {}) {
  return { polygons: flatPolygon(rings.map(closed)), properties } satisfies WriteFeature;
}

function closed(ring: readonly number[]): number[] {
  return [...ring, ring[0]!, ring[1]!];
}

/**
 * Parcels on a lattice of wavy borders that neighbours share vertex for vertex, with gaps and a few specks
 * far from the rest.
 */
export function parcels(seed: number, columns: number, rows: number): WriteFeature[] {
  const random = seeded(seed);
  const [west, south, stepX, stepY] = [106, 38, 0.0012, 0.001];
  const corner = table(rows + 1, columns + 1, (j, i) => [
    west + (i + 0.3 * (random() - 0.5)) * stepX,
    south + (j + 0.3 * (random() - 0.5)) * stepY,
  ]);
  const between = (a: readonly number[], b: readonly number[]): number[] => {
    const out: number[] = [];
    for (let k = 0; k < 6; k++) {
      const wave = k === 0 ? 0 : 0.06 * stepX;
      out.push(
        a[0]! + (k / 6) * (b[0]! - a[0]!) + wave * (random() - 0.5),
        a[1]! + (k / 6) * (b[1]! - a[1]!) + wave * (random() - 0.5),
      );
    }
    return out;
  };
  const east = table(rows + 1, columns, (j, i) => between(corner[j]![i]!, corner[j]![i + 1]!));
  const north = table(rows, columns + 1, (j, i) => between(corner[j]![i]!, corner[j + 1]![i]!));
  const back = (side: readonly number[], end: readonly number[]): number[] => {
    const out = [end[0]!, end[1]!];
    for (let k = side.length - 2; k > 0; k -= 2) out.push(side[k]!, side[k + 1]!);
    return out;
  };
  const out: WriteFeature[] = [];
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      if (random() < 0.15) continue;
      const ring = [...east[j]![i]!, ...north[j]![i + 1]!];
      ring.push(...back(east[j + 1]![i]!, corner[j + 1]![i + 1]!));
      ring.push(...back(north[j]![i]!, corner[j + 1]![i]!));
      out.push(polygon([ring]));
    }
  }
  for (let k = 0; k < 40; k++) {
    const [x, y] = [west - 0.3 * random(), south - 0.2 * random()];
    const size = 0.00001 + 0.0002 * random();
    out.push(polygon([[x, y, x + size, y, x + size, y + size, x, y + size]]));
  }
  return out;
}

function table<T>(rows: number, columns: number, make: (j: number, i: number) => T): T[][] {
  return Array.from({ length: rows }, (_, j) =>
    Array.from({ length: columns }, (_, i) => make(j, i)),
  );
}

/** A wavy ring around a place: radii of several octaves of waves. */
export function blob(
  random: () => number,
  x: number,
  y: number,
  radius: number,
  vertices: number,
): number[] {
  const phases = Array.from({ length: 6 }, () => 7 * random());
  const ring: number[] = [];
  for (let i = 0; i < vertices; i++) {
    const angle = (i / vertices) * 2 * Math.PI;
    let r = 0.6;
    for (const [k, phase] of phases.entries())
      r += (0.12 / 2 ** k) * Math.sin(3 ** k * angle + phase);
    ring.push(x + radius * r * Math.cos(angle), y + radius * r * Math.sin(angle));
  }
  return ring;
}
