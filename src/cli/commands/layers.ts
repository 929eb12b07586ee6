import { resolve } from 'node:path';
import { KINDS } from '../../domain/kinds.ts';
import { UserError } from '../../domain/user-error.ts';
import { FlatGeobufError } from '../../files/flatgeobuf/flatgeobuf-error.ts';
import { openFlatGeobuf } from '../../files/flatgeobuf/reader.ts';
import { isHarmful } from '../../geometry/defect-weight.ts';
import type { Defect } from '../../geometry/validity.ts';
import { doubleCoverages } from '../../layers/double-coverage.ts';
import { inspectLevels } from '../../layers/inspect-levels.ts';
import { featureDefects } from '../../layers/layer-geometry.ts';
import { verifyFiles } from '../../layers/verify-files.ts';
import type { Text } from '../../text/text.ts';
import { CLI_SAID } from '../../text/words/cli.ts';
import { LevelsError } from '../../tiles/levels/levels-format.ts';
import { fileSource } from '../file-source.ts';
import { openCatalogAt } from '../find-catalog.ts';
import { type ExitCode, type Io, worstExit } from '../io.ts';
import { readLanguage } from '../language.ts';
import { catalogQuality, fileQuality, type QualityOutput } from '../layer-quality.ts';
import { buildFromSources } from '../layers/build.ts';
import { declareBuildOptions, readBuildOptions } from '../layers/build-options.ts';
import { type RestoreOptions, restoreEdition } from '../layers/restore.ts';
import { layerStatistics, type StatisticsFlags } from '../layers/statistics.ts';
import { sentenceFor } from '../sentences.ts';
import type { CliCommand } from './command.ts';

/** `sanxian layers build`, `restore`, `verify`, `inspect` and `statistics`. */
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
      .option('--quality', 'look through the layers as well: overlaps, gaps, borders, attributes')
      .option('--format <text|json>', 'of the quality check', 'text')
      .option('--out <folder>', 'where to write quality.json and quality.geojson')
      .option('--lang <zh|en>', 'language', 'zh')
      .action((where: string, raw: QualityFlags) => run(() => verifyLayers(where, raw, io)));
    group
      .command('inspect')
      .description('header, columns, extent, counts and geometry defects of a FlatGeobuf file')
      .argument('<file.fgb>')
      .option('--quality', 'look through the layer instead: overlaps, gaps, borders, attributes')
      .option('--format <text|json>', 'of the quality check', 'text')
      .option('--out <folder>', 'where to write quality.json and quality.geojson')
      .option('--lang <zh|en>', 'language', 'zh')
      .action((file: string, raw: QualityFlags) => run(() => inspect(file, raw, io)));
    group
      .command('statistics')
      .description(
        'areas, parcels and shares by county, and the targets of the rule pack against them',
      )
      .argument('<catalog>')
      .option('--policy <pack.yaml>', 'rule pack with the targets')
      .option('--format <text|json>', 'what is printed', 'text')
      .option('--lang <zh|en>', 'language', 'zh')
      .action((where: string, raw: StatisticsFlags) => run(() => layerStatistics(where, raw, io)));
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

interface QualityFlags {
  readonly quality?: true;
  readonly format: string;
  readonly out?: string;
  readonly lang: string;
}

/** null where no quality check is asked for; what only it knows is then wrong use. */
function qualityOutput({ quality, format, out, lang }: QualityFlags): QualityOutput | null {
  if (format !== 'text' && format !== 'json') {
    throw new UserError('cli-choice', { option: '--format', value: format, choices: 'text, json' });
  }
  if (quality) return { lang: readLanguage(lang), json: format === 'json', out: out ?? null };
  if (out === undefined && format === 'text') return null;
  throw new UserError('cli-needs-quality', { option: out === undefined ? '--format' : '--out' });
}

async function verifyLayers(where: string, raw: QualityFlags, io: Io): Promise<ExitCode> {
  const lang = readLanguage(raw.lang);
  const quality = qualityOutput(raw);
  // with a document on stdout everything else goes aside
  const said = quality?.json ? io.stderr : io.stdout;
  const handle = await openCatalogAt(where, io);
  let exit: ExitCode = 0;
  const problem = (text: Text): void => {
    exit = 1;
    said.write(`✗ ${text[lang]}\n`);
  };
  for (const source of handle.sources.values()) {
    const { features, files, problems } = await verifyFiles(source, handle.sourceOf, io.signal);
    for (const one of problems) problem(sentenceFor(one));
    if (problems.length === 0) {
      said.write(`✓ ${CLI_SAID.layerGood(source.entry.id, features, files)[lang]}\n`);
    }
  }
  for (const { kind, layers } of doubleCoverages(handle.catalog)) {
    const { zh, en } = KINDS[kind].title;
    problem({
      zh: CLI_SAID.coveragesOverlap(zh, ...layers).zh,
      en: CLI_SAID.coveragesOverlap(en, ...layers).en,
    });
  }
  return quality ? worstExit(exit, await catalogQuality(handle, quality, io)) : exit;
}

async function inspect(file: string, raw: QualityFlags, io: Io): Promise<ExitCode> {
  const path = resolve(io.cwd, file);
  const quality = qualityOutput(raw);
  try {
    if (quality) return await fileQuality(path, quality, io);
    if (path.endsWith('.levels')) {
      const told = { file: path, ...(await inspectLevels(fileSource(path), io.signal)) };
      io.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
      return 0;
    }
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
    const broken = error instanceof FlatGeobufError || error instanceof LevelsError;
    if (!(error instanceof Error && (broken || 'code' in error))) throw error;
    io.stderr.write(`${path}: ${error.message}\n`);
    return broken ? 1 : 2;
  }
}
