import type { Claim } from '../domain/claim.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import { judgeAgain, type Measured } from '../job/run-check.ts';

interface Asked {
  readonly project: Project;
  readonly claim: Claim;
  readonly catalogUrl: string;
}

/**
 * What was measured last. One site is enough: answers are changed on the site that is open. It is known
 * again by its boundary, letter by letter, and by the catalog it was checked against.
 */
export class GroundMemory {
  #kept: { readonly key: string; readonly measured: Measured } | null = null;

  keep(asked: Asked, measured: Measured): void {
    this.#kept = { key: keyOf(asked), measured };
  }

  /** The report by other answers; null where this ground was not the last one measured. */
  judge(asked: Asked, createdAt: string): CheckReport | null {
    if (this.#kept === null || this.#kept.key !== keyOf(asked)) return null;
    return judgeAgain(this.#kept.measured, asked.claim, createdAt);
  }
}

function keyOf({ project, catalogUrl }: Asked): string {
  const { claim: _answers, ...ground } = project;
  return JSON.stringify([catalogUrl, ground], (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
  );
}
