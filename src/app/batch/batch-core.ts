import { factsOf } from '../../components/batch-facts.ts';
import type { Claim } from '../../domain/claim.ts';
import { type ImportAnswers, questionOf } from '../../domain/import-answers.ts';
import type { CheckReport } from '../../domain/report.ts';
import type { SummaryItem } from '../../domain/summary.ts';
import type { Surroundings } from '../../domain/surroundings.ts';
import { type MessageParams, UserError } from '../../domain/user-error.ts';
import { MAX_PROJECT_BYTES } from '../../files/largest-project.ts';
import { inputSha256, type OpenedProjects, openProjects } from '../../files/open-project.ts';
import type { ProjectGdal } from '../../files/project-gdal.ts';
import { type UnpackedInput, unpackInput } from '../../files/unpack-input.ts';
import type { Clipper } from '../../geometry/clip.ts';
import { collectSurroundings } from '../../job/around/collect-surroundings.ts';
import { type Region, regionOf } from '../../job/region-of.ts';
import { type CatalogHandle, checkToReport, type LoadedPack } from '../../job/run-check.ts';
import { shareLayers } from '../../job/share-layers.ts';
import type { ReportAssets } from '../../report/assets.ts';
import { reportFileName } from '../../report/file-name.ts';
import { prettyJson } from '../../report/formats/json.ts';
import { reportFormat } from '../../report/formats/registry.ts';
import { summaryItem, summaryOf } from '../../report/summary.ts';
import { summarySheets } from '../../report/xlsx/summary-sheets.ts';
import type { Language, Text } from '../../text/text.ts';
import type { ExportedFile } from '../check-protocol.ts';
import { isAbort, SpokenError, textOf } from '../spoken-error.ts';
import type {
  BatchAnswers,
  BatchAsk,
  BatchFault,
  BatchSource,
  BatchWhat,
  ListedPart,
  ProjectAsk,
} from './batch-ask.ts';
import { rowFigure } from './row-figure.ts';
import { inputOf, ownClaim } from './source-input.ts';

/** What a worker lends for a batch: open catalogs, rules, wasm. */
export interface CoreTools {
  useCatalog<T>(work: (handle: CatalogHandle) => Promise<T>): Promise<T>;
  pack(handle: CatalogHandle): Promise<LoadedPack>;
  clipper(): Promise<Clipper>;
  readonly gdal: ProjectGdal | undefined;
  readonly assets: ReportAssets;
  readonly version: string;
  wordsFor(code: string, params: MessageParams): Text;
}

/** So many files stay open: the one in work, and the one that is looked at. */
const OPEN_FILES = 2;
/** Layers are shared anew once a batch turns out to be so many times larger. */
const GROWN = 8;

interface OpenFile {
  readonly key: string;
  readonly parts: readonly UnpackedInput[];
  readonly claim: Claim | null;
  /** By part: a file of thousands is summed once. */
  readonly sums: Map<number, string>;
  /** Projects of the part opened last: of an archive no more than one is held. */
  opened: ({ readonly part: number } & OpenedProjects) | null;
}

/**
 * The core of a batch behind a message port. It holds the files in work and, where that pays, the layers;
 * reports and geometry leave as summary lines, drawings and files.
 */
export class BatchCore {
  readonly #tools: CoreTools;
  #open: OpenFile[] = [];
  readonly #regions = new WeakMap<CatalogHandle, Promise<Partial<Region>>>();
  readonly #shared = new WeakMap<CatalogHandle, { projects: number; handle: CatalogHandle }>();

  constructor(tools: CoreTools) {
    this.#tools = tools;
  }

  async answer(ask: BatchAsk, signal: AbortSignal): Promise<BatchAnswers[BatchWhat]> {
    switch (ask.what) {
      case 'list':
        return this.#list(ask.source, ask.answers, signal);
      case 'check': {
        const { report, source } = await this.#check(ask, signal);
        const item = summaryItem(source, report, null);
        return { item, facts: factsOf(report) };
      }
      case 'figure':
        return this.#figure(ask, ask.lang, signal);
      case 'reports':
        return this.#reports(ask, ask.formats, ask.lang, signal);
      case 'summary':
        return summaryFiles(ask.items, ask.createdAt, ask.lang);
    }
  }

  async #list(
    source: BatchSource,
    answers: ImportAnswers,
    signal: AbortSignal,
  ): Promise<ListedPart[]> {
    let open: OpenFile;
    try {
      open = await this.#file(source, answers, signal);
    } catch (error) {
      if (isAbort(error)) throw error;
      return [{ file: baseName(source.name), sha256: null, fault: this.#fault(error) }];
    }
    const listed: ListedPart[] = [];
    for (const [at, { file }] of open.parts.entries()) {
      const sha256 = sumOf(open, at);
      try {
        const { projects, fields } = await this.#projects(open, at, answers, signal);
        const named = projects.map(({ id, name }) => ({ id, name }));
        listed.push({ file, sha256, projects: named, fields });
      } catch (error) {
        if (isAbort(error)) throw error;
        listed.push({ file, sha256, fault: this.#fault(error) });
      }
    }
    return listed;
  }

  async #check(ask: ProjectAsk, signal: AbortSignal) {
    const { source, answers, part, expected } = ask;
    const open = await this.#file(source, answers, signal);
    const { projects } = await this.#projects(open, part, answers, signal);
    const project = projects[ask.project];
    if (!project) {
      throw new Error(`${source.name} holds no project ${part}/${ask.project} any more`);
    }
    const claim = ask.claim ?? open.claim;
    const report = await this.#tools.useCatalog(async (handle) =>
      checkToReport(
        project,
        claim,
        this.#sharing(handle, expected),
        await this.#tools.pack(handle),
        await this.#tools.clipper(),
        {
          thresholdM2: 1,
          accuracyM: null,
          geometry: 'full',
          createdAt: ask.createdAt,
          sequence: ask.sequence,
          version: this.#tools.version,
        },
        signal,
      ),
    );
    const numberInFile = projects.length > 1 ? ask.project + 1 : null;
    const from = { file: open.parts[part]!.file, sha256: sumOf(open, part), numberInFile };
    return { report, source: from };
  }

  async #figure(
    ask: ProjectAsk,
    lang: Language,
    signal: AbortSignal,
  ): Promise<BatchAnswers['figure']> {
    const { report } = await this.#check(ask, signal);
    const clipper = await this.#tools.clipper();
    return this.#tools.useCatalog((handle) =>
      rowFigure(report, this.#sharing(handle, ask.expected), clipper, lang, signal),
    );
  }

  async #reports(
    ask: ProjectAsk,
    formats: readonly string[],
    lang: Language,
    signal: AbortSignal,
  ): Promise<BatchAnswers['reports']> {
    const { report, source } = await this.#check(ask, signal);
    const { assets } = this.#tools;
    const files: ExportedFile[] = [];
    let surroundings: Surroundings | null = null;
    for (const id of formats) {
      const format = reportFormat(id);
      if (!format) throw new UserError('format-unknown', { format: id });
      signal.throwIfAborted();
      if (format.drawsFigures) surroundings ??= await this.#around(report, ask.expected, signal);
      const file = await format.render(report, { lang, assets, surroundings });
      const fileName = reportFileName(source.file, format.extension, source.numberInFile);
      files.push({ fileName, mediaType: file.mediaType, bytes: file.bytes });
    }
    return { item: summaryItem(source, report, null), files };
  }

  /** The lines around the site; figures that have none say so. */
  async #around(
    report: CheckReport,
    expected: number,
    signal: AbortSignal,
  ): Promise<Surroundings | null> {
    const clipper = await this.#tools.clipper();
    try {
      return await this.#tools.useCatalog((handle) =>
        collectSurroundings(report, this.#sharing(handle, expected), clipper, signal),
      );
    } catch (error) {
      if (error instanceof UserError) return null;
      throw error;
    }
  }

  /** The file as it lies on the disk, taken apart. */
  async #file(source: BatchSource, answers: ImportAnswers, signal: AbortSignal): Promise<OpenFile> {
    const key = JSON.stringify([source.key, answers]);
    const before = this.#open.find((one) => one.key === key);
    if (before) {
      this.#open = [...this.#open.filter((one) => one !== before), before];
      return before;
    }
    const { name, file, beside } = source;
    const bytes = [file, ...beside.map((one) => one.file)].reduce((sum, { size }) => sum + size, 0);
    if (bytes > MAX_PROJECT_BYTES) {
      const maxBytes = MAX_PROJECT_BYTES;
      throw new UserError('err-too-large', { file: baseName(name), bytes, maxBytes });
    }
    const input = await inputOf(source);
    const claim = await ownClaim(source);
    const parts = await unpackInput(input, { signal });
    const open: OpenFile = { key, parts, claim, sums: new Map(), opened: null };
    this.#open = [...this.#open, open].slice(-OPEN_FILES);
    return open;
  }

  async #projects(
    open: OpenFile,
    at: number,
    answers: ImportAnswers,
    signal: AbortSignal,
  ): Promise<OpenedProjects> {
    if (open.opened?.part === at) return open.opened;
    const part = open.parts[at];
    if (!part) throw new Error(`the file has no part ${at} any more`);
    if ('error' in part) throw part.error;
    const region = await this.#region(signal);
    const { gdal, clipper } = this.#tools;
    const options = { ...region, answers, gdal, signal, clipper: () => clipper() };
    open.opened = { part: at, ...(await openProjects(part.input, options)) };
    return open.opened;
  }

  /** For ranking the answers of a coordinate question; a catalog that does not load is said by the check. */
  async #region(signal: AbortSignal): Promise<Partial<Region>> {
    try {
      return await this.#tools.useCatalog((handle) => {
        const before = this.#regions.get(handle);
        if (before) return before;
        const region = regionOf(handle, signal);
        this.#regions.set(handle, region);
        region.catch(() => this.#regions.delete(handle));
        return region;
      });
    } catch (error) {
      if (error instanceof UserError) return {};
      throw error;
    }
  }

  #sharing(handle: CatalogHandle, expected: number): CatalogHandle {
    const before = this.#shared.get(handle);
    if (before && expected < before.projects * GROWN) return before.handle;
    const shared = { projects: expected, handle: shareLayers(handle, expected) };
    this.#shared.set(handle, shared);
    return shared.handle;
  }

  #fault(error: unknown): BatchFault {
    if (!(error instanceof UserError)) {
      return { code: 'internal', text: textOf(error), asks: false };
    }
    const { code, params } = error;
    const text = error instanceof SpokenError ? error.text : this.#tools.wordsFor(code, params);
    return { code, text, asks: questionOf(error) !== null };
  }
}

/** null: an entry of an archive that could not be taken out. */
function sumOf({ parts, sums }: OpenFile, at: number): string | null {
  const part = parts[at]!;
  if (!('input' in part)) return null;
  const sum = sums.get(at) ?? inputSha256(part.input);
  sums.set(at, sum);
  return sum;
}

/** `summary.json` and `summary.xlsx`, byte for byte as the command line writes them. */
async function summaryFiles(
  items: readonly SummaryItem[],
  createdAt: string,
  lang: Language,
): Promise<ExportedFile[]> {
  const summary = summaryOf(items, createdAt);
  const { workbook } = await import('../../report/xlsx/workbook.ts');
  return [
    {
      fileName: 'summary.json',
      mediaType: 'application/json',
      bytes: new TextEncoder().encode(`${prettyJson(summary)}\n`),
    },
    {
      fileName: 'summary.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await workbook(summarySheets(summary, lang), createdAt),
    },
  ];
}

function baseName(name: string): string {
  return name.split(/[/\\]/).pop() ?? name;
}
