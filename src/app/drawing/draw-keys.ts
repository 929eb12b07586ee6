import type { DrawHands } from './draw-hands.ts';
import type { DrawSession } from './draw-session.ts';

export interface DrawKeys {
  begin(): void;
  undo(): void;
  redo(): void;
  list(): void;
  /** Alt is held: nothing snaps. */
  free(isFree: boolean): void;
}

/** Keys of drawing; while something is typed only Escape and Alt count. True where the key was taken. */
export function onDrawKey(
  event: KeyboardEvent,
  drawing: { readonly session: DrawSession; readonly hands: DrawHands } | null,
  keys: DrawKeys,
): boolean {
  const { key, altKey } = event;
  if (key === 'Alt') keys.free(event.type === 'keydown');
  if (event.type !== 'keydown' || altKey) return false;
  const taken = () => {
    event.preventDefault();
    return true;
  };
  const inside = event.composedPath()[0];
  const isTyping =
    inside instanceof Element && inside.matches('input, select, textarea, [contenteditable]');
  if (event.ctrlKey || event.metaKey) {
    if (isTyping && inside instanceof HTMLInputElement && inside.type === 'text') return false;
    const letter = key.toLowerCase();
    if (letter === 'z') {
      if (event.shiftKey) keys.redo();
      else keys.undo();
      return taken();
    }
    if (letter === 'y') {
      keys.redo();
      return taken();
    }
    return false;
  }
  if (key === 'Escape') {
    return drawing !== null && (drawing.hands.dragCancel() || drawing.session.cancel());
  }
  if (isTyping) return false;
  if (key === 'd' || key === 'D') {
    if (drawing) drawing.session.setTool('polygon');
    else keys.begin();
    return taken();
  }
  if (!drawing) return false;
  if (key === 'v' || key === 'V') {
    keys.list();
    return taken();
  }
  if (key === 'Delete' || key === 'Backspace') {
    drawing.session.drop();
    return taken();
  }
  const isButton = inside instanceof Element && inside.matches('button, a, summary');
  if (key === 'Enter' && !isButton && drawing.session.state.draft.length > 0) {
    void drawing.session.finishDraft();
    return taken();
  }
  return false;
}
