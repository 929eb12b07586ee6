import { basename, dirname, resolve } from 'node:path';
import { restoreLayer } from '../../layers/restore-layer.ts';
import { BUILT } from '../../text/words/building.ts';
import { folderStore } from '../folder-store.ts';
import type { ExitCode, Io } from '../io.ts';
import { readLanguage } from '../language.ts';
import { nativeSha256 } from '../native-sha256.ts';
import { readChoice } from '../option-values.ts';

export interface RestoreOptions {
  readonly id: string;
  readonly edition: string;
  readonly format: string;
  readonly lang: string;
}

/** `sanxian layers restore`. @param where catalog.json or its folder */
export async function restoreEdition(
  where: string,
  raw: RestoreOptions,
  io: Io,
): Promise<ExitCode> {
  const lang = readLanguage(raw.lang);
  const isJson = readChoice('--format', raw.format, ['text', 'json']) === 'json';
  const path = resolve(io.cwd, where);
  const folder = basename(path) === 'catalog.json' ? dirname(path) : path;
  const { id, edition } = raw;
  const { entry, former } = await restoreLayer(
    { id, edition },
    { store: folderStore(folder), createHash: nativeSha256, signal: io.signal },
  );
  const said = isJson
    ? JSON.stringify({ id, entry, former }, null, 2)
    : BUILT.restored(id, entry.edition, former.edition)[lang];
  io.stdout.write(`${said}\n`);
  return 0;
}
