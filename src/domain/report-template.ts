import { z } from 'zod';

/**
 * `sanxian/report-template@1`: what a unit puts around the report - its name, its logo, lines above and
 * below, sections of its own, lines to sign on - and which annexes it leaves out. It changes no word of
 * the check: the record and its digest know nothing of it.
 */
const words = (most: number) =>
  z.union([
    z.string().trim().min(1).max(most),
    z.strictObject({
      zh: z.string().trim().min(1).max(most),
      en: z.string().trim().min(1).max(most),
    }),
  ]);

/** Sections by name, in their order; own sections stand before or after one of them. */
export const TEMPLATE_SECTIONS = [
  'project',
  'basis',
  'method',
  'results',
  'requirements',
  'conclusions',
  'figures',
  'annexes',
] as const;
export type TemplateSection = (typeof TEMPLATE_SECTIONS)[number];

/** What may be left out. */
export const HIDEABLE = ['figures', 'points', 'rules', 'hints', 'checklist'] as const;
export type Hideable = (typeof HIDEABLE)[number];

/** What never may, by the names people would try: without it the report would say less than it must. */
export const NEVER_HIDDEN = [
  'verdict',
  'not-checked',
  'statement',
  'disclaimer',
  'watermark',
  'security',
  'redaction',
  'overrides',
  'ledger',
  'steps',
  'digest',
  'project',
  'basis',
  'method',
  'results',
  'requirements',
  'conclusions',
  'annexes',
] as const;

const sectionName = z.enum(TEMPLATE_SECTIONS);

export const reportTemplateSchema = z.strictObject({
  schema: z.literal('sanxian/report-template@1'),
  unit: words(60).describe('name of the unit, on page one'),
  logo: z
    .strictObject({
      file: z
        .string()
        .regex(/^[^/\\]+\.png$/i)
        .describe('PNG beside the template, at most 512 KB and 2000 pixels a side'),
      widthMm: z.number().min(5).max(80).default(24),
    })
    .optional(),
  header: words(80).optional().describe('line above every page'),
  footer: words(80).optional().describe('line below every page'),
  sections: z
    .array(
      z.strictObject({
        title: words(60),
        paragraphs: z.array(words(2000)).min(1).max(50),
        before: sectionName.optional(),
        after: sectionName.optional(),
      }),
    )
    .max(20)
    .default([])
    .describe('sections of the unit, each before or after one of the report; else before annexes'),
  hide: z.array(z.enum(HIDEABLE)).default([]).describe('what is left out; the report names it'),
  signatures: z.array(words(20)).min(1).max(8).optional().describe('lines to sign on'),
});

export type ReportTemplate = z.infer<typeof reportTemplateSchema>;

/** A template ready for printing: with the bytes of its logo. Plain data, for crossing threads. */
export interface HouseTemplate {
  readonly template: ReportTemplate;
  readonly logo: Logo | null;
}

export interface Logo {
  readonly png: Uint8Array;
  readonly widthMm: number;
  readonly heightMm: number;
}
