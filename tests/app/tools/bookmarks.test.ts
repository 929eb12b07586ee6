import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  bookmarksDocument,
  joined,
  loadBookmarks,
  movedBy,
  storeBookmarks,
} from '../../../src/app/tools/bookmark-shelf.ts';
import { type Bookmark, MOST_BOOKMARKS, readBookmarks } from '../../../src/domain/bookmarks.ts';

const one = (name: string): Bookmark => ({
  name,
  center: [106.06, 37.43],
  zoom: 14,
  hidden: ['urban-green-line'],
  shown: [],
  base: null,
});

afterEach(() => vi.unstubAllGlobals());

function storage(broken = false): Map<string, string> {
  const kept = new Map<string, string>();
  const refuse = () => {
    throw new DOMException('no', 'SecurityError');
  };
  vi.stubGlobal('localStorage', {
    getItem: broken ? refuse : (key: string) => kept.get(key) ?? null,
    setItem: broken ? refuse : (key: string, value: string) => void kept.set(key, value),
    removeItem: broken ? refuse : (key: string) => void kept.delete(key),
  });
  return kept;
}

describe('a file of bookmarks', () => {
  it('is read as it was written', () => {
    const list = [one('南区'), one('北区')];
    expect(readBookmarks(JSON.parse(JSON.stringify(bookmarksDocument(list))))).toEqual(list);
  });

  it.each([
    null,
    [],
    {},
    { schema: 'sanxian/bookmarks@2', bookmarks: [] },
    { schema: 'sanxian/bookmarks@1' },
    { schema: 'sanxian/bookmarks@1', bookmarks: [{ ...one('a'), center: [106] }] },
    { schema: 'sanxian/bookmarks@1', bookmarks: [{ ...one('a'), center: [106, 137] }] },
    { schema: 'sanxian/bookmarks@1', bookmarks: [{ ...one('a'), zoom: '9' }] },
    { schema: 'sanxian/bookmarks@1', bookmarks: [{ ...one('a'), hidden: [7] }] },
    { schema: 'sanxian/bookmarks@1', bookmarks: [{ ...one(' ') }] },
    { schema: 'sanxian/bookmarks@1', bookmarks: [one('a'), null] },
    { schema: 'sanxian/bookmarks@1', bookmarks: Array(MOST_BOOKMARKS + 1).fill(one('a')) },
  ])('%j is none', (document) => {
    expect(readBookmarks(document)).toBeNull();
  });
});

describe('the list', () => {
  const names = (list: readonly Bookmark[]) => list.map(({ name }) => name).join('');
  const list = [one('a'), one('b'), one('c')];

  it('moves one place at a time and not beyond its ends', () => {
    expect(names(movedBy(list, 2, -1))).toBe('acb');
    expect(names(movedBy(list, 0, 1))).toBe('bac');
    expect(movedBy(list, 0, -1)).toBe(list);
    expect(movedBy(list, 2, 1)).toBe(list);
  });

  it('takes others behind its own, the very same ones once', () => {
    const { list: all, added } = joined(list, [one('b'), one('d'), one('d')]);
    expect(names(all)).toBe('abcd');
    expect(added).toBe(1);
    const many = Array.from({ length: MOST_BOOKMARKS }, (_, i) => one(String(i)));
    expect(joined(many, [one('more')])).toMatchObject({ added: 0 });
  });

  it('is kept on this machine, and forgotten with its last one', () => {
    const kept = storage();
    expect(loadBookmarks()).toEqual([]);
    expect(storeBookmarks(list)).toBe(true);
    expect(loadBookmarks()).toEqual(list);
    expect(storeBookmarks([])).toBe(true);
    expect(kept.size).toBe(0);
  });

  it('says where nothing can be kept', () => {
    storage(true);
    expect(loadBookmarks()).toBeNull();
    expect(storeBookmarks(list)).toBe(false);
  });
});
