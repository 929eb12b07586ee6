import { LIVE_LOADING } from '../../check/live-check.ts';
import type { LineOutcome } from '../../check/outcome.ts';
import { roundM2 } from '../../units/round.ts';
import type { LiveLine } from './live-protocol.ts';

/** Lines of a live check as the panel shows them. What was not looked at has no number, never a zero. */
export function liveLines(lines: readonly LineOutcome[]): readonly LiveLine[] {
  return lines.map((line) => {
    const { kind, state, failures, coverageShare, uncoveredM2 } = line;
    const isLoading = failures.some(({ code }) => code === LIVE_LOADING.code);
    const isPartial = failures.length > 0;
    const none = { kind, areaM2: null, outsideM2: null, uncoveredM2 } as const;
    if (isLoading) return { ...none, state: 'loading' };
    if (state === 'not-loaded' || state === 'failed') return { ...none, state };
    if (isPartial) return { ...none, state: 'failed' };
    if (coverageShare === 0 && line.areaM2 === 0) return { ...none, state: 'not-covered' };
    const outside = line.zones.find(({ zone }) => zone === 'outside');
    return {
      kind,
      state: state === 'touch' || state === 'below-threshold' ? state : 'measured',
      areaM2: roundM2(line.areaM2),
      uncoveredM2,
      outsideM2: kind === 'urban-development-boundary' ? (outside?.areaM2 ?? 0) : null,
    };
  });
}
