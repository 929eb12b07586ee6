import type { NamedFile } from './formats/format.ts';
import type { InputFile } from './open-project.ts';

/** Files that belong to another of the same name, by the extension of that one. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  shp: [
    ...['shx', 'dbf', 'prj', 'cpg', 'qpj', 'sbn', 'sbx', 'qix', 'fbn', 'fbx', 'ain', 'aih', 'ixs'],
    ...['mxs', 'atx', 'cst', 'xml'],
  ],
  tab: ['dat', 'map', 'id', 'ind'],
  mif: ['mid'],
  gpkg: ['gpkg-wal', 'gpkg-shm', 'gpkg-journal'],
  gml: ['xsd', 'gfs'],
};
/** Parts of a shapefile that say so by themselves: without .shp they still are one thing. */
const SHAPEFILE_PARTS = ['dbf', 'shx', 'prj', 'cpg'];
/** A program that has a geodatabase open leaves its locks in it, which come and go. */
const LOCKS = /\.lock$/i;

/**
 * Files handed in together, or the files of an archive or folder, as what each of them is part of: the
 * .shp with its .dbf, the tables of a .gdb. In the order of the files; names may be paths with "/". A
 * file that belongs to nothing stands alone.
 *
 * @param folder what a geodatabase is called whose tables stand in no folder
 */
export function groupFiles(files: readonly NamedFile[], folder = 'tables'): InputFile[] {
  const groups = new Map<string, NamedFile[]>();
  const mains = mainFiles(files);
  for (const file of files) {
    const key = keyOf(file.name, mains);
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  return [...groups].map(([key, group]) =>
    key.startsWith(GDB) ? geodatabase(key.slice(GDB.length), group, folder) : together(group),
  );
}

/** Begins the key of a group that is a geodatabase; no path begins so. */
const GDB = '\0';

interface Mains {
  /** Paths in lower case without extension, by the extension of the main file. */
  readonly stems: ReadonlyMap<string, ReadonlySet<string>>;
  /** Folders that hold tables of a geodatabase. */
  readonly folders: ReadonlySet<string>;
}

function mainFiles(files: readonly NamedFile[]): Mains {
  const stems = new Map(Object.keys(PARTS).map((extension) => [extension, new Set<string>()]));
  const folders = new Set<string>();
  for (const { name } of files) {
    const { folder, stem, extension } = pathOf(name);
    stems.get(extension)?.add(stem);
    if (extension === 'gdbtable') folders.add(folder);
  }
  return { stems, folders };
}

/** Same key, same group. */
function keyOf(name: string, { stems, folders }: Mains): string {
  const { folder, stem, extension } = pathOf(name);
  const isInGdb = folder !== '' || /^(gdb|timestamps)$|\.(gdb|lock|spx|atx|freelist)/i.test(name);
  if (folders.has(folder) && isInGdb) return GDB + folder;
  for (const [main, parts] of Object.entries(PARTS)) {
    const owns = (path: string): boolean => stems.get(main)!.has(path);
    if (extension === main) return `${stem}.${main}`;
    // a.shp.xml and a.gpkg-wal carry the name of the file with its extension
    if (parts.includes(extension) && owns(stem)) return `${stem}.${main}`;
    if (extension === 'xml' && stem.endsWith(`.${main}`) && owns(stem.slice(0, -1 - main.length))) {
      return stem;
    }
  }
  return SHAPEFILE_PARTS.includes(extension) ? `${stem}.shp` : name;
}

function together(group: readonly NamedFile[]): InputFile {
  const extension = (file: NamedFile) => pathOf(file.name).extension;
  const main = group.find((file) => extension(file) in PARTS) ?? group[0]!;
  const beside = group.filter((file) => file !== main).map(withBaseName);
  return beside.length === 0 ? withBaseName(main) : { ...withBaseName(main), beside };
}

/** Its tables as `<x>.gdb/<table>`; what it begins with is the first of them, its own catalog. */
function geodatabase(path: string, group: readonly NamedFile[], folder: string): InputFile {
  const said = path.split('/').pop() || folder;
  const name = /\.gdb$/i.test(said) ? said : `${said}.gdb`;
  const beside = group
    .filter((file) => !LOCKS.test(file.name))
    .map((file) => ({ name: `${name}/${baseName(file.name)}`, bytes: file.bytes }));
  const catalog = beside.find((file) => /\/a00000001\.gdbtable$/i.test(file.name)) ?? beside[0]!;
  return { name, bytes: catalog.bytes, beside };
}

function withBaseName({ name, bytes }: NamedFile): NamedFile {
  return { name: baseName(name), bytes };
}

function baseName(name: string): string {
  return name.split('/').pop()!;
}

function pathOf(name: string): { folder: string; stem: string; extension: string } {
  const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '';
  const dot = name.lastIndexOf('.');
  const hasDot = dot > folder.length;
  const stem = (hasDot ? name.slice(0, dot) : name).toLowerCase();
  return { folder, stem, extension: hasDot ? name.slice(dot + 1).toLowerCase() : '' };
}
