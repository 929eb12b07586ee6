import * as z from 'zod/mini';

// Functions made of text are refused by the content policy, and even the attempt is a violation of it.
z.config({ jitless: true });

/**
 * Building blocks of `document.ts` in the small form of zod, for what the first view reads: a third of the
 * size.
 */
export const smallText = z.object({ zh: z.string(), en: z.string() });
export const smallSha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const smallBbox = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const position = z.tuple([z.number(), z.number()]);
const ring = z.array(position);
export const smallPolygonal = z.union([
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
]);
