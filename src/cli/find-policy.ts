import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Catalog } from '../domain/catalog.ts';
import { UserError } from '../domain/user-error.ts';
import { withHints } from '../job/pack-hints.ts';
import { type LoadedPack, openPack } from '../job/run-check.ts';
import { readInput } from './input-files.ts';
import type { Io } from './io.ts';

/**
 * The rule pack of a run: the one named by `--policy`; else the one the catalog names, found in
 * `data/policy/`; else the pack whose region is the longest prefix of the catalog's; else the only one
 * there is. With the hints it names, from beside a pack named by `--policy`, else from `data/policy/`.
 *
 * @throws UserError `policy-missing`, `policy-choose` with the choices, or what loading a pack throws
 */
export async function findPolicy(
  named: string | undefined,
  catalog: Pick<Catalog, 'policy' | 'region'>,
  io: Io,
): Promise<LoadedPack> {
  return withHints(await choosePack(named, catalog, io), (file) => {
    const beside = named === undefined ? null : join(dirname(resolve(io.cwd, named)), file);
    const here = beside !== null && existsSync(beside);
    return readInput(here ? beside : join(packFolder(io), file));
  });
}

async function choosePack(
  named: string | undefined,
  catalog: Pick<Catalog, 'policy' | 'region'>,
  io: Io,
): Promise<LoadedPack> {
  if (named !== undefined) return openPack(await readInput(resolve(io.cwd, named)), named);
  const packs = await knownPacks(io);
  const choices = packs.map(({ pack }) => pack.id).join(', ');
  if (catalog.policy !== undefined) {
    const found = packs.find(({ pack }) => pack.id === catalog.policy);
    if (found) return found;
    throw new UserError('policy-missing', { pack: catalog.policy, choices });
  }
  const byRegion = packs
    .filter(({ pack }) => catalog.region.startsWith(pack.region))
    .sort((a, b) => b.pack.region.length - a.pack.region.length);
  const [best, next] = byRegion;
  if (best && best.pack.region.length !== next?.pack.region.length) return best;
  if (packs.length === 1) return packs[0]!;
  throw new UserError('policy-choose', { region: catalog.region, choices });
}

function packFolder(io: Io): string {
  return join(io.packageRoot, 'data', 'policy');
}

/** Every pack in `data/policy/`, in the order of their file names; hints are no rules. */
export async function knownPacks(io: Io): Promise<LoadedPack[]> {
  const folder = packFolder(io);
  const names = (await readdir(folder)).filter((name) => /(?<!-hints)\.yaml$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => openPack(await readInput(join(folder, name)), name)),
  );
}
