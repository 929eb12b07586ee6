import type { NamedFile } from './formats/format.ts';
import type { GdalPort } from './sources/gdal-port.ts';

/**
 * GDAL for project files that this program does not read itself: gdal3.js in a worker of the page or in a
 * process beside the command line. Nothing of it is loaded before the first file needs it.
 */
export interface ProjectGdal {
  /** Lays files out so that GDAL finds them beside each other under their names. */
  mount(files: readonly NamedFile[], signal?: AbortSignal): Promise<MountedFiles>;
}

export interface MountedFiles {
  readonly gdal: GdalPort;
  /** How GDAL calls a file, or a folder of files, by the name it was laid out with. */
  pathOf(name: string): string;
  release(): Promise<void>;
}
