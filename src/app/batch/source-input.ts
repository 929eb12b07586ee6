import type { Claim } from '../../domain/claim.ts';
import type { InputFile } from '../../files/open-project.ts';
import { readClaim } from '../../policy/read-claim.ts';
import { SpokenError, worded } from '../spoken-error.ts';
import { type BatchSource, type FileHandle, isGone } from './batch-ask.ts';
import '../../text/words/later.ts';

/** A file of a batch as it lies on the disk. @throws SpokenError `file-gone`, `file-missing` */
export async function inputOf({ name, file, beside }: BatchSource): Promise<InputFile> {
  const bytes = await bytesOf(file);
  if (beside.length === 0) return { name, bytes };
  const parts = await Promise.all(
    beside.map(async (part) => ({ name: part.name, bytes: await bytesOf(part.file) })),
  );
  return { name, bytes, beside: parts };
}

/** What the claim beside a file says. @throws UserError as `readClaim` and `inputOf` */
export async function ownClaim({ claim }: BatchSource): Promise<Claim | null> {
  return claim && readClaim(new TextDecoder().decode(await bytesOf(claim)), claim.name);
}

async function bytesOf(file: FileHandle): Promise<Uint8Array> {
  if (isGone(file)) {
    const params = { file: file.name };
    throw new SpokenError('file-missing', params, null, worded('batch.file.missing', params));
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    // moved, changed since it was picked, or a folder
    const why = cause instanceof Error ? cause.message : String(cause);
    const params = { file: file.name, why };
    throw new SpokenError('file-gone', params, null, worded('batch.file.gone', params));
  }
}
