import { type ClaimField, SECTORS, STAGES } from '../domain/claim.ts';
import type { Language, Text } from '../text/text.ts';
import {
  CHOICE_WORDS,
  LIMITED_ACTIVITY_WORDS,
  NATIONAL_MAJOR_WORDS,
  QUESTION_WORDS,
} from '../text/words/questions.ts';
import { say } from '../text/words/ui.ts';
import '../text/words/later.ts';

/** A claim field that can be asked for on screen. */
export type Question = keyof typeof QUESTION_WORDS & ClaimField;

/** Any claim field with a control; the words of the rarer ones come from the rule pack. */
export type AnswerField = ClaimField;

export interface Choice {
  readonly value: string | number;
  readonly label: string;
}

export function isQuestion(field: string): field is Question {
  return Object.hasOwn(QUESTION_WORDS, field);
}

export function questionWords(field: Question): { label: Text; question: Text } {
  return QUESTION_WORDS[field];
}

/** Two choices stand as a switch, more as a list, none as a free field. */
export function choicesOf(field: AnswerField, language: Language): readonly Choice[] {
  switch (field) {
    case 'pbfMajorBasis':
      return [
        { value: 'present', label: say('q.present', language) },
        { value: 'none', label: say('q.none', language) },
      ];
    case 'limitedActivity':
      return numbered(LIMITED_ACTIVITY_WORDS, language);
    case 'nationalMajor':
      return numbered(NATIONAL_MAJOR_WORDS, language);
    case 'sector':
      return SECTORS.map((value) => ({ value, label: reading(value, language) }));
    case 'stage':
      return STAGES.map((value) => ({ value, label: reading(value, language) }));
    case 'kind9Basis':
    case 'nationalMajorEvidence':
    case 'pbfMajorBasisText':
    case 'unavoidable':
    case 'landUseCode':
    case 'buildingHeightM':
    case 'temporaryMonths':
      return [];
    default:
      return [
        { value: 'yes', label: say('q.yes', language) },
        { value: 'no', label: say('q.no', language) },
      ];
  }
}

function numbered(words: readonly Text[], language: Language): Choice[] {
  return [
    { value: 'none', label: say('q.not-any', language) },
    ...words.map((text, index) => ({
      value: index + 1,
      label: language === 'zh' ? `第${index + 1}类 ${text.zh}` : `${index + 1} ${text.en}`,
    })),
  ];
}

function reading(value: string, language: Language): string {
  return language === 'zh' ? value : (CHOICE_WORDS[value] ?? value);
}
