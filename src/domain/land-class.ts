/** Classes of cultivated land by the first four digits of their code; 1104A and the like carry letters. */
const CULTIVATED: Readonly<Record<string, string>> = {
  '0101': '水田',
  '0102': '水浇地',
  '0103': '旱地',
};

type Properties = Readonly<Record<string, string | number | boolean | null>>;
type Fields = { readonly [role: string]: string | undefined };

/** 地类 of a feature: its name; a code of cultivated land as the name it stands for. null: not told. */
export function landClassOf(fields: Fields, properties: Properties): string | null {
  const value = textIn(fields.landClass, properties);
  return value === null ? null : (CULTIVATED[value.slice(0, 4)] ?? value);
}

/**
 * County of a feature: the layer's own field, else the head of 坐落单位代码 (ZLDWDM), whose first six
 * digits are the county's. null: not told.
 */
export function countyOf(fields: Fields, properties: Properties): string | null {
  const own = textIn(fields.county, properties);
  if (own !== null) return own;
  const place = textIn('ZLDWDM', properties);
  return /^\d{6}/.test(place ?? '') ? place!.slice(0, 6) : null;
}

function textIn(field: string | undefined, properties: Properties): string | null {
  const value = field === undefined ? null : properties[field];
  const text = value === null || value === undefined ? '' : String(value).normalize('NFC').trim();
  return text === '' ? null : text;
}
