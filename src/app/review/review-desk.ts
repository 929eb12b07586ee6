import type { Outline, OutlineOf } from '../../check/outline-of.ts';
import { currentOf } from '../../check/statistics/measure-catalog.ts';
import type { SheetChoice } from '../../components/choices.ts';
import type { ComponentEvents } from '../../components/events.ts';
import { featureName } from '../../components/identified-rows.ts';
import type { PopoverPlace } from '../../components/identify-popover.ts';
import { type IdentifyView, type ReviewTab, singleRow } from '../../components/review-state.ts';
import type { CatalogLayer } from '../../domain/catalog.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { Integrity } from '../../domain/layer-source.ts';
import type { InputFile } from '../../files/open-project.ts';
import { type MultiPolygon, type Position, toNested } from '../../geometry/shapes.ts';
import { wordsFor } from '../../job/words.ts';
import { say } from '../../text/words/ui.ts';
import type { LayerDesk } from '../layer-desk.ts';
import { rememberPreferences } from '../preferences.ts';
import { saveFile } from '../save-file.ts';
import type { Shell } from '../shell.ts';
import { isAbort } from '../spoken-error.ts';
import { outlineFile } from './outline-file.ts';
import { ReviewClient, type ReviewWorkerLike } from './review-client.ts';
import type { ReviewOutcome } from './review-protocol.ts';
import { NO_PRINT, type ReviewView, startReview } from './review-view.ts';
import { StatisticsDesk } from './statistics-desk.ts';
import '../../text/words/later.ts';

export interface ReviewHost {
  startReview(): ReviewWorkerLike;
  /** Straight to the popover, which follows every move of the map. */
  placePopover(place: PopoverPlace | null): void;
  /** A boundary file that is to be checked. */
  check(file: InputFile): void;
  /** Size of the map area, CSS px. */
  mapSize(): { readonly width: number; readonly height: number } | null;
}

/** What a person does in review mode: ask what lies at a place, sum up, look at metadata, print. */
export class ReviewDesk {
  readonly #shell: Shell;
  readonly #layers: LayerDesk;
  readonly #host: ReviewHost;
  readonly #client: ReviewClient;
  readonly #statistics: StatisticsDesk;
  #asking: AbortController | null = null;
  #printing: AbortController | null = null;
  #picking: AbortController | null = null;

  constructor(shell: Shell, layers: LayerDesk, host: ReviewHost) {
    this.#shell = shell;
    this.#layers = layers;
    this.#host = host;
    this.#client = new ReviewClient(() => host.startReview());
    this.#statistics = new StatisticsDesk(
      shell,
      () => host.startReview(),
      (change) => this.#change(change),
      (ids) => this.#verify(ids.map((id) => [id, 'full'])),
    );
  }

  listenTo(target: EventTarget): void {
    const on = <K extends keyof ComponentEvents>(
      name: K,
      act: (detail: ComponentEvents[K]) => void,
    ): void =>
      target.addEventListener(name, (event) =>
        act((event as CustomEvent<ComponentEvents[K]>).detail),
      );
    on('sanxian-review-tab', ({ tab }) => this.#openTab(tab));
    on('sanxian-review-layer', ({ id }) => this.#change({ layer: id }));
    on('sanxian-identify-close', () => this.closeIdentified());
    on('sanxian-identify-open', () => {
      this.#shell.change({ mode: 'review' });
      this.#openTab('identify');
    });
    on('sanxian-statistics', ({ act }) => {
      if (act === 'cancel') this.#statistics.stop();
      else this.#statistics.start(act === 'again');
    });
    on('sanxian-save-text', ({ name, mediaType, text }) =>
      saveFile({ fileName: name, mediaType, bytes: new TextEncoder().encode(text) }),
    );
    on('sanxian-print', ({ open }) => this.#openPrint(open));
    on('sanxian-print-make', (choice) => void this.#print(choice));
    on('sanxian-feature-check', ({ layer, index }) => void this.#checkOutline(layer, index));
    on('sanxian-county', (county) => void this.#showCounty(county));
    on('sanxian-forget', () => this.#statistics.forget());
    // from the keyboard the tool acts at once, at the cross in the middle of the map
    on('sanxian-tool', ({ tool }) => {
      const at = this.#shell.desk.map?.view().center;
      if (tool === 'identify' && at) void this.identify(at);
    });
  }

  /** Lets go of workers; another catalog begins anew. */
  leave(): void {
    this.#asking?.abort();
    this.#printing?.abort();
    this.#picking?.abort();
    this.#client.close();
    this.#statistics.leave();
    const { tab } = this.#view;
    this.#change({ ...startReview(), tab });
    this.#host.placePopover(null);
  }

  /** Small catalogs are summed when the tab is first seen. */
  onUpdated(): void {
    const { mode } = this.#shell.look;
    if (mode === 'review' && this.#view.tab === 'statistics') this.#statistics.seen();
  }

  /** A click on the map, while no other tool is in hand. */
  onClick(at: Position): void {
    void this.identify(at);
  }

  /** The view of the map moved: the popover stays at its place on the ground. */
  onMoved(): void {
    const { identify } = this.#view;
    const size = this.#host.mapSize();
    const point = identify && this.#shell.desk.map?.toScreen(identify.at);
    this.#host.placePopover(point && size ? { ...point, ...size } : null);
  }

  closeIdentified(): void {
    this.#asking?.abort();
    this.#change({ identify: null });
    this.onMoved();
  }

  /** Every feature of every shown layer at a place, from the layer files. */
  async identify(at: Position): Promise<void> {
    const { workspace, look } = this.#shell;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const rows = this.#layers.rows().filter(({ entry }) => entry && entry.kind !== 'base-town');
    const layers = rows.flatMap(({ entry, visible }) => (entry && visible ? [entry] : []));
    const asked = { at, asked: layers.length, hidden: rows.length - layers.length };
    const before: IdentifyView = { ...asked, busy: true, rows: [], failed: [], uncovered: [] };
    this.#change({ identify: before });
    this.onMoved();
    const base = workspace.catalogUrl;
    let outcome: ReviewOutcome;
    try {
      outcome = await this.#client.ask({ type: 'identify', base, layers, at }, asking.signal);
    } catch (cause) {
      if (asking.signal.aborted) return;
      throw cause;
    }
    if (asking.signal.aborted) return;
    const identify = identifiedView(before, layers, outcome);
    this.#change({ identify });
    if (outcome.type === 'identified') {
      this.#verify(
        outcome.identified.layers.flatMap(({ layer, integrity }) =>
          integrity ? [[layer, integrity] as const] : [],
        ),
      );
    }
    // one feature stands in its popover; more of them, or a gap, need the list
    const phone = look.layout.name === 'phone';
    if (look.mode === 'review' && (phone || !singleRow(identify))) this.#openTab('identify');
    this.#shell.change({ live: this.#sentence(identify) });
    await this.#shell.drawn();
    this.onMoved();
  }

  #sentence({ rows, failed, uncovered }: IdentifyView): string {
    const { lang } = this.#shell;
    const list = rows
      .map((row) => `${KINDS[row.entry.kind].short[lang]} ${featureName(row, lang)}`)
      .join(lang === 'zh' ? '；' : '; ');
    const parts = [
      rows.length > 0 ? say('identify.live', lang, { list }) : say('identify.live.none', lang),
      ...(failed.length > 0 ? [say('identify.live.failed', lang, { n: failed.length })] : []),
      ...(uncovered.length > 0
        ? [say('identify.live.uncovered', lang, { n: uncovered.length })]
        : []),
    ];
    return parts.join(lang === 'zh' ? '。' : '. ');
  }

  // ---- outlines ------------------------------------------------------------------------------

  /** The outline of an identified feature becomes a project, and is checked. */
  async #checkOutline(layer: string, index: number): Promise<void> {
    const row = this.#view.identify?.rows.find(
      ({ feature }) => feature.layer === layer && feature.index === index,
    );
    if (!row) return;
    const outline = await this.#outline(row.entry, { index, bbox: row.feature.bbox });
    if (outline) this.#host.check(outlineFile(row, outline.polygons, this.#shell.lang));
  }

  /** Flies to an administrative area and marks its border, or takes the mark away. */
  async #showCounty({ code, name }: ComponentEvents['sanxian-county']): Promise<void> {
    if (code === null) {
      this.#picking?.abort();
      this.#shell.desk.map?.showFound(null);
      return;
    }
    const { catalog } = this.#shell.workspace.state;
    const areas = currentOf(catalog?.layers ?? [], 'administrative-area');
    for (const [i, entry] of areas.entries()) {
      const isLast = i === areas.length - 1;
      const outline = await this.#outline(entry, { featureId: code }, !isLast);
      if (!outline) continue;
      this.#layers.showFound(outline.bbox, outline.polygons);
      this.#shell.change({ live: say('stat.county.live', this.#shell.lang, { name }) });
      return;
    }
  }

  /** null: it was not there, and unless that is to be passed over it was said why; or another was asked for. */
  async #outline(layer: CatalogLayer, wanted: OutlineOf, isQuiet = false): Promise<Outline | null> {
    this.#picking?.abort();
    const picking = new AbortController();
    this.#picking = picking;
    const base = this.#shell.workspace.catalogUrl;
    try {
      const job = { type: 'outline', base, layer, wanted } as const;
      const outcome = await this.#client.ask(job, picking.signal);
      if (outcome.type === 'outline') return outcome.outline;
      if (outcome.type === 'failed' && !isQuiet) this.#shell.change({ message: outcome.why });
      return null;
    } catch (cause) {
      if (picking.signal.aborted || isAbort(cause)) return null;
      throw cause;
    }
  }

  // ---- printing ------------------------------------------------------------------------------

  #openPrint(open: boolean): void {
    if (!open) this.#printing?.abort();
    this.#change({ print: { ...NO_PRINT, open } });
  }

  async #print(choice: SheetChoice): Promise<void> {
    const { workspace, desk, lang } = this.#shell;
    const { catalog, projects, index } = workspace.state;
    const view = desk.map?.view();
    const layers = this.shownLayers();
    const bbox = view?.bbox ?? layers[0]?.extent;
    if (!catalog || !bbox) return;
    this.#printing?.abort();
    const printing = new AbortController();
    this.#printing = printing;
    this.#change({ print: { ...NO_PRINT, open: true, busy: true } });
    const project = projects[index];
    const site: MultiPolygon = (project?.parcels ?? []).flatMap(({ polygons }) =>
      toNested(polygons),
    );
    const sheet = {
      ...choice,
      view: bbox,
      epsg: project?.crs.epsg ?? 4490,
      layers,
      site,
      lang,
      synthetic: catalog.synthetic,
      createdAt: new Date().toISOString(),
    };
    const job = { type: 'sheet', base: workspace.catalogUrl, sheet } as const;
    try {
      const outcome = await this.#client.ask(job, printing.signal);
      if (outcome.type === 'sheet') {
        const { fileName, scale, missing } = outcome.sheet;
        saveFile(outcome.sheet);
        const said = say('print.done', lang, { file: fileName, scale });
        const failure = missing.length > 0 ? say('print.missing', lang, { n: missing.length }) : '';
        this.#change({ print: { open: true, busy: false, said, failure } });
      } else if (outcome.type === 'failed') {
        const failure = say('print.failed', lang, { why: outcome.why[lang] });
        this.#change({ print: { ...NO_PRINT, open: true, failure } });
      }
    } catch (cause) {
      if (!printing.signal.aborted) throw cause;
    }
  }

  /** Control layers that are switched on. */
  shownLayers(): CatalogLayer[] {
    return this.#layers
      .rows()
      .flatMap(({ entry, visible }) =>
        entry && visible && KINDS[entry.kind].role === 'control' ? [entry] : [],
      );
  }

  // ---- state ---------------------------------------------------------------------------------

  get #view(): ReviewView {
    return this.#shell.look.review;
  }

  #change(change: Partial<ReviewView>): void {
    this.#shell.change({ review: { ...this.#view, ...change } });
  }

  #openTab(tab: ReviewTab): void {
    if (tab === this.#view.tab) return;
    this.#change({ tab });
    rememberPreferences({ reviewTab: tab });
  }

  /** Once a whole file was compared, less says no more. */
  #verify(told: readonly (readonly [string, Integrity])[]): void {
    const verified = new Map(this.#view.verified);
    for (const [id, integrity] of told) {
      if (verified.get(id) !== 'full') verified.set(id, integrity);
    }
    this.#change({ verified });
  }
}

function identifiedView(
  before: IdentifyView,
  layers: readonly CatalogLayer[],
  outcome: ReviewOutcome,
): IdentifyView {
  if (outcome.type !== 'identified') {
    const why = outcome.type === 'failed' ? outcome.why : wordsFor('internal', {});
    return { ...before, busy: false, failed: layers.map((entry) => ({ entry, why })) };
  }
  const byId = new Map(layers.map((entry) => [entry.id, entry]));
  const { features, layers: told } = outcome.identified;
  return {
    ...before,
    busy: false,
    rows: features.map((feature) => ({ entry: byId.get(feature.layer)!, feature })),
    failed: told.flatMap(({ layer, reason }) =>
      reason ? [{ entry: byId.get(layer)!, why: wordsFor(reason.code, reason.params) }] : [],
    ),
    uncovered: told.flatMap(({ layer, reason, covered }) =>
      !reason && covered === false ? [byId.get(layer)!] : [],
    ),
  };
}
