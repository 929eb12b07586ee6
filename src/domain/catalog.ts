import * as z from 'zod/mini';
import { KIND_ORDER, type LayerKind } from './kinds.ts';
import {
  smallBbox as bbox,
  smallPolygonal as geoJsonPolygonal,
  smallSha256 as sha256,
  smallText as text,
} from './small-document.ts';

/** `sanxian/catalog@1`: which layers there are, what they cover and what they must weigh. */
export const SECURITY_LEVELS = ['public', 'internal', 'secret'] as const;
export type SecurityLevel = (typeof SECURITY_LEVELS)[number];

const said = z.string().check(z.minLength(1));
const count = z.int().check(z.minimum(0));
const positive = z.int().check(z.positive());

export const catalogLayerSchema = z.object({
  id: said,
  kind: z.enum(KIND_ORDER as readonly [LayerKind, ...LayerKind[]]),
  title: text,
  required: z._default(z.boolean(), false),
  role: z._default(z.enum(['current', 'reference']), 'current'),
  file: said.check(z.describe('resolves against the catalog')),
  sha256,
  headSha256: z
    .optional(sha256)
    .check(z.describe('of all bytes before the first feature: header and index')),
  bytes: positive,
  features: count,
  extent: bbox,
  coverage: z
    .optional(geoJsonPolygonal)
    .check(z.describe('where the layer is complete; without it the layer covers nothing')),
  edition: z.string(),
  owner: z.string(),
  approval: z._default(z.nullable(z.string()), null),
  crs: z._default(z.literal('EPSG:4490'), 'EPSG:4490'),
  security: z._default(z.enum(SECURITY_LEVELS), 'internal'),
  accuracyM: z._default(z.number().check(z.minimum(0)), 0.5),
  overlapsItself: z._default(z.boolean(), true),
  fields: z._default(
    z.partial(
      z.object({
        featureId: z.string(),
        zone: z.string(),
        name: z.string(),
        landClass: z.string(),
        owner: z.string(),
        place: z.string(),
        quality: z.string(),
        county: z.string(),
        graphicArea: z.string(),
        netArea: z.string(),
      }),
    ),
    {},
  ),
  chunkSums: z
    .optional(
      z.object({
        file: said,
        sha256,
        headSha256: sha256.check(
          z.describe('of the beginning of the side file, up to the sums of its pages'),
        ),
        chunkBytes: positive,
      }),
    )
    .check(
      z.describe('sums of the chunks of the file, so that a part of it can be verified by itself'),
    ),
  edgeIndex: z.optional(z.object({ file: z.string(), sha256 })),
  names: z
    .optional(
      z.object({
        file: said,
        sha256,
        headSha256: sha256.check(
          z.describe('of the beginning of the side file, up to its first block'),
        ),
        bytes: positive,
      }),
    )
    .check(
      z.describe('codes and names of the features, so that one is found without loading the layer'),
    ),
  lod: z._default(
    z.array(
      z.object({
        file: z.string(),
        minzoom: z.int(),
        maxzoom: z.int(),
        sha256,
        headSha256: z.optional(sha256),
        bytes: z.optional(positive),
        features: z.optional(count),
        extent: z.optional(bbox),
        tiles: z
          .optional(count)
          .check(
            z.describe('how many tiles a file of ready tiles holds; others are FlatGeobuf files'),
          ),
        parts: z
          .optional(positive)
          .check(z.describe('how many files make up these zooms together; default 1')),
      }),
    ),
    [],
  ),
});

export const catalogSchema = z.object({
  schema: z.literal('sanxian/catalog@1'),
  title: text,
  region: z.string(),
  synthetic: z.boolean(),
  policy: z.optional(z.string()),
  layers: z.array(catalogLayerSchema),
});

export type CatalogLayer = z.infer<typeof catalogLayerSchema>;
export type CatalogOverview = CatalogLayer['lod'][number];
export type Catalog = z.infer<typeof catalogSchema>;
