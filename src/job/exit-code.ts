import type { CheckReport } from '../domain/report.ts';
import { severity } from '../domain/verdict.ts';

/**
 * 0 complete and at worst `permit-mode`; 1 `avoid` or worse; 3 something was not checked.
 * (2, wrong use or unreadable input, never reaches a report.) The largest applies.
 */
export function exitCodeOf({ complete, verdict }: CheckReport): 0 | 1 | 3 {
  if (!complete) return 3;
  return severity(verdict) <= severity('avoid') ? 1 : 0;
}
