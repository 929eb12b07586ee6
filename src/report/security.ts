import { SECURITY_LEVELS, type SecurityLevel } from '../domain/catalog.ts';
import type { CheckReport } from '../domain/report.ts';
import type { Text } from '../text/text.ts';
import { REPORT_WORDS } from '../text/words/report.ts';

/** The strictest 密级 of the layers that took part; without any layer it is internal. */
export function strictestSecurity(report: CheckReport): SecurityLevel {
  const ranks = report.layers.map((layer) => SECURITY_LEVELS.indexOf(layer.security));
  return ranks.length === 0 ? 'internal' : SECURITY_LEVELS[Math.max(...ranks)]!;
}

/** The words at the head of every page and figure. */
export function securityBanner(report: CheckReport): Text {
  const level = strictestSecurity(report);
  if (level === 'secret') return REPORT_WORDS.secretBanner;
  return level === 'internal' ? REPORT_WORDS.keepSafe : REPORT_WORDS.publicBanner;
}
