import type { ImportAnswers, ImportQuestion } from '../domain/import-answers.ts';
import type { Text } from '../text/text.ts';

/** What a file asks before it can be read. Nothing is checked before it is answered. */
export interface OpenQuestion {
  /** Name of the file. */
  readonly name: string;
  readonly ask: ImportQuestion;
  /** What the file lacks, in words. */
  readonly lead: Text;
  /** Everything said about the file so far, with the answer that is being given. */
  readonly draft: ImportAnswers;
}

/** What is filled in before a person answers: a single likely system, and nothing else. */
export function firstDraft(ask: ImportQuestion, given: ImportAnswers): ImportAnswers {
  if (ask.kind !== 'crs') return given;
  const likely = ask.candidates.filter((candidate) => candidate.likely);
  return { ...given, crs: likely.length === 1 ? likely[0]!.epsg : undefined };
}

/** Whether the draft says what was asked. */
export function isAnswered({ ask, draft }: Pick<OpenQuestion, 'ask' | 'draft'>): boolean {
  switch (ask.kind) {
    case 'crs':
      return ask.candidates.some(({ epsg }) => epsg === draft.crs);
    case 'layers':
      return (draft.layers ?? []).some((name) => ask.layers.some((layer) => layer.name === name));
    case 'outline':
      return draft.closeLines === true ? true : (draft.bufferM ?? 0) > 0;
    case 'datum':
      return draft.datumShift !== undefined && (ask.epsg !== null || draft.crs !== undefined);
  }
}

/** An absent answer is left out altogether, so that two ways of not saying are one. */
export function withAnswer(before: ImportAnswers, change: ImportAnswers): ImportAnswers {
  const entries = Object.entries({ ...before, ...change });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as ImportAnswers;
}
