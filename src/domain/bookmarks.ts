/** A view that was kept under a name. */
export interface Bookmark {
  readonly name: string;
  /** CGCS2000 lon/lat of the middle of the map. */
  readonly center: readonly [lon: number, lat: number];
  /** Of the map; each step doubles the scale. */
  readonly zoom: number;
  /** Ids of layers that were switched off, and of those that were on though they are off at first. */
  readonly hidden: readonly string[];
  readonly shown: readonly string[];
  /** Id of the base map; null: none. */
  readonly base: string | null;
}

/** A list of bookmarks as a file. */
export interface BookmarksDocument {
  readonly schema: 'sanxian/bookmarks@1';
  readonly bookmarks: readonly Bookmark[];
}

export const BOOKMARKS_SCHEMA = 'sanxian/bookmarks@1';
/** More than a person can tell apart in a list. */
export const MOST_BOOKMARKS = 200;
const MOST_IDS = 500;
const MOST_CHARACTERS = 200;
export const LONGEST_NAME = 80;

/**
 * The bookmarks of a document, whatever it is; null where it is none. One that is not whole makes the
 * document none: half a list would look like all of it.
 */
export function readBookmarks(document: unknown): Bookmark[] | null {
  if (!isRecord(document) || document.schema !== BOOKMARKS_SCHEMA) return null;
  const { bookmarks } = document;
  if (!Array.isArray(bookmarks) || bookmarks.length > MOST_BOOKMARKS) return null;
  const read = bookmarks.map(readBookmark);
  return read.every((one) => one !== null) ? read : null;
}

function readBookmark(value: unknown): Bookmark | null {
  if (!isRecord(value)) return null;
  const { name, center, zoom, hidden = [], shown = [], base = null } = value;
  if (typeof name !== 'string' || name.trim() === '' || name.length > LONGEST_NAME) return null;
  if (!Array.isArray(center) || center.length !== 2 || !isPlace(center[0], center[1])) return null;
  if (!isWithin(zoom, 0, 24) || !isIds(hidden) || !isIds(shown)) return null;
  if (base !== null && !isId(base)) return null;
  return { name: name.trim(), center: [center[0], center[1]], zoom, hidden, shown, base };
}

export function isPlace(lon: unknown, lat: unknown): boolean {
  return isWithin(lon, -180, 180) && isWithin(lat, -90, 90);
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MOST_CHARACTERS;
}

function isIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MOST_IDS && value.every(isId);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
