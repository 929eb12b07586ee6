import type { KeyGroup } from '../../components/help/help-parts.ts';
import type { Language } from '../../text/text.ts';
import { KEY_NAMES, KEY_PLACE_WORDS, KEY_WORDS } from '../../text/words/keys.ts';
import { KEY_TABLE, type KeyPlace, LISTED_UNDER } from './key-table.ts';

/** The table as the help prints it. */
export function keyList(language: Language): KeyGroup[] {
  const places = Object.keys(KEY_PLACE_WORDS) as KeyPlace[];
  return places.map((place) => ({
    title: KEY_PLACE_WORDS[place][language],
    rows: KEY_TABLE.filter((entry) => (LISTED_UNDER[entry.command] ?? entry.place) === place).map(
      ({ command, keys }) => ({
        label: KEY_WORDS[command][language],
        keys: keys.map((key) => keyName(key, language)),
      }),
    ),
  }));
}

/** `Shift+ArrowUp` as "Shift+↑". */
export function keyName(chord: string, language: Language): string {
  return chord
    .split(/\+(?=.)/)
    .map((part) => {
      const names: Readonly<Record<string, { zh: string; en: string }>> = KEY_NAMES;
      return names[part]?.[language] ?? part;
    })
    .join('+');
}
