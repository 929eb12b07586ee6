import type { FieldChoice } from '../domain/import-answers.ts';
import type { RawParcel, RawProject } from './formats/format.ts';
import { importError } from './import-message.ts';

const EXAMPLES = 3;

/** Fields by which the parcels of a file fall into more than one project, in the order of the file. */
export function fieldChoices(parcels: readonly RawParcel[]): FieldChoice[] {
  if (parcels.length < 2) return [];
  return fieldNames(parcels).flatMap((name) => {
    const values = new Set(parcels.flatMap(({ attributes }) => attributes[name] ?? []));
    return values.size < 2 ? [] : [{ name, values: values.size, examples: firstOf(values) }];
  });
}

/**
 * One project a value of the field, in the order of the file; parcels without a value are a project of
 * their own, so that none is lost. Without a field a file is one project.
 */
export function splitProjects(
  raw: RawProject,
  field: string | undefined,
  file: string,
): readonly RawProject[] {
  if (field === undefined) return [raw];
  const fields = fieldNames(raw.parcels);
  if (!fields.includes(field)) {
    throw importError('err-name-field', { file, field, fields: fields.join('、') });
  }
  const groups = new Map<string | null, RawParcel[]>();
  for (const parcel of raw.parcels) {
    const value = parcel.attributes[field] ?? null;
    const group = groups.get(value);
    if (group) group.push(parcel);
    else groups.set(value, [parcel]);
  }
  return [...groups].map(([value, parcels]) => ({ ...raw, id: null, name: value, parcels }));
}

function fieldNames(parcels: readonly RawParcel[]): string[] {
  return [...new Set(parcels.flatMap(({ attributes }) => Object.keys(attributes)))];
}

function firstOf(values: ReadonlySet<string>): string[] {
  return [...values].slice(0, EXAMPLES);
}
