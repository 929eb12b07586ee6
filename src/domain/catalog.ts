import { z } from 'zod';
import { bbox, geoJsonPolygonal, sha256, text } from './document.ts';
import { KIND_ORDER, type LayerKind } from './kinds.ts';

/** `sanxian/catalog@1`: which layers there are, what they cover and what they must weigh. */
export const SECURITY_LEVELS = ['public', 'internal', 'secret'] as const;
export type SecurityLevel = (typeof SECURITY_LEVELS)[number];

export const catalogLayerSchema = z.object({
  id: z.string().min(1),
  kind: z.enum(KIND_ORDER as readonly [LayerKind, ...LayerKind[]]),
  title: text,
  required: z.boolean().default(false),
  role: z.enum(['current', 'reference']).default('current'),
  file: z.string().min(1).describe('resolves against the catalog'),
  sha256,
  headSha256: sha256.optional().describe('of all bytes before the first feature: header and index'),
  bytes: z.number().int().positive(),
  features: z.number().int().min(0),
  extent: bbox,
  coverage: geoJsonPolygonal
    .optional()
    .describe('where the layer is complete; without it the layer covers nothing'),
  edition: z.string(),
  owner: z.string(),
  approval: z.string().nullable().default(null),
  crs: z.literal('EPSG:4490').default('EPSG:4490'),
  security: z.enum(SECURITY_LEVELS).default('internal'),
  accuracyM: z.number().min(0).default(0.5),
  overlapsItself: z.boolean().default(true),
  fields: z
    .object({
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
    })
    .partial()
    .default({}),
  chunkSums: z
    .object({
      file: z.string().min(1),
      sha256,
      headSha256: sha256.describe('of the beginning of the side file, up to the sums of its pages'),
      chunkBytes: z.number().int().positive(),
    })
    .optional()
    .describe('sums of the chunks of the file, so that a part of it can be verified by itself'),
  edgeIndex: z.object({ file: z.string(), sha256 }).optional(),
  names: z
    .object({
      file: z.string().min(1),
      sha256,
      headSha256: sha256.describe('of the beginning of the side file, up to its first block'),
      bytes: z.number().int().positive(),
    })
    .optional()
    .describe('codes and names of the features, so that one is found without loading the layer'),
  lod: z
    .array(
      z.object({
        file: z.string(),
        minzoom: z.number().int(),
        maxzoom: z.number().int(),
        sha256,
        headSha256: sha256.optional(),
        bytes: z.number().int().positive().optional(),
        features: z.number().int().min(0).optional(),
        extent: bbox.optional(),
        tiles: z
          .number()
          .int()
          .min(0)
          .optional()
          .describe('how many tiles a file of ready tiles holds; others are FlatGeobuf files'),
        parts: z
          .number()
          .int()
          .positive()
          .optional()
          .describe('how many files make up these zooms together; default 1'),
      }),
    )
    .default([]),
});

export const catalogSchema = z.object({
  schema: z.literal('sanxian/catalog@1'),
  title: text,
  region: z.string(),
  synthetic: z.boolean(),
  policy: z.string().optional(),
  layers: z.array(catalogLayerSchema),
});

export type CatalogLayer = z.infer<typeof catalogLayerSchema>;
export type CatalogOverview = CatalogLayer['lod'][number];
export type Catalog = z.infer<typeof catalogSchema>;
