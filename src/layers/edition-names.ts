import { UserError } from '../domain/user-error.ts';

/** The folder below which every edition has its own. */
export const EDITIONS = 'editions';
/** Between a layer's id and its edition in the id of a former edition. */
export const AT = '@';

/** Characters that some file system or address forbids, and space. */
const UNSAFE = /[\p{Cc}\s\\/:*?"<>|#%@]+/gu;

/**
 * Ids become names of folders and files: letters of any script, digits, `-`, `_` and `.` within.
 *
 * @throws UserError `build-id`
 */
export function checkLayerId(id: string): void {
  const plain = id.replace(UNSAFE, '') === id && !/^\.|\.$/.test(id);
  if (id === '' || id.length > 80 || !plain) throw new UserError('build-id', { id });
}

/** An edition as a name of a folder. */
export function editionName(edition: string): string {
  const name = edition
    .normalize('NFC')
    .replace(UNSAFE, '_')
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 60);
  return name === '' ? '_' : name;
}

/** `wanted`, or the first of `wanted.2`, `wanted.3`, ... that is free. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}.${n}`;
    if (!isTaken(name)) return name;
  }
}
