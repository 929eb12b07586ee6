import { z } from 'zod';
import { SECURITY_LEVELS } from './catalog.ts';
import { claimSchema } from './claim.ts';
import { bbox, geoJsonMultiPolygon, m2, sha256, share, text } from './document.ts';
import { KIND_ORDER, type LayerKind } from './kinds.ts';
import { LAYER_STATES } from './layer-state.ts';
import { VERDICTS } from './verdict.ts';
import { ZONE_WORDS, type ZoneId } from './zones.ts';

/** `sanxian/check-report@1`: the one document from which everything a person sees is made. */
const kind = z.enum(KIND_ORDER as readonly [LayerKind, ...LayerKind[]]);
const state = z.enum(LAYER_STATES);
const verdict = z.enum(VERDICTS);
const zone = z.enum(Object.keys(ZONE_WORDS) as [ZoneId, ...ZoneId[]]);
const metres = z.number().min(0).describe('metres, 3 decimals');

export const citationSchema = z.object({
  document: z.string(),
  number: z.string().nullable(),
  section: z.string().nullable(),
  quote: z.string(),
  force: z.enum(['in-force', 'annual-plan', 'draft', 'other-province', 'national-hint']),
});

export const findingSchema = z.object({
  rule: z.string(),
  line: kind.nullable(),
  zone: zone.nullable(),
  parcels: z.array(z.string()),
  verdict: verdict.nullable().describe('null for a duty'),
  areaM2: m2.nullable(),
  text,
  duties: z.array(text),
  procedure: z.array(
    z.object({
      step: z.number().int(),
      act: text,
      by: text.nullable(),
      level: z.enum(['applicant', 'county', 'city', 'province', 'state']).nullable(),
      content: z.array(text),
    }),
  ),
  attachments: z.array(z.object({ document: text, at: text })),
  missing: z.array(z.string()).describe('claim fields whose answer can change this finding'),
  path: z.array(z.string()),
  pathEn: z.array(z.string()).optional().describe('the same in English'),
  citations: z.array(citationSchema),
  hints: z
    .array(
      z.object({
        id: z.string(),
        text,
        confidence: z.number().int().min(0).max(100).nullable().describe('%; null: not verified'),
      }),
    )
    .optional()
    .describe('what papers outside the pack may add; nothing is decided by them'),
});

export const noteSchema = z.object({
  code: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  text,
});

const reportParcel = z.object({
  id: z.string(),
  name: z.string(),
  areaM2: m2,
  planeAreaM2: m2.nullable(),
  declaredAreaM2: m2.nullable(),
  vertices: z.number().int(),
  verdict,
  geometry: geoJsonMultiPolygon.nullable(),
});

const reportLine = z.object({
  kind,
  title: text,
  required: z.boolean(),
  state,
  reason: text.nullable(),
  coverageShare: share,
  areaM2: m2,
  shareOfProject: share,
  hits: z.number().int(),
  nearestM: metres.nullable(),
  nearestBeyondM: metres.nullable(),
  verdict,
  zones: z.array(
    z.object({
      id: zone,
      title: text,
      areaM2: m2,
      hits: z.number().int(),
      parcels: z.array(z.string()),
    }),
  ),
  stability: z
    .object({ state: z.enum(['stable', 'marginal']), flipsAtM: metres.nullable() })
    .nullable(),
});

const reportOverlap = z.object({
  featureId: z.string(),
  zone: zone.nullable(),
  parcel: z.string(),
  areaM2: m2,
  netAreaM2: m2.nullable(),
  shareOfFeature: share,
  widthM: metres.nullable(),
  class: z.enum(['occupied', 'boundary-error']),
  belowThreshold: z.boolean(),
  feature: z.object({
    name: z.string().nullable(),
    landClass: z.string().nullable(),
    owner: z.string().nullable(),
    place: z.string().nullable(),
    quality: z.string().nullable(),
    county: z.string().nullable(),
  }),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  geometry: geoJsonMultiPolygon.nullable(),
});

const reportLayer = z.object({
  id: z.string(),
  kind,
  title: text,
  file: z.string(),
  sha256,
  integrity: z.enum(['declared', 'size+header+index', 'full']).nullable(),
  edition: z.string(),
  owner: z.string(),
  approval: z.string().nullable(),
  crs: z.string(),
  security: z.enum(SECURITY_LEVELS),
  accuracyM: z.number(),
  features: z.number().int(),
  state,
  reason: text.nullable(),
  coverageShare: share,
  areaM2: m2,
  shareOfProject: share,
  hits: z.number().int(),
  nearestM: metres.nullable(),
  nearestBeyondM: metres.nullable(),
  overlaps: z.array(reportOverlap),
  belowThreshold: z.object({ count: z.number().int(), areaM2: m2 }),
  touches: z.number().int(),
});

export const projectCrsSchema = z.object({
  epsg: z.number().int(),
  how: z.enum(['declared', 'detected', 'chosen']),
  detail: text,
  shift: z.enum(['gcj02', 'bd09']).nullable(),
  datumShift: z
    .object({
      dxM: z.number(),
      dyM: z.number(),
      dzM: z.number(),
      rxSec: z.number(),
      rySec: z.number(),
      rzSec: z.number(),
      scalePpm: z.number(),
    })
    .optional()
    .describe('from the datum of epsg to CGCS2000, position vector: metres, arc seconds, ppm'),
});

export const overrideSchema = z.object({
  rule: z.string(),
  line: kind.nullable(),
  zone: zone.nullable(),
  verdict,
  reason: z.string(),
  name: z.string(),
  at: z.string(),
});

export const checkReportSchema = z.object({
  schema: z.literal('sanxian/check-report@1'),
  tool: z.object({ name: z.literal('sanxian'), version: z.string() }),
  createdAt: z.iso.datetime(),
  number: z.string(),
  policies: z.array(
    z.object({
      id: z.string(),
      title: text,
      sha256,
      role: z.literal('hints').optional().describe('shown beside findings, never judged by'),
    }),
  ),
  catalog: z.object({ title: text, synthetic: z.boolean() }),
  parameters: z.object({
    thresholdM2: z.number(),
    accuracyM: z.number().nullable(),
    densifyM: z.number(),
    areaMethod: z.literal('cgcs2000-ellipsoid'),
    geometry: z.enum(['full', 'none']),
  }),
  project: z.object({
    id: z.string(),
    name: z.string(),
    code: z.string().nullable(),
    applicant: z.string().nullable(),
    location: z.array(z.object({ code: z.string(), name: z.string() })),
    purpose: z.string().nullable(),
    source: z.object({ file: z.string(), sha256 }),
    crs: projectCrsSchema,
    parcels: z.array(reportParcel),
    areaM2: m2,
    planeAreaM2: m2.nullable(),
    declaredAreaM2: m2.nullable(),
    bbox,
    claim: claimSchema,
    notes: z.array(noteSchema),
  }),
  lines: z.array(reportLine),
  layers: z.array(reportLayer),
  crosses: z.array(
    z.object({
      op: z.enum(['and', 'minus']),
      of: z.tuple([kind, kind]),
      areaM2: m2,
      known: z.boolean(),
      geometry: geoJsonMultiPolygon.nullable(),
      classes: z
        .array(
          z.object({ landClass: z.string().nullable(), county: z.string().nullable(), areaM2: m2 }),
        )
        .optional()
        .describe('the first kind by land class and county, where its layer names classes'),
      features: z
        .array(z.object({ a: z.string(), b: z.string().nullable(), areaM2: m2 }))
        .optional()
        .describe('of a data conflict: which features overlap, largest first; b null: a alone'),
    }),
  ),
  findings: z.array(findingSchema),
  notChecked: z.array(z.object({ kind, reason: text })),
  verdict,
  complete: z.boolean(),
  overrides: z.array(overrideSchema),
  notes: z.array(noteSchema),
  steps: z.array(text),
  redaction: z
    .object({ cellDegrees: z.number() })
    .optional()
    .describe('coordinates were left out; bbox is the cell that holds the middle of the site'),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
});

export type CheckReport = z.infer<typeof checkReportSchema>;
export type Override = z.infer<typeof overrideSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type Citation = z.infer<typeof citationSchema>;
export type ReportLine = z.infer<typeof reportLine>;
export type ReportLayer = z.infer<typeof reportLayer>;
export type ReportOverlap = z.infer<typeof reportOverlap>;
export type ReportParcel = z.infer<typeof reportParcel>;
export type ReportOverride = CheckReport['overrides'][number];
export type ReportNote = z.infer<typeof noteSchema>;
