/**
 * Makes a thing the first time it is asked for. A failed attempt is not remembered: the file may be there
 * the next time.
 */
export function once<K, T>(kept: Map<K, Promise<T>>, key: K, make: () => Promise<T>): Promise<T> {
  const before = kept.get(key);
  if (before) return before;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
