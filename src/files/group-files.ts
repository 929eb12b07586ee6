import type { NamedFile } from './formats/format.ts';
import type { InputFile } from './open-project.ts';

/** Parts of a shapefile that belong to the .shp of the same name. */
const SHAPEFILE_PARTS = ['dbf', 'shx', 'prj', 'cpg', 'sbn', 'sbx', 'qix', 'shp.xml'];

/**
 * Files that were chosen or dropped together, as the inputs they make up: the parts of a shapefile are
 * one. Order as given; nothing is left out.
 */
export function groupFiles(files: readonly NamedFile[]): InputFile[] {
  const stems = new Map(
    files.flatMap((file) => {
      const stem = /^(.+)\.shp$/i.exec(file.name)?.[1];
      return stem === undefined ? [] : [[stem.toLowerCase(), file] as const];
    }),
  );
  const owner = ({ name }: NamedFile): NamedFile | undefined => {
    const lower = name.toLowerCase();
    const part = SHAPEFILE_PARTS.find((extension) => lower.endsWith(`.${extension}`));
    return part === undefined ? undefined : stems.get(lower.slice(0, -part.length - 1));
  };
  return files.flatMap((file) => {
    if (owner(file)) return [];
    const beside = files.filter((other) => owner(other) === file);
    return [beside.length > 0 ? { ...file, beside } : file];
  });
}
