import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { GeoJsonPolygonal } from '../../domain/document.ts';
import { isControlKind } from '../../domain/kinds.ts';
import type { Note } from '../../domain/note.ts';
import { UserError } from '../../domain/user-error.ts';
import { sourceError } from '../../files/sources/source-error.ts';
import { loadClipper } from '../../geometry/clip.ts';
import {
  type CodeBook,
  coverageOfCode,
  coverageOfTable,
} from '../../layers/sources/coverage-area.ts';
import { openCatalogAt } from '../find-catalog.ts';
import type { Io } from '../io.ts';
import type { OpenOptions, SourceOpener } from '../sources/open-tables.ts';
import type { BuildArguments } from './build-options.ts';

export interface FoundCoverage {
  readonly coverage: GeoJsonPolygonal | null;
  readonly notes: readonly Note[];
}

/**
 * What `--coverage` names: a polygon file, or a code looked up in the administrative areas of the catalog
 * in `--out`, then of the package's own. A bounding box is never taken for it.
 *
 * @throws UserError `source-coverage-...`, or why the file cannot be read
 */
export async function findCoverage(
  args: BuildArguments,
  opener: SourceOpener,
  opening: OpenOptions,
  io: Io,
): Promise<FoundCoverage> {
  const { coverage, kind } = args;
  if (coverage === null) {
    if (isControlKind(kind)) throw sourceError('source-coverage-needed', { kind });
    return { coverage: null, notes: [] };
  }
  const clipper = await loadClipper();
  const path = resolve(io.cwd, coverage);
  const isFile = await stat(path).then(
    () => true,
    () => false,
  );
  if (!isFile && /^\d{2,12}$/.test(coverage)) {
    const books = [
      ...(await codeBooks(resolve(io.cwd, args.out), io)),
      ...(await codeBooks(join(io.packageRoot, 'layers'), io)),
    ];
    return coverageOfCode(coverage, books, clipper, io.signal);
  }
  // the areas a file states are areas, whatever the layer is
  const table = await opener.open(path, { ...opening, kind: 'administrative-area', table: null });
  return coverageOfTable(table, fileCrs(args, table.crs?.hints != null), clipper, io.signal);
}

/** `--crs` is for the sources; a coverage file that names its own system keeps it. */
function fileCrs({ crs }: BuildArguments, isStated: boolean): number | null {
  return isStated ? null : crs;
}

async function codeBooks(folder: string, io: Io): Promise<CodeBook[]> {
  try {
    const { catalog, sources } = await openCatalogAt(folder, io);
    return catalog.layers
      .filter(({ kind, role }) => kind === 'administrative-area' && role === 'current')
      .flatMap(({ id }) => {
        const source = sources.get(id);
        return source === undefined ? [] : [{ source, synthetic: catalog.synthetic }];
      });
  } catch (error) {
    // a folder that is yet to be made has no areas; one that is broken is said to be
    if (error instanceof UserError && error.code === 'catalog-missing') return [];
    throw error;
  }
}
