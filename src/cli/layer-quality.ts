import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type CatalogLayer, catalogLayerSchema } from '../domain/catalog.ts';
import type { LayerQualityDocument } from '../domain/layer-quality.ts';
import { UserError } from '../domain/user-error.ts';
import { openFlatGeobuf } from '../files/flatgeobuf/reader.ts';
import { openLayerSource } from '../files/layer-source.ts';
import type { CatalogHandle } from '../job/run-check.ts';
import { checkQuality } from '../layers/quality/check-quality.ts';
import { checkCatalogQuality, qualityDocument } from '../layers/quality/quality-document.ts';
import { qualityGeoJson } from '../layers/quality/quality-geojson.ts';
import { qualityLines } from '../layers/quality/quality-text.ts';
import type { Language } from '../text/text.ts';
import { CLI_SAID } from '../text/words/cli.ts';
import { fileSource } from './file-source.ts';
import type { ExitCode, Io } from './io.ts';
import { sentenceFor } from './sentences.ts';

export interface QualityOutput {
  readonly lang: Language;
  /** One JSON document on stdout and nothing else, instead of lines for people. */
  readonly json: boolean;
  /** Where `quality.json` and `quality.geojson` go; null: nowhere. */
  readonly out: string | null;
}

/** Looks through the current layers of a catalog and says what was found. */
export async function catalogQuality(
  { catalog, sources }: CatalogHandle,
  output: QualityOutput,
  io: Io,
): Promise<ExitCode> {
  const document = await checkCatalogQuality(
    catalog,
    sources,
    {
      onFailure: (_, error) => io.stderr.write(`✗ ${sentenceFor(error)[output.lang]}\n`),
      onProgress: progressOn(io),
    },
    io.signal,
  );
  return deliver(document, output, io);
}

/** Looks through one layer file that no catalog speaks of. */
export async function fileQuality(path: string, output: QualityOutput, io: Io): Promise<ExitCode> {
  const bytes = fileSource(path);
  const { header } = await openFlatGeobuf(bytes, io.signal);
  const entry = entryFor(basename(path), await bytes.size(io.signal), header);
  const source = openLayerSource(entry, bytes, { integrity: 'size+header+index' });
  const progress = progressOn(io);
  const quality = await checkQuality(
    source,
    { onProgress: (done, total) => progress(entry.id, done, total) },
    io.signal,
  );
  return deliver(qualityDocument([quality], []), output, io);
}

/** What a catalog would say, as far as the file itself does. */
function entryFor(
  file: string,
  bytes: number,
  { features, extent, name }: { features: number; extent: readonly number[] | null; name: string },
): CatalogLayer {
  return catalogLayerSchema.parse({
    id: name || file,
    kind: 'land-use',
    title: { zh: file, en: file },
    file,
    sha256: '0'.repeat(64),
    bytes,
    features,
    extent: extent ?? [0, 0, 0, 0],
    edition: '',
    owner: '',
  });
}

async function deliver(
  document: LayerQualityDocument,
  { lang, json, out }: QualityOutput,
  io: Io,
): Promise<ExitCode> {
  const text = `${JSON.stringify(document, null, 1)}\n`;
  if (json) io.stdout.write(text);
  else io.stdout.write(`${qualityLines(document, lang).join('\n')}\n`);
  if (out !== null) {
    const folder = resolve(io.cwd, out);
    const written = json ? io.stderr : io.stdout;
    for (const [name, content] of [
      ['quality.json', text],
      ['quality.geojson', `${JSON.stringify(qualityGeoJson(document))}\n`],
    ] as const) {
      const path = join(folder, name);
      await writeWhole(folder, path, content);
      written.write(`${CLI_SAID.written(path)[lang]}\n`);
    }
  }
  return document.sound ? 0 : 1;
}

async function writeWhole(folder: string, path: string, content: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(`${path}.tmp`, content);
    await rename(`${path}.tmp`, path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UserError('cli-out-unwritable', { file: path, reason });
  }
}

/** A line that is written over; nothing where there is no terminal. */
function progressOn({ stderr }: Io): (layer: string, done: number, total: number) => void {
  if (!stderr.isTTY) return () => {};
  let shown = '';
  return (layer, done, total) => {
    const line = `${layer} ${Math.floor((100 * done) / Math.max(1, total))} %`;
    if (line === shown) return;
    shown = line;
    stderr.write(done >= total ? '\r\x1b[K' : `\r\x1b[K${line}`);
  };
}
