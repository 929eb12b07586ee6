import { z } from 'zod';

/**
 * What the applicant says the project is. An absent field is unknown, never "no".
 * Words and order follow the rule pack; see `data/policy/`.
 */
const yesNo = z.enum(['yes', 'no']);

export const SECTORS = [
  '交通',
  '能源',
  '水利',
  '电网',
  '油气',
  '矿产',
  '光伏',
  '风电',
  '农业',
  '旅游',
  '城镇建设',
  '工业',
  '其他',
] as const;
export const STAGES = [
  '规划选址',
  '用地预审与选址',
  '农转用和征收报批',
  '临时用地审批',
  '规划许可',
  '日常核查',
] as const;

export const claimSchema = z
  .strictObject({
    newConstructionLand: yesNo,
    concreteConstruction: yesNo,
    residentHousing: yesNo,
    temporaryLand: yesNo,
    legacyExisting: yesNo,
    linear: yesNo,
    limitedActivity: z.union([z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9]), z.literal('none')]),
    kind6Unavoidable: yesNo,
    kind6InCountyPlan: yesNo,
    kind9Basis: z.strictObject({ law: z.string().min(1), article: z.string().min(1) }),
    nationalMajor: z.union([z.literal([1, 2, 3, 4, 5, 6]), z.literal('none')]),
    nationalMajorEvidence: z.strictObject({ document: z.string(), number: z.string() }).partial(),
    pbfMajorBasis: z.enum(['present', 'none']),
    pbfMajorBasisText: z.string(),
    sector: z.enum(SECTORS),
    landUseCode: z.string(),
    buildingHeightM: z.number().min(0),
    temporaryMonths: z.number().int().min(0),
    stage: z.enum(STAGES),
    unavoidable: z
      .strictObject({ alternatives: z.number().int().min(0), document: z.string() })
      .partial(),
  })
  .partial();

export type Claim = z.infer<typeof claimSchema>;
export type ClaimField = keyof Claim;
