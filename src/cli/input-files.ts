import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Claim } from '../domain/claim.ts';
import { UserError } from '../domain/user-error.ts';
import { readClaim } from '../policy/read-claim.ts';
import type { InputFile } from './check-job.ts';
import { readProjectInput } from './project-input.ts';

/** Bytes of a file the user named. @throws UserError `cli-file-missing`, `cli-file-unreadable` */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    if (reason === 'ENOENT') throw new UserError('cli-file-missing', { file: path });
    throw new UserError('cli-file-unreadable', { file: path, reason });
  }
}

/**
 * Project files with their claims: the one for all, overlaid by `<name>.claim.yaml|yml|json`. A claim
 * beside a file that cannot be read is that file's failure: the file is not checked without it, and the
 * others go on.
 */
export async function inputFiles(
  names: readonly string[],
  cwd: string,
  forAll: Claim | null,
): Promise<InputFile[]> {
  return Promise.all(
    names.map(async (name) => {
      const path = resolve(cwd, name);
      const file = { name: basename(path), path };
      try {
        const beside = await claimBeside(path);
        const claim = beside || forAll ? { ...forAll, ...beside } : null;
        return { ...file, claim, read: () => readProjectInput(path, readInput) };
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return { ...file, claim: null, read: () => Promise.reject(error) };
      }
    }),
  );
}

export async function claimFrom(path: string): Promise<Claim> {
  const text = new TextDecoder().decode(await readInput(path));
  return readClaim(text, basename(path));
}

async function claimBeside(path: string): Promise<Claim | null> {
  const stem = basename(path).replace(/\.[^.]+$/, '');
  for (const extension of ['yaml', 'yml', 'json']) {
    const beside = join(dirname(path), `${stem}.claim.${extension}`);
    try {
      return await claimFrom(beside);
    } catch (error) {
      if (!(error instanceof UserError) || error.code !== 'cli-file-missing') throw error;
    }
  }
  return null;
}
