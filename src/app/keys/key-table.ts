import type { Mode } from '../../components/choices.ts';
import type { KEY_PLACE_WORDS, KEY_WORDS } from '../../text/words/keys.ts';

export type CommandId = keyof typeof KEY_WORDS;
/**
 * Where the focus has to be; `everywhere` asks for nothing, `drawing` for the drawing board, `tools` for a
 * tool in hand.
 */
export type KeyPlace = keyof typeof KEY_PLACE_WORDS;

export interface KeyEntry {
  readonly command: CommandId;
  readonly place: KeyPlace;
  /** As `chordOf` writes them; several do the same. */
  readonly keys: readonly string[];
  /** Default: every mode. */
  readonly modes?: readonly Mode[];
  /** Handled by what has the focus; it stands here so that it is listed and nothing else takes its key. */
  readonly byElement?: true;
}

const ON_MAP = ['check', 'review'] as const satisfies readonly Mode[];
const IN_CHECK = ['check'] as const satisfies readonly Mode[];

/**
 * Every key of the workspace. What acts on a key looks here, and so does the list in the help; a test finds
 * two commands on one key in one place.
 */
export const KEY_TABLE: readonly KeyEntry[] = [
  { command: 'open', place: 'everywhere', keys: ['Ctrl+O'] },
  { command: 'paste', place: 'everywhere', keys: ['Ctrl+V'], byElement: true },
  { command: 'search', place: 'everywhere', keys: ['/'] },
  { command: 'mode-check', place: 'everywhere', keys: ['1'] },
  { command: 'mode-review', place: 'everywhere', keys: ['2'] },
  { command: 'mode-batch', place: 'everywhere', keys: ['3'] },
  { command: 'help', place: 'everywhere', keys: ['?'] },
  { command: 'close', place: 'everywhere', keys: ['Escape'] },
  { command: 'regions', place: 'everywhere', keys: ['F6', 'Shift+F6'] },
  { command: 'layers', place: 'everywhere', keys: ['L'], modes: ON_MAP },

  { command: 'cards', place: 'results', keys: ['ArrowUp', 'ArrowDown'], modes: IN_CHECK },
  { command: 'clause', place: 'results', keys: ['Enter'], modes: IN_CHECK },
  { command: 'fly', place: 'results', keys: ['F'], modes: IN_CHECK },
  { command: 'path', place: 'results', keys: ['P'], modes: IN_CHECK },
  { command: 'pieces', place: 'everywhere', keys: ['T'], modes: IN_CHECK },
  { command: 'recheck', place: 'everywhere', keys: ['R'], modes: IN_CHECK },
  { command: 'report', place: 'everywhere', keys: ['E'], modes: IN_CHECK },
  { command: 'print', place: 'everywhere', keys: ['Ctrl+P'], modes: IN_CHECK },

  {
    command: 'pan',
    place: 'map',
    keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
    byElement: true,
  },
  { command: 'zoom-in', place: 'map', keys: ['+'], byElement: true },
  { command: 'zoom-out', place: 'map', keys: ['-'], byElement: true },
  { command: 'site', place: 'map', keys: ['Home'] },
  { command: 'identify', place: 'everywhere', keys: ['I'], modes: ON_MAP },
  { command: 'measure', place: 'everywhere', keys: ['M'], modes: ON_MAP },
  { command: 'pick-coordinate', place: 'everywhere', keys: ['C'], modes: ON_MAP },
  { command: 'go-to', place: 'everywhere', keys: ['G'], modes: ON_MAP },

  { command: 'tool-point', place: 'tools', keys: ['Enter', 'Space'], byElement: true },
  { command: 'tool-undo', place: 'tools', keys: ['Backspace'], byElement: true },

  {
    command: 'swipe-move',
    place: 'swipe',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    byElement: true,
  },
  { command: 'swipe-ends', place: 'swipe', keys: ['Home', 'End'], byElement: true },
  { command: 'swipe-sides', place: 'swipe', keys: ['M'], byElement: true },

  { command: 'row-move', place: 'table', keys: ['ArrowUp', 'ArrowDown'], byElement: true },
  {
    command: 'row-extend',
    place: 'table',
    keys: ['Shift+ArrowUp', 'Shift+ArrowDown'],
    byElement: true,
  },
  { command: 'row-all', place: 'table', keys: ['Ctrl+A'], byElement: true },
  { command: 'row-fly', place: 'table', keys: ['Enter'], byElement: true },
  { command: 'row-mark', place: 'table', keys: ['Space'], byElement: true },
  { command: 'row-copy', place: 'table', keys: ['Ctrl+C'], byElement: true },

  { command: 'batch-move', place: 'batch', keys: ['ArrowUp', 'ArrowDown'], byElement: true },
  {
    command: 'batch-page',
    place: 'batch',
    keys: ['PageUp', 'PageDown', 'Home', 'End'],
    byElement: true,
  },
  { command: 'batch-open', place: 'batch', keys: ['Enter'], byElement: true },
  { command: 'batch-check', place: 'batch', keys: ['Space'], byElement: true },

  { command: 'draw', place: 'everywhere', keys: ['D'], byElement: true },
  { command: 'undo', place: 'everywhere', keys: ['Ctrl+Z'], byElement: true },
  { command: 'redo', place: 'everywhere', keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], byElement: true },
  { command: 'vertices', place: 'drawing', keys: ['V'], byElement: true },
  { command: 'draw-finish', place: 'drawing', keys: ['Enter'], byElement: true },
  { command: 'draw-drop', place: 'drawing', keys: ['Delete', 'Backspace'], byElement: true },
  { command: 'draw-free', place: 'drawing', keys: ['Alt'], byElement: true },

  { command: 'vertex-move', place: 'vertices', keys: ['ArrowUp', 'ArrowDown'], byElement: true },
  { command: 'vertex-take', place: 'vertices', keys: ['Enter'], byElement: true },

  {
    command: 'layer-move',
    place: 'panels',
    keys: ['Alt+ArrowUp', 'Alt+ArrowDown'],
    byElement: true,
  },
  {
    command: 'edge-move',
    place: 'panels',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    byElement: true,
  },
  { command: 'edge-usual', place: 'panels', keys: ['Home'], byElement: true },
  { command: 'edge-close', place: 'panels', keys: ['Enter'], byElement: true },
];

/** Where the list shows a command that acts everywhere but belongs to something. */
export const LISTED_UNDER: Partial<Record<CommandId, KeyPlace>> = {
  pieces: 'results',
  recheck: 'results',
  report: 'results',
  print: 'results',
  identify: 'map',
  measure: 'map',
  'pick-coordinate': 'map',
  'go-to': 'map',
  draw: 'drawing',
  undo: 'drawing',
  redo: 'drawing',
};

export function keysOf(command: CommandId): readonly string[] {
  return KEY_TABLE.find((entry) => entry.command === command)?.keys ?? [];
}
