import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ThemeChoice } from '../components/choices.ts';
import { element, SanxianElement } from '../components/sanxian-element.ts';
import { sharedStyles } from '../components/shared-styles.ts';
import type { Claim } from '../domain/claim.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import type { BBox } from '../geometry/shapes.ts';
import type { Language } from '../text/text.ts';
import { appStyles } from './app-styles.ts';
import { BaseDesk } from './base-desk.ts';
import { BatchDoor } from './batch/batch-door.ts';
import { CheckClient, type CheckJobs } from './check-client.ts';
import type { ExportedFile } from './check-protocol.ts';
import { CompareDoor } from './compare/compare-door.ts';
import { Door } from './door.ts';
import { DrawDoor } from './drawing/draw-door.ts';
import type { LiveWorkerLike } from './drawing/live-client.ts';
import type { SanxianAppElement } from './element-types.ts';
import { Reach } from './embed/reach.ts';
import { watchDrops } from './file-drop.ts';
import type { FindWorkerLike } from './find-client.ts';
import { frame } from './frame.ts';
import { HelpDesk } from './help/help-desk.ts';
import { HOST_TOKENS, languageAttribute, themeNow, watchScheme } from './host-look.ts';
import { ImportDesk } from './import-desk.ts';
import { KeyDesk } from './keys/key-desk.ts';
import { TipDesk } from './keys/tip-desk.ts';
import { wake } from './later/wake.ts';
import { LayerDesk } from './layer-desk.ts';
import { layoutFor } from './layout.ts';
import { loadMap } from './load-map.ts';
import { type Look, rememberLook, startLook } from './look.ts';
import { MainJob } from './main-job.ts';
import { MapDesk } from './map-desk.ts';
import type { MakeMap } from './map-port.ts';
import { MapSeating } from './map-seating.ts';
import { OfflineDesk } from './offline/offline-desk.ts';
import type { SaveWorkerLike } from './offline/save-client.ts';
import { listenToParts } from './part-events.ts';
import { readPreferences } from './preferences.ts';
import type { FileLike } from './read-files.ts';
import { isPaged } from './report/is-paged.ts';
import { openTemplates } from './report/open-templates.ts';
import type { PageDesk } from './report/page-desk.ts';
import type { ReviewWorkerLike } from './review/review-client.ts';
import { ReviewDoor } from './review/review-door.ts';
import type { AppEvents, Shell } from './shell.ts';
import { textOf, worded } from './spoken-error.ts';
import { startChecker, startFinder, startLive, startReview, startSaver } from './start-workers.ts';
import type { KeepDesk } from './storage/keep-desk.ts';
import { flushOnLeave, startKeeping } from './storage/start-keeping.ts';
import { toolAreaStyles } from './tools/tool-area-styles.ts';
import { ToolDesk } from './tools/tool-desk.ts';
import { Workspace, type WorkspaceState } from './workspace.ts';

declare global {
  interface HTMLElementTagNameMap {
    'sanxian-app': SanxianApp;
  }
}

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

/**
 * The whole workspace.
 *
 * @fires sanxian-check-complete - detail: CheckReport
 * @fires sanxian-project-change - detail: Project or null
 * @fires sanxian-error - detail: the Error, a UserError where the user can do something
 */
@element('sanxian-app')
export class SanxianApp extends SanxianElement implements SanxianAppElement {
  static override styles = [HOST_TOKENS, sharedStyles, appStyles, toolAreaStyles];

  /** Address of `catalog.json`, against the page. */
  @property() catalog = '';
  /** Address of the list of base maps (`sanxian/basemap@1`), against the page. */
  @property() basemap = '';
  /** Address of a house template of reports (`sanxian/report-template@1`), against the page. */
  @property({ attribute: 'report-template' }) reportTemplate = '';
  /** Address of a sample project, opened and checked on the first visit. */
  @property() sample = '';
  @property({ reflect: true, converter: languageAttribute }) override lang: Language =
    readPreferences().language ?? 'zh';
  @property() theme: ThemeChoice = readPreferences().theme ?? 'system';
  /** Nothing can be opened from the page; for embedding. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** Projects are kept on this machine and restored; a page of its own says so, an embedding one may. */
  @property({ type: Boolean }) keep = false;
  /** The address of the page carries the view; for a page of its own. */
  @property({ type: Boolean }) permalink = false;
  /** No other part of the page takes keys, pastes or files: all of them are for the workspace. */
  @property({ type: Boolean, attribute: 'whole-page' }) wholePage = false;
  /** Folder that the built app is served from; '': workers and wasm lie beside the module. */
  @property({ attribute: 'base-url' }) baseUrl = '';
  /** Origins, parted by spaces, whose pages may speak to this one while it stands in their frame. */
  @property({ attribute: 'allow-origins' }) allowOrigins = '';
  /** null: no map. */
  @property({ attribute: false }) makeMap: MakeMap | null = loadMap;
  @property({ attribute: false }) jobs: CheckJobs | null = null;
  /** Starts the worker that looks up codes and names. */
  @property({ attribute: false }) startFinder: () => FindWorkerLike = () => startFinder(this.#base);
  /** Starts the worker that keeps layers on this machine. */
  @property({ attribute: false }) startSaver: () => SaveWorkerLike = () => startSaver(this.#base);
  /** Starts the worker that measures what is drawn. */
  @property({ attribute: false }) startLive: () => LiveWorkerLike = () => startLive(this.#base);

  /** Starts a worker that asks layer files, sums them by county and draws them to scale. */
  @property({ attribute: false }) startReview: () => ReviewWorkerLike = () =>
    startReview(this.#base);
  readonly ready: Promise<void>;
  #makeReady: () => void = () => {};

  @state() private work: WorkspaceState;
  @state() private look: Look = startLook();

  readonly #workspace: Workspace;
  readonly #desk = new MapDesk();
  readonly #shell: Shell;
  readonly #job: MainJob;
  readonly #layers: LayerDesk;
  readonly #bases: BaseDesk;
  readonly #seating: MapSeating;
  readonly #imports: ImportDesk;
  #keeping: KeepDesk | null = null;
  #templatesOpen = false;
  readonly #draw: DrawDoor;
  readonly #batch: BatchDoor;
  readonly #compare: CompareDoor;
  readonly #keys: KeyDesk;
  readonly #help: HelpDesk;
  readonly #tools: ToolDesk;
  /** For the page, which knows of the service worker. */
  readonly offline: OfflineDesk;
  readonly #review: ReviewDoor;
  readonly #reach = new Reach(this, () => this.wholePage);
  readonly #pages: Door<PageDesk>;
  #undo: (() => void)[] = [];
  #client: CheckClient | null = null;

  constructor() {
    super();
    this.ready = new Promise((resolve) => {
      this.#makeReady = resolve;
    });
    this.#workspace = new Workspace(
      () => this.#theJobs(),
      (work) => {
        this.work = work;
        this.#keeping?.noted();
        this.#draw?.onWork();
      },
    );
    this.work = this.#workspace.state;
    this.#shell = this.#makeShell();
    this.#job = new MainJob(this.#shell, {
      sample: () => this.sample,
      address: (path) => this.#address(path),
      jobs: () => this.#theJobs(),
      pickFile: () => this.#pickFile(),
      printPage: () => this.#pages.with((desk) => void desk.print()),
    });
    this.#pages = new Door(this.#shell, async () => {
      const { PageDesk } = await import('./report/page-desk.ts');
      return new PageDesk(this.#shell, this.#job);
    });
    this.#layers = new LayerDesk(this.#shell, () => this.startFinder());
    this.#bases = new BaseDesk(this.#shell);
    this.#bases.listenTo(this);
    this.offline = new OfflineDesk(this.#shell, {
      startSaver: () => this.startSaver(),
      settle: () => this.#settle(),
    });
    this.offline.listenTo(this);
    this.#imports = new ImportDesk(this.#shell, this.#job);
    this.#imports.listenTo(this);
    this.#draw = new DrawDoor(this.#shell, {
      startLive: () => this.startLive(),
      show: (view) => {
        for (const tag of ['sanxian-draw-bar', 'sanxian-draw-panel'] as const) {
          const part = this.renderRoot.querySelector(tag);
          if (part) part.board = view;
        }
      },
      focusList: () => this.renderRoot.querySelector('sanxian-draw-panel')?.focusList(),
      drawn: (project) => {
        this.#tell('sanxian-project-change', project);
        void this.#job.checkNow();
      },
    });
    this.addEventListener('sanxian-draw', ({ detail }) => {
      if (!this.readonly) this.#draw.onAct(detail);
    });
    const startJobs = () => new CheckClient(() => startChecker(this.#base));
    this.#batch = new BatchDoor(this, this.#shell, this.#job, startJobs);
    this.#compare = new CompareDoor(this, this.#shell, {
      job: this.#job,
      pick: async () => {
        await import('../components/compare-dialog.ts');
        this.renderRoot.querySelector('sanxian-compare-dialog')?.pick();
      },
      isReadonly: () => this.readonly,
    });
    this.#compare.listen();
    this.#review = new ReviewDoor(this, this.#shell, this.#layers, {
      startReview: () => this.startReview(),
      placePopover: (place) => {
        const popover = this.renderRoot?.querySelector('sanxian-identify-popover');
        if (popover) popover.place = place;
      },
      check: (file) => {
        if (!this.readonly) void this.#job.importFiles([file]);
      },
      mapSize: () => {
        const map = this.renderRoot.querySelector('.map-area');
        return map && { width: map.clientWidth, height: map.clientHeight };
      },
    });
    this.#keys = new KeyDesk(this.#shell, this.#job, {
      element: this,
      root: () => this.renderRoot as ShadowRoot,
      pickFile: () => this.#pickFile(),
    });
    this.#help = new HelpDesk(this.#shell, this, this.#job);
    this.#help.listenTo(this);
    new TipDesk(this.#shell, () => this.renderRoot as ShadowRoot).listenTo(this);
    this.#tools = new ToolDesk(this.#shell, this.#layers, {
      startFinder: () => this.startFinder(),
      root: () => this.renderRoot,
      isLinked: () => this.permalink,
      hasInput: (event) => this.#reach.hasInput(event),
      chooseBase: (id) => void this.#bases.choose(id),
    });
    this.#tools.listenTo(this);
    this.#seating = new MapSeating(this.#shell, this.#layers, {
      container: () => this.renderRoot.querySelector<HTMLElement>('.map'),
      makeMap: () => this.makeMap,
      isConnected: () => this.isConnected,
      baseUrl: () => this.#base,
      seated: () => {
        void this.#bases.seated();
        this.#draw.onSeated();
        this.#tools.seated();
      },
      viewed: () => {
        this.#draw.onView();
        this.#tools.onView();
      },
      placeWords: (at) => this.#tools.placeWords(at),
      moving: () => this.#review.onMoved(),
      clicked: (at) => this.#review.onClick(at),
      note: (change) => {
        const bar = this.renderRoot.querySelector('sanxian-status-bar');
        if (bar) Object.assign(bar, change);
      },
    });
    listenToParts(this, this.#shell, this.#job, this.#layers, this.#seating, {
      setLanguage: (language) => {
        this.lang = language;
      },
      setTheme: (theme) => {
        this.theme = theme;
      },
      pickFile: () => this.#pickFile(),
      reloadCatalog: () => void this.#loadCatalog().then(() => this.#seating.seat()),
    });
  }

  #makeShell(): Shell {
    const app = this;
    return {
      workspace: this.#workspace,
      desk: this.#desk,
      get look() {
        return app.look;
      },
      get lang() {
        return app.lang;
      },
      change: (change) => this.#change(change),
      tell: (name, detail) => this.#tell(name, detail),
      drawn: () => this.updateComplete,
    };
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
    return this.#job.open(file);
  }

  /** Checks the open project with the present answers. */
  async check(): Promise<CheckReport> {
    return this.#job.check();
  }

  async exportReport(format: string): Promise<ExportedFile> {
    return this.#job.exportReport(format);
  }

  fitTo(bbox: BBox): void {
    this.#desk.map?.fitTo(bbox);
  }

  // ---- life ----------------------------------------------------------------------------------

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved within the page: the map was let go when the element left.
    if (this.hasUpdated) void this.#seating.seat();
    const leaveTools = this.#tools.join();
    const sizes = new ResizeObserver(() => {
      const layout = layoutFor(this.clientWidth, this.clientHeight);
      const { name, short } = this.look.layout;
      if (layout.name !== name || layout.short !== short) this.#change({ layout });
      this.#desk.map?.resize();
    });
    sizes.observe(this);
    const reach = this.#reach;
    const onDrawKey = (event: KeyboardEvent) =>
      !this.readonly && reach.hasInput(event) && this.#draw.onKey(event);
    const onKey = (event: KeyboardEvent) => {
      if (!reach.hasInput(event) || this.#keys.isSilent(event)) return;
      if (!onDrawKey(event)) this.#keys.onKey(event);
    };
    window.addEventListener('keydown', onKey);
    const onPaste = (event: ClipboardEvent) => {
      if (!this.readonly && reach.hasInput(event)) this.#imports.onPaste(event);
    };
    window.addEventListener('paste', onPaste);
    window.addEventListener('keyup', onDrawKey);
    this.#undo = [
      leaveTools,
      reach.watch(window),
      () => sizes.disconnect(),
      watchScheme(() => this.#applyTheme()),
      this.#listenToHost(),
      () => window.removeEventListener('keydown', onKey),
      () => window.removeEventListener('paste', onPaste),
      () => window.removeEventListener('keyup', onDrawKey),
      watchDrops(window, {
        isOurs: (event) => reach.hasDrop(event),
        onOver: (count) => {
          this.#change({ dragged: this.readonly ? null : count });
        },
        onFiles: (files, entries) => this.#take(files, entries),
      }),
    ];
    this.#change({ layout: layoutFor(this.clientWidth || 1366, this.clientHeight || 768) });
    this.#applyTheme();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const undo of this.#undo) undo();
    this.#undo = [];
    this.#layers.leave();
    this.offline.leave();
    this.#draw.leave();
    this.#batch.leave();
    this.#review.leave();
    this.#desk.leave();
    // Moved within the page it is back by then, and what it is about goes on.
    setTimeout(() => {
      if (!this.isConnected) this.#client?.close();
    });
  }

  protected override firstUpdated(): void {
    void this.#begin();
  }

  async #begin(): Promise<void> {
    await this.#loadCatalog();
    this.#makeReady();
    await this.#seating.seat();
    if (this.reportTemplate) this.#openTemplates();
    const based = this.basemap ? this.#bases.begin(this.#address(this.basemap)) : null;
    await this.#openFirst();
    await based;
    this.#tools.links.begin();
  }

  /** What a former visit left, else the sample. */
  async #openFirst(): Promise<void> {
    if (this.keep && !this.readonly && (await this.#startKeeping())) return;
    if (this.sample && !this.readonly && !readPreferences().welcomed) {
      await this.#job.openSample(() => !this.project && !this.work.opening);
      const shown = this.#job.isSample(this.work) && this.work.report !== null;
      this.#change({ welcoming: shown });
    }
  }

  /** True where a former visit's work stands on screen. */
  async #startKeeping(): Promise<boolean> {
    const keeping = startKeeping(this, this.#shell, this.#job);
    this.#undo.push(flushOnLeave(keeping));
    const restored = await keeping.begin();
    this.#keeping = keeping;
    keeping.noted();
    if (!restored) return false;
    this.#tell('sanxian-project-change', this.project);
    await this.#job.checkNow();
    keeping.settled();
    return true;
  }

  /** The catalog that is named now. Its map is still to be seated. */
  async #loadCatalog(): Promise<void> {
    this.#layers.leave();
    this.#review.leave();
    this.#desk.leave();
    this.#change({
      tileFaults: new Map(),
      mapFailure: null,
      noMap: false,
      zoom: null,
      counts: new Map(),
      search: null,
      sheet: null,
    });
    if (this.catalog) await this.#workspace.loadCatalog(this.#address(this.catalog));
    void this.offline.begin();
  }

  /** Writes what is open; false where it would be lost with the page. */
  async #settle(): Promise<boolean> {
    await this.#keeping?.flush();
    const isOwn = this.work.projects.length > 0 && !this.#job.isSample(this.work);
    return !isOwn || this.look.keep.savedAt !== null;
  }

  protected override updated(changed: PropertyValues): void {
    // parts of the board may have come anew with another layout
    this.#draw.onUpdated();
    this.#review.onUpdated();
    wake(this.renderRoot, (cause) => this.#change({ message: textOf(cause) }));
    this.#tools.onUpdated();
    if (this.look.step === 'report' || this.look.mode === 'batch') this.#openTemplates();
    const paged = isPaged(this.look, this.work);
    this.toggleAttribute('data-paged', paged);
    if (paged) this.#pages.with((desk) => desk.onUpdated());
    // The first one is loaded by `#begin`.
    if (changed.get('catalog') === undefined || !this.isConnected) return;
    void this.#loadCatalog().then(() => this.#seating.seat());
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('theme')) this.#applyTheme();
    if (changed.has('lang')) this.#spoken();
    if (changed.has('work')) this.#seating.show();
  }

  /** Another language: the map says its own words anew; what was announced is not announced again. */
  #spoken(): void {
    if (this.look.live !== '') this.#change({ live: '' });
    this.#seating.speak();
  }

  /** House templates are read when reports come into sight. */
  #openTemplates(): void {
    if (this.#templatesOpen) return;
    this.#templatesOpen = true;
    openTemplates(this, this.#shell, this.reportTemplate && this.#address(this.reportTemplate));
  }

  #address(path: string): string {
    return new URL(path, document.baseURI).href;
  }

  get #base(): string {
    return this.baseUrl && this.#address(this.baseUrl);
  }

  /** In a frame of a page that may speak to this one. */
  #listenToHost(): () => void {
    const origins = this.allowOrigins;
    if (window.parent === window || origins.trim() === '') return () => {};
    const listening = import('./embed/listen-to-host.ts').then(({ listenToHost }) =>
      listenToHost(this, origins),
    );
    return () => void listening.then((stop) => stop());
  }

  #theJobs(): CheckJobs {
    if (this.jobs) return this.jobs;
    this.#client ??= new CheckClient(
      () => startChecker(this.#base),
      () => this.#change({ message: worded('toast.restarted') }),
      () => void this.#onReopened(),
    );
    return this.#client;
  }

  /** Layers were replaced on the server while they were open: panel and map follow the check. */
  async #onReopened(): Promise<void> {
    this.#change({ message: worded('toast.reopened') });
    if (!(await this.#workspace.renewCatalog())) return;
    await this.offline.begin();
    await this.#seating.seat();
  }

  #pickFile(): void {
    if (this.readonly) return;
    this.renderRoot.querySelector<HTMLInputElement>('#file')?.click();
  }

  /** Files given by hand: rows of a batch, reports to compare, or projects to open. */
  #take(files: readonly File[], entries: readonly FileSystemEntry[] = []): void {
    if (this.readonly) return;
    if (this.look.mode === 'batch') this.#batch.drop(files, entries);
    else void this.#takeProjects(files, entries);
  }

  async #takeProjects(
    files: readonly FileLike[],
    entries: readonly FileSystemEntry[],
  ): Promise<void> {
    let given = files;
    if (entries.some(({ isDirectory }) => isDirectory)) {
      try {
        const { pathedFilesIn } = await import('./batch/dropped-folders.ts');
        given = await pathedFilesIn(entries);
      } catch (cause) {
        this.#change({ message: textOf(cause) });
        return;
      }
      if (given.length === 0) this.#change({ message: worded('import.folder.empty') });
    }
    await this.#job.import(await this.#compare.takeReports(given));
  }

  #tell<K extends keyof AppEvents>(name: K, detail: AppEvents[K]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #applyTheme(): void {
    const theme = themeNow(this.theme);
    if (this.dataset.theme === theme) return;
    this.dataset.theme = theme;
    this.#desk.map?.themeChanged();
  }

  // ---- looks ---------------------------------------------------------------------------------

  #change(change: Partial<Look>): void {
    this.look = { ...this.look, ...change, ...this.#help.noted(change) };
    rememberLook(change);
    this.#tools?.onLook();
    if (change.mode === 'batch') this.#batch.onShown();
    if (RESIZING.some((name) => name in change)) {
      void this.updateComplete.then(() => this.#desk.map?.resize());
    }
  }

  override render(): TemplateResult {
    return frame({
      work: this.work,
      look: this.look,
      lang: this.lang,
      theme: this.theme,
      hasSample: this.sample !== '',
      isSample: this.#job.isSample(this.work),
      rows: this.#layers.rows(),
      help: this.#help.view(),
      tourTarget: this.#help.tourTarget(this.renderRoot),
      placeSearch: this.#tools.placeSearch(),
      permalink: this.permalink,
      change: (change) => this.#change(change),
      act: (act) => this.#job.acts[act](),
      files: (files) => this.#take(files),
      zoomBy: (steps) => this.#desk.map?.zoomBy(steps),
      fitSite: () => this.#desk.flyTo(this.work, () => false),
    });
  }
}
