import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chordOf, type Keystroke } from '../../../src/app/keys/chord.ts';
import { keyList, keyName } from '../../../src/app/keys/key-list.ts';
import { KEY_TABLE, type KeyEntry, keysOf } from '../../../src/app/keys/key-table.ts';
import { conflicts, type KeyContext, matchKey } from '../../../src/app/keys/match-key.ts';
import { KEY_WORDS } from '../../../src/text/words/keys.ts';

const root = join(import.meta.dirname, '../../..');

describe('the table of keys', () => {
  it('gives no key two meanings in one place', () => {
    expect(conflicts(KEY_TABLE)).toEqual([]);
  });

  it('would say so if it did', () => {
    const entry = (command: KeyEntry['command'], change: Partial<KeyEntry>): KeyEntry => ({
      command,
      place: 'everywhere',
      keys: ['X'],
      ...change,
    });
    const clash = (a: Partial<KeyEntry>, b: Partial<KeyEntry>) =>
      conflicts([entry('open', a), entry('help', b)]).length;
    expect(clash({}, {})).toBe(1);
    expect(clash({ place: 'map' }, {})).toBe(1);
    expect(clash({ place: 'map' }, { place: 'drawing' })).toBe(1);
    expect(clash({ keys: ['A', 'B'] }, { keys: ['B', 'C'] })).toBe(1);
    expect(clash({ place: 'map' }, { place: 'results' })).toBe(0);
    expect(clash({ modes: ['check'] }, { modes: ['review'] })).toBe(0);
    expect(clash({ modes: ['check'] }, {})).toBe(1);
    expect(clash({ keys: ['A'] }, { keys: ['B'] })).toBe(0);
  });

  it('has every command that is worded, once', () => {
    const commands = KEY_TABLE.map(({ command }) => command).sort();
    expect(commands).toEqual(Object.keys(KEY_WORDS).sort());
  });

  it('is printed whole, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const rows = keyList(language).flatMap((group) => group.rows);
      expect(rows).toHaveLength(KEY_TABLE.length);
      expect(rows.every(({ label, keys }) => label !== '' && keys.length > 0)).toBe(true);
    }
    expect(keyName('Shift+ArrowUp', 'zh')).toBe('Shift+↑');
    expect(keyName('+', 'zh')).toBe('+');
    expect(keyName('Ctrl+Shift+Z', 'en')).toBe('Ctrl+Shift+Z');
  });

  it('holds every key that anything acts on, and none that nothing does', () => {
    const told = HANDLERS.map(({ file, commands, usual }) => {
      const acted = keysActedOn(readFileSync(join(root, 'src', file), 'utf8'));
      const listed = commands.flatMap((command) => keysOf(command).map(plainKey));
      const known = [...listed, ...(usual?.keys ?? [])];
      return {
        file,
        unlisted: acted.filter((key) => !known.includes(key)),
        idle: [...new Set(known)].filter((key) => !acted.includes(key)),
      };
    });
    expect(told.filter(({ unlisted, idle }) => unlisted.length + idle.length > 0)).toEqual([]);
    const inHandlers = HANDLERS.flatMap(({ commands }) => commands);
    const byElement = KEY_TABLE.filter((entry) => entry.byElement).map(({ command }) => command);
    // the browser's own paste event, and MapLibre's keys of the map
    const elsewhere = ['paste', 'pan', 'zoom-in', 'zoom-out'];
    expect([...inHandlers, ...elsewhere].sort()).toEqual(byElement.sort());
  });

  it('knows of every file that listens for keys', () => {
    const listening = ['components', 'app', 'map'].flatMap((room) =>
      readdirSync(join(root, 'src', room), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => keysActedOn(readFileSync(path, 'utf8')).length > 0)
        .filter((path) => /KeyboardEvent|keydown/.test(readFileSync(path, 'utf8')))
        .map((path) => path.slice(join(root, 'src/').length).replaceAll('\\', '/')),
    );
    const known = [...HANDLERS.map(({ file }) => file), ...BY_THE_TABLE];
    expect(listening.filter((file) => !known.includes(file))).toEqual([]);
  });

  it('knows the command of every control that names one', () => {
    const files = ['components', 'app'].flatMap((room) =>
      readdirSync(join(root, 'src', room), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    );
    const named = files.flatMap((text) =>
      [...text.matchAll(/data-command="([\w-]+)"/g)].map(([, command]) => command!),
    );
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((command) => !(command in KEY_WORDS))).toEqual([]);
  });
});

/** These take their keys from the table itself. */
const BY_THE_TABLE = ['app/keys/chord.ts', 'app/keys/key-desk.ts', 'app/keys/tip-desk.ts'];

const TABS = { keys: ['ArrowLeft', 'ArrowRight'], why: 'tabs of a list, as everywhere' };
const CLOSES = { keys: ['Escape'], why: 'listed as what closes' };

/** What listens for keys by itself, with the commands it acts on and what needs no listing. */
const HANDLERS: readonly {
  readonly file: string;
  readonly commands: readonly KeyEntry['command'][];
  readonly usual?: { readonly keys: readonly string[]; readonly why: string };
}[] = [
  { file: 'components/layer-row-view.ts', commands: ['layer-move'] },
  {
    file: 'components/pieces-table.ts',
    commands: ['row-move', 'row-extend', 'row-all', 'row-fly', 'row-mark', 'row-copy'],
  },
  { file: 'components/review-panel.ts', commands: [], usual: TABS },
  { file: 'components/steps.ts', commands: [], usual: TABS },
  {
    file: 'components/help/help-dialog.ts',
    commands: [],
    usual: { keys: [...TABS.keys, 'ArrowUp', 'ArrowDown', 'Home', 'End'], why: TABS.why },
  },
  {
    file: 'components/batch-table.ts',
    commands: ['batch-move', 'batch-page', 'batch-open', 'batch-check'],
  },
  { file: 'components/copy-field.ts', commands: [], usual: CLOSES },
  { file: 'components/base-chooser.ts', commands: [], usual: CLOSES },
  { file: 'components/identify-popover.ts', commands: [], usual: CLOSES },
  { file: 'components/layer-drag.ts', commands: [], usual: CLOSES },
  { file: 'components/swipe.ts', commands: ['swipe-move', 'swipe-ends', 'swipe-sides'] },
  {
    file: 'components/bookmarks.ts',
    commands: [],
    usual: { keys: ['Enter', 'Escape'], why: 'of a field: takes or leaves what is typed' },
  },
  { file: 'components/panel-edge.ts', commands: ['edge-move', 'edge-usual', 'edge-close'] },
  {
    file: 'components/vertex-list.ts',
    commands: ['vertex-move', 'vertex-take'],
    usual: CLOSES,
  },
  {
    file: 'components/place-search.ts',
    commands: [],
    usual: { keys: ['ArrowUp', 'ArrowDown', 'Enter', 'Escape'], why: 'a field with a list' },
  },
  {
    file: 'app/frame-phone.ts',
    commands: [],
    usual: {
      keys: [...TABS.keys, 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter', 'Space'],
      why: 'a slider, as everywhere; on a phone',
    },
  },
  {
    file: 'app/drawing/draw-keys.ts',
    commands: ['draw', 'undo', 'redo', 'vertices', 'draw-finish', 'draw-drop', 'draw-free'],
    usual: CLOSES,
  },
  { file: 'app/tools/tool-desk.ts', commands: ['tool-point', 'tool-undo'], usual: CLOSES },
];

/** A key of the table without what is held with it. */
function plainKey(chord: string): string {
  return chord.split(/\+(?=.)/).at(-1)!;
}

/** Keys that a source compares with, or looks up in a table of its own, as the table of keys writes them. */
function keysActedOn(source: string): string[] {
  const named =
    /(?<![\w-])'?(Arrow(?:Up|Down|Left|Right)|Enter|Escape|Home|End|PageUp|PageDown|Backspace|Delete|Alt)'?(?=[\s:)\],;]|$)/g;
  const plain = source.replace(/^\s*(\/?\*|\/\/).*$/gm, '').replace(/aria-\S+/g, '');
  const found = [...plain.matchAll(named)].map(([, key]) => key!);
  const letters = [
    ...plain.matchAll(/(?:(?:key|letter|toLowerCase\(\)) === |^\s*)'(.)'(?=[:)\s|])/gm),
  ];
  return [
    ...new Set([
      ...found,
      ...letters.map(([, key]) => (key === ' ' ? 'Space' : key!.toUpperCase())),
    ]),
  ];
}

const stroke = (key: string, change: Partial<Keystroke> = {}): Keystroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...change,
});

describe('a keystroke', () => {
  it('is written as the table writes it', () => {
    expect(chordOf(stroke('o', { ctrlKey: true }))).toBe('Ctrl+O');
    expect(chordOf(stroke('o', { metaKey: true }))).toBe('Ctrl+O');
    expect(chordOf(stroke('Z', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+Z');
    expect(chordOf(stroke('?', { shiftKey: true }))).toBe('?');
    expect(chordOf(stroke('+', { shiftKey: true }))).toBe('+');
    expect(chordOf(stroke('i'))).toBe('I');
    expect(chordOf(stroke('I', { shiftKey: true }))).toBe('I');
    expect(chordOf(stroke('F6', { shiftKey: true }))).toBe('Shift+F6');
    expect(chordOf(stroke('ArrowUp', { altKey: true }))).toBe('Alt+ArrowUp');
    expect(chordOf(stroke(' '))).toBe('Space');
  });

  it('is nobody’s while an input method composes', () => {
    expect(chordOf(stroke('d', { isComposing: true }))).toBeNull();
    expect(chordOf(stroke('Process', { keyCode: 229 }))).toBeNull();
  });
});

describe('what a key means', () => {
  const context: KeyContext = {
    place: 'everywhere',
    mode: 'check',
    singleKeys: true,
    isTyping: false,
    isControl: false,
  };
  const means = (chord: string, change: Partial<KeyContext> = {}) =>
    matchKey(chord, { ...context, ...change })?.command ?? null;

  it('depends on where it is pressed', () => {
    expect(means('Home')).toBeNull();
    expect(means('Home', { place: 'map' })).toBe('site');
    expect(means('F')).toBeNull();
    expect(means('F', { place: 'results' })).toBe('fly');
    expect(means('ArrowDown', { place: 'results' })).toBe('cards');
    expect(means('ArrowDown', { place: 'map' })).toBeNull();
    expect(means('ArrowDown', { place: 'table' })).toBeNull();
  });

  it('depends on the mode', () => {
    expect(means('R')).toBe('recheck');
    expect(means('R', { mode: 'review' })).toBeNull();
    expect(means('M', { mode: 'review' })).toBe('measure');
    expect(means('M', { mode: 'batch' })).toBeNull();
    expect(means('1', { mode: 'batch' })).toBe('mode-check');
  });

  it('is none while something is typed, but for Ctrl, function keys and Escape', () => {
    const isTyping = true;
    expect(means('1', { isTyping })).toBeNull();
    expect(means('?', { isTyping })).toBeNull();
    expect(means('Enter', { isTyping, place: 'results' })).toBeNull();
    expect(means('Ctrl+O', { isTyping })).toBe('open');
    expect(means('F6', { isTyping })).toBe('regions');
    expect(means('Escape', { isTyping })).toBe('close');
  });

  it('is none for single characters that are switched off', () => {
    const singleKeys = false;
    for (const chord of ['1', '?', '/', 'T', 'M']) expect(means(chord, { singleKeys })).toBeNull();
    expect(means('Ctrl+O', { singleKeys })).toBe('open');
    expect(means('ArrowDown', { singleKeys, place: 'results' })).toBe('cards');
  });

  it('leaves Enter to a button', () => {
    expect(means('Enter', { place: 'results' })).toBe('clause');
    expect(means('Enter', { place: 'results', isControl: true })).toBeNull();
  });
});
