import { sha256Hex } from '../bytes/sha256.ts';
import type { Finding } from '../domain/report.ts';
import { hintsFor, hintText, loadHints } from '../policy/hints.ts';
import type { LoadedHints, LoadedPack } from './run-check.ts';

/**
 * The hints that a pack names, read by name from where packs lie. One that is named and missing is an
 * error: what a report says must not hang on which files happen to be there.
 */
export async function withHints(
  loaded: LoadedPack,
  read: (fileName: string) => Promise<Uint8Array>,
): Promise<LoadedPack> {
  const hints = await Promise.all(
    loaded.pack.hints.map(async (name): Promise<LoadedHints> => {
      const bytes = await read(`${name}.yaml`);
      const text = new TextDecoder().decode(bytes);
      return { hints: loadHints(text, `${name}.yaml`), sha256: sha256Hex(bytes) };
    }),
  );
  return { ...loaded, hints };
}

/** A finding with the hints on its rule; without any it stays as it is. */
export function hinted(finding: Finding, loaded: readonly LoadedHints[]): Finding {
  const found = loaded.flatMap(({ hints }) => hintsFor(finding, hints));
  if (found.length === 0) return finding;
  const hints = found.map((hint) => ({
    id: hint.id,
    text: hintText(hint),
    confidence: hint.confidence,
  }));
  return { ...finding, hints };
}
