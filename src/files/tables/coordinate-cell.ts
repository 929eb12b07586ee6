/** A cell read as a coordinate. */
export interface Coordinate {
  /** Decimal number: the cell's own digits, or degrees computed from degrees, minutes and seconds. */
  readonly text: string;
  /** What letters beside it say: "E106°03′43.5″", "37.4N", "北纬37°". */
  readonly axis: 'east' | 'north' | null;
  /** Computed from minutes and seconds. */
  readonly angle: boolean;
}

/** Signs people write for degrees, minutes and seconds, before NFKC takes some of them apart. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/[°º˚゜]|度|deg/gi, 'd'],
  [/″|”|“|〃|"|''|′′|’’|´´|秒/g, 's'],
  [/′|’|‘|'|´|ˊ|`|分/g, 'm'],
];

/** Most cells by far. */
const PLAIN = /^\d+(\.\d+)?$/;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const THOUSANDS = /^[+-]?\d{1,3}([, ]\d{3})+(\.\d*)?$/;
const MARKED = /^(\d{1,3}(?:\.\d+)?)d(?:(\d{1,2}(?:\.\d+)?)m?(?:(\d{1,2}(?:\.\d+)?)s?)?)?$/;
const PARTED = /^(\d{1,3})([: -])(\d{1,2})(?:\2(\d{1,2}(?:\.\d*)?))$/;

/**
 * A number or an angle in any notation met on paper: full-width digits, thousands separators, units,
 * "X=4145300.000", 106°03′43.5″, 106度3分43.5秒, 106:03:43.5, 106-03-43.5, 106 03 43.5. Null for
 * anything else: a decimal comma is not guessed at. `packed` reads 106.03435 as 106°03′43.5″.
 */
export function coordinateOf(cell: string, packed = false): Coordinate | null {
  if (!packed && PLAIN.test(cell)) return { text: cell, axis: null, angle: false };
  // what Excel users write to keep a number as text
  let text = cell.trim().replace(/^="(.*)"$/s, '$1');
  for (const [marks, letter] of MARKS) text = text.replace(marks, letter);
  text = text.normalize('NFKC').replace(/[−–]/g, '-').replace(/\s+/g, ' ').trim();
  text = text.replace(/^[([]\s*|\s*[)\]]$/g, '');
  const { rest, axis } = withoutAxis(text);
  const number = packed ? null : numberText(rest);
  if (number !== null) return { text: number, axis, angle: false };
  const angle = angleText(rest) ?? (packed ? packedAngle(rest) : null);
  return angle === null ? null : { text: angle, axis, angle: true };
}

function withoutAxis(text: string): { rest: string; axis: Coordinate['axis'] } {
  const word = /^(?:[xy]\s*[=:]\s*)?(东经|北纬|[en])?\s*[=:]?\s*(.*?)\s*([en])?$/i.exec(text)!;
  const letter = (word[1] ?? word[3] ?? '').toLowerCase();
  const axis = /^(东经|e)$/.test(letter) ? 'east' : /^(北纬|n)$/.test(letter) ? 'north' : null;
  return { rest: word[2]!, axis };
}

function numberText(text: string): string | null {
  // "106.06d" is a plain number of degrees, "35594000m" one of metres
  const bare = text.replace(/ ?(m|米|d)$/, '');
  if (NUMBER.test(bare)) return bare;
  return THOUSANDS.test(bare) ? bare.replace(/[, ]/g, '') : null;
}

function angleText(text: string): string | null {
  const tight = text.replace(/ ?([dms]) ?/g, '$1');
  const marked = MARKED.exec(tight);
  if (marked) return degreesText(marked[1]!, marked[2], marked[3]);
  const parted = PARTED.exec(text);
  return parted ? degreesText(parted[1]!, parted[3], parted[4]) : null;
}

/** D.MMSSsss, the way surveyors' calculators show an angle. */
function packedAngle(text: string): string | null {
  if (!/^\d+(\.\d*)?$/.test(text)) return null;
  const [degrees = '', rest = ''] = text.split('.');
  const digits = rest.padEnd(4, '0');
  return degreesText(degrees, digits.slice(0, 2), `${digits.slice(2, 4)}.${digits.slice(4)}0`);
}

/** Only the last part may have decimals; minutes and seconds are below 60. */
function degreesText(degrees: string, minutes = '0', seconds = '0'): string | null {
  const isWhole = (part: string, next: string): boolean => next === '0' || !part.includes('.');
  if (!isWhole(degrees, minutes) || !isWhole(minutes, seconds)) return null;
  const [d, m, s] = [Number(degrees), Number(minutes), Number(seconds)];
  return m < 60 && s < 60 ? String((d * 3600 + m * 60 + s) / 3600) : null;
}
