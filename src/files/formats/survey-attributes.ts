import type { CoordinateHints } from '../../crs/evidence.ts';
import { datumFromName } from '../../crs/names.ts';
import type { Note } from '../../domain/note.ts';
import { importError, importNote } from '../import-message.ts';
import type { Section } from './survey-sections.ts';

/** Keys that decide where the parcels lie: two different values in one file are a contradiction. */
const DECISIVE = new Set(['坐标系', '几度分带', '带号', '投影类型', '中央子午线', '中央经线']);

/** Keys that say which project it is: with several blocks they tell the projects of a file apart. */
export const PROJECT_KEYS = [
  '项目编号',
  '项目编码',
  '项目名称',
  '项目代码',
  '建设单位',
  '用地单位',
];

/** `key=value` lines of all sections. Lines without "=" are remarks and are passed over. */
export function attributesOf(sections: readonly Section[]): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const { lines } of sections) {
    for (const { number, text } of lines) {
      const pair = /^([^=＝]+)[=＝](.*)$/.exec(text);
      if (!pair) continue;
      const key = pair[1]!.normalize('NFKC').trim();
      const value = pair[2]!.trim();
      const before = attributes.get(key);
      if (before && value && before !== value && DECISIVE.has(key)) {
        throw importError('err-survey-conflict', {
          key,
          first: before,
          second: value,
          line: number,
        });
      }
      if (value || !attributes.has(key)) attributes.set(key, value);
    }
  }
  return attributes;
}

/** What the header says about the coordinate system. A 带号 above 45 is a central meridian. */
export function hintsOf(attributes: ReadonlyMap<string, string>): Partial<CoordinateHints> {
  const projection = attributes.get('投影类型') ?? '';
  if (/UTM|墨卡托|mercator|兰伯特|lambert/i.test(projection.normalize('NFKC'))) {
    throw importError('err-projection', { projection });
  }
  const width = numberIn(attributes.get('几度分带'));
  const zone = numberIn(attributes.get('带号'));
  const meridian = numberIn(attributes.get('中央子午线') ?? attributes.get('中央经线'));
  const isZone = zone !== null && zone <= 60;
  return {
    datum: datumFromName(attributes.get('坐标系') ?? ''),
    zoneWidth: width === 3 || width === 6 ? width : null,
    zone: isZone ? zone : null,
    centralMeridian: meridian ?? (isZone ? null : zone),
  };
}

/** Transformation parameters other than zero were not applied: worth a look. */
export function transformNotes(attributes: ReadonlyMap<string, string>): Note[] {
  const given = attributes.get('转换参数')?.normalize('NFKC') ?? '';
  const used = given.split(',').some((part) => Number(part.trim()) !== 0);
  return used ? [importNote('note-transform-params', 'warning', { value: given })] : [];
}

function numberIn(text: string | undefined): number | null {
  const found = /\d+(\.\d+)?/.exec((text ?? '').normalize('NFKC'));
  return found ? Number(found[0]) : null;
}
