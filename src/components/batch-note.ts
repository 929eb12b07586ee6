import { KINDS, type LayerKind } from '../domain/kinds.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import type { BatchRow, LineFact } from './batch-rows.ts';
import { isMainLine } from './report-reading.ts';
import '../text/words/later.ts';

/** What stands beside the numbers of a row: why there are none, what is missing, what else is occupied. */
export function noteOf({ why, facts, claim }: BatchRow, lang: Language): string {
  if (why) return why[lang];
  if (!facts) return '';
  const unchecked = facts.lines.filter(({ areaM2 }) => areaM2 === null);
  const partly = facts.lines.filter(({ areaM2, coverage }) => areaM2 !== null && coverage < 1);
  const occupied = facts.lines.filter(isOccupied).filter(({ kind }) => !isMainLine(kind));
  const names = (lines: readonly LineFact[]): string =>
    lines.map(({ kind }) => shortName(kind, lang)).join(lang === 'zh' ? '、' : ', ');
  return [
    unchecked.length > 0 ? say('batch.note.unchecked', lang, { names: names(unchecked) }) : '',
    partly.length > 0 ? say('batch.note.part', lang, { names: names(partly) }) : '',
    facts.open > 0 ? say('batch.note.open', lang, { n: facts.open }) : '',
    occupied.length > 0 ? say('batch.note.occupied', lang, { names: names(occupied) }) : '',
    claim ? say('batch.note.answered', lang) : '',
  ]
    .filter(Boolean)
    .join(lang === 'zh' ? '；' : '; ');
}

export function isOccupied({ areaM2, chip }: LineFact): boolean {
  return areaM2 !== null && areaM2 > 0 && chip !== 'below-threshold';
}

function shortName(kind: LayerKind, lang: Language): string {
  return KINDS[kind].short[lang];
}
