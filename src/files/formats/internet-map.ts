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

/**
 * A note where the program that wrote the file takes lon/lat from internet maps, whose positions are shifted
 * by some hundred metres. A suspicion for a person to judge, never more; silent once they have answered.
 *
 * @param words where programs leave their name: creator, document name, description
 */
export function internetMapNotes(
  parcels: readonly RawParcel[],
  words: string,
  { shift }: ImportAnswers,
): Note[] {
  const source = SOURCES.find(([, mark]) => mark.test(words))?.[0];
  if (shift !== undefined || source === undefined || !parcels.every(isInDegrees)) return [];
  return [importNote('note-internet-map-source', 'warning', { source })];
}

function isInDegrees({ rings }: RawParcel): boolean {
  return rings.every(({ points }) =>
    points.every(([, x, y]) => Math.abs(Number(x)) <= 180 && Math.abs(Number(y)) <= 180),
  );
}
