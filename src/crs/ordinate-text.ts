/** Characters of Chinese and full-width input as plain ones. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2009\u202f\u00a0\s]+/g, ' ')
    .replace(/−/g, '-')
    .trim();
}

/**
 * Digits of a plain number as they were typed, without spaces between groups; null for anything else.
 * Trailing zeros stay: they tell what the number was measured to.
 */
export function plainDigits(text: string): string | null {
  const digits = plain(text).replace(/ /g, '').replace(/^\+/, '');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(digits) ? digits : null;
}

/**
 * Degrees in any common notation: 106.20847, 106°12′30.5″, 106 12 30.5, 106:12:30.5, 106度12分30.5秒, E or
 * 东经 before or behind. Null where it is none, or minutes and seconds are 60 or more.
 */
export function readDegrees(text: string): number | null {
  const bare = plain(text)
    .toUpperCase()
    .replace(/东经|北纬|经度|纬度/g, '')
    .replace(/^[EN] ?| ?[EN]$/g, '')
    .trim();
  const sign = /^-/.test(bare) ? -1 : 1;
  const parts = bare.replace(/^[+-]/, '').split(/[°度'′’分"″”秒: ]+/);
  if (parts.at(-1) === '') parts.pop();
  if (parts.length < 1 || parts.length > 3) return null;
  const numbers = parts.map((part) => (/^\d+(\.\d+)?$/.test(part) ? Number(part) : Number.NaN));
  const [degrees = Number.NaN, minutes = 0, seconds = 0] = numbers;
  // only the last one may have decimals
  const isWhole = numbers.slice(0, -1).every(Number.isInteger);
  const value = sign * (degrees + minutes / 60 + seconds / 3600);
  return isWhole && minutes < 60 && seconds < 60 && Number.isFinite(value) ? value : null;
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
