import { z } from 'zod';
import { claimSchema } from './claim.ts';
import { bbox, geoJsonMultiPolygon, sha256 } from './document.ts';
import { overrideSchema, projectCrsSchema } from './report.ts';

/**
 * `sanxian/project@1`: a project as it is kept and opened again without loss. Areas and coordinates are not
 * rounded: polygons are the doubles that are checked, `given` holds the digits of the file or of the drawing.
 */
const given = z.object({
  parcel: z.string().describe('id of the parcel in project.parcels'),
  epsg: z.number().int(),
  shift: z.enum(['gcj02', 'bd09']).nullable(),
  rings: z.array(
    z.object({
      hole: z.boolean(),
      points: z
        .array(z.tuple([z.string(), z.string(), z.string()]))
        .describe('point name, east or longitude, north or latitude, in digits as given'),
    }),
  ),
});

const parcel = z.object({
  id: z.string().min(1),
  name: z.string(),
  geometry: geoJsonMultiPolygon.describe('CGCS2000 longitude and latitude, as checked'),
  planeAreaM2: z.number().min(0).nullable(),
  declaredAreaM2: z.number().min(0).nullable(),
  purpose: z.string().nullable(),
  vertices: z.number().int().min(0),
  widened: z
    .object({
      shape: z.enum(['line', 'point']),
      distanceM: z.number().gt(0),
      ends: z.enum(['round', 'flat']),
    })
    .optional()
    .describe('of a corridor or a disc: given holds the line or the point'),
});

const note = z.object({
  code: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  at: z.tuple([z.number(), z.number()]).optional(),
});

export const PROJECT_SCHEMA_ID = 'sanxian/project@1';

export const projectDocumentSchema = z.object({
  schema: z.literal(PROJECT_SCHEMA_ID),
  project: z.object({
    id: z.string().min(1),
    name: z.string(),
    code: z.string().nullable(),
    applicant: z.string().nullable(),
    purpose: z.string().nullable(),
    source: z.object({ file: z.string(), sha256 }),
    crs: projectCrsSchema,
    parcels: z.array(parcel).min(1),
    bbox,
    notes: z.array(note),
  }),
  given: z.array(given),
  claim: claimSchema,
  overrides: z.array(overrideSchema),
  digest: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .optional()
    .describe('of the JSON without this field, in the order written'),
});

export type ProjectDocument = z.infer<typeof projectDocumentSchema>;
