import type { RawParcel, RawProject } from './format.ts';

/**
 * Under which names the attributes of a parcel stand: the codes of the 一张图 standards, the words of
 * survey files, what drawing programs write. The first that has a value counts.
 */
const PARCEL_FIELDS = {
  id: ['地块编号', '地块号', 'DKBH', 'DKH'],
  name: ['地块名称', 'DKMC', '名称', 'MC', 'NAME'],
  area: ['地块面积', 'DKMJ', '用地面积', 'YDMJ', '面积', 'MJ'],
  purpose: ['地块用途', '用途', 'DKYT', 'TDYT', 'YT'],
} as const;

const PROJECT_FIELDS = {
  id: ['项目编号', 'XMBH'],
  name: ['项目名称', 'XMMC'],
  code: ['项目代码', 'XMDM'],
  applicant: ['申请单位', '建设单位', '用地单位', 'SQDW', 'JSDW', 'YDDW'],
} as const;

type Attributes = RawParcel['attributes'];
/** Longer names that a file gives beside those of its fields, by field. */
export type FieldTitles = Readonly<Record<string, string>>;

export function parcelWords(attributes: Attributes, titles: FieldTitles = {}) {
  const area = Number(wordOf(attributes, PARCEL_FIELDS.area, titles) ?? Number.NaN);
  return {
    id: wordOf(attributes, PARCEL_FIELDS.id, titles),
    name: wordOf(attributes, PARCEL_FIELDS.name, titles),
    declaredArea: Number.isFinite(area) && area > 0 ? area : null,
    purpose: wordOf(attributes, PARCEL_FIELDS.purpose, titles),
  };
}

/** What all parcels say alike of their project; where they differ, they tell projects apart. */
export function projectWords(
  parcels: readonly RawParcel[],
  titles: FieldTitles = {},
): Pick<RawProject, 'id' | 'name' | 'code' | 'applicant'> {
  const common = (names: readonly string[]): string | null => {
    const values = new Set(parcels.map(({ attributes }) => wordOf(attributes, names, titles)));
    return values.size === 1 ? [...values][0]! : null;
  };
  return {
    id: common(PROJECT_FIELDS.id),
    name: common(PROJECT_FIELDS.name),
    code: common(PROJECT_FIELDS.code),
    applicant: common(PROJECT_FIELDS.applicant),
  };
}

function wordOf(attributes: Attributes, names: readonly string[], titles: FieldTitles) {
  for (const name of names) {
    for (const [field, value] of Object.entries(attributes)) {
      if (isNamed(field, name) || titles[field] === name) return value;
    }
  }
  return null;
}

/** Ten bytes hold three Chinese characters in UTF-8: a shapefile's 地块名称 arrives as 地块名. */
function isNamed(field: string, name: string): boolean {
  const isCut = field.length === 3 && name.length === 4 && /^[\u4e00-\u9fff]+$/.test(field);
  return field.toUpperCase() === name || (isCut && name.startsWith(field));
}
