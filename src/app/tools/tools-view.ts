import { isNotation, type Notation } from '../../crs/notation-names.ts';
import type { PlaceReading } from '../../crs/place-text.ts';
import type { Bookmark } from '../../domain/bookmarks.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { SearchState } from '../layer-search.ts';
import { readPreferences } from '../preferences.ts';
import type { MapSides } from './swipe-maps.ts';

/** What was typed into the search of the bar, and what it may mean. */
export interface PlacesState {
  readonly query: string;
  readonly readings: readonly PlaceReading[];
  /** null: the layers were not asked. */
  readonly search: SearchState | null;
}

/** How the tools of the map stand. */
export interface ToolsView {
  readonly notation: Notation;
  /** The place that is marked; null: none. */
  readonly place: Position | null;
  /** Points are set at the middle of the map, by keys. */
  readonly cross: boolean;
  /** null: nothing is compared. */
  readonly swipe: (MapSides & { readonly part: number }) | null;
  readonly places: PlacesState | null;
  readonly bookmarks: readonly Bookmark[];
  /** Storage was refused. */
  readonly unkept: boolean;
  /** A text that the browser would not copy. */
  readonly byHand: string | null;
}

export function startTools(): ToolsView {
  const { notation } = readPreferences();
  return {
    notation: isNotation(notation) ? notation : 'degrees',
    place: null,
    cross: false,
    swipe: null,
    places: null,
    bookmarks: [],
    unkept: false,
    byHand: null,
  };
}
