/**
 * The origins of a list parted by spaces. What is no origin by itself (`*`, an address with a path, a
 * frame without one: `null`) allows nothing and is given back as refused.
 */
export function allowedOrigins(list: string): {
  readonly origins: ReadonlySet<string>;
  readonly refused: readonly string[];
} {
  const words = list.split(/\s+/).filter((word) => word !== '');
  const origins = new Set(words.filter(isOrigin));
  return { origins, refused: words.filter((word) => !origins.has(word)) };
}

function isOrigin(word: string): boolean {
  if (!/^https?:\/\/[^*]+$/.test(word)) return false;
  try {
    return new URL(word).origin === word;
  } catch {
    return false;
  }
}
