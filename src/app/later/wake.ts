import { once } from '../once.ts';
import { LATER_PARTS } from './parts.ts';

const loading = new Map<string, Promise<unknown>>();

/**
 * Loads the code of elements that stand in a tree without it; what was set on them before stays. One that
 * is closed carries `asleep` and waits until it opens. A load that failed is tried again the next time.
 */
export function wake(root: ParentNode, onFailed: (cause: unknown) => void): void {
  for (const { localName } of root.querySelectorAll(':not(:defined):not([asleep])')) {
    const load = LATER_PARTS[localName];
    if (!load || loading.has(localName)) continue;
    once(loading, localName, load).catch(onFailed);
  }
}

/** Loads them all; for where nothing may come later. */
export async function wakeAll(): Promise<void> {
  await Promise.all(Object.entries(LATER_PARTS).map(([tag, load]) => once(loading, tag, load)));
}
