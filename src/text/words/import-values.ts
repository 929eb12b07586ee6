import { M2_PER_HECTARE } from '../../units/area.ts';
import { roundHalfUp } from '../../units/round.ts';
import type { Text } from '../text.ts';

/** Values of sentences about imports, printed alike wherever they stand. */
export type Params = Readonly<Record<string, string | number | boolean | null>>;
export type Sentence = (p: Params) => Text;
type Value = Params[string] | undefined;

/** Eight-digit eastings read better in groups: 35 594 000.000, with thin spaces. */
export function number(value: Value): string {
  const [whole = '', decimals] = String(value ?? '—').split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u2009') : whole;
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

export function degrees(value: Value): string {
  return typeof value === 'number' ? roundHalfUp(value, 4).toFixed(4) : '—';
}

export function hectares(value: Value): string {
  return typeof value === 'number' ? roundHalfUp(value / M2_PER_HECTARE, 4).toFixed(4) : '—';
}

export function place(p: Params, language: 'zh' | 'en'): string {
  if (typeof p.lon !== 'number') return '';
  return language === 'zh'
    ? `（东经 ${degrees(p.lon)}°、北纬 ${degrees(p.lat)}°）`
    : ` (${degrees(p.lon)}° E, ${degrees(p.lat)}° N)`;
}

/** Without a word of another datum it is CGCS2000. */
export function datumName(datum: Value): Text {
  switch (datum) {
    case 'beijing54':
      return { zh: '1954 年北京坐标系', en: 'Beijing 1954' };
    case 'xian80':
      return { zh: '1980 西安坐标系', en: 'Xi’an 1980' };
    default:
      return { zh: ' 2000 国家大地坐标系', en: 'CGCS2000' };
  }
}
