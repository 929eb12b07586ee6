import { isLayerKind, KINDS } from '../domain/kinds.ts';
import type { Note } from '../domain/note.ts';
import type { ReportNote } from '../domain/report.ts';
import type { MessageParams } from '../domain/user-error.ts';
import { policyNoteText } from '../policy/note-text.ts';
import type { Text } from '../text/text.ts';
import { BUILD_WORDS } from '../text/words/build.ts';
import { CHECK_WORDS } from '../text/words/check.ts';
import { IMPORT_WORDS } from '../text/words/import.ts';
import { LAYER_WORDS } from '../text/words/layers.ts';
import { POLICY_ERROR_WORDS } from '../text/words/policy.ts';
import { REDACTION_ERRORS } from '../text/words/redaction.ts';
import { TEMPLATE_ERRORS } from '../text/words/report-template.ts';
import { SOURCE_WORDS } from '../text/words/sources.ts';

const ALL: Readonly<Record<string, (params: MessageParams) => Text>> = {
  ...BUILD_WORDS,
  ...CHECK_WORDS,
  ...IMPORT_WORDS,
  ...LAYER_WORDS,
  ...POLICY_ERROR_WORDS,
  ...REDACTION_ERRORS,
  ...TEMPLATE_ERRORS,
  ...SOURCE_WORDS,
};

/** The sentence for a code in both languages. A code without words is shown as it is, never hidden. */
export function wordsFor(code: string, params: MessageParams): Text {
  const words = ALL[code];
  if (!words) {
    const raw = `${code} ${JSON.stringify(params)}`;
    return { zh: raw, en: raw };
  }
  return words(withKindTitle(params));
}

export function withWords(note: Note): ReportNote {
  const { code, severity, params } = note;
  const text = policyNoteText(note) ?? wordsFor(code, params);
  return { code, severity, params: { ...params }, text };
}

function withKindTitle(params: MessageParams): MessageParams {
  const { kind } = params;
  if (typeof kind !== 'string' || !isLayerKind(kind)) return params;
  return { ...params, kindZh: KINDS[kind].title.zh, kindEn: KINDS[kind].title.en };
}
