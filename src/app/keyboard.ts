import type { Mode } from '../components/choices.ts';

export interface KeyActions {
  open(): void;
  mode(mode: Mode): void;
  escape(): void;
}

const MODE_KEYS: Readonly<Record<string, Mode>> = { 1: 'check', 2: 'review', 3: 'batch' };

/** Keys of the whole workspace. Single keys never act while something is typed. */
export function onWorkspaceKey(event: KeyboardEvent, root: ShadowRoot, actions: KeyActions): void {
  if (event.key === 'o' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    actions.open();
  } else if (event.key === 'F6') {
    event.preventDefault();
    walkRegions(root, event.shiftKey ? -1 : 1);
  } else if (event.key === 'Escape') {
    actions.escape();
  } else {
    const mode = MODE_KEYS[event.key];
    if (mode && !isTyping(event)) actions.mode(mode);
  }
}

function isTyping(event: KeyboardEvent): boolean {
  const inside = event.composedPath()[0];
  const field = inside instanceof Element && inside.matches('input, select, textarea');
  return field || event.ctrlKey || event.metaKey || event.altKey;
}

function walkRegions(root: ShadowRoot, by: number): void {
  const regions = [...root.querySelectorAll<HTMLElement>('[data-region]')];
  const at = regions.findIndex((region) => region.contains(root.activeElement));
  regions[(at + by + regions.length) % regions.length]?.focus();
}
