import { type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { StepName, Theme, ThemeChoice } from '../components/choices.ts';
import type { ComponentEvents } from '../components/events.ts';
import { figure } from '../components/figures.ts';
import type { ReportFormat } from '../components/report-panel.ts';
import { element, SanxianElement } from '../components/sanxian-element.ts';
import { sharedStyles } from '../components/shared-styles.ts';
import tokens from '../components/tokens.css?inline';
import type { Claim } from '../domain/claim.ts';
import { numberedPieces } from '../domain/pieces.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import { UserError } from '../domain/user-error.ts';
import type { BBox } from '../geometry/shapes.ts';
import type { Language } from '../text/text.ts';
import { say, type UiWord } from '../text/words/ui.ts';
import { appStyles } from './app-styles.ts';
import { CheckClient, type CheckJobs, type CheckWorkerLike } from './check-client.ts';
import type { ExportedFile } from './check-protocol.ts';
import { watchDrops } from './file-drop.ts';
import { type Frame, frame } from './frame.ts';
import { isLayerPanelOver } from './frame-panels.ts';
import { onWorkspaceKey } from './keyboard.ts';
import { type LayerView, layerRows, viewOf } from './layer-rows.ts';
import { layoutFor } from './layout.ts';
import { liveSentence } from './live-sentence.ts';
import { type Look, rememberLook, startLook } from './look.ts';
import { MapDesk } from './map-desk.ts';
import type { MakeMap, MapHit } from './map-port.ts';
import type { Act } from './next-step.ts';
import { readPreferences, rememberPreferences } from './preferences.ts';
import { copyText, saveFile } from './save-file.ts';
import { isAbort, textOf, Workspace, type WorkspaceState } from './workspace.ts';

declare global {
  interface HTMLElementTagNameMap {
    'sanxian-app': SanxianApp;
  }
  interface HTMLElementEventMap {
    'sanxian-check-complete': CustomEvent<CheckReport>;
    'sanxian-project-change': CustomEvent<Project | null>;
    'sanxian-error': CustomEvent<Error>;
  }
}

/** Tokens name the theme of a host `theme`; there it is the choice, here what it comes to. */
const TOKENS = unsafeCSS(tokens.replaceAll(':host([theme=', ':host([data-theme='));

/** Changes after which the map has another size. */
const RESIZING = [
  'mode',
  'leftWidth',
  'rightWidth',
  'leftOpen',
  'drawerOpen',
  'detent',
  'welcoming',
] as const;

const languageAttribute = {
  fromAttribute: (value: string | null): Language => (value?.startsWith('en') ? 'en' : 'zh'),
  toAttribute: (value: Language): string => value,
};

/**
 * The whole workspace.
 *
 * @fires sanxian-check-complete - detail: CheckReport
 * @fires sanxian-project-change - detail: Project or null
 * @fires sanxian-error - detail: the Error, a UserError where the user can do something
 */
@element('sanxian-app')
export class SanxianApp extends SanxianElement {
  static override styles = [TOKENS, sharedStyles, appStyles];

  /** Address of `catalog.json`, against the page. */
  @property() catalog = '';
  /** Address of a sample project, opened and checked on the first visit. */
  @property() sample = '';
  @property({ reflect: true, converter: languageAttribute }) override lang: Language =
    readPreferences().language ?? 'zh';
  @property() theme: ThemeChoice = readPreferences().theme ?? 'system';
  /** Nothing can be opened from the page; for embedding. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  @property({ attribute: false }) makeMap: MakeMap | null = null;
  @property({ attribute: false }) jobs: CheckJobs | null = null;

  readonly ready: Promise<void>;
  #makeReady: () => void = () => {};

  @state() private work: WorkspaceState;
  @state() private look: Look = startLook();

  readonly #workspace: Workspace;
  readonly #desk = new MapDesk();
  #undo: (() => void)[] = [];
  /** Counts maps asked for. */
  #seats = 0;

  constructor() {
    super();
    this.ready = new Promise((resolve) => {
      this.#makeReady = resolve;
    });
    this.#workspace = new Workspace(
      () => this.#theJobs(),
      (work) => {
        this.work = work;
      },
    );
    this.work = this.#workspace.state;
    this.#listen();
  }

  // ---- contract ------------------------------------------------------------------------------

  get project(): Project | null {
    return this.#workspace.project;
  }

  set project(project: Project | null) {
    this.#workspace.setProject(project);
    this.#tell('sanxian-project-change', project);
  }

  get claim(): Claim {
    return this.work.claim;
  }

  set claim(claim: Claim) {
    this.#workspace.setClaim(claim);
  }

  get report(): CheckReport | null {
    return this.work.report;
  }

  /** Reads a boundary file. Rejects with a UserError; what was open before stays. */
  async open(file: File): Promise<Project> {
    return this.#open(file.name, new Uint8Array(await file.arrayBuffer()));
  }

  /** Checks the open project with the present answers. */
  async check(): Promise<CheckReport> {
    try {
      const report = await this.#workspace.check();
      this.#change({ live: liveSentence(report, this.lang) });
      this.#tell('sanxian-check-complete', report);
      return report;
    } catch (cause) {
      if (!isAbort(cause)) this.#tell('sanxian-error', cause as Error);
      throw cause;
    }
  }

  async exportReport(format: string): Promise<ExportedFile> {
    const { report } = this.work;
    if (!report) throw new UserError('no-report');
    return this.#theJobs().export(report, format, this.look.reportLanguage ?? this.lang);
  }

  fitTo(bbox: BBox): void {
    this.#desk.map?.fitTo(bbox);
  }

  // ---- life ----------------------------------------------------------------------------------

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved within the page: the map was let go when the element left.
    if (this.hasUpdated) void this.#seatMap();
    const sizes = new ResizeObserver(() => {
      const layout = layoutFor(this.clientWidth, this.clientHeight);
      const { name, short } = this.look.layout;
      if (layout.name !== name || layout.short !== short) this.#change({ layout });
      this.#desk.map?.resize();
    });
    sizes.observe(this);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const onScheme = () => this.#applyTheme();
    dark.addEventListener('change', onScheme);
    const onKey = (event: KeyboardEvent) =>
      onWorkspaceKey(event, this.renderRoot as ShadowRoot, {
        open: () => this.#pickFile(),
        mode: (mode) => this.#change({ mode }),
        escape: () => this.#escape(),
      });
    window.addEventListener('keydown', onKey);
    this.#undo = [
      () => sizes.disconnect(),
      () => dark.removeEventListener('change', onScheme),
      () => window.removeEventListener('keydown', onKey),
      watchDrops(window, {
        onOver: (count) => {
          this.#change({ dragged: this.readonly ? null : count });
        },
        onFiles: (files) => {
          if (!this.readonly) void this.#import(files);
        },
      }),
    ];
    this.#change({ layout: layoutFor(this.clientWidth || 1366, this.clientHeight || 768) });
    this.#applyTheme();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const undo of this.#undo) undo();
    this.#undo = [];
    this.#desk.leave();
  }

  protected override firstUpdated(): void {
    void this.#begin();
  }

  async #begin(): Promise<void> {
    await this.#loadCatalog();
    this.#makeReady();
    await this.#seatMap();
    if (this.sample && !this.readonly && !readPreferences().welcomed) {
      await this.#openSample(() => !this.project && !this.work.opening);
      const shown = this.project?.source.file === this.#sampleName() && this.work.report !== null;
      this.#change({ welcoming: shown });
    }
  }

  /** The catalog that is named now. Its map is still to be seated. */
  async #loadCatalog(): Promise<void> {
    this.#desk.leave();
    this.#change({ tileFaults: new Map(), mapFailure: '', hits: null });
    if (this.catalog) await this.#workspace.loadCatalog(this.#address(this.catalog));
  }

  protected override updated(changed: PropertyValues): void {
    // The first one is loaded by `#begin`.
    if (changed.get('catalog') === undefined || !this.isConnected) return;
    void this.#loadCatalog().then(() => this.#seatMap());
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('theme')) this.#applyTheme();
    if (changed.has('work')) this.#showOnMap();
  }

  #address(path: string): string {
    return new URL(path, document.baseURI).href;
  }

  #theJobs(): CheckJobs {
    this.jobs ??= new CheckClient(
      () =>
        new Worker(new URL('./check-worker.ts', import.meta.url), {
          type: 'module',
        }) as unknown as CheckWorkerLike,
      () => this.#toast('toast.restarted'),
      () => this.#toast('toast.reopened'),
    );
    return this.jobs;
  }

  // ---- doing ---------------------------------------------------------------------------------

  async #open(name: string, bytes: Uint8Array, crs?: number): Promise<Project> {
    try {
      const project = await this.#workspace.open(name, bytes, crs);
      this.#change({ selected: null });
      this.#tell('sanxian-project-change', project);
      return project;
    } catch (cause) {
      if (!this.work.question && !isAbort(cause)) this.#tell('sanxian-error', cause as Error);
      throw cause;
    }
  }

  /** What a person does with a file: it is read, and checked at once. */
  async #import(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    this.#change({ mode: 'check' });
    this.#showStep('project');
    const opened = await this.#openAndCheck(file.name, new Uint8Array(await file.arrayBuffer()));
    if (opened && files.length > 1) {
      const n = files.length - 1;
      this.#change({ message: say('drop.first', this.lang, { file: file.name, n }) });
    }
  }

  /** True once the file is read; false where the panel says why not, or asks for its system. */
  async #openAndCheck(name: string, bytes: Uint8Array, crs?: number): Promise<boolean> {
    try {
      await this.#open(name, bytes, crs);
    } catch {
      this.#showStep('project');
      return false;
    }
    this.#change({ welcoming: false });
    if (name !== this.#sampleName()) rememberPreferences({ welcomed: true });
    await this.#checkNow();
    return true;
  }

  async #checkNow(): Promise<void> {
    try {
      const first = this.work.report === null;
      await this.check();
      if (!first) return;
      this.#showStep('findings');
      // The drawer has opened by now and taken its share of the map.
      await this.updateComplete;
      this.#desk.map?.resize();
      this.#desk.flyTo(this.work, () => false);
    } catch {
      // Told by the panel and by the event.
    }
  }

  #sampleName(): string {
    return decodeURIComponent(this.sample.split('/').at(-1) ?? '');
  }

  /** The sample never takes the place of a file that a person opened while it was loading. */
  async #openSample(stillWanted: () => boolean = () => true): Promise<void> {
    try {
      if (!stillWanted()) return;
      const response = await fetch(this.#address(this.sample));
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (stillWanted()) await this.#openAndCheck(this.#sampleName(), bytes);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      this.#workspace.fail('open', {
        zh: say('err.sample', 'zh', { why }),
        en: say('err.sample', 'en', { why }),
      });
    }
  }

  async #save(): Promise<void> {
    this.#change({ saving: true });
    try {
      for (const format of this.look.formats) {
        const file = await this.exportReport(format);
        saveFile(file);
        this.#change({ message: say('report.saved', this.lang, { file: file.fileName }) });
      }
    } catch (cause) {
      this.#workspace.fail('check', textOf(cause));
      this.#tell('sanxian-error', cause as Error);
    } finally {
      this.#change({ saving: false });
    }
  }

  /** What the buttons of the panel's footer do. */
  readonly #acts: Readonly<Record<Act, () => void>> = {
    open: () => this.#pickFile(),
    sample: () => void this.#openSample(),
    check: () => void this.#checkNow(),
    cancel: () => {
      this.#workspace.cancel();
      this.#toast('toast.canceled');
    },
    findings: () => this.#showStep('findings'),
    report: () => this.#showStep('report'),
    save: () => void this.#save(),
    crs: () => {
      const { question } = this.work;
      if (question?.chosen) void this.#openAndCheck(question.name, question.bytes, question.chosen);
    },
    'crs-cancel': () => this.#workspace.dropQuestion(),
  };

  #pickFile(): void {
    if (this.readonly) return;
    this.renderRoot.querySelector<HTMLInputElement>('#file')?.click();
  }

  #showStep(step: StepName): void {
    const detent = this.look.detent === 'peek' ? 'half' : this.look.detent;
    this.#change({ step, sheetTab: step, detent });
  }

  #toast(word: UiWord): void {
    this.#change({ message: say(word, this.lang) });
  }

  #tell<K extends 'sanxian-check-complete' | 'sanxian-project-change' | 'sanxian-error'>(
    name: K,
    detail: HTMLElementEventMap[K]['detail'],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #applyTheme(): void {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    const theme: Theme = this.theme === 'system' ? (dark ? 'dark' : 'light') : this.theme;
    if (this.dataset.theme === theme) return;
    this.dataset.theme = theme;
    this.#desk.map?.themeChanged();
  }

  // ---- map -----------------------------------------------------------------------------------

  async #seatMap(): Promise<void> {
    const container = this.renderRoot.querySelector<HTMLElement>('.map');
    const { catalog } = this.work;
    const seat = ++this.#seats;
    if (!container || !catalog || !this.makeMap) return;
    try {
      const map = await this.makeMap({
        container,
        catalog,
        catalogUrl: this.#workspace.catalogUrl,
        language: this.lang,
        events: {
          onCursor: (at) => this.#note({ cursor: at ? lonLatText(at) : '' }),
          onScale: (denominator) => this.#note({ scale: `1:${figure(denominator, 0)}` }),
          onClick: (piece, hits) => this.#onMapClick(piece, hits),
          onLayerFailed: (layer, why) => {
            const before = this.look.tileFaults.get(layer) ?? [];
            const tileFaults = new Map(this.look.tileFaults).set(layer, [...before, why]);
            this.#change({ tileFaults, message: why[this.lang] });
          },
          onLost: (lost) => {
            this.#change({ mapFailure: lost ? say('err.webgl', this.lang) : '' });
          },
        },
      });
      // Another catalog was named, or the element taken away, while this map was made.
      if (seat !== this.#seats || !this.isConnected) return map.destroy();
      this.#desk.seat(map, this.look.views);
      this.#showOnMap();
    } catch (cause) {
      this.#change({ mapFailure: say('err.webgl', this.lang) });
      console.warn(cause);
    }
  }

  /** Straight to the status bar: these change with every move of the pointer. */
  #note(change: { cursor?: string; scale?: string }): void {
    const bar = this.renderRoot.querySelector('sanxian-status-bar');
    if (bar) Object.assign(bar, change);
  }

  #showOnMap(): void {
    this.#desk.show(this.work, this.look.views, (project) =>
      say('map.label', this.lang, { what: project?.name ?? say('map.label.none', this.lang) }),
    );
  }

  #onMapClick(piece: string | null, hits: readonly MapHit[]): void {
    if (this.look.mode === 'check') {
      const found =
        this.work.report && numberedPieces(this.work.report).find(({ id }) => id === piece);
      this.#select(found?.number ?? null);
      return;
    }
    const layers = this.work.catalog?.layers ?? [];
    const rows = hits.flatMap(({ layer, properties }) => {
      const entry = layers.find(({ id }) => id === layer);
      if (!entry) return [];
      const pairs = Object.entries(properties).map(
        ([name, value]) => [name, String(value)] as const,
      );
      return [{ kind: entry.kind, layer: entry.title[this.lang], properties: pairs }];
    });
    this.#change({ hits: rows });
  }

  #select(number: number | null): void {
    this.#change({ selected: number });
    this.#desk.select(this.work.report, number);
  }

  // ---- events of the parts -------------------------------------------------------------------

  #listen(): void {
    const on = <K extends keyof ComponentEvents>(
      name: K,
      handle: (detail: ComponentEvents[K]) => void,
    ) =>
      this.addEventListener(name as string, (event) =>
        handle((event as CustomEvent<ComponentEvents[K]>).detail),
      );

    on('sanxian-mode', ({ mode }) => this.#change({ mode }));
    on('sanxian-step', ({ step }) => this.#showStep(step));
    on('sanxian-language', ({ language }) => {
      this.lang = language;
      rememberPreferences({ language });
    });
    on('sanxian-theme', ({ theme }) => {
      this.theme = theme;
      rememberPreferences({ theme });
    });
    on('sanxian-answer', ({ field, value }) => {
      this.#workspace.answer(field, value);
      if (this.work.report || this.work.checking) void this.#checkNow();
    });
    on('sanxian-layer-change', ({ id, visible, opacity }) => {
      const before = viewOf(this.look.views, id);
      this.#setView(id, { visible: visible ?? before.visible, opacity: opacity ?? before.opacity });
    });
    on('sanxian-layer-only', ({ id }) => {
      for (const row of this.#rows()) {
        if (row.entry && row.group !== 'base') {
          this.#setView(row.id, { visible: row.id === id, opacity: row.opacity });
        }
      }
    });
    on('sanxian-layer-zoom', ({ id }) => this.#zoomToLayer(id));
    on('sanxian-layer-retry', ({ id }) => {
      const tileFaults = new Map(this.look.tileFaults);
      tileFaults.delete(id);
      this.#change({ tileFaults });
      this.#desk.map?.retryLayer(id);
    });
    on('sanxian-layers-close', () => this.#closeLayers());
    on('sanxian-line-hover', ({ kind }) => this.#desk.light(this.work.report, kind));
    on('sanxian-line-fly', ({ kind }) =>
      this.#desk.flyTo(this.work, (_number, one) => one === kind),
    );
    on('sanxian-piece-select', ({ number }) => this.#select(number));
    on('sanxian-piece-fly', ({ number }) => {
      this.#select(number);
      this.#desk.flyTo(this.work, (one) => one === number);
    });
    on('sanxian-drawer', ({ open }) => this.#change({ drawerOpen: open }));
    on('sanxian-open-request', () => this.#pickFile());
    on('sanxian-crs-show', ({ epsg }) => {
      this.#workspace.chooseCrs(epsg);
      const candidate = this.work.question?.candidates.find((one) => one.epsg === epsg);
      if (candidate) this.#desk.map?.fitTo(candidate.bbox);
    });
    on('sanxian-locate', ({ at }) =>
      this.#desk.map?.fitTo([at[0] - 1e-4, at[1] - 1e-4, at[0] + 1e-4, at[1] + 1e-4]),
    );
    on('sanxian-project-pick', ({ index }) => {
      this.#workspace.pick(index);
      this.#tell('sanxian-project-change', this.project);
      void this.#checkNow();
    });
    on('sanxian-report-options', ({ formats, reportLanguage }) => {
      if (formats) this.#change({ formats: formats as readonly ReportFormat[] });
      if (reportLanguage) this.#change({ reportLanguage });
    });
    on('sanxian-copy', ({ text }) => {
      void copyText(text).then((copied) =>
        this.#toast(copied ? 'toast.copied' : 'toast.copy-failed'),
      );
    });
    on('sanxian-first-close', () => {
      this.#change({ welcoming: false });
      rememberPreferences({ welcomed: true });
    });
    on('sanxian-dismiss', () => this.#change({ message: '' }));
  }

  #setView(id: string, view: LayerView): void {
    this.#change({ views: new Map(this.look.views).set(id, view) });
    if (id === 'coverage') this.#desk.showCoverage(this.work, this.look.views);
    else this.#desk.map?.setLayer(id, view.visible, view.opacity);
  }

  #zoomToLayer(id: string): void {
    const entry = this.work.catalog?.layers.find((layer) => layer.id === id);
    const bbox = entry?.extent ?? this.work.report?.project.bbox;
    if (bbox) this.#desk.map?.fitTo(bbox);
  }

  #closeLayers(): void {
    const { layout, step } = this.look;
    if (layout.name === 'phone') this.#change({ sheetTab: step });
    else this.#change(isLayerPanelOver(layout.name) ? { overOpen: false } : { leftOpen: false });
  }

  #escape(): void {
    const { welcoming, overOpen, layout } = this.look;
    if (welcoming) this.#change({ dragged: null, welcoming: false });
    else if (overOpen && isLayerPanelOver(layout.name)) this.#change({ overOpen: false });
    else this.#change({ dragged: null });
  }

  // ---- looks ---------------------------------------------------------------------------------

  #change(change: Partial<Look>): void {
    this.look = { ...this.look, ...change };
    rememberLook(change);
    if (RESIZING.some((name) => name in change)) {
      void this.updateComplete.then(() => this.#desk.map?.resize());
    }
  }

  #rows(): ReturnType<typeof layerRows> {
    return layerRows(
      this.work.catalog,
      this.work.report,
      this.look.views,
      this.lang,
      this.look.tileFaults,
    );
  }

  override render(): TemplateResult {
    const view: Frame = {
      work: this.work,
      look: this.look,
      lang: this.lang,
      theme: this.theme,
      hasSample: this.sample !== '',
      rows: this.#rows(),
      change: (change) => this.#change(change),
      act: (act) => this.#acts[act](),
      files: (files) => void this.#import(files),
      zoomBy: (steps) => this.#desk.map?.zoomBy(steps),
      fitSite: () => this.#desk.flyTo(this.work, () => false),
    };
    return frame(view);
  }
}

function lonLatText([lon, lat]: readonly [number, number]): string {
  return `${lon.toFixed(6)}°E ${lat.toFixed(6)}°N`;
}
