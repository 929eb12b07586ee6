import { z } from 'zod';
import { bbox, geoJsonMultiPolygon, m2, text } from './document.ts';
import { KIND_ORDER, type LayerKind } from './kinds.ts';

/** `sanxian/layer-quality@1`: what looking through layers found, and what was not looked at. */

/** What is looked for within one layer, in the order of every table. */
export const QUALITY_CHECKS = [
  'invalid-ring',
  'missing-id',
  'duplicate-id',
  'area-differs',
  'outside-area',
  'duplicate',
  'overlap',
  'gap',
  'unmatched-vertex',
] as const;
export type QualityCheckName = (typeof QUALITY_CHECKS)[number];

const kind = z.enum(KIND_ORDER as readonly [LayerKind, ...LayerKind[]]);
const position = z.tuple([z.number(), z.number()]).describe('lon, lat');
const metres = z.number().min(0).describe('metres, 3 decimals');

export const qualityParametersSchema = z.object({
  vertexToleranceM: metres.describe(
    'a vertex this near to a neighbour should be one of its vertices',
  ),
  gapWidthM: metres.describe('what is wider on average is meant to be there'),
  noiseM2: z.number().describe('smaller areas are counted and summed, not listed one by one'),
  areaToleranceM2: z.number(),
  areaToleranceShare: z.number(),
  listed: z.number().int().describe('findings of one check listed at most; all are counted'),
});

/** A feature as people find it again. */
const feature = z.object({
  layer: z.string().optional().describe('id of the layer, where several are concerned'),
  index: z.number().int().min(0).describe('position in the layer file, from 0'),
  id: z.string().nullable(),
});

export const qualityFindingSchema = z.object({
  check: z.enum([...QUALITY_CHECKS, 'cross']),
  features: z.array(feature).describe('empty for what was repaired on the way in'),
  source: z
    .object({ name: z.string(), index: z.number().int().min(0) })
    .optional()
    .describe('the file delivered and the position in it, from 0'),
  at: position.nullable().describe('a place to look at; null where there is none'),
  bbox: bbox.nullable(),
  areaM2: m2.optional(),
  widthM: metres.optional().describe('mean width'),
  distanceM: metres.optional(),
  statedM2: z.number().optional(),
  what: z.string().optional().describe('the kind of defect'),
  repaired: z.boolean().optional(),
  closed: z.boolean().optional().describe('a gap with features all around it'),
  within: z.boolean().optional().describe('the first feature lies wholly within the second'),
  text,
});

const small = z
  .object({ count: z.number().int().min(0), areaM2: z.number().min(0) })
  .describe('below the noise: counted, not listed');

const checkSchema = z.object({
  check: z.enum(QUALITY_CHECKS),
  state: z.enum(['done', 'partly', 'not-done']),
  reason: text.nullable().describe('what was not looked at, and why'),
  count: z.number().int().min(0),
  areaM2: m2.nullable(),
  small: small.nullable(),
  harmless: z
    .number()
    .int()
    .optional()
    .describe('features with defects that change no area: counted, not listed'),
  findings: z.array(qualityFindingSchema),
});

export const layerQualitySchema = z.object({
  id: z.string(),
  kind,
  title: text,
  file: z.string(),
  features: z.number().int().min(0),
  areaM2: m2,
  overlapsItself: z.boolean().nullable().describe('interiors of features meet; null: not known'),
  checks: z.array(checkSchema),
});

const crossSchema = z.object({
  kinds: z.tuple([kind, kind]),
  layers: z.array(z.string()),
  state: z.enum(['done', 'partly', 'not-done']),
  reason: text.nullable(),
  count: z.number().int().min(0).describe('pairs of features'),
  areaM2: m2.nullable(),
  within: z
    .object({ count: z.number().int().min(0), areaM2: m2 })
    .describe('of these, features of the first kind wholly within one of the second'),
  countedOnce: z
    .boolean()
    .describe('false: features of a layer overlap, and so does what is summed'),
  small,
  findings: z.array(qualityFindingSchema.extend({ geometry: geoJsonMultiPolygon.nullable() })),
});

export const layerQualityDocumentSchema = z.object({
  schema: z.literal('sanxian/layer-quality@1'),
  parameters: qualityParametersSchema,
  layers: z.array(layerQualitySchema),
  crosses: z.array(crossSchema),
  sound: z.boolean().describe('nothing was found in what was looked at'),
  complete: z.boolean().describe('everything was looked at'),
});

export type QualityParameters = z.infer<typeof qualityParametersSchema>;
export type QualityFinding = z.infer<typeof qualityFindingSchema>;
export type QualityCheck = z.infer<typeof checkSchema>;
export type LayerQuality = z.infer<typeof layerQualitySchema>;
export type CrossQuality = z.infer<typeof crossSchema>;
export type CrossFinding = CrossQuality['findings'][number];
export type LayerQualityDocument = z.infer<typeof layerQualityDocumentSchema>;

export const QUALITY_DEFAULTS: QualityParameters = {
  vertexToleranceM: 0.01,
  gapWidthM: 1,
  noiseM2: 0.005,
  areaToleranceM2: 1,
  areaToleranceShare: 0.001,
  listed: 1000,
};
