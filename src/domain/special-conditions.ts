import type { Claim } from './claim.ts';
import type { Finding } from './report.ts';

/** A condition that a kind of limited activity carries beside the procedure, with what was answered. */
export type SpecialCondition =
  | {
      readonly field: 'kind6Unavoidable' | 'kind6InCountyPlan';
      readonly state: 'yes' | 'no' | 'open';
    }
  | {
      readonly field: 'kind9Basis';
      readonly state: 'yes' | 'open';
      /** As the applicant wrote it. */
      readonly law: string | null;
      readonly article: string | null;
    };

/**
 * Conditions of kind 6 (必须且无法避让；符合县级以上国土空间规划) and of kind 9 (law and article named), for
 * a finding on the red line outside a core: boxes of their own beside procedure and papers.
 */
export function specialConditions(
  { line, zone, verdict }: Pick<Finding, 'line' | 'zone' | 'verdict'>,
  claim: Claim,
): SpecialCondition[] {
  if (line !== 'ecological-red-line' || zone === 'core' || verdict === null) return [];
  // Where both lists are claimed the national project decides, and asks for neither.
  if (typeof claim.nationalMajor === 'number') return [];
  if (claim.limitedActivity === 6)
    return (['kind6Unavoidable', 'kind6InCountyPlan'] as const).map((field) => ({
      field,
      state: claim[field] ?? 'open',
    }));
  if (claim.limitedActivity !== 9) return [];
  const { law = null, article = null } = claim.kind9Basis ?? {};
  return [{ field: 'kind9Basis', state: law === null ? 'open' : 'yes', law, article }];
}
