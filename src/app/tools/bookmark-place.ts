import { figure } from '../../components/figures.ts';
import type { Bookmark } from '../../domain/bookmarks.ts';
import { scaleOf } from '../../map/scale-bar.ts';
import type { Language } from '../../text/text.ts';
import { say } from '../../text/words/ui.ts';
import { decimalsAt } from './view-state.ts';

/** Where a bookmark is, and at about which scale. */
export function bookmarkPlace(bookmark: Bookmark, lang: Language): string {
  const { denominator } = scaleOf(bookmark.zoom, bookmark.center[1]);
  return `${placeOf(bookmark)} · ${say('bookmarks.scale', lang, { n: figure(denominator, 0) })}`;
}

/** Degrees, as many as a person can tell apart on the map. */
export function placeOf({ center, zoom }: Pick<Bookmark, 'center' | 'zoom'>): string {
  const decimals = Math.min(4, decimalsAt(zoom));
  return center.map((degrees) => degrees.toFixed(decimals)).join(', ');
}
