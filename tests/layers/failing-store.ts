import { folderStore } from '../../src/cli/folder-store.ts';
import { UserError } from '../../src/domain/user-error.ts';
import type { LayerStore, StagedFile, Staging } from '../../src/layers/layer-store.ts';

/** A process that was killed: nothing it would do afterwards, not even tidying up, happens any more. */
export class Killed extends Error {}

export interface Fault {
  /** The operation it happens at, from 1. */
  readonly at: number;
  /** `killed`: from there on nothing happens. `full`: this operation and all later writes fail. */
  readonly how: 'killed' | 'full';
  /** Whether the operation itself has happened before. */
  readonly done: boolean;
}

/** A folder on disk that fails at one operation; `seen` names the operations asked for so far. */
export function failingStore(
  root: string,
  fault: Fault | null,
): { readonly store: LayerStore; readonly seen: string[] } {
  // whoever wrote here before is gone
  const inner = folderStore(root, () => false);
  const seen: string[] = [];
  let broken = false;

  async function act<T>(name: string, writes: boolean, work: () => Promise<T>): Promise<T> {
    const fail = (): never => {
      broken = true;
      if (fault!.how === 'killed') throw new Killed(name);
      throw new UserError('store-no-room', { file: name, reason: 'ENOSPC' });
    };
    if (broken && (fault!.how === 'killed' || writes)) return fail();
    seen.push(name);
    const now = seen.length === fault?.at && (writes || fault.how === 'killed');
    if (now && !fault.done) fail();
    const result = await work();
    if (now) fail();
    return result;
  }

  const wrapFile = (file: StagedFile): StagedFile => ({
    name: file.name,
    write: (offset, bytes) => act(`write ${file.name}`, true, () => file.write(offset, bytes)),
    read: (offset, length, into) =>
      act(`read ${file.name}`, false, () => file.read(offset, length, into)),
    close: () => act(`close ${file.name}`, false, () => file.close()),
  });
  const wrapStaging = (staging: Staging): Staging => ({
    create: async (file) => wrapFile(await act(`create ${file}`, true, () => staging.create(file))),
    open: (file) => staging.open(file),
    remove: (file) => act(`remove staged ${file}`, false, () => staging.remove(file)),
    adopt: (file, as) => act(`adopt ${file}`, true, () => staging.adopt(file, as)),
    moveTo: (folder) => act(`move to ${folder}`, true, () => staging.moveTo(folder)),
    discard: () => act('discard', false, () => staging.discard()),
  });
  const store: LayerStore = {
    name: inner.name,
    open: (file) => inner.open(file),
    list: (folder) => act(`list ${folder}`, false, () => inner.list(folder)),
    stage: async () => wrapStaging(await act('stage', true, () => inner.stage())),
    remove: (name) => act(`remove ${name}`, false, () => inner.remove(name)),
    settle: (folder) => act(`settle ${folder}`, false, () => inner.settle(folder)),
    sweep: (listed) => act('sweep', false, () => inner.sweep(listed)),
    replaceCatalog: (bytes, was) =>
      act('replace catalog', true, () => inner.replaceCatalog(bytes, was)),
  };
  return { store, seen };
}
