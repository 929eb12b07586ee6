import { z } from 'zod';
import { bbox, text } from './document.ts';

/**
 * `sanxian/basemap@1`: the maps that may lie beneath the layers. It stands outside the build, beside the
 * catalog; without it, or with an empty list, the map draws its own areas, waters and towns alone.
 */
const common = {
  id: z.string().min(1),
  title: text,
  attribution: z.string().default('').describe('whose map it is; shown on the map'),
  approval: z
    .string()
    .nullable()
    .default(null)
    .describe('审图号; without it every figure says 内部工作用图，未经审核，不得公开'),
  look: z
    .enum(['plain', 'imagery'])
    .default('plain')
    .describe('imagery: lines get the colours and dark casings that stand on pictures from above'),
  labelled: z
    .boolean()
    .default(false)
    .describe('it names places itself; the names of the own base layers then stay away'),
};

const zoom = z.number().int().min(0).max(24);
const extent = bbox.optional().describe('west, south, east, north of what the service holds');

/** Addresses hold {z} {x} {y}; {s} is a server of `servers`, {token} the token. */
const address = z.string().regex(/\{x\}.*\{y\}|\{y\}.*\{x\}/, 'holds no {x} and {y}');

const tianditu = z.object({
  ...common,
  type: z.literal('tianditu'),
  layers: z
    .array(z.enum(['vec', 'cva', 'img', 'cia', 'ter', 'cta']))
    .min(1)
    .describe('bottom to top, such as ["vec", "cva"]'),
  matrixSet: z
    .enum(['w', 'c'])
    .default('w')
    .describe('w: Web Mercator. c, degrees, cannot be shown and is refused with a sentence'),
  token: z.string().default(''),
  address: z.string().default('https://t{s}.tianditu.gov.cn').describe('or a provincial node'),
});

const raster = z.object({
  ...common,
  type: z.literal('raster'),
  tiles: z.array(address).min(1).describe('one address a sheet, bottom to top'),
  token: z.string().default(''),
  servers: z.array(z.string()).default([]),
  tileSize: z.union([z.literal(256), z.literal(512)]).default(256),
  minzoom: zoom.default(0),
  maxzoom: zoom.default(18),
  zoomOffset: z.number().int().default(0).describe('added to {z}: services that count otherwise'),
  scheme: z.enum(['xyz', 'tms']).default('xyz'),
  extent,
});

const wmts = z.object({
  ...common,
  type: z.literal('wmts'),
  address: z.string().min(1).describe('of GetTile, without the query'),
  layer: z.string().min(1),
  style: z.string().default('default'),
  matrixSet: z.string().min(1),
  projection: z
    .enum(['EPSG:3857', 'EPSG:4490', 'EPSG:4326'])
    .default('EPSG:3857')
    .describe('only EPSG:3857 can be shown; the others are refused with a sentence'),
  format: z.string().default('image/png'),
  extra: z
    .record(z.string(), z.string())
    .default({})
    .describe('more of the query, such as a token'),
  tileSize: z.union([z.literal(256), z.literal(512)]).default(256),
  minzoom: zoom.default(0),
  maxzoom: zoom.default(18),
  zoomOffset: z.number().int().default(0),
  extent,
});

const pmtiles = z.object({
  ...common,
  type: z.literal('pmtiles'),
  file: z.string().min(1).describe('resolves against this document'),
  tileSize: z
    .union([z.literal(256), z.literal(512)])
    .default(256)
    .describe('of the pictures of a raster archive'),
  draw: z
    .array(
      z.object({
        layer: z.string().min(1).describe('a source layer of the archive'),
        as: z.enum(['water', 'built', 'road', 'name']),
        field: z.string().optional().describe('of a name; default name:zh, else name'),
      }),
    )
    .optional()
    .describe('vector archives; without it layers are recognised by their names'),
});

export const baseEntrySchema = z.discriminatedUnion('type', [tianditu, raster, wmts, pmtiles]);

export const basemapSchema = z
  .object({
    schema: z.literal('sanxian/basemap@1'),
    start: z.string().nullable().default(null).describe('id of the one that is shown at first'),
    maps: z.array(baseEntrySchema),
  })
  .superRefine(({ start, maps }, context) => {
    const ids = maps.map(({ id }) => id);
    const twice = ids.find((id, i) => ids.indexOf(id) !== i);
    if (twice !== undefined) {
      context.addIssue({ code: 'custom', path: ['maps'], message: `id ${twice} stands twice` });
    }
    if (start !== null && !ids.includes(start)) {
      context.addIssue({ code: 'custom', path: ['start'], message: `no map has the id ${start}` });
    }
  });

export type BaseEntry = z.infer<typeof baseEntrySchema>;
export type BaseMaps = z.infer<typeof basemapSchema>;
export type VectorDraw = NonNullable<Extract<BaseEntry, { type: 'pmtiles' }>['draw']>[number];
