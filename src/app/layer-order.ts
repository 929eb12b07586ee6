import type { LayerGroup } from '../components/layer-row.ts';

/** Orders that a person gave, group by group: ids from top to bottom. A group without one is usual. */
export type LayerOrders = Readonly<Partial<Record<LayerGroup, readonly string[]>>>;

interface Ordered {
  readonly id: string;
}

/** Rows of one group in the order given; rows that it does not name stay behind their neighbours. */
export function inOrder<T extends Ordered>(rows: readonly T[], order?: readonly string[]): T[] {
  if (!order) return [...rows];
  const named = order.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  const out: T[] = [...named];
  for (const [i, row] of rows.entries()) {
    if (order.includes(row.id)) continue;
    const before = rows[i - 1];
    out.splice(before ? out.indexOf(before) + 1 : 0, 0, row);
  }
  return out;
}

/**
 * The ids of a group with one of them elsewhere: before another, or last for null. null where that
 * changes nothing.
 */
export function moved(
  ids: readonly string[],
  id: string,
  before: string | null,
): readonly string[] | null {
  if (!ids.includes(id) || id === before) return null;
  const rest = ids.filter((one) => one !== id);
  const at = before === null ? rest.length : rest.indexOf(before);
  if (at < 0) return null;
  rest.splice(at, 0, id);
  return rest.every((one, i) => one === ids[i]) ? null : rest;
}
