import type { ThemeChoice } from '../components/choices.ts';
import type { Language } from '../text/text.ts';

/** What is remembered between visits: how the window looks, never what was opened in it. */
export interface Preferences {
  readonly language?: Language;
  readonly theme?: ThemeChoice;
  readonly leftWidth?: number | null;
  readonly rightWidth?: number | null;
  readonly leftOpen?: boolean;
  readonly drawerOpen?: boolean | null;
  /** Base map by its id; null: none. */
  readonly base?: string | null;
  /** The first-run card was closed, or an own file was opened. */
  readonly welcomed?: boolean;
}

const KEY = 'sanxian.preferences.1';

/** Private windows and embedded frames may refuse storage: then nothing is remembered. */
export function readPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof stored === 'object' && stored !== null ? stored : {};
  } catch {
    return {};
  }
}

export function rememberPreferences(change: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readPreferences(), ...change }));
  } catch {
    // Working without memory is fine.
  }
}
