import { resolve } from 'node:path';
import { sha256Hex } from '../../bytes/sha256.ts';
import { isControlKind, KINDS } from '../../domain/kinds.ts';
import type { LayerSource } from '../../domain/layer-source.ts';
import { UserError } from '../../domain/user-error.ts';
import { FlatGeobufError } from '../../files/flatgeobuf/flatgeobuf-error.ts';
import { openFlatGeobuf } from '../../files/flatgeobuf/reader.ts';
import { layerError } from '../../files/layer-error.ts';
import { loadClipper } from '../../geometry/clip.ts';
import { toFlat } from '../../geometry/shapes.ts';
import type { CatalogHandle } from '../../job/run-check.ts';
import type { Language, Text } from '../../text/text.ts';
import { CLI_SAID } from '../../text/words/cli.ts';
import { fileSource } from '../file-source.ts';
import { type OpenedCatalog, openCatalogAt, wholeSource } from '../find-catalog.ts';
import type { ExitCode, Io } from '../io.ts';
import { readLanguage } from '../language.ts';
import { sentenceFor } from '../sentences.ts';
import type { CliCommand } from './command.ts';

/** `sanxian layers verify` and `inspect`; `build` and `restore` are to come. */
export const layers: CliCommand = {
  name: 'layers',
  define: (program, run, io) => {
    const group = program.command('layers').description('look after layer files');
    group
      .command('verify')
      .description('every file against length, sha256, header, index and feature count')
      .argument('<catalog>')
      .option('--lang <zh|en>', 'language', 'zh')
      .action((where: string, raw: { lang: string }) =>
        run(() => verifyLayers(where, readLanguage(raw.lang), io)),
      );
    group
      .command('inspect')
      .description('header, columns, extent and counts of a FlatGeobuf file')
      .argument('<file.fgb>')
      .action((file: string) => run(() => inspect(file, io)));
    for (const name of ['build', 'restore']) {
      group
        .command(name, { hidden: true })
        .allowUnknownOption()
        .allowExcessArguments()
        .action(() =>
          run(async () => {
            throw new UserError('cli-command-not-built', { command: `layers ${name}` });
          }),
        );
    }
  },
};

async function verifyLayers(where: string, lang: Language, io: Io): Promise<ExitCode> {
  const handle = await openCatalogAt(where, io);
  let exit: ExitCode = 0;
  const problem = (said: Text): void => {
    exit = 1;
    io.stdout.write(`✗ ${said[lang]}\n`);
  };
  for (const source of handle.sources.values()) {
    try {
      const features = await countFeatures(source, handle, io.signal);
      io.stdout.write(`✓ ${CLI_SAID.layerGood(source.entry.id, features)[lang]}\n`);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problem(sentenceFor(error));
    }
  }
  for (const said of await overlappingCoverages(handle)) problem(said);
  return exit;
}

/**
 * Control layers are opened as a check opens them and read through; of the others, which may hold points
 * or lines, the bytes are compared with the catalog.
 */
async function countFeatures(
  source: LayerSource,
  handle: OpenedCatalog,
  signal: AbortSignal,
): Promise<number> {
  const { entry } = source;
  if (!isControlKind(entry.kind)) {
    const { file } = entry;
    const bytes = await wholeSource(handle.sourceOf(file), signal).catch((error: unknown) => {
      throw layerError(entry, error);
    });
    if (bytes.length !== entry.bytes) {
      throw new UserError('layer-size', { file, size: bytes.length, wanted: entry.bytes });
    }
    if (sha256Hex(bytes) !== entry.sha256) throw new UserError('layer-sha256', { file });
    return entry.features;
  }
  await source.open(signal);
  let features = 0;
  for await (const _ of source.featuresIn([-180, -90, 180, 90], signal)) features++;
  if (features !== entry.features) {
    throw new UserError('layer-count', { file: entry.file, counted: features });
  }
  return features;
}

/** Two current entries of one kind must not both speak for one place. */
async function overlappingCoverages({ catalog }: CatalogHandle): Promise<Text[]> {
  const clipper = await loadClipper();
  const current = catalog.layers.flatMap(({ id, kind, role, coverage }) =>
    role === 'current' && coverage && isControlKind(kind)
      ? [
          {
            id,
            kind,
            shape: toFlat(
              coverage.type === 'Polygon' ? [coverage.coordinates] : coverage.coordinates,
            ),
          },
        ]
      : [],
  );
  const problems: Text[] = [];
  current.forEach((a, i) => {
    for (const b of current.slice(i + 1)) {
      if (a.kind !== b.kind) continue;
      if (clipper.intersection(a.shape, b.shape).polygonEnds.length === 0) continue;
      problems.push({
        zh: CLI_SAID.coveragesOverlap(KINDS[a.kind].title.zh, a.id, b.id).zh,
        en: CLI_SAID.coveragesOverlap(KINDS[a.kind].title.en, a.id, b.id).en,
      });
    }
  });
  return problems;
}

async function inspect(file: string, io: Io): Promise<ExitCode> {
  const path = resolve(io.cwd, file);
  try {
    const { header, allFeatures } = await openFlatGeobuf(fileSource(path), io.signal);
    let features = 0;
    for await (const _ of allFeatures(io.signal)) features++;
    const { columns, crs, extent, name, nodeSize } = header;
    io.stdout.write(
      `${JSON.stringify({ file: path, name, crs, extent, features, stated: header.features, nodeSize, columns }, null, 2)}\n`,
    );
    return features === header.features ? 0 : 1;
  } catch (error) {
    if (!(error instanceof FlatGeobufError) && !(error instanceof Error && 'code' in error)) {
      throw error;
    }
    io.stderr.write(`${path}: ${error.message}\n`);
    return error instanceof FlatGeobufError ? 1 : 2;
  }
}
