import type { PolicyPack, PolicyRule } from '../domain/policy-pack.ts';
import type { Citation } from '../domain/report.ts';

/** A clause with the document it stands in; quotes are Chinese only. */
export function citationOf(
  citation: PolicyRule['citations'][number],
  pack: Pick<PolicyPack, 'documents'>,
): Citation {
  const document = pack.documents[citation.document]!;
  return {
    document: document.title.zh,
    number: document.number,
    section: citation.section ?? null,
    quote: citation.quote,
    force: document.force,
  };
}
