import {
  BOOKMARKS_SCHEMA,
  type Bookmark,
  type BookmarksDocument,
  MOST_BOOKMARKS,
  readBookmarks,
} from '../../domain/bookmarks.ts';

const KEY = 'sanxian.bookmarks.1';

export function bookmarksDocument(bookmarks: readonly Bookmark[]): BookmarksDocument {
  return { schema: BOOKMARKS_SCHEMA, bookmarks };
}

/** What this machine has kept; null where the browser keeps nothing. */
export function loadBookmarks(): readonly Bookmark[] | null {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === null ? [] : (readBookmarks(JSON.parse(stored)) ?? []);
  } catch {
    return null;
  }
}

/** Whether they could be kept. */
export function storeBookmarks(bookmarks: readonly Bookmark[]): boolean {
  try {
    if (bookmarks.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(bookmarksDocument(bookmarks)));
    return true;
  } catch {
    return false;
  }
}

/** One place up or down. */
export function movedBy(list: readonly Bookmark[], at: number, by: -1 | 1): readonly Bookmark[] {
  const one = list[at];
  const to = at + by;
  if (!one || to < 0 || to >= list.length) return list;
  const rest = [...list.slice(0, at), ...list.slice(at + 1)];
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}

/** With those of another list behind; the very same view under the very same name is there once. */
export function joined(
  list: readonly Bookmark[],
  more: readonly Bookmark[],
): { readonly list: readonly Bookmark[]; readonly added: number } {
  const keyOf = (one: Bookmark) =>
    JSON.stringify([one.name, one.center, one.zoom, one.hidden, one.shown, one.base]);
  const known = new Set(list.map(keyOf));
  const fresh = more.filter((one) => !known.has(keyOf(one)) && known.add(keyOf(one)));
  const all = [...list, ...fresh].slice(0, MOST_BOOKMARKS);
  return { list: all, added: all.length - list.length };
}
