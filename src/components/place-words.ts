import { writePlace } from '../crs/notation.ts';
import type { Notation } from '../crs/notation-names.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';

/** A place as it is copied: what a reader of files, and the search here, take. */
export function placeText(at: Position, notation: Notation, decimals?: number): string {
  const { east, north } = writePlace(at, notation, decimals);
  return `${east}, ${north}`;
}

/** Which number is which, and of which zone. */
export function axesText(at: Position, notation: Notation, lang: Language): string {
  const { zone } = writePlace(at, notation);
  if (zone === null) return say('notation.axes.degrees', lang);
  return say('notation.axes.metres', lang, { w: notation.startsWith('zone3') ? 3 : 6, zone });
}
