import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Mode, StepName, Theme, ThemeChoice } from '../components/choices.ts';
import type { ComponentEvents } from '../components/events.ts';
import { figure } from '../components/figures.ts';
import { type IconName, icon } from '../components/icons.ts';
import { piecesOf } from '../components/pieces.ts';
import {
  REPORT_FORMATS,
  type ReportFormat,
  strictestSecurity,
} from '../components/report-panel.ts';
import { latestEdition } from '../components/report-reading.ts';
import { element, SanxianElement } from '../components/sanxian-element.ts';
import { sharedStyles } from '../components/shared-styles.ts';
import tokens from '../components/tokens.css?inline';
import type { Claim } from '../domain/claim.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import type { BBox } from '../geometry/shapes.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import { appStyles } from './app-styles.ts';
import { CheckClient, type CheckJobs, type CheckWorkerLike } from './check-client.ts';
import type { ExportedFile } from './check-protocol.ts';
import { watchDrops } from './file-drop.ts';
import { type LayerView, layerRows, viewOf } from './layer-rows.ts';
import { type Layout, LEFT_WIDTH, layoutFor, RIGHT_WIDTH } from './layout.ts';
import { liveSentence } from './live-sentence.ts';
import { MapDesk } from './map-desk.ts';
import type { MakeMap, MapHit } from './map-port.ts';
import type { Act } from './next-step.ts';
import { readPreferences, rememberPreferences } from './preferences.ts';
import { crsName } from './project-summary.ts';
import { type AppView, footer, layerRegion, resultRegion, stepBody } from './regions.ts';
import { copyText, saveFile } from './save-file.ts';
import { isAbort, textOf, Workspace, type WorkspaceState } from './workspace.ts';
import '../components/bar.ts';
import '../components/batch-page.ts';
import '../components/drop-overlay.ts';
import '../components/first-run.ts';
import '../components/panel-edge.ts';
import '../components/pieces-table.ts';
import '../components/status-bar.ts';
import '../components/toast.ts';

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

const languageAttribute = {
  fromAttribute: (value: string | null): Language => (value?.startsWith('en') ? 'en' : 'zh'),
  toAttribute: (value: Language): string => value,
};

interface Doing {
  pickFile(): void;
  openSample(): void;
  check(): void;
  cancel(): void;
  show(step: StepName): void;
  save(): void;
  chooseCrs(): void;
  dropQuestion(): void;
}

/** What the buttons of the panel's footer do. */
const ACTS: Readonly<Record<Act, (app: Doing) => void>> = {
  open: (app) => app.pickFile(),
  sample: (app) => app.openSample(),
  check: (app) => app.check(),
  cancel: (app) => app.cancel(),
  findings: (app) => app.show('findings'),
  report: (app) => app.show('report'),
  save: (app) => app.save(),
  crs: (app) => app.chooseCrs(),
  'crs-cancel': (app) => app.dropQuestion(),
};

type SheetTab = StepName | 'layers';
type Detent = 'peek' | 'half' | 'full';

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
  @state() private mode: Mode = 'check';
  @state() private step: StepName = 'project';
  @state() private layout: Layout = { name: 'full', short: false };
  @state() private views: ReadonlyMap<string, LayerView> = new Map();
  @state() private leftOpen: boolean | null = readPreferences().leftOpen ?? null;
  @state() private rightOpen = true;
  @state() private drawerOpen: boolean | null = readPreferences().drawerOpen ?? null;
  @state() private leftWidth: number | null = readPreferences().leftWidth ?? null;
  @state() private rightWidth: number | null = readPreferences().rightWidth ?? null;
  @state() private selected: number | null = null;
  @state() private hits: AppView['hits'] = null;
  @state() private formats: readonly ReportFormat[] = REPORT_FORMATS;
  @state() private reportLanguage: Language | null = null;
  @state() private saving = false;
  @state() private welcoming = false;
  @state() private dragged: number | null = null;
  @state() private message = '';
  @state() private live = '';
  @state() private mapFailure = '';
  @state() private sheetTab: SheetTab = 'findings';
  @state() private detent: Detent = 'half';

  readonly #workspace: Workspace;
  readonly #desk = new MapDesk();
  #undo: (() => void)[] = [];

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
      this.live = liveSentence(report, this.lang);
      this.#tell('sanxian-check-complete', report);
      return report;
    } catch (cause) {
      if (!isAbort(cause)) this.#tell('sanxian-error', cause as Error);
      throw cause;
    }
  }

  async exportReport(format: string): Promise<ExportedFile> {
    const { report } = this.work;
    if (!report) throw new Error('no report to export');
    return this.#theJobs().export(report, format, this.reportLanguage ?? this.lang);
  }

  fitTo(bbox: BBox): void {
    this.#desk.map?.fitTo(bbox);
  }

  // ---- life ----------------------------------------------------------------------------------

  override connectedCallback(): void {
    super.connectedCallback();
    const sizes = new ResizeObserver(() => {
      const layout = layoutFor(this.clientWidth, this.clientHeight);
      if (layout.name !== this.layout.name || layout.short !== this.layout.short) {
        this.layout = layout;
      }
      this.#desk.map?.resize();
    });
    sizes.observe(this);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const onScheme = () => this.#applyTheme();
    dark.addEventListener('change', onScheme);
    const onKey = (event: KeyboardEvent) => this.#onKey(event);
    window.addEventListener('keydown', onKey);
    this.#undo = [
      () => sizes.disconnect(),
      () => dark.removeEventListener('change', onScheme),
      () => window.removeEventListener('keydown', onKey),
      watchDrops(window, {
        onOver: (count) => {
          this.dragged = this.readonly ? null : count;
        },
        onFiles: (files) => {
          if (!this.readonly) void this.#import(files);
        },
      }),
    ];
    this.layout = layoutFor(this.clientWidth || 1366, this.clientHeight || 768);
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
    if (this.catalog) await this.#workspace.loadCatalog(this.#address(this.catalog));
    this.#makeReady();
    await this.#seatMap();
    if (this.sample && !this.readonly && !readPreferences().welcomed && !this.project) {
      await this.#openSample();
      this.welcoming = this.work.report !== null;
    }
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
    );
    return this.jobs;
  }

  // ---- doing ---------------------------------------------------------------------------------

  async #open(name: string, bytes: Uint8Array, crs?: number): Promise<Project> {
    try {
      const project = await this.#workspace.open(name, bytes, crs);
      this.selected = null;
      this.#tell('sanxian-project-change', project);
      return project;
    } catch (cause) {
      if (!this.work.question) this.#tell('sanxian-error', cause as Error);
      throw cause;
    }
  }

  /** What a person does with a file: it is read, and checked at once. */
  async #import(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    this.mode = 'check';
    this.#showStep('project');
    await this.#openAndCheck(file.name, new Uint8Array(await file.arrayBuffer()));
    if (files.length > 1) {
      this.message = say('drop.first', this.lang, { file: file.name, n: files.length - 1 });
    }
  }

  async #openAndCheck(name: string, bytes: Uint8Array, crs?: number): Promise<void> {
    try {
      await this.#open(name, bytes, crs);
      this.welcoming = false;
    } catch {
      // The panel says what was wrong with the file, or asks for its coordinate system.
      this.#showStep('project');
      return;
    }
    if (name !== this.#sampleName()) rememberPreferences({ welcomed: true });
    await this.#checkNow();
  }

  async #checkNow(): Promise<void> {
    try {
      const first = this.work.report === null;
      await this.check();
      if (first) this.#showStep('findings');
    } catch {
      // Told by the panel and by the event.
    }
  }

  #sampleName(): string {
    return decodeURIComponent(this.sample.split('/').at(-1) ?? '');
  }

  async #openSample(): Promise<void> {
    try {
      const response = await fetch(this.#address(this.sample));
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      await this.#openAndCheck(this.#sampleName(), new Uint8Array(await response.arrayBuffer()));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      this.#workspace.fail('open', {
        zh: say('err.sample', 'zh', { why }),
        en: say('err.sample', 'en', { why }),
      });
    }
  }

  async #save(): Promise<void> {
    this.saving = true;
    try {
      for (const format of this.formats) {
        const file = await this.exportReport(format);
        saveFile(file);
        this.message = say('report.saved', this.lang, { file: file.fileName });
      }
    } catch (cause) {
      this.#workspace.fail('check', textOf(cause));
      this.#tell('sanxian-error', cause as Error);
    } finally {
      this.saving = false;
    }
  }

  readonly #act = (act: Act): void => {
    ACTS[act](this.#doing);
  };

  readonly #doing: Doing = {
    pickFile: () => this.#pickFile(),
    openSample: () => void this.#openSample(),
    check: () => void this.#checkNow(),
    cancel: () => {
      this.#workspace.cancel();
      this.#toast('toast.canceled');
    },
    show: (step) => this.#showStep(step),
    save: () => void this.#save(),
    chooseCrs: () => {
      const { question } = this.work;
      if (question?.chosen) void this.#openAndCheck(question.name, question.bytes, question.chosen);
    },
    dropQuestion: () => this.#workspace.dropQuestion(),
  };

  #pickFile(): void {
    this.renderRoot.querySelector<HTMLInputElement>('#file')?.click();
  }

  #showStep(step: StepName): void {
    this.step = step;
    this.sheetTab = step;
    if (this.detent === 'peek') this.detent = 'half';
  }

  #toast(word: 'toast.restarted' | 'toast.copied' | 'toast.copy-failed' | 'toast.canceled'): void {
    this.message = say(word, this.lang);
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
          onLayerFailed: (_layer, why) => {
            this.message = why;
          },
          onLost: (lost) => {
            this.mapFailure = lost ? say('err.webgl', this.lang) : '';
          },
        },
      });
      this.#desk.seat(map, this.views);
      this.#showOnMap();
    } catch (cause) {
      this.mapFailure = say('err.webgl', this.lang);
      console.warn(cause);
    }
  }

  /** Straight to the status bar: these change with every move of the pointer. */
  #note(change: { cursor?: string; scale?: string }): void {
    const bar = this.renderRoot.querySelector('sanxian-status-bar');
    if (bar) Object.assign(bar, change);
  }

  #showOnMap(): void {
    this.#desk.show(this.work, this.views, (project) =>
      say('map.label', this.lang, { what: project?.name ?? say('map.label.none', this.lang) }),
    );
  }

  #onMapClick(piece: string | null, hits: readonly MapHit[]): void {
    if (this.mode === 'check') {
      const found = this.work.report && piecesOf(this.work.report).find(({ id }) => id === piece);
      this.#select(found?.number ?? null);
      return;
    }
    const layers = this.work.catalog?.layers ?? [];
    this.hits = hits.flatMap(({ layer, properties }) => {
      const entry = layers.find(({ id }) => id === layer);
      if (!entry) return [];
      const pairs = Object.entries(properties).map(
        ([name, value]) => [name, String(value)] as const,
      );
      return [{ kind: entry.kind, layer: entry.title[this.lang], properties: pairs }];
    });
  }

  #select(number: number | null): void {
    this.selected = number;
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

    on('sanxian-mode', ({ mode }) => this.#changeMode(mode));
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
      if (this.work.report) void this.#checkNow();
    });
    on('sanxian-layer-change', ({ id, visible, opacity }) => {
      const before = viewOf(this.views, id);
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
    on('sanxian-layers-close', () => this.#openLeft(false));
    on('sanxian-line-hover', ({ kind }) => this.#desk.light(this.work.report, kind));
    on('sanxian-line-fly', ({ kind }) =>
      this.#desk.flyTo(this.work, (_number, one) => one === kind),
    );
    on('sanxian-piece-select', ({ number }) => this.#select(number));
    on('sanxian-piece-fly', ({ number }) => {
      this.#select(number);
      this.#desk.flyTo(this.work, (one) => one === number);
    });
    on('sanxian-drawer', ({ open }) => {
      this.drawerOpen = open;
      rememberPreferences({ drawerOpen: open });
    });
    on('sanxian-open-request', () => this.#pickFile());
    on('sanxian-sample-request', () => void this.#openSample());
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
      if (formats) this.formats = formats as readonly ReportFormat[];
      if (reportLanguage) this.reportLanguage = reportLanguage;
    });
    on('sanxian-copy', ({ text }) => {
      void copyText(text).then((copied) =>
        this.#toast(copied ? 'toast.copied' : 'toast.copy-failed'),
      );
    });
    on('sanxian-first-close', () => {
      this.welcoming = false;
      rememberPreferences({ welcomed: true });
    });
    on('sanxian-dismiss', () => {
      this.message = '';
    });
  }

  #changeMode(mode: Mode): void {
    this.mode = mode;
    void this.updateComplete.then(() => this.#desk.map?.resize());
  }

  #setView(id: string, view: LayerView): void {
    this.views = new Map(this.views).set(id, view);
    if (id === 'coverage') this.#desk.showCoverage(this.work, this.views);
    else this.#desk.map?.setLayer(id, view.visible, view.opacity);
  }

  #zoomToLayer(id: string): void {
    const entry = this.work.catalog?.layers.find((layer) => layer.id === id);
    const bbox = entry?.extent ?? this.work.report?.project.bbox;
    if (bbox) this.#desk.map?.fitTo(bbox);
  }

  #openLeft(open: boolean): void {
    this.leftOpen = open;
    if (this.layout.name === 'full' || this.layout.name === 'wide') {
      rememberPreferences({ leftOpen: open });
    }
    if (this.layout.name === 'phone' && !open) this.sheetTab = this.step;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'o' && (event.ctrlKey || event.metaKey) && !this.readonly) {
      event.preventDefault();
      this.#pickFile();
      return;
    }
    if (event.key === 'F6') {
      event.preventDefault();
      this.#walkRegions(event.shiftKey ? -1 : 1);
      return;
    }
    if (event.key === 'Escape') {
      this.dragged = null;
      if (this.welcoming) this.welcoming = false;
      else if (this.#leftIsOver() && this.leftOpen) this.#openLeft(false);
      return;
    }
    const inside = event.composedPath()[0];
    const typing = inside instanceof Element && inside.matches('input, select, textarea');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '1') this.#changeMode('check');
    if (event.key === '2') this.#changeMode('review');
    if (event.key === '3') this.#changeMode('batch');
  }

  #walkRegions(by: number): void {
    const regions = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-region]')];
    const at = regions.findIndex((region) =>
      region.contains(this.shadowRoot?.activeElement ?? null),
    );
    regions[(at + by + regions.length) % regions.length]?.focus();
  }

  // ---- looks ---------------------------------------------------------------------------------

  #leftIsOver(): boolean {
    return this.layout.name === 'compact' || this.layout.name === 'narrow';
  }

  #rows(): ReturnType<typeof layerRows> {
    return layerRows(this.work.catalog, this.work.report, this.views, this.lang);
  }

  #view(): AppView {
    return {
      state: this.work,
      lang: this.lang,
      mode: this.mode,
      step: this.step,
      touch: this.layout.name === 'phone',
      rows: this.#rows(),
      hits: this.hits,
      formats: this.formats,
      reportLanguage: this.reportLanguage ?? this.lang,
      saving: this.saving,
      hasSample: this.sample !== '',
      welcoming: this.welcoming,
      act: this.#act,
    };
  }

  override render(): TemplateResult {
    const view = this.#view();
    const phone = this.layout.name === 'phone';
    const busy = this.work.opening !== null || this.work.checking !== null;
    return html`<div class="frame ${this.layout.name}" part="frame">
      <a class="skip" href="#result" @click=${this.#skip}>${this.say('skip.result')}</a>
      <header data-region tabindex="-1">
        <sanxian-bar
          .lang=${this.lang}
          .mode=${this.mode}
          .theme=${this.theme}
          .region=${this.work.catalog?.title[this.lang] ?? ''}
          .compact=${this.layout.name === 'compact'}
          .narrow=${this.layout.name === 'narrow'}
          .phone=${phone}
        ></sanxian-bar>
      </header>
      ${busy ? html`<div class="loading" aria-hidden="true"></div>` : nothing}
      <div class="body">${this.#body(view)}</div>
      ${phone ? this.#phoneTabs() : this.#status()}
      <input
        id="file"
        class="hidden-text"
        type="file"
        tabindex="-1"
        aria-label=${this.say('button.open')}
        accept=".txt,.geojson,.json"
        @change=${this.#onFile}
      />
      <div class="hidden-text" role="status" aria-live="polite">${this.live}</div>
      ${
        this.dragged === null
          ? nothing
          : html`<sanxian-drop-overlay
              .lang=${this.lang}
              .count=${this.dragged}
            ></sanxian-drop-overlay>`
      }
    </div>`;
  }

  #body(view: AppView): unknown {
    const batch = this.mode === 'batch';
    const phone = this.layout.name === 'phone';
    return html`
      ${batch || phone ? nothing : this.#left(view)} ${this.#center(batch)}
      ${batch ? nothing : phone ? this.#sheet(view) : this.#right(view)}
    `;
  }

  #left(view: AppView): TemplateResult {
    const over = this.#leftIsOver();
    const open = this.leftOpen ?? !over;
    const usual = over
      ? LEFT_WIDTH.over
      : this.layout.name === 'wide'
        ? LEFT_WIDTH.wide
        : LEFT_WIDTH.full;
    const width = this.leftWidth ?? usual;
    return html`
      ${
        over || !open
          ? html`<div class="rail">
              ${this.#railButton('layers', open, 'layers.open', () => this.#openLeft(!open))}
              ${
                this.layout.name === 'narrow'
                  ? this.#railButton('scan-search', this.rightOpen, 'panel.open', () => {
                      this.rightOpen = !this.rightOpen;
                    })
                  : nothing
              }
            </div>`
          : nothing
      }
      ${
        open
          ? html`<aside
                class="left ${over ? 'over' : ''}"
                .style=${`--left:${width}px`}
                aria-label=${this.say('region.layers')}
                data-region
                tabindex="-1"
              >
                ${layerRegion(view)}
              </aside>
              ${
                over
                  ? nothing
                  : html`<sanxian-panel-edge
                      side="left"
                      .label=${this.say('edge.left')}
                      .width=${width}
                      .min=${LEFT_WIDTH.min}
                      .max=${LEFT_WIDTH.max}
                      @sanxian-resize=${(event: CustomEvent<{ width: number | null }>) => {
                        this.leftWidth = event.detail.width;
                        rememberPreferences({ leftWidth: event.detail.width ?? usual });
                        void this.updateComplete.then(() => this.#desk.map?.resize());
                      }}
                    ></sanxian-panel-edge>`
              }`
          : nothing
      }
    `;
  }

  #railButton(
    name: IconName,
    open: boolean,
    word: 'layers.open' | 'panel.open',
    onClick: () => void,
  ): TemplateResult {
    return html`<button
      class="icon-button"
      type="button"
      aria-expanded=${open}
      aria-label=${this.say(word)}
      title=${this.say(word)}
      @click=${onClick}
    >
      ${icon(name, 18)}
    </button>`;
  }

  #center(batch: boolean): TemplateResult {
    const phone = this.layout.name === 'phone';
    const roomy = !this.layout.short && this.layout.name !== 'narrow';
    const drawer = this.work.report !== null && !this.welcoming && (this.drawerOpen ?? roomy);
    const height = this.layout.name === 'wide' ? 240 : 188;
    return html`<main
      aria-label=${batch ? this.say('mode.batch') : this.say('region.map')}
      data-region
      tabindex="-1"
    >
      ${batch ? html`<sanxian-batch-page .lang=${this.lang}></sanxian-batch-page>` : nothing}
      <div class="map-area" ?hidden=${batch}>
        <div class="map" part="map"></div>
        ${this.mapFailure ? html`<p class="no-map">${this.mapFailure}</p>` : nothing}
        ${this.#furniture()}
        ${
          this.welcoming && this.mode === 'check'
            ? html`<div class="first">
                <sanxian-first-run .lang=${this.lang}></sanxian-first-run>
              </div>`
            : nothing
        }
        <sanxian-toast
          .lang=${this.lang}
          .message=${this.message}
          role="status"
          aria-label=${this.say('toast.label')}
        ></sanxian-toast>
      </div>
      ${
        phone || this.mode !== 'check'
          ? nothing
          : html`<sanxian-pieces-table
              class="drawer"
              .style=${`--drawer:${height}px`}
              .lang=${this.lang}
              .report=${this.work.report}
              .selected=${this.selected}
              .open=${drawer}
            ></sanxian-pieces-table>`
      }
    </main>`;
  }

  #furniture(): TemplateResult {
    const control = (
      name: IconName,
      word: 'map.zoom-in' | 'map.zoom-out' | 'map.fit',
      act: () => void,
    ) =>
      html`<button
        class="icon-button"
        type="button"
        aria-label=${this.say(word)}
        title=${this.say(word)}
        @click=${act}
      >
        ${icon(name)}
      </button>`;
    return html`
      ${
        this.work.catalog?.synthetic || this.work.report?.catalog.synthetic
          ? html`<p class="demo-tag">${this.say('demo')}</p>`
          : nothing
      }
      <div class="controls">
        ${
          this.layout.name === 'phone'
            ? nothing
            : html`${control('plus', 'map.zoom-in', () => this.#desk.map?.zoomBy(1))}${control('minus', 'map.zoom-out', () => this.#desk.map?.zoomBy(-1))}`
        }
        ${control('maximize', 'map.fit', () => this.#desk.flyTo(this.work, () => false))}
      </div>
      <p class="figure-tag">${this.say('figure')}</p>
    `;
  }

  #right(view: AppView): TemplateResult | typeof nothing {
    const over = this.layout.name === 'narrow';
    if (over && !this.rightOpen) return nothing;
    const name = this.layout.name;
    const usual =
      name === 'wide' ? RIGHT_WIDTH.wide : name === 'full' ? RIGHT_WIDTH.full : RIGHT_WIDTH.compact;
    const width = name === 'full' || name === 'wide' ? (this.rightWidth ?? usual) : usual;
    return html`
      ${
        over
          ? nothing
          : html`<sanxian-panel-edge
              side="right"
              .label=${this.say('edge.right')}
              .width=${width}
              .min=${RIGHT_WIDTH.min}
              .max=${RIGHT_WIDTH.max}
              @sanxian-resize=${(event: CustomEvent<{ width: number | null }>) => {
                this.rightWidth = event.detail.width;
                rememberPreferences({ rightWidth: event.detail.width ?? usual });
                void this.updateComplete.then(() => this.#desk.map?.resize());
              }}
            ></sanxian-panel-edge>`
      }
      <aside
        class="right ${over ? 'over' : ''}"
        .style=${`--right:${width}px`}
        aria-label=${this.say('region.result')}
        data-region
        tabindex="-1"
      >
        ${resultRegion(view)}
      </aside>
    `;
  }

  #sheet(view: AppView): TemplateResult {
    const height = { peek: '96px', half: '60%', full: '100%' }[this.detent];
    return html`<aside
      class="sheet"
      .style=${`--sheet:${height}`}
      aria-label=${this.say('region.result')}
      data-region
      tabindex="-1"
    >
      <button
        class="handle"
        type="button"
        aria-label=${this.say('sheet.size')}
        @click=${() => {
          this.detent = this.detent === 'half' ? 'full' : this.detent === 'full' ? 'peek' : 'half';
        }}
      ></button>
      ${
        this.sheetTab === 'layers'
          ? layerRegion(view)
          : this.mode === 'review'
            ? resultRegion(view)
            : html`${stepBody(view)}${footer(view)}`
      }
    </aside>`;
  }

  #phoneTabs(): TemplateResult {
    const tabs: readonly [SheetTab, IconName, string][] = [
      ['project', 'folder-open', this.say('step.project')],
      ['findings', 'scan-search', this.say('tab.findings')],
      ['layers', 'layers', this.say('region.layers')],
      ['report', 'file-text', this.say('step.report')],
    ];
    return html`<div class="tabs" role="tablist" aria-label=${this.say('tab.nav')}>
      ${tabs.map(
        ([tab, name, label]) => html`<button
          type="button"
          role="tab"
          aria-selected=${this.sheetTab === tab}
          @click=${() => {
            this.sheetTab = tab;
            if (tab !== 'layers') this.step = tab;
            if (this.detent === 'peek') this.detent = 'half';
          }}
        >
          ${icon(name, 20)}${label}
        </button>`,
      )}
    </div>`;
  }

  #status(): TemplateResult {
    const { report, catalog, question } = this.work;
    const { project } = this.#workspace;
    const crs = question
      ? this.say('crs.unknown')
      : project
        ? `CGCS2000 / ${crsName(project.crs.epsg, this.lang)} (EPSG:${project.crs.epsg})`
        : '';
    const security = catalog
      ? strictestSecurity(catalog.layers.map((layer) => layer.security))
      : null;
    return html`<footer aria-label=${this.say('region.status')}>
      <sanxian-status-bar
        .lang=${this.lang}
        .crs=${crs}
        .crsOpen=${question !== null}
        .security=${security}
        .edition=${report ? (latestEdition(report) ?? '') : (catalog?.layers[0]?.edition ?? '')}
      ></sanxian-status-bar>
    </footer>`;
  }

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('#result')?.focus();
  };

  readonly #onFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    void this.#import(files);
  };
}

function lonLatText([lon, lat]: readonly [number, number]): string {
  return `${lon.toFixed(6)}°E ${lat.toFixed(6)}°N`;
}
