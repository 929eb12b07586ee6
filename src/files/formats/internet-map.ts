import type { ImportAnswers } from '../../domain/import-answers.ts';
import type { Note } from '../../domain/note.ts';
import { importNote } from '../import-message.ts';
import type { RawParcel } from './format.ts';

/** Programs and services whose coordinates may be those of GCJ-02 or BD-09. */
const SOURCES: readonly (readonly [name: string, mark: RegExp])[] = [
  ['奥维互动地图', /ovital|omap\b|奥维/i],
  ['高德地图', /\bamap\b|autonavi|高德/i],
  ['百度地图', /baidu|百度/i],
  ['腾讯地图', /map\.qq\.com|腾讯地图|soso/i],
  ['BIGEMAP', /bigemap/i],
  ['两步路', /2bulu|两步路/i],
  ['六只脚', /foooooot|六只脚/i],
  ['水经注', /rivermap|水经(注|微图)/i],
];

/** What a point picked on a web map looks like: six decimals, in nearly all of them. */
const DECIMALS = 6;
const MOST = 0.8;

/**
 * A note where lon/lat may have been picked on an internet map, whose positions are shifted by some
 * hundred metres: because a program that does so wrote the file, or because of the look of its numbers.
 * A suspicion for a person to judge, never more; silent once they have answered.
 *
 * @param words where programs leave their name: creator, document name, description
 */
export function internetMapNotes(
  parcels: readonly RawParcel[],
  words: string,
  { shift }: ImportAnswers,
): Note[] {
  if (shift !== undefined) return [];
  const numbers = parcels.flatMap(({ rings }) =>
    rings.flatMap(({ points }) => points.flatMap(([, x, y]) => [x, y])),
  );
  if (numbers.length === 0 || !numbers.every((text) => Math.abs(Number(text)) <= 180)) return [];
  const source = SOURCES.find(([, mark]) => mark.test(words))?.[0];
  if (source !== undefined) return [importNote('note-internet-map', 'warning', { source })];
  const decimals = numbers.map((text) => text.split('.')[1]?.length ?? 0);
  const typical = decimals.filter((count) => count === DECIMALS).length;
  if (Math.max(...decimals.slice(0, 100_000)) > DECIMALS || typical < numbers.length * MOST)
    return [];
  return [importNote('note-internet-map', 'info', { source: '' })];
}
