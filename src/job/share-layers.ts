import { layerInMemory } from '../check/layer-in-memory.ts';
import type { Note } from '../domain/note.ts';
import { edgeIndexBeside } from './edge-index-beside.ts';
import type { CatalogHandle } from './run-check.ts';

/** Up to so many projects nothing is held: each reads the little it needs. */
const FEW_PROJECTS = 8;
/** What a project reads of a layer by itself, roughly, bytes: reading the layer whole has to pay. */
const BYTES_PER_PROJECT = 512 * 1024;
/** Larger layer files are always read piece by piece. */
const LARGEST_HELD = 1024 * 1024 * 1024;

/**
 * The catalog for a batch: layers that the batch would read more than once are read whole, at their first
 * use, and shared by all its projects, with the edge index that lies beside them where there is one.
 * Reports are the same either way.
 *
 * @param onNote told of a stored index that cannot be used
 */
export function shareLayers(
  handle: CatalogHandle,
  projects: number,
  onNote: (note: Note) => void = () => {},
): CatalogHandle {
  if (projects <= FEW_PROJECTS) return handle;
  const limit = Math.min(LARGEST_HELD, projects * BYTES_PER_PROJECT);
  const sources = [...handle.sources].map(([id, source]) => {
    if (source.entry.bytes > limit) return [id, source] as const;
    const beside = handle.edgeIndexes?.get(id);
    const stored = beside && edgeIndexBeside(source.entry, beside, onNote);
    return [id, layerInMemory(source, stored)] as const;
  });
  return { ...handle, sources: new Map(sources) };
}
