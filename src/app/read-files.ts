import type { NamedFile } from '../files/formats/format.ts';
import { MAX_PROJECT_BYTES } from '../files/largest-project.ts';
import type { RefusedFile } from './imported-file.ts';
import { worded } from './spoken-error.ts';

/** The part of a File that is needed here. */
export interface FileLike {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * The bytes of files that a person chose. One that is too large is refused by its size, before a byte of it
 * is read; one that cannot be read (a folder, a file that is gone) is refused with the browser's reason.
 */
export async function readFiles(
  files: readonly FileLike[],
): Promise<{ readonly named: readonly NamedFile[]; readonly refused: readonly RefusedFile[] }> {
  const named: NamedFile[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const { name, size } = file;
    if (size > MAX_PROJECT_BYTES) {
      const { importText } = await import('../text/words/import.ts');
      const params = { file: name, bytes: size, maxBytes: MAX_PROJECT_BYTES };
      refused.push({ name, text: importText('err-too-large', params), defects: [] });
      continue;
    }
    try {
      named.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      refused.push({ name, text: worded('import.unreadable', { file: name, why }), defects: [] });
    }
  }
  return { named, refused };
}
