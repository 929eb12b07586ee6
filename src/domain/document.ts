import { z } from 'zod';

// Functions made of text are refused by the content policy, and even the attempt is a violation of it.
z.config({ jitless: true });

/** Building blocks of the published documents. */
export const text = z.object({ zh: z.string(), en: z.string() });
export const m2 = z.number().min(0).describe('square metres on the CGCS2000 ellipsoid, 2 decimals');
export const share = z.number().min(0).max(1).describe('share, 6 decimals');
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const bbox = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const position = z.tuple([z.number(), z.number()]);
export const geoJsonMultiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(position))),
});
export const geoJsonPolygonal = z.union([
  geoJsonMultiPolygon,
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) }),
]);
export type GeoJsonMultiPolygon = z.infer<typeof geoJsonMultiPolygon>;
export type GeoJsonPolygonal = z.infer<typeof geoJsonPolygonal>;
