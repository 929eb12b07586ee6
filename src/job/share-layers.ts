import { layerInMemory } from '../check/layer-in-memory.ts';
import type { CatalogHandle } from './run-check.ts';

/** Up to so many projects nothing is held: each reads the little it needs. */
const FEW_PROJECTS = 8;
/** What a project reads of a layer by itself, roughly, bytes: reading the layer whole has to pay. */
const BYTES_PER_PROJECT = 512 * 1024;
/** Larger layer files are always read piece by piece. */
const LARGEST_HELD = 1024 * 1024 * 1024;

/**
 * The catalog for a batch: layers that the batch would read more than once are read whole, at their first
 * use, and shared by all its projects. Reports are the same either way.
 */
export function shareLayers(handle: CatalogHandle, projects: number): CatalogHandle {
  if (projects <= FEW_PROJECTS) return handle;
  const limit = Math.min(LARGEST_HELD, projects * BYTES_PER_PROJECT);
  const sources = [...handle.sources].map(
    ([id, source]) => [id, source.entry.bytes <= limit ? layerInMemory(source) : source] as const,
  );
  return { ...handle, sources: new Map(sources) };
}
