import type { Mode } from '../../components/choices.ts';
import { isSingleKey } from './chord.ts';
import { KEY_TABLE, type KeyEntry, type KeyPlace } from './key-table.ts';

/** Where a key was pressed. */
export interface KeyContext {
  /** Of the focus; `everywhere` where it is in none of the others. */
  readonly place: KeyPlace;
  readonly mode: Mode;
  /** Keys of one character are switched on. */
  readonly singleKeys: boolean;
  /** Something takes what is typed. */
  readonly isTyping: boolean;
  /** A button or link has the focus: Enter is its own. */
  readonly isControl: boolean;
}

/** What a key means there; null: nothing, or something that the focused element does by itself. */
export function matchKey(chord: string, context: KeyContext): KeyEntry | null {
  const isEscape = chord === 'Escape';
  const isGlobal = chord.startsWith('Ctrl+') || /F\d+$/.test(chord);
  if (context.isTyping && !isGlobal && !isEscape) return null;
  if (isSingleKey(chord) && !context.singleKeys) return null;
  if (context.isControl && chord === 'Enter') return null;
  const found = KEY_TABLE.filter(
    ({ keys, place, modes }) =>
      keys.includes(chord) &&
      (place === 'everywhere' || place === context.place) &&
      (!modes || modes.includes(context.mode)),
  );
  const entry = found.find(({ place }) => place !== 'everywhere') ?? found[0];
  return entry && !entry.byElement ? entry : null;
}

/** Pairs of commands that one key would mean at once: none, if the table is sound. */
export function conflicts(table: readonly KeyEntry[]): string[] {
  return table.flatMap((a, i) =>
    table.slice(i + 1).flatMap((b) => {
      // what has the focus takes its keys before anything that acts everywhere
      if (isOwn(a) && b.place === 'everywhere') return [];
      if (isOwn(b) && a.place === 'everywhere') return [];
      const shared = a.keys.filter((key) => b.keys.includes(key));
      return shared.length > 0 && meetIn(a.place, b.place) && meetModes(a, b)
        ? [`${shared.join(' ')}: ${a.command} (${a.place}), ${b.command} (${b.place})`]
        : [];
    }),
  );
}

/** Of an element that has the focus, and lets nobody else hear of the key. */
function isOwn({ place, byElement }: KeyEntry): boolean {
  return byElement === true && place === 'swipe';
}

/** While something is drawn the map is there too, but neither findings nor table. */
function meetIn(a: KeyPlace, b: KeyPlace): boolean {
  if (a === b || a === 'everywhere' || b === 'everywhere') return true;
  return [a, b].includes('drawing') && [a, b].includes('map');
}

function meetModes({ modes: a }: KeyEntry, { modes: b }: KeyEntry): boolean {
  return !a || !b || a.some((mode) => b.includes(mode));
}
