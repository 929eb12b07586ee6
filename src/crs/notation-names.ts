/** How a place is written: all CGCS2000. Zones of 3° and 6°, with their number in front or without. */
export const NOTATIONS = [
  'degrees',
  'dms',
  'zone3',
  'zone3-prefixed',
  'zone6',
  'zone6-prefixed',
] as const;
export type Notation = (typeof NOTATIONS)[number];

export function isNotation(value: unknown): value is Notation {
  return NOTATIONS.includes(value as Notation);
}
