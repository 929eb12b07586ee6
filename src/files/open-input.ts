import { questionOf } from '../domain/import-answers.ts';
import { UserError } from '../domain/user-error.ts';
import {
  type InputFile,
  type OpenedProjects,
  type OpenOptions,
  openProjects,
} from './open-project.ts';
import { unpackInput } from './unpack-input.ts';

export interface OpenedInput extends OpenedProjects {
  /** What else was in the archive and could not be read. */
  readonly failures: readonly { readonly file: string; readonly error: UserError }[];
}

/**
 * The projects of a file or an archive. A question is asked for the whole archive; a failure stays with
 * its file, unless nothing else was read.
 *
 * @throws UserError as `openProjects`
 */
export async function openInput(input: InputFile, options: OpenOptions = {}): Promise<OpenedInput> {
  const parts = await unpackInput(input, options);
  const projects: OpenedProjects['projects'][number][] = [];
  const fields: OpenedProjects['fields'][number][] = [];
  const failures: OpenedInput['failures'][number][] = [];
  for (const part of parts) {
    try {
      if ('error' in part) throw part.error;
      const opened = await openProjects(part.input, options);
      projects.push(...opened.projects);
      if (parts.length === 1) fields.push(...opened.fields);
    } catch (error) {
      if (!(error instanceof UserError) || questionOf(error)) throw error;
      failures.push({ file: part.file, error });
    }
  }
  if (projects.length === 0) throw failures[0]!.error;
  return { projects, fields, failures };
}
