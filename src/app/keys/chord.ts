/** What of a keyboard event counts here. */
export type Keystroke = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'keyCode'
>;

/**
 * A key as the table writes it: `Ctrl+O`, `?`, `Shift+F6`. ⌘ counts as Ctrl. Shift is part of the character
 * of printable keys and is written with others only. null while an input method composes.
 */
export function chordOf(event: Keystroke): string | null {
  // keyCode 229: the input method has the key, also where `isComposing` is not set yet (Safari)
  if (event.isComposing || event.keyCode === 229) return null;
  const { key, shiftKey } = event;
  const isPrintable = [...key].length === 1;
  const name = key === ' ' ? 'Space' : isPrintable ? key.toUpperCase() : key;
  const ctrl = event.ctrlKey || event.metaKey;
  const shift = shiftKey && (!isPrintable || (ctrl && key.toUpperCase() !== key.toLowerCase()));
  if (name === 'Alt' || name === 'Control' || name === 'Shift' || name === 'Meta') return name;
  return `${ctrl ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`;
}

/** A key of one character, which somebody who speaks to the machine may press unawares (WCAG 2.1.4). */
export function isSingleKey(chord: string): boolean {
  return [...chord].length === 1;
}

/** Whether something takes what is typed. */
export function isTyping(event: Event): boolean {
  const inside = event.composedPath()[0];
  return (
    inside instanceof HTMLElement &&
    (inside.isContentEditable || inside.matches('input, select, textarea, [contenteditable]'))
  );
}
