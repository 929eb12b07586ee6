import type { Text } from '../text/text.ts';
import type { Finding } from './report.ts';

/** One way through the authorities. Chains are never merged: 认定意见 and 论证意见 are different papers. */
export interface Chain {
  readonly rule: string;
  readonly line: Finding['line'];
  readonly steps: Finding['procedure'];
  readonly attachments: Finding['attachments'];
}

/** Papers to bring at one stage, each once. */
export interface Materials {
  readonly at: Text;
  readonly documents: readonly Text[];
}

/**
 * The union of the procedures and papers of all findings: one chain for each rule (the same rule in
 * two zones is one chain), and the list of papers by the stage to which they belong.
 */
export function proceduresOf(findings: readonly Finding[]): {
  readonly chains: readonly Chain[];
  readonly materials: readonly Materials[];
} {
  const chains = new Map<string, Chain>();
  const stages = new Map<string, { at: Text; documents: Map<string, Text> }>();
  for (const { rule, line, procedure, attachments } of findings) {
    if (procedure.length === 0 && attachments.length === 0) continue;
    const key = `${rule} ${line}`;
    if (procedure.length > 0 && !chains.has(key))
      chains.set(key, { rule, line, steps: procedure, attachments });
    for (const { document, at } of attachments) {
      const stage = stages.get(at.zh) ?? { at, documents: new Map() };
      stage.documents.set(document.zh, document);
      stages.set(at.zh, stage);
    }
  }
  return {
    chains: [...chains.values()],
    materials: [...stages.values()].map(({ at, documents }) => ({
      at,
      documents: [...documents.values()],
    })),
  };
}
