import { NO_HINTS } from '../../crs/evidence.ts';
import { looseText } from '../loose-text.ts';
import { readText } from '../read-text.ts';
import type { ProjectFormat } from './format.ts';
import { attributesOf, hintsOf, transformNotes } from './survey-attributes.ts';
import { readParcels } from './survey-parcels.ts';
import { COORDINATES, sectionsOf } from './survey-sections.ts';

/**
 * 勘测定界界址点坐标交换格式: sections of `key=value` lines, then parcels as a head line ending in "@"
 * and one line a boundary point. Encodings, line ends, full-width punctuation, extra head fields and
 * unknown sections or keys are tolerated; a line that cannot be understood is an error that names it.
 */
export const surveyTxt: ProjectFormat = {
  id: 'survey-txt',
  title: { zh: '勘测定界界址点坐标（TXT）', en: 'Survey boundary coordinates (TXT)' },
  extensions: ['txt'],

  sniff(head) {
    const text = looseText(head);
    if (/^\s*\[(属性描述|地块坐标|项目信息)\]/m.test(text)) return 1;
    return /^[^\r\n]*[,，]\s*[@＠]\s*$/m.test(text.replace(/\r/g, '\n')) ? 0.7 : 0;
  },

  read(bytes) {
    const { text, notes } = readText(bytes);
    const lines = text.split(/\r\n|\n|\r/);
    const sections = sectionsOf(lines);
    const attributes = attributesOf(sections.filter(({ name }) => name !== COORDINATES));
    const parcels = readParcels(sections);
    // blocks of several projects leave it to the person what the whole is called
    const isOne = (key: string) =>
      new Set(parcels.flatMap((parcel) => parcel.attributes[key] ?? [])).size < 2;
    const word = (...keys: string[]) =>
      keys
        .filter(isOne)
        .flatMap((key) => attributes.get(key) || [])
        .at(0) ?? null;
    return {
      id: word('项目编号', '项目编码'),
      name: word('项目名称'),
      code: word('项目代码'),
      applicant: word('建设单位', '用地单位', '申请单位'),
      parcels,
      hints: { ...NO_HINTS, ...hintsOf(attributes) },
      notes: [...notes, ...transformNotes(attributes)],
    };
  },
};
