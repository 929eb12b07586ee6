import { resolve } from 'node:path';
import { KINDS } from '../../domain/kinds.ts';
import { UserError } from '../../domain/user-error.ts';
import { FlatGeobufError } from '../../files/flatgeobuf/flatgeobuf-error.ts';
import { openFlatGeobuf } from '../../files/flatgeobuf/reader.ts';
import type { Defect } from '../../geometry/validity.ts';
import { doubleCoverages } from '../../layers/double-coverage.ts';
import { featureDefects, isHarmful } from '../../layers/layer-geometry.ts';
import { verifyLayer } from '../../layers/verify-layer.ts';
import type { Language, Text } from '../../text/text.ts';
import { CLI_SAID } from '../../text/words/cli.ts';
import { fileSource } from '../file-source.ts';
import { openCatalogAt } from '../find-catalog.ts';
import type { ExitCode, Io } from '../io.ts';
import { readLanguage } from '../language.ts';
import { buildFromSources } from '../layers/build.ts';
import { declareBuildOptions, readBuildOptions } from '../layers/build-options.ts';
import { type RestoreOptions, restoreEdition } from '../layers/restore.ts';
import { sentenceFor } from '../sentences.ts';
import type { CliCommand } from './command.ts';

/** `sanxian layers build`, `restore`, `verify` and `inspect`. */
export const layers: CliCommand = {
  name: 'layers',
  define: (program, run, io) => {
    const group = program.command('layers').description('look after layer files');
    group
      .command('verify')
      .description(
        'every file against length, sha256, header, index, feature count; rings of control layers',
      )
      .argument('<catalog>')
      .option('--lang <zh|en>', 'language', 'zh')
      .action((where: string, raw: { lang: string }) =>
        run(() => verifyLayers(where, readLanguage(raw.lang), io)),
      );
    group
      .command('inspect')
      .description('header, columns, extent, counts and geometry defects of a FlatGeobuf file')
      .argument('<file.fgb>')
      .action((file: string) => run(() => inspect(file, io)));
    declareBuildOptions(
      group
        .command('build')
        .description('make a layer of the catalog from what an authority delivers')
        .argument(
          '<source...>',
          'Shapefile, FileGDB, GeoPackage, GeoJSON, FlatGeobuf; folder or zip',
        ),
    ).action((paths: string[], raw: Record<string, unknown>) =>
      run(() => buildFromSources(paths, readBuildOptions(raw), io)),
    );
    group
      .command('restore')
      .description('put a former edition of a layer back')
      .argument('<catalog>')
      .requiredOption('--id <layer>', 'id of the layer')
      .requiredOption('--edition <edition>', 'the edition that is to be current again')
      .option('--format <text|json>', 'what is printed', 'text')
      .option('--lang <zh|en>', 'language', 'zh')
      .action((where: string, raw: RestoreOptions) => run(() => restoreEdition(where, raw, io)));
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
      const bytes = handle.sourceOf(source.entry.file);
      const features = await verifyLayer(source, bytes, io.signal);
      io.stdout.write(`✓ ${CLI_SAID.layerGood(source.entry.id, features)[lang]}\n`);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problem(sentenceFor(error));
    }
  }
  for (const { kind, layers } of doubleCoverages(handle.catalog)) {
    const { zh, en } = KINDS[kind].title;
    problem({
      zh: CLI_SAID.coveragesOverlap(zh, ...layers).zh,
      en: CLI_SAID.coveragesOverlap(en, ...layers).en,
    });
  }
  return exit;
}

async function inspect(file: string, io: Io): Promise<ExitCode> {
  const path = resolve(io.cwd, file);
  try {
    const { header, allFeatures } = await openFlatGeobuf(fileSource(path), io.signal);
    let features = 0;
    const defects: (Defect & { readonly feature: number })[] = [];
    for await (const { index, geometry } of allFeatures(io.signal)) {
      features++;
      if (!('polygons' in geometry)) continue;
      for (const defect of featureDefects(geometry.polygons)) {
        defects.push({ feature: index, ...defect });
      }
    }
    const { columns, crs, extent, name, nodeSize } = header;
    io.stdout.write(
      `${JSON.stringify({ file: path, name, crs, extent, features, stated: header.features, nodeSize, columns, defects }, null, 2)}\n`,
    );
    return features === header.features && !defects.some(isHarmful) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof FlatGeobufError) && !(error instanceof Error && 'code' in error)) {
      throw error;
    }
    io.stderr.write(`${path}: ${error.message}\n`);
    return error instanceof FlatGeobufError ? 1 : 2;
  }
}
