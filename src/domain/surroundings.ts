import { z } from 'zod';
import { bbox, geoJsonMultiPolygon, sha256, text } from './document.ts';
import { KIND_ORDER, type LayerKind } from './kinds.ts';
import { INNER_URBAN_ZONES } from './zones.ts';

/**
 * `sanxian/surroundings@1`: the control lines in the extent of each figure of one report, cut and
 * simplified for paper. It draws, it proves nothing: what was found stands in the report, to which it is
 * tied by digest. Figures without it say that the lines around are not drawn.
 */
const lineAround = z.object({
  kind: z.enum(KIND_ORDER as readonly [LayerKind, ...LayerKind[]]),
  layers: z.array(z.object({ id: z.string(), edition: z.string(), sha256 })),
  geometry: geoJsonMultiPolygon
    .nullable()
    .describe('lon/lat, simplified to 0.1 mm on paper; null: not to be drawn'),
  zones: z
    .array(z.object({ zone: z.enum(INNER_URBAN_ZONES), geometry: geoJsonMultiPolygon }))
    .optional()
    .describe('zones of the urban boundary, where its geometry is drawn'),
  crowded: z.boolean().describe('too many features for this scale: left out, not absent'),
  uncovered: geoJsonMultiPolygon.nullable().describe('ground for which no layer could answer'),
  reason: text.nullable().describe('why a layer could not answer'),
});

const sheetAround = z.object({
  figure: z.string().describe('location, site, or piece-<number>'),
  extent: bbox.describe('ground that was looked at, lon/lat'),
  lines: z.array(lineAround),
});

export const surroundingsSchema = z.object({
  schema: z.literal('sanxian/surroundings@1'),
  report: z.string().describe('digest of the report whose figures these are'),
  sheets: z.array(sheetAround),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
});

export type Surroundings = z.infer<typeof surroundingsSchema>;
export type SheetAround = z.infer<typeof sheetAround>;
export type LineAround = z.infer<typeof lineAround>;
