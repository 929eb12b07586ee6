import type { Project } from '../domain/project.ts';
import { writeProject } from '../files/write-project.ts';
import type { ExportedFile } from './check-protocol.ts';

/** A project as one file (`sanxian/project@1`) that opens again as it is, named after the project. */
export function projectFile(project: Project): ExportedFile {
  const name = project.name.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 80) || 'project';
  return {
    fileName: `${name}.sanxian.json`,
    mediaType: 'application/json',
    bytes: writeProject(project),
  };
}
