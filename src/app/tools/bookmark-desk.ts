import type { BookmarkAct } from '../../components/bookmarks.ts';
import {
  type Bookmark,
  LONGEST_NAME,
  MOST_BOOKMARKS,
  readBookmarks,
} from '../../domain/bookmarks.ts';
import { say, type UiWord, type WordParams } from '../../text/words/ui.ts';
import type { LayerDesk } from '../layer-desk.ts';
import { saveFile } from '../save-file.ts';
import type { Shell } from '../shell.ts';
import { worded } from '../spoken-error.ts';
import { placeOf } from './bookmark-place.ts';
import {
  bookmarksDocument,
  joined,
  loadBookmarks,
  movedBy,
  storeBookmarks,
} from './bookmark-shelf.ts';
import type { LinkDesk } from './link-desk.ts';
import { applyLayers, captureView } from './view-state.ts';
import '../../text/words/later.ts';

const FILE_NAME = { zh: '三线书签.json', en: 'sanxian-bookmarks.json' } as const;

/** Views kept under a name, on this machine; where nothing can be kept, as long as the page is open. */
export class BookmarkDesk {
  readonly #shell: Shell;
  readonly #layers: LayerDesk;
  readonly #links: LinkDesk;

  constructor(shell: Shell, layers: LayerDesk, links: LinkDesk) {
    this.#shell = shell;
    this.#layers = layers;
    this.#links = links;
  }

  load(): void {
    const bookmarks = loadBookmarks();
    this.#show(bookmarks ?? [], bookmarks === null);
  }

  /** With all other data of this machine. */
  clear(): void {
    this.#set([]);
  }

  onAct(act: BookmarkAct): void {
    const list = this.#list;
    switch (act.act) {
      case 'add':
        this.#add(act.name);
        return;
      case 'rename': {
        const name = act.name.slice(0, LONGEST_NAME);
        this.#set(list.map((one, i) => (i === act.at ? { ...one, name } : one)));
        return;
      }
      case 'move': {
        const moved = movedBy(list, act.at, act.by);
        if (moved === list) return;
        this.#set(moved);
        this.#say('bookmarks.moved', { name: list[act.at]!.name, i: act.at + act.by + 1 });
        return;
      }
      case 'remove':
        this.#set(list.filter((_, i) => i !== act.at));
        this.#tell('bookmarks.removed', { name: list[act.at]?.name ?? '' });
        return;
      case 'go':
        this.#go(list[act.at]);
        return;
      case 'export':
        this.#export();
        return;
      case 'import':
        void this.#import(act.file);
    }
  }

  #add(wanted: string): void {
    const view = captureView(this.#shell);
    if (!view) return;
    if (this.#list.length >= MOST_BOOKMARKS) {
      this.#tell('bookmarks.full', { n: MOST_BOOKMARKS });
      return;
    }
    const { mode: _mode, ...kept } = view;
    const name = wanted.slice(0, LONGEST_NAME) || placeOf(view);
    this.#set([...this.#list, { name, ...kept }]);
    this.#tell('bookmarks.added', { name });
  }

  #go(bookmark: Bookmark | undefined): void {
    if (!bookmark) return;
    this.#links.show(bookmark);
    applyLayers(bookmark, this.#shell, this.#layers);
    this.#say('places.went', { text: bookmark.name });
  }

  #export(): void {
    const text = JSON.stringify(bookmarksDocument(this.#list), null, 2);
    saveFile({
      fileName: FILE_NAME[this.#shell.lang],
      mediaType: 'application/json',
      bytes: new TextEncoder().encode(`${text}\n`),
    });
  }

  async #import(file: File): Promise<void> {
    const more = readBookmarks(parsed(await file.text()));
    if (!more) {
      this.#tell('bookmarks.refused', { file: file.name });
      return;
    }
    const { list, added } = joined(this.#list, more);
    this.#set(list);
    const left = more.length - added;
    this.#tell(left > 0 ? 'bookmarks.imported.known' : 'bookmarks.imported', { n: added, m: left });
  }

  get #list(): readonly Bookmark[] {
    return this.#shell.look.tools.bookmarks;
  }

  #set(bookmarks: readonly Bookmark[]): void {
    this.#show(bookmarks, !storeBookmarks(bookmarks));
  }

  #show(bookmarks: readonly Bookmark[], unkept: boolean): void {
    const { look, change } = this.#shell;
    change({ tools: { ...look.tools, bookmarks, unkept } });
  }

  #say(word: UiWord, params: WordParams): void {
    this.#shell.change({ live: say(word, this.#shell.lang, params) });
  }

  #tell(word: UiWord, params: WordParams): void {
    this.#shell.change({ message: worded(word, params) });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
