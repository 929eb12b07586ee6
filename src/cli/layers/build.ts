import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CatalogLayer } from '../../domain/catalog.ts';
import type { Note } from '../../domain/note.ts';
import type { SourceTable } from '../../files/sources/source-table.ts';
import { withWords } from '../../job/words.ts';
import { type BuildRequest, type BuildResult, buildLayer } from '../../layers/build-layer.ts';
import { qualityLines } from '../../layers/quality/quality-text.ts';
import { readStoreCatalog } from '../../layers/read-store-catalog.ts';
import { type SourceStreams, sourceStreams } from '../../layers/sources/source-streams.ts';
import type { Text } from '../../text/text.ts';
import { BUILT } from '../../text/words/building.ts';
import { folderStore } from '../folder-store.ts';
import type { ExitCode, Io } from '../io.ts';
import { nativeSha256 } from '../native-sha256.ts';
import { type OpenOptions, sourceOpener } from '../sources/open-tables.ts';
import type { BuildArguments } from './build-options.ts';
import { findCoverage } from './find-coverage.ts';
import { progressBar } from './progress-bar.ts';

/**
 * `sanxian layers build`: sources to one layer of the catalog in `--out`. What is unpacked and converted
 * on the way lies in a folder of its own and goes with it, also when the run is broken off.
 *
 * @returns 1 where records were left out or the quality check found something, else 0
 */
export async function buildFromSources(
  paths: readonly string[],
  args: BuildArguments,
  io: Io,
): Promise<ExitCode> {
  const bar = progressBar(io, args.lang, args.quiet);
  const work = await mkdtemp(join(tmpdir(), 'sanxian-build-'));
  const opener = sourceOpener(work);
  try {
    const opening: OpenOptions = {
      work,
      kind: args.kind,
      table: args.table,
      encoding: args.encoding,
      onConvert: (file, done, total) => bar.show('convert', file, done, total),
      signal: io.signal,
    };
    // before anything long is begun: a wrong coverage is the most likely mistake
    const coverage = await findCoverage(args, opener, opening, io);
    const tables: SourceTable[] = [];
    for (const path of paths) {
      bar.show('open', path, 0, null);
      tables.push(await opener.open(resolve(io.cwd, path), opening));
    }
    const sources = await sourceStreams(tables, args, io.signal);
    const request = await requestOf(args, sources, coverage.coverage, io);
    const store = folderStore(resolve(io.cwd, args.out));
    const result = await buildLayer(request, {
      store,
      createHash: nativeSha256,
      onProgress: ({ stage, done, total }) => bar.show(stage, '', done, total),
      signal: io.signal,
    });
    bar.clear();
    const reading = sources.readNotes();
    const notes = [...coverage.notes, ...sources.notes, ...reading, ...result.notes];
    tell({ args, request, result, tables, sources, notes }, io);
    const isClean = reading.length === 0 && result.quality?.sound !== false;
    return isClean && notes.every(({ severity }) => severity !== 'error') ? 0 : 1;
  } finally {
    bar.clear();
    opener.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function requestOf(
  args: BuildArguments,
  { streams, fields }: SourceStreams,
  coverage: BuildRequest['coverage'],
  io: Io,
): Promise<BuildRequest> {
  const former = await formerOf(args, io);
  return {
    kind: args.kind,
    id: args.id,
    title: args.title === null ? null : { zh: args.title, en: args.title },
    owner: args.owner ?? former?.owner ?? BUILT.ownerUnknown.zh,
    edition: args.edition ?? io.now().toISOString().slice(0, 7),
    approval: args.approval,
    security: args.security,
    accuracyM: args.accuracyM,
    fields,
    coverage,
    streams,
    replaceWhere: args.replaceWhere,
    dryRun: args.dryRun,
    policy: args.policy,
    region: args.region,
    pmtiles: args.pmtiles,
  };
}

/** The layer that this one replaces: whose owner did not change unless somebody says so. */
async function formerOf({ id, kind, out }: BuildArguments, io: Io): Promise<CatalogLayer | null> {
  const stored = await readStoreCatalog(folderStore(resolve(io.cwd, out)), io.signal);
  const current = stored?.catalog.layers.filter(({ role }) => role === 'current') ?? [];
  return current.find((layer) => (id === null ? layer.kind === kind : layer.id === id)) ?? null;
}

/** Lines that are in one language already. */
const textOf = (lines: readonly string[]): Text[] => lines.map((line) => ({ zh: line, en: line }));

interface Told {
  readonly args: BuildArguments;
  readonly request: BuildRequest;
  readonly result: BuildResult;
  readonly tables: readonly SourceTable[];
  readonly sources: SourceStreams;
  readonly notes: readonly Note[];
}

function tell(told: Told, io: Io): void {
  const { args, request, result, tables, sources, notes } = told;
  const { lang } = args;
  if (args.json) {
    const { id, folder, entry, former, counts, bytes, extent, quality } = result;
    const document = {
      id,
      dryRun: args.dryRun,
      folder,
      entry,
      former,
      counts,
      bytes,
      extent,
      fields: request.fields,
      sources: tables.map(({ file, name, count }, i) => ({
        file,
        table: name,
        records: count,
        epsg: sources.epsg[i] ?? null,
      })),
      quality,
      notes: notes.map(withWords),
    };
    io.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  for (const note of notes) {
    const mark = note.severity === 'info' ? '·' : '!';
    if (!args.quiet || note.severity === 'error') {
      io.stderr.write(`${mark} ${withWords(note).text[lang]}\n`);
    }
  }
  if (args.quiet) return;
  const { id, folder, counts, bytes, former } = result;
  const pairs = Object.entries(request.fields).map(([role, column]) => `${role}=${column}`);
  const lines = [
    (args.dryRun ? BUILT.wouldBe : BUILT.layer)(id, counts.total, bytes),
    ...tables.map(({ file, name, count }, i) =>
      BUILT.source(file, name, `EPSG:${sources.epsg[i] ?? '–'}`, count ?? 0),
    ),
    ...(request.replaceWhere === null
      ? []
      : [BUILT.replaced(counts.kept, counts.replaced, counts.read)]),
    pairs.length > 0 ? BUILT.fields(pairs.join(' ')) : BUILT.noFields,
    BUILT.meta(request.edition, request.owner),
    BUILT.folder(folder),
    ...(former === null ? [] : [BUILT.former(former.edition)]),
  ];
  if (result.quality !== null) lines.push(...textOf(qualityLines(result.quality, lang)));
  io.stdout.write(`${lines.map((line, i) => (i === 0 ? '' : '  ') + line[lang]).join('\n')}\n`);
}
