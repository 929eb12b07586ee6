import { z } from 'zod';
import { sha256 } from './document.ts';

/** Name of the manifest in a bundle; a detached signature of it stands beside it as `.sig`. */
export const BUNDLE_MANIFEST = 'manifest.json';

/** `sanxian/bundle@1`: every file of a bundle but the manifest and its signature. */
export const bundleSchema = z.object({
  schema: z.literal('sanxian/bundle@1'),
  digest: z.string().describe('digest of the report inside'),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int().min(0), sha256 })),
});

export type Bundle = z.infer<typeof bundleSchema>;
