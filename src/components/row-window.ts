/** Up to so many rows all are drawn. */
export const ALL_ROWS = 200;
/** Rows drawn beyond what is seen, on either side. */
const SPARE = 12;

/** Which of many rows of one height are drawn. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
  /** Height that stands for the rows before and after, px. */
  readonly above: number;
  readonly below: number;
}

/** @param seen px, top of what is seen of the rows and its height */
export function rowWindow(
  count: number,
  rowPx: number,
  seen: { readonly top: number; readonly height: number },
): RowWindow {
  if (count <= ALL_ROWS) return { from: 0, to: count, above: 0, below: 0 };
  const first = Math.floor(seen.top / rowPx) - SPARE;
  const shown = Math.ceil(seen.height / rowPx) + 2 * SPARE;
  const from = Math.max(0, Math.min(first, count - shown));
  const to = Math.min(count, from + shown);
  return { from, to, above: from * rowPx, below: (count - to) * rowPx };
}
