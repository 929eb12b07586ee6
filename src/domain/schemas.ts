import { z } from 'zod';
import { basemapSchema } from './basemap.ts';
import { bundleSchema } from './bundle.ts';
import { catalogSchema } from './catalog.ts';
import { claimSchema } from './claim.ts';
import { layerQualityDocumentSchema } from './layer-quality.ts';
import { policyHintsSchema, policyPackSchema } from './policy-pack.ts';
import { projectDocumentSchema } from './project-document.ts';
import { checkReportSchema } from './report.ts';
import { reportTemplateSchema } from './report-template.ts';
import { summarySchema } from './summary.ts';
import { surroundingsSchema } from './surroundings.ts';

/** Published documents by file name in `data/schemas/`; the build writes them, a test diffs them. */
export const DOCUMENT_SCHEMAS = {
  'check-report': checkReportSchema,
  bundle: bundleSchema,
  catalog: catalogSchema,
  basemap: basemapSchema,
  claim: claimSchema,
  project: projectDocumentSchema,
  summary: summarySchema,
  surroundings: surroundingsSchema,
  'report-template': reportTemplateSchema,
  'layer-quality': layerQualityDocumentSchema,
  'policy-pack': policyPackSchema,
  'policy-hints': policyHintsSchema,
} as const;

export type DocumentName = keyof typeof DOCUMENT_SCHEMAS;

/** JSON Schema (draft 2020-12) of a document; unknown fields are allowed, as the contract says. */
export function jsonSchemaOf(name: DocumentName): Record<string, unknown> {
  return {
    ...z.toJSONSchema(DOCUMENT_SCHEMAS[name], { io: 'input' }),
    title: `sanxian ${name}`,
  };
}
