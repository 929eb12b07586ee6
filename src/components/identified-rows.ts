import type { CatalogLayer } from '../domain/catalog.ts';
import type { IdentifiedFeature } from '../domain/identified.ts';
import { KINDS } from '../domain/kinds.ts';
import { formatDecimal } from '../text/numbers.ts';
import type { Language } from '../text/text.ts';
import { AREA_FIELDS, codeMeaning, FIELD_NAMES } from '../text/words/fields.ts';
import { say, type UiWord } from '../text/words/ui.ts';
import { hectares, mu } from './figures.ts';
import '../text/words/later.ts';

/** A feature and the catalog entry it belongs to. */
export interface IdentifiedRow {
  readonly entry: CatalogLayer;
  readonly feature: IdentifiedFeature;
}

/** One attribute in words. */
export interface AttributeRow {
  readonly name: string;
  readonly value: string;
  /** The field's own name and value, as in the file; '' where the row is no single field. */
  readonly code: string;
  readonly raw: string;
  /** Nothing was filled in. */
  readonly isEmpty: boolean;
}

type Field = keyof CatalogLayer['fields'];

/** What stands first of every feature, in this order; the rest is under 全部属性. */
const FIRST: readonly Field[] = ['featureId', 'name', 'landClass', 'zone', 'place', 'owner'];
const AREAS: readonly Field[] = ['graphicArea', 'netArea'];
const LAST: readonly Field[] = ['quality', 'county'];

/** The attributes that a planner looks for, with the ellipsoidal area beside the stated one. */
export function mainRows({ entry, feature }: IdentifiedRow, lang: Language): AttributeRow[] {
  const told = new Set<string>();
  const { featureId, county } = entry.fields;
  // an administrative area is its own county
  if (featureId !== undefined && featureId === county) told.add(featureId);
  const rowOf = (role: Field): AttributeRow[] => {
    const field = entry.fields[role];
    if (field === undefined || !(field in feature.properties)) return [];
    if (told.has(field) && role !== 'county') return [];
    told.add(field);
    const name = say(`identify.field.${role}` as UiWord, lang);
    return [{ ...attribute(field, feature.properties[field], lang, role), name }];
  };
  const ellipsoidal: AttributeRow = {
    name: say('identify.area', lang),
    value:
      feature.areaM2 === null ? say('identify.area.none', lang) : areaText(feature.areaM2, lang),
    code: '',
    raw: feature.areaM2 === null ? '' : feature.areaM2.toFixed(2),
    isEmpty: false,
  };
  return [
    ...FIRST.flatMap(rowOf),
    ...rowOf('graphicArea'),
    ellipsoidal,
    ...rowOf('netArea'),
    ...LAST.flatMap(rowOf),
  ];
}

/** Where the feature comes from. */
export function sourceRows({ entry }: IdentifiedRow, lang: Language): AttributeRow[] {
  const row = (word: UiWord, value: string): AttributeRow => ({
    name: say(word, lang),
    value,
    code: '',
    raw: value,
    isEmpty: false,
  });
  return [
    row('sheet.edition', entry.edition),
    row('sheet.owner', entry.owner),
    row('sheet.security', say(`security.${entry.security}`, lang)),
  ];
}

/** Every attribute of the file, in its order. */
export function allRows({ feature }: IdentifiedRow, lang: Language): AttributeRow[] {
  return Object.entries(feature.properties).map(([field, value]) => attribute(field, value, lang));
}

function attribute(
  field: string,
  value: IdentifiedFeature['properties'][string] | undefined,
  lang: Language,
  role?: Field,
): AttributeRow {
  const raw = value === null || value === undefined ? '' : String(value);
  const name = FIELD_NAMES[field]?.[lang] ?? field;
  const isEmpty = raw.trim() === '';
  return {
    name,
    code: field,
    raw,
    isEmpty,
    value: isEmpty ? say('identify.empty-value', lang) : shown(field, raw, lang, role),
  };
}

function shown(field: string, raw: string, lang: Language, role?: Field): string {
  const meaning = codeMeaning(field, raw);
  if (meaning) return `${raw} ${meaning[lang]}`;
  const number = Number(raw);
  if (role && AREAS.includes(role) && Number.isFinite(number)) return areaText(number, lang);
  if (AREA_FIELDS.has(field) && Number.isFinite(number)) return `${formatDecimal(number, 2)} m²`;
  return raw;
}

function areaText(areaM2: number, lang: Language): string {
  return say('identify.area.value', lang, { ha: hectares(areaM2), mu: mu(areaM2) });
}

/** What a feature is called in a list: its own code or name, else its place in the file. */
export function featureName({ entry, feature }: IdentifiedRow, lang: Language): string {
  for (const role of ['name', 'featureId'] as const) {
    const field = entry.fields[role];
    const value = field === undefined ? null : feature.properties[field];
    if (value !== null && value !== undefined && String(value).trim() !== '') return String(value);
  }
  return say('identify.feature', lang, { n: feature.index + 1 });
}

/** Attributes as text for a spreadsheet: name, field, value; one line an attribute. */
export function attributeText(row: IdentifiedRow, lang: Language): string {
  const area = mainRows(row, lang).find(({ name }) => name === say('identify.area', lang))!;
  const lines = [
    [KINDS[row.entry.kind].title[lang], row.entry.id, row.entry.edition],
    ...allRows(row, lang).map(({ name, code, raw }) => [name, code === name ? '' : code, raw]),
    [`${area.name} m²`, '', area.raw],
    ...sourceRows(row, lang).map(({ name, raw }) => [name, '', raw]),
  ];
  return lines.map((cells) => cells.map(plainCell).join('\t')).join('\n');
}

/**
 * A value that a spreadsheet takes as text: no breaks, and nothing that it would take for a formula.
 */
export function plainCell(value: string): string {
  const flat = value.replace(/[\t\r\n]+/g, ' ');
  return /^\s*[=+\-@]/.test(flat) && !/^\s*-?\d+(\.\d+)?\s*$/.test(flat) ? `'${flat}` : flat;
}
