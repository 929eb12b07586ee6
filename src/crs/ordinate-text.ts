/** A number of a coordinate as somebody wrote it. */
export interface Ordinate {
  /** Decimal number: the digits as written, or degrees computed from degrees, minutes and seconds. */
  readonly text: string;
  /** What letters beside it say: "E106°03′43.5″", "37.4N", "北纬37°". */
  readonly axis: 'east' | 'north' | null;
  /** Computed from minutes and seconds. */
  readonly angle: boolean;
}

/** Signs people write for degrees, minutes and seconds, before NFKC takes some of them apart. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/[°º˚゜]|(?<!经|纬)度|deg/gi, 'd'],
  [/″|”|“|〃|"|''|′′|’’|´´|秒/g, 's'],
  [/′|’|‘|'|´|ˊ|`|分/g, 'm'],
];

/** Most cells by far. */
const PLAIN = /^\d+(\.\d+)?$/;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const THOUSANDS = /^[+-]?\d{1,3}([, ]\d{3})+(\.\d*)?$/;
const MARKED = /^([+-]?)(\d{1,3}(?:\.\d+)?)d(?:(\d{1,2}(?:\.\d+)?)m?(?:(\d{1,2}(?:\.\d+)?)s?)?)?$/;
const PARTED = /^([+-]?)(\d{1,3})([: -])(\d{1,2})(?:\3(\d{1,2}(?:\.\d*)?))$/;
const AXIS =
  /^(?:[xy]\s*[=:]\s*)?(东经|经度|北纬|纬度|longitude|latitude|lon|lng|lat|[en])?\s*[=:]?\s*(.*?)\s*([en])?$/i;

/**
 * A number or an angle in any notation met on paper: full-width digits, thousands separators, units,
 * "X=4145300.000", 106°03′43.5″, 106度3分43.5秒, 106:03:43.5, 106-03-43.5, 106 03 43.5. Null for
 * anything else: a decimal comma is not guessed at. `packed` reads 106.03435 as 106°03′43.5″.
 */
export function readOrdinate(written: string, packed = false): Ordinate | null {
  if (!packed && PLAIN.test(written)) return { text: written, axis: null, angle: false };
  // what Excel users write to keep a number as text
  let text = written.trim().replace(/^="(.*)"$/s, '$1');
  for (const [marks, letter] of MARKS) text = text.replace(marks, letter);
  text = text.normalize('NFKC').replace(/[−–]/g, '-').replace(/\s+/g, ' ').trim();
  text = text.replace(/^[([]\s*|\s*[)\]]$/g, '');
  const { rest, axis } = withoutAxis(text);
  const number = packed ? null : numberText(rest);
  if (number !== null) return { text: number, axis, angle: false };
  const angle = angleText(rest) ?? (packed ? packedAngle(rest) : null);
  return angle === null ? null : { text: angle, axis, angle: true };
}

/** As typed where only one number can be meant: degrees and minutes may stand without their signs. */
export function readTypedOrdinate(typed: string): Ordinate | null {
  return readOrdinate(typed) ?? (/^\S+[ :]\d+(\.\d+)?$/.test(typed.trim()) ? minutes(typed) : null);
}

function minutes(typed: string): Ordinate | null {
  const text = typed.trim();
  const whole = /^(.*)[ :](\d+)(\.\d+)?$/.exec(text)!;
  const seconds = whole[3] ? Number(whole[3]) * 60 : 0;
  const mark = text.includes(':') ? ':' : ' ';
  return readOrdinate(`${whole[1]}${mark}${whole[2]}${mark}${seconds}`);
}

/**
 * Digits of a plain number as they were typed, without what stands between groups; null for anything
 * else. Trailing zeros stay: they tell what the number was measured to.
 */
export function plainDigits(text: string): string | null {
  const read = readOrdinate(text);
  return read && !read.angle && read.axis === null ? read.text.replace(/^\+/, '') : null;
}

/** Degrees in any notation, E or 东经 before or behind. Null where it is none. */
export function readDegrees(text: string): number | null {
  const read = readTypedOrdinate(text);
  return read && Number(read.text);
}

/** 106°12′30.5000″: seconds to 0.0001, which is 3 mm. */
export function degreesMinutesSeconds(degrees: number): string {
  const units = Math.round(Math.abs(degrees) * 36_000_000);
  const seconds = (units % 600_000) / 10_000;
  const minutes = Math.floor(units / 600_000) % 60;
  const whole = Math.floor(units / 36_000_000);
  const sign = degrees < 0 && units > 0 ? '-' : '';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${sign}${whole}°${two(minutes)}′${seconds.toFixed(4).padStart(7, '0')}″`;
}

function withoutAxis(text: string): { rest: string; axis: Ordinate['axis'] } {
  const word = AXIS.exec(text)!;
  // letters on both sides are of two numbers
  if (word[1] && word[3]) return { rest: text, axis: null };
  const letter = (word[1] ?? word[3] ?? '').toLowerCase();
  const axis = /^(东经|经度|lo?ng?.*|e)$/.test(letter)
    ? 'east'
    : /^(北纬|纬度|lat.*|n)$/.test(letter)
      ? 'north'
      : null;
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
  if (marked) return degreesText(marked[1]!, marked[2]!, marked[3], marked[4]);
  const parted = PARTED.exec(text);
  return parted ? degreesText(parted[1]!, parted[2]!, parted[4], parted[5]) : null;
}

/** D.MMSSsss, the way surveyors' calculators show an angle. */
function packedAngle(text: string): string | null {
  if (!/^\d+(\.\d*)?$/.test(text)) return null;
  const [degrees = '', rest = ''] = text.split('.');
  const digits = rest.padEnd(4, '0');
  return degreesText('', degrees, digits.slice(0, 2), `${digits.slice(2, 4)}.${digits.slice(4)}0`);
}

/** Only the last part may have decimals; minutes and seconds are below 60. */
function degreesText(sign: string, degrees: string, minutes = '0', seconds = '0'): string | null {
  const isWhole = (part: string, next: string): boolean => next === '0' || !part.includes('.');
  if (!isWhole(degrees, minutes) || !isWhole(minutes, seconds)) return null;
  const [d, m, s] = [Number(degrees), Number(minutes), Number(seconds)];
  if (m >= 60 || s >= 60) return null;
  return `${sign === '-' ? '-' : ''}${(d * 3600 + m * 60 + s) / 3600}`;
}
