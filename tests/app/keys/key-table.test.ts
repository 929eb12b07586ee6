import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chordOf, type Keystroke } from '../../../src/app/keys/chord.ts';
import { keyList, keyName } from '../../../src/app/keys/key-list.ts';
import { KEY_TABLE, type KeyEntry } from '../../../src/app/keys/key-table.ts';
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
