import type { QualityCheck, QualityCheckName, QualityFinding } from '../../domain/layer-quality.ts';
import { roundM2 } from '../../units/round.ts';

/**
 * What one check found: everything counted and summed, the first so many listed one by one. A layer in
 * which every parcel is wrong fits in memory too.
 */
export class Tally<Finding extends QualityFinding = QualityFinding> {
  readonly check: QualityFinding['check'];
  readonly #listed: number;
  readonly #findings: Finding[] = [];
  #count = 0;
  #areaM2 = 0;
  #smallCount = 0;
  #smallM2 = 0;

  constructor(check: QualityFinding['check'], listed: number) {
    this.check = check;
    this.#listed = listed;
  }

  get count(): number {
    return this.#count;
  }
  get areaM2(): number {
    return this.#areaM2;
  }
  get small(): { count: number; areaM2: number } {
    return { count: this.#smallCount, areaM2: this.#smallM2 };
  }

  /** One more; `describe` is asked only where it will be listed. */
  add(areaM2: number, describe: () => Finding): void {
    this.#count++;
    this.#areaM2 += areaM2;
    if (this.#findings.length < this.#listed) this.#findings.push(describe());
  }

  /** One whose area rounds to nothing. */
  addSmall(areaM2: number): void {
    this.#smallCount++;
    this.#smallM2 += areaM2;
  }

  /** In the order of features in the file. */
  get findings(): Finding[] {
    const place = (one: Finding, n: number): number => one.features[n]?.index ?? -1;
    return this.#findings.sort((a, b) => place(a, 0) - place(b, 0) || place(a, 1) - place(b, 1));
  }
}

export type Tallies = Readonly<Record<QualityCheckName, Tally>>;

/** Checks whose findings have areas that add up. */
const WITH_AREA: readonly QualityCheckName[] = ['outside-area', 'duplicate', 'overlap', 'gap'];
const WITH_SMALL: readonly QualityCheckName[] = ['outside-area', 'overlap', 'gap'];

/** The section of a check in the document. */
export function checkOf(
  name: QualityCheckName,
  tally: Tally,
  state: QualityCheck['state'],
  reason: QualityCheck['reason'],
): QualityCheck {
  const looked = state !== 'not-done';
  return {
    check: name,
    state,
    reason,
    count: tally.count,
    areaM2: looked && WITH_AREA.includes(name) ? roundM2(tally.areaM2) : null,
    small: looked && WITH_SMALL.includes(name) ? tally.small : null,
    findings: tally.findings,
  };
}
