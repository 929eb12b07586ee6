/** Rows that are marked, the one in focus, and the one that Shift extends from; all by their numbers. */
export interface RowSelection {
  readonly marked: ReadonlySet<number>;
  readonly focus: number | null;
  readonly anchor: number | null;
}

export const NO_ROWS: RowSelection = { marked: new Set(), focus: null, anchor: null };

export function only(number: number): RowSelection {
  return { marked: new Set([number]), focus: number, anchor: number };
}

/** Adds a row, or takes it away; it has the focus either way. */
export function toggled({ marked }: RowSelection, number: number): RowSelection {
  const next = new Set(marked);
  if (!next.delete(number)) next.add(number);
  return { marked: next, focus: number, anchor: number };
}

/** From the anchor to here, in the order on screen. */
export function extended(
  { anchor }: RowSelection,
  number: number,
  order: readonly number[],
): RowSelection {
  const from = anchor === null ? number : anchor;
  const [a, b] = [order.indexOf(from), order.indexOf(number)].sort((x, y) => x - y) as [
    number,
    number,
  ];
  // an anchor that is filtered out begins anew here
  if (a < 0) return only(number);
  return { marked: new Set(order.slice(a, b + 1)), focus: number, anchor: from };
}

export function all(order: readonly number[], focus: number): RowSelection {
  return { marked: new Set(order), focus, anchor: focus };
}
