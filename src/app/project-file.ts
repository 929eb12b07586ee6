import type { Project } from '../domain/project.ts';
import type { ExportedFile } from './check-protocol.ts';

/** Writes a project with its claim as `sanxian/project@1`. */
export type WriteProject = (project: Project) => Uint8Array;

/** The writer of project files; null: there is none, and no button offers one. */
export const PROJECT_WRITER: WriteProject | null = null;

/** A project as one file that opens again as it is, under its own name. */
export function projectFile(project: Project, write: WriteProject): ExportedFile {
  const name = project.name.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 80) || 'project';
  return {
    fileName: `${name}.sanxian.json`,
    mediaType: 'application/json',
    bytes: write(project),
  };
}
