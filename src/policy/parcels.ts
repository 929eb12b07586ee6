import type { Finding } from '../domain/report.ts';
import { type Verdict, worstVerdict } from '../domain/verdict.ts';
import type { Judgement } from './judge.ts';

/** Findings of one parcel; one that names no parcel (a gap, say) speaks for every parcel. */
export function findingsOfParcel(findings: readonly Finding[], parcel: string): Finding[] {
  return findings.filter(({ parcels }) => parcels.length === 0 || parcels.includes(parcel));
}

/** The worst verdict of the findings of one parcel. */
export function verdictOfParcel(
  { findings }: Pick<Judgement, 'findings'>,
  parcel: string,
): Verdict {
  return worstVerdict(findingsOfParcel(findings, parcel).flatMap((one) => one.verdict ?? []));
}
