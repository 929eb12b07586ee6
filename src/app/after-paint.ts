/** How long a frame is waited for: a page out of sight draws none (ms). */
const LATEST_MS = 100;

/**
 * Resolves once what was changed stands on screen. Work that takes every core of a small machine begins
 * then: begun before, it would hold the frame back that tells of it.
 */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const latest = setTimeout(resolve, LATEST_MS);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(latest);
        resolve();
      }),
    );
  });
}
