import { sha256Hex } from '../bytes/sha256.ts';
import type { Note } from '../domain/note.ts';
import { UserError } from '../domain/user-error.ts';
import { extensionOf, formatOfName } from './formats/by-name.ts';
import { PROJECT_FORMATS } from './formats/registry.ts';
import { groupFiles } from './group-files.ts';
import { importError, importNote } from './import-message.ts';
import { MAX_PROJECT_BYTES } from './largest-project.ts';
import { isZip, openArchive } from './open-archive.ts';
import type { InputFile } from './open-project.ts';

/** One thing to be opened, or why it cannot be. */
export type UnpackedInput =
  | { readonly file: string; readonly input: InputFile }
  | { readonly file: string; readonly error: UserError };

export interface UnpackOptions {
  readonly maxBytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Archives by their bytes that are documents by their names. */
const DOCUMENTS = ['xlsx', 'xlsm', 'docx', 'docm', 'pptx', 'kmz', 'ods', 'odt', 'odp', 'wps', 'et'];
/** Extensions that many other things carry too: such a file must look like a project inside. */
const COMMON = ['txt', 'json', 'xml', 'csv', 'tsv', 'dbf', 'prj', 'shx', 'cpg'];
const HEAD_BYTES = 4096;
const NAMED = 5;

/**
 * What one file holds: itself, or the projects of an archive. One project in an archive has the archive
 * as its source; of several each is an input of its own. What is no project is named in a note.
 */
export async function unpackInput(
  input: InputFile,
  { maxBytes = MAX_PROJECT_BYTES, signal }: UnpackOptions = {},
): Promise<readonly UnpackedInput[]> {
  const file = input.name.split(/[/\\]/).pop()!;
  const isDocument = DOCUMENTS.includes(extensionOf(file));
  if (!isZip(input.bytes) || isDocument) return [{ file, input }];
  try {
    if (input.bytes.length > maxBytes) {
      throw importError('err-too-large', { file, bytes: input.bytes.length, maxBytes });
    }
    const entries = await openArchive(file, input.bytes, maxBytes, signal);
    const groups = groupFiles(entries, file.replace(/\.[^.]*$/, ''));
    return projectsOf(file, input, groups);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ file, error }];
  }
}

function projectsOf(
  archive: string,
  { bytes }: InputFile,
  groups: readonly InputFile[],
): UnpackedInput[] {
  const nested = groups.filter(isArchive);
  const looksRight = groups.filter((group) => !nested.includes(group) && isProject(group));
  // what only by its name could be one is asked where there is nothing better
  const projects = looksRight.length > 0 ? looksRight : groups.filter(isPerhapsProject);
  if (projects.length + nested.length === 0) {
    const entries = namesOf(groups);
    throw importError(groups.length === 0 ? 'err-zip-empty' : 'err-zip-nothing', {
      file: archive,
      entries,
    });
  }
  const left = groups.filter((group) => !nested.includes(group) && !projects.includes(group));
  const notes: Note[] = [];
  if (left.length > 0) {
    const params = { file: archive, count: left.length, entries: namesOf(left) };
    notes.push(importNote('note-zip-left', 'info', params));
  }
  const failures = nested.map(({ name }): UnpackedInput => {
    return { file: name, error: importError('err-zip-nested', { file: archive, entry: name }) };
  });
  if (projects.length === 1) {
    const source = { file: archive.normalize('NFC'), sha256: sha256Hex(bytes) };
    return [{ file: archive, input: { ...projects[0]!, source, notes } }, ...failures];
  }
  return [
    ...projects.map((project): UnpackedInput => {
      const from = importNote('note-from-zip', 'info', { file: archive, entry: project.name });
      return { file: project.name, input: { ...project, notes: [from, ...notes] } };
    }),
    ...failures,
  ];
}

function isArchive({ name, bytes }: InputFile): boolean {
  return isZip(bytes) && !DOCUMENTS.includes(extensionOf(name));
}

function isProject({ name, bytes }: InputFile): boolean {
  const head = bytes.subarray(0, HEAD_BYTES);
  if (PROJECT_FORMATS.some((format) => format.sniff(head) >= 0.5)) return true;
  return formatOfName(name) !== undefined && !COMMON.includes(extensionOf(name));
}

function isPerhapsProject({ name }: InputFile): boolean {
  return formatOfName(name) !== undefined || extensionOf(name) === 'dwg';
}

function namesOf(groups: readonly InputFile[]): string {
  const names = groups.slice(0, NAMED).map(({ name }) => name);
  return names.join('、') + (groups.length > NAMED ? ' …' : '');
}
