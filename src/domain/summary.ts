import { z } from 'zod';
import { m2, text } from './document.ts';
import { KIND_ORDER, type LayerKind } from './kinds.ts';
import { VERDICTS } from './verdict.ts';

const kind = z.enum(KIND_ORDER as readonly [LayerKind, ...LayerKind[]]);

/** One project of a batch; a file that could not be read is an item with its error. */
export const summaryItemSchema = z.object({
  source: z.object({
    file: z.string(),
    sha256: z.string().nullable(),
    numberInFile: z.number().int().nullable(),
  }),
  id: z.string().nullable(),
  name: z.string().nullable(),
  county: z.string().nullable().describe('several counties are joined by 、'),
  report: z.string().nullable().describe('file name of its report, null where none was written'),
  digest: z.string().nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  complete: z.boolean(),
  areaM2: m2.nullable(),
  lines: z
    .partialRecord(kind, m2.nullable())
    .describe('occupied area a line; null was not looked at, 0 was measured as zero'),
  error: z.object({ code: z.string(), text }).nullable(),
});

/** `sanxian/summary@1`: a batch on one page, with totals a county and line. */
export const summarySchema = z.object({
  schema: z.literal('sanxian/summary@1'),
  createdAt: z.iso.datetime(),
  items: z.array(summaryItemSchema),
  totals: z.array(
    z.object({
      county: z.string().nullable(),
      kind,
      projects: z.number().int().describe('projects that occupy the line'),
      areaM2: m2,
      notLookedAt: z
        .number()
        .int()
        .describe('projects of the county for which it was not looked at'),
    }),
  ),
});

export type Summary = z.infer<typeof summarySchema>;
export type SummaryItem = z.infer<typeof summaryItemSchema>;
