/** F6: the next region of the window takes the focus, after the last the first. */
export function walkRegions(root: ShadowRoot, by: 1 | -1): boolean {
  const regions = [...root.querySelectorAll<HTMLElement>('[data-region]')];
  const at = regions.findIndex((region) => region.contains(root.activeElement));
  const from = at === -1 && by === -1 ? 0 : at;
  const next = regions[(from + by + regions.length) % regions.length];
  next?.focus();
  return next !== undefined;
}
