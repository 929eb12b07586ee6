import type { ThemeChoice } from '../components/choices.ts';
import type { Language } from '../text/text.ts';
import type { LayerOrders } from './layer-order.ts';

/** What is remembered between visits: how the window looks, never what was opened in it. */
export interface Preferences {
  readonly language?: Language;
  readonly theme?: ThemeChoice;
  readonly leftWidth?: number | null;
  readonly rightWidth?: number | null;
  readonly drawerHeight?: number | null;
  readonly leftOpen?: boolean;
  readonly rightOpen?: boolean;
  readonly drawerOpen?: boolean | null;
  /** Base map by its id; null: none. */
  readonly base?: string | null;
  /**
   * By layer id. Which layers were switched off is not kept: a control line that a former visit hid would
   * look like one that is not there.
   */
  readonly opacities?: Readonly<Record<string, number>>;
  readonly orders?: LayerOrders;
  /** Keys of one character act. */
  readonly singleKeys?: boolean;
  /** Less is drawn on the map. */
  readonly sparing?: boolean;
  /** That less could be drawn was proposed once. */
  readonly sparingProposed?: boolean;
  /** SHA-256 of the layers that are kept on this machine, by layer id. */
  readonly kept?: Readonly<Record<string, string>>;
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
