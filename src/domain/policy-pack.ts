import { z } from 'zod';
import { text } from './document.ts';
import { KIND_ORDER, type LayerKind } from './kinds.ts';
import { citationSchema, findingSchema } from './report.ts';
import { VERDICTS } from './verdict.ts';
import { ZONE_WORDS, type ZoneId } from './zones.ts';

/**
 * `sanxian/policy-pack@1`: what the papers of one region ask of a site, as data. A pack is written
 * by people who read the papers, not by programmers: `data/policy/README.md` is their guide.
 */
const id = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/);
const kind = z.enum(KIND_ORDER as readonly [LayerKind, ...LayerKind[]]);
const zone = z.enum(Object.keys(ZONE_WORDS) as [ZoneId, ...ZoneId[]]);
const verdict = z.enum(VERDICTS.filter((word) => word !== 'clear') as [string, ...string[]]);
const level = findingSchema.shape.procedure.element.shape.level.unwrap();

/** Fields of a claim that a rule may ask, and those that only document an answer. */
export const QUESTION_FIELDS = [
  'temporaryLand',
  'nationalMajor',
  'limitedActivity',
  'newConstructionLand',
  'residentHousing',
  'concreteConstruction',
  'legacyExisting',
  'kind9Basis',
  'kind6Unavoidable',
  'kind6InCountyPlan',
  'pbfMajorBasis',
  'linear',
  'sector',
  'buildingHeightM',
  'temporaryMonths',
  'nationalMajorEvidence',
  'pbfMajorBasisText',
  'landUseCode',
  'stage',
  'unavoidable',
] as const;
export type QuestionField = (typeof QUESTION_FIELDS)[number];

const field = z.enum(QUESTION_FIELDS);
const answer = z.union([z.string(), z.number()]);

/**
 * What an answer must be: one word, one of several, anything but one, a number from a limit on.
 * `named` means any number of a list (not `none`); `present` and `absent` ask for a text basis.
 */
export const conditionSchema = z.union([
  answer,
  z.array(answer).min(1),
  z.strictObject({ not: answer }),
  z.strictObject({ atLeast: z.number() }),
]);
/** Several conditions hold together (and). */
export const conditionsSchema = z.partialRecord(field, conditionSchema);

const cross = z.strictObject({ op: z.enum(['and', 'minus']), of: z.tuple([kind, kind]) });

export const whenSchema = z.strictObject({
  always: z.literal(true).optional(),
  overlap: kind.optional(),
  overlapAny: z.array(kind).min(1).optional(),
  inZone: z.strictObject({ line: kind, zone }).optional(),
  straddles: kind.optional().describe('inside and outside of a line that has an outside'),
  cross: cross.optional(),
  near: z.strictObject({ line: kind, withinM: z.number().min(0) }).optional(),
  decision: id.optional().describe('the outcome of a decision list'),
  unresolved: kind.optional().describe('the line is hit and an answer that decides is missing'),
  occasion: text.optional().describe('planning and monitoring: never asked of a site'),
  claim: conditionsSchema.optional(),
});

const citation = z.strictObject({
  document: id,
  section: z.string().min(1).optional(),
  quote: z.string().min(1),
});

const document = z.strictObject({
  title: text,
  number: z.string().nullable().default(null),
  force: citationSchema.shape.force,
  file: z.string().min(1).describe('the text that is quoted, in data/sources/policy/'),
  note: text.optional(),
});

const step = z.strictObject({
  act: text,
  by: id.optional().describe('an authority of this pack'),
  content: z.array(id).optional().describe('topics of this pack'),
});

export const ruleSchema = z.strictObject({
  id,
  role: z.enum(['admission', 'duty', 'planning', 'monitoring']),
  line: kind.optional(),
  zone: zone.optional(),
  title: text,
  when: whenSchema.default({}),
  verdict: verdict.optional(),
  text: text.optional().describe('what the finding says; {limitedActivity} etc. are filled in'),
  duties: z.array(text).default([]),
  openDuties: z
    .array(z.strictObject({ if: conditionsSchema, fields: z.array(field).min(1) }))
    .default([])
    .describe('answers still owed beside the verdict; they never change it'),
  procedure: z.array(step).default([]),
  attachments: z.array(z.strictObject({ document: text, at: text })).default([]),
  citations: z.array(citation).default([]),
});

export const decisionSchema = z.strictObject({
  id,
  line: kind,
  zones: z.array(zone).min(1).describe('parts of the line that the list judges'),
  asks: z.array(field).min(1),
  asksThen: z
    .array(z.strictObject({ if: conditionsSchema, field }))
    .default([])
    .describe('asked only once another answer is given'),
  unresolved: id.describe('rule that speaks where an open answer decides'),
  entries: z.array(z.strictObject({ if: conditionsSchema, rule: id })).min(1),
  notes: z.array(z.strictObject({ if: conditionsSchema, code: z.string() })).default([]),
  contradictions: z.array(z.strictObject({ if: conditionsSchema, text })).default([]),
});

const question = z.strictObject({
  field,
  ask: text,
  hint: text.optional(),
  onlyIf: conditionsSchema.optional(),
  choices: z.array(z.strictObject({ value: answer, label: text })).optional(),
  citation: citation.optional(),
});

const listItem = z.strictObject({
  number: z.number().int().min(1).max(9),
  title: text,
  quote: z.string().min(1),
  english: z.string().min(1).describe('a careful reading of the quote, not official'),
  note: text.optional(),
});

const list = z.strictObject({
  title: text,
  citation: z.strictObject({ document: id, section: z.string() }),
  items: z.array(listItem).min(1),
});

const target = z.strictObject({
  id,
  title: text,
  op: z.enum(['>=', '<=']),
  value: z.number(),
  unit: text,
  year: z.number().int(),
  area: z.string().regex(/^\d{2,12}$/),
  spatial: z.boolean().default(false).describe('can be measured on layers'),
  note: text.optional(),
  citation,
});

export const policyPackSchema = z.strictObject({
  schema: z.literal('sanxian/policy-pack@1'),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.string().min(1),
  title: text,
  region: z.string().regex(/^\d{2,12}$/),
  effective: z.iso.date(),
  documents: z.record(id, document),
  requires: z.array(kind).min(1),
  optional: z.array(kind).default([]),
  hints: z
    .array(z.string().regex(/^[a-z][a-z0-9-]*$/))
    .default([])
    .describe('files of hints shown beside the findings: <name>.yaml beside the pack'),
  crosses: z
    .array(
      z.strictObject({
        ...cross.shape,
        meaning: z.literal('data-conflict').optional(),
        byClass: z.literal(true).optional().describe('state the part by land class and county'),
        answeredBy: kind.optional().describe('this part of the first kind is judged by that kind'),
      }),
    )
    .default([]),
  authorities: z.record(id, z.strictObject({ title: text, level })).default({}),
  topics: z.record(id, text).default({}),
  lists: z.strictObject({ limitedActivity: list, nationalMajor: list }).partial().default({}),
  questions: z.array(question).default([]).describe('in the order in which they are asked'),
  decisions: z.array(decisionSchema).default([]),
  rules: z.array(ruleSchema).min(1),
  targets: z.array(target).default([]),
});

export type PolicyPack = z.infer<typeof policyPackSchema>;
export type PolicyRule = PolicyPack['rules'][number];
export type PolicyDecision = PolicyPack['decisions'][number];
export type PolicyQuestion = PolicyPack['questions'][number];
export type PolicyWhen = z.infer<typeof whenSchema>;
export type Condition = z.infer<typeof conditionSchema>;
export type Conditions = z.infer<typeof conditionsSchema>;

/** Field names that a document may carry at a place, to name them where a wrong one was written. */
export function fieldNamesAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const key of [...path, null]) {
    while (at instanceof z.ZodOptional || at instanceof z.ZodDefault || at instanceof z.ZodNullable)
      at = at.unwrap();
    if (at instanceof z.ZodUnion) at = at.options.find((one) => one instanceof z.ZodObject);
    if (key === null) break;
    if (at instanceof z.ZodObject) at = at.shape[String(key)];
    else if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodRecord) at = at.valueType;
    else return [];
  }
  if (at instanceof z.ZodRecord && at.keyType instanceof z.ZodEnum)
    return at.keyType.options.map(String);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

/**
 * `sanxian/policy-hints@1`: what papers outside the sources may add. Hints are shown beside a
 * finding; judging never sees them.
 */
export const policyHintsSchema = z.strictObject({
  schema: z.literal('sanxian/policy-hints@1'),
  id: z.string().min(1),
  version: z.string().min(1),
  title: text,
  hints: z.array(
    z.strictObject({
      id,
      instrument: text,
      number: z.string().nullable(),
      from: z.iso.date().optional(),
      until: z.iso.date().optional(),
      adds: text,
      confidence: z.number().int().min(0).max(100).nullable().describe('%; null: not verified'),
      rules: z.array(id).min(1),
    }),
  ),
});
export type PolicyHints = z.infer<typeof policyHintsSchema>;
export type PolicyHint = PolicyHints['hints'][number];
