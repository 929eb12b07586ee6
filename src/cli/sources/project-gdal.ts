import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ProjectGdal } from '../../files/project-gdal.ts';
import { type GdalProcess, gdalProcess } from './gdal-process.ts';

/** GDAL for project files on the command line, to be closed after use. */
export interface OwnedProjectGdal extends ProjectGdal {
  close(): Promise<void>;
}

/** Nothing is started or written before the first file needs it. */
export function projectGdal(): OwnedProjectGdal {
  let started: Promise<{ readonly folder: string; readonly gdal: GdalProcess }> | null = null;
  let mounted = 0;

  const start = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sanxian-gdal-'));
    return { folder, gdal: gdalProcess(folder) };
  };

  return {
    async mount(files, signal) {
      started ??= start();
      const { folder, gdal } = await started;
      const own = join(folder, `files-${++mounted}`);
      // names come from archives too: none may lead out of the folder
      const pathOf = (name: string): string => {
        const parts = name.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
        if (parts.length === 0 || parts.some((part) => part === '..' || /[\0:]/.test(part))) {
          throw new Error(`no name for a file: ${name}`);
        }
        return join(own, ...parts);
      };
      const release = () => rm(own, { recursive: true, force: true });
      try {
        for (const { name, bytes } of files) {
          await mkdir(dirname(pathOf(name)), { recursive: true });
          await writeFile(pathOf(name), bytes, signal ? { signal } : {});
        }
      } catch (error) {
        await release();
        throw error;
      }
      return { gdal, pathOf, release };
    },
    async close() {
      if (started === null) return;
      const { folder, gdal } = await started;
      gdal.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
