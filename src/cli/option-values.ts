import { UserError } from '../domain/user-error.ts';

export function readCrs(value: string | undefined): number | null {
  if (value === undefined) return null;
  const match = /^(?:EPSG:)?(\d{4,6})$/i.exec(value.trim());
  if (match) return Number(match[1]);
  throw new UserError('cli-number', { option: '--crs', value, wanted: 'EPSG:<code>' });
}

export function readNumber(option: string, value: string, min: number, max: number): number {
  const number = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new UserError('cli-number', { option, value, wanted: `${min}–${max}` });
}

export function readWhole(option: string, value: string, min: number, max: number): number {
  const number = /^\d+$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new UserError('cli-number', { option, value, wanted: `${min}, ${min + 1} … ${max}` });
}

export function readChoice<T extends string>(
  option: string,
  value: string,
  choices: readonly T[],
): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new UserError('cli-choice', { option, value, choices: choices.join(', ') });
}
