import { isLayerKind, KINDS } from '../domain/kinds.ts';
import type { Note } from '../domain/note.ts';
import type { Text } from '../text/text.ts';
import { fill, POLICY_NOTE_WORDS, POLICY_PAIR_WORDS } from '../text/words/policy.ts';

/** Words of a note that judging left; null for a note of another room. */
export function policyNoteText(note: Note): Text | null {
  if (!Object.hasOwn(POLICY_NOTE_WORDS, note.code)) return null;
  const values = Object.entries(note.params).map(([name, value]) => {
    if (typeof value === 'number') return [name, value.toFixed(2)] as const;
    const word = String(value);
    return [name, isLayerKind(word) ? KINDS[word].title : word] as const;
  });
  const text = fill(
    POLICY_NOTE_WORDS[note.code as keyof typeof POLICY_NOTE_WORDS],
    Object.fromEntries(values),
  );
  const { pairs } = note.params;
  if (typeof pairs !== 'string' || pairs === '') return text;
  const named = fill(POLICY_PAIR_WORDS, { pairs });
  return { zh: `${text.zh}${named.zh}`, en: `${text.en} ${named.en}` };
}
