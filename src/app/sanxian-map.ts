import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ThemeChoice } from '../components/choices.ts';
import { icon } from '../components/icons.ts';
import { element, SanxianElement } from '../components/sanxian-element.ts';
import { sharedStyles } from '../components/shared-styles.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import type { BBox, Position } from '../geometry/shapes.ts';
import { extentOf } from '../map/extent-of.ts';
import { projectOfReport } from '../report/project-of-report.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import { appStyles } from './app-styles.ts';
import { BaseDesk } from './base-desk.ts';
import type { IdentifiedFeature, SanxianEventMap, SanxianMapElement } from './element-types.ts';
import { control, demoTag, figureTag } from './frame-furniture.ts';
import { HOST_TOKENS, languageAttribute, themeNow, watchScheme } from './host-look.ts';
import { LayerDesk } from './layer-desk.ts';
import { loadMap } from './load-map.ts';
import { type Look, startLook } from './look.ts';
import { MapDesk } from './map-desk.ts';
import { mapOnlyStyles } from './map-only-styles.ts';
import type { MakeMap } from './map-port.ts';
import { MapSeating } from './map-seating.ts';
import type { AppEvents, Shell } from './shell.ts';
import { SpokenError } from './spoken-error.ts';
import { Workspace, type WorkspaceState } from './workspace.ts';
import '../components/base-chooser.ts';
import '../components/toast.ts';

declare global {
  interface HTMLElementTagNameMap {
    'sanxian-map': SanxianMap;
  }
  interface HTMLElementEventMap
    extends Pick<
      SanxianEventMap,
      'sanxian-map-view' | 'sanxian-map-piece' | 'sanxian-map-identify'
    > {}
}

/**
 * The map alone: the layers of a catalog, a project and what a report found of it. It measures nothing.
 *
 * @fires sanxian-map-view - the map came to rest
 * @fires sanxian-map-piece - a piece of the report was clicked; null: none any more
 * @fires sanxian-map-identify - without a report: the features under a click, topmost first
 * @fires sanxian-project-change - detail: Project or null
 * @fires sanxian-error - detail: the Error, with a `code` where the user can do something
 * @csspart map - the map itself
 */
@element('sanxian-map')
export class SanxianMap extends SanxianElement implements SanxianMapElement {
  static override styles = [HOST_TOKENS, sharedStyles, appStyles, mapOnlyStyles];

  /** Address of `catalog.json`, against the page. */
  @property() catalog = '';
  /** Address of the list of base maps (`sanxian/basemap@1`), against the page. */
  @property() basemap = '';
  /** Folder that the built app is served from; '': workers and wasm lie beside the module. */
  @property({ attribute: 'base-url' }) baseUrl = '';
  @property({ reflect: true, converter: languageAttribute }) override lang: Language = 'zh';
  @property() theme: ThemeChoice = 'system';
  /** The map can be moved, nothing on it is picked. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** null: no map. */
  @property({ attribute: false }) makeMap: MakeMap | null = loadMap;

  @state() private work: WorkspaceState;
  @state() private look: Look = { ...startLook(), views: new Map(), orders: {} };

  readonly #workspace: Workspace;
  readonly #desk = new MapDesk();
  readonly #shell: Shell;
  readonly #layers: LayerDesk;
  readonly #bases: BaseDesk;
  readonly #seating: MapSeating;
  #project: Project | null = null;
  #undo: (() => void)[] = [];
  #ready: Promise<void>;
  #makeReady: () => void = () => {};

  constructor() {
    super();
    this.#ready = this.#begun();
    this.#workspace = new Workspace(notHere, (work) => {
      this.work = work;
    });
    this.work = this.#workspace.state;
    this.#shell = this.#makeShell();
    this.#layers = new LayerDesk(this.#shell, notHere);
    this.#bases = new BaseDesk(this.#shell);
    this.#bases.listenTo(this);
    this.addEventListener('sanxian-dismiss', () => this.#change({ message: null }));
    this.#seating = new MapSeating(this.#shell, this.#layers, {
      container: () => this.renderRoot.querySelector<HTMLElement>('.map'),
      makeMap: () => this.makeMap,
      isConnected: () => this.isConnected,
      baseUrl: () => this.baseUrl && this.#address(this.baseUrl),
      seated: () => void this.#bases.seated(),
      viewed: () => this.#viewed(),
      moving: () => {},
      clicked: (at) => this.#clicked(at),
      note: () => {},
      subject: (project) => this.#subject(project),
    });
  }

  #makeShell(): Shell {
    const map = this;
    return {
      workspace: this.#workspace,
      desk: this.#desk,
      get look() {
        return map.look;
      },
      get lang() {
        return map.lang;
      },
      change: (change) => this.#change(change),
      tell: (name, detail) => this.#tell(name, detail),
      drawn: () => this.updateComplete,
    };
  }

  /** Resolves once the catalog that is named is read and its map stands, or it is said why not. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  get project(): Project | null {
    return this.#project;
  }

  set project(project: Project | null) {
    this.#project = project;
    const { report } = this;
    this.#show(project, report);
    this.#tell('sanxian-project-change', project);
  }

  /** Its pieces are drawn and, where no project is given, its site. */
  get report(): CheckReport | null {
    return this.work.report;
  }

  set report(report: CheckReport | null) {
    this.#change({ mode: report ? 'check' : 'review', selected: null });
    this.#show(this.#project, report);
  }

  fitTo(bbox: BBox): void {
    this.#desk.map?.fitTo(bbox);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved within the page: the map was let go when the element left.
    if (this.hasUpdated) void this.#seat();
    const sizes = new ResizeObserver(() => this.#desk.map?.resize());
    sizes.observe(this);
    this.#undo = [() => sizes.disconnect(), watchScheme(() => this.#applyTheme())];
    this.#applyTheme();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const undo of this.#undo) undo();
    this.#undo = [];
    this.#layers.leave();
    this.#desk.leave();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('theme')) this.#applyTheme();
    if (changed.has('lang')) this.#seating.speak();
    if (changed.has('work')) this.#seating.show();
  }

  protected override firstUpdated(): void {
    void this.#loadCatalog();
  }

  protected override updated(changed: PropertyValues): void {
    // The first one is loaded by `firstUpdated`.
    if (changed.get('catalog') === undefined || !this.isConnected) return;
    this.#ready = this.#begun();
    void this.#loadCatalog();
  }

  #begun(): Promise<void> {
    return new Promise((resolve) => {
      this.#makeReady = resolve;
    });
  }

  async #loadCatalog(): Promise<void> {
    const makeReady = this.#makeReady;
    this.#layers.leave();
    this.#desk.leave();
    this.#change({ tileFaults: new Map(), mapFailure: null, noMap: false });
    const { report } = this;
    if (this.catalog) await this.#workspace.loadCatalog(this.#address(this.catalog));
    this.#workspace.showReport(report);
    const { catalogFailure } = this.work;
    if (catalogFailure) {
      this.#tell('sanxian-error', new SpokenError('catalog-unreadable', {}, null, catalogFailure));
    }
    await this.#seat();
    makeReady();
  }

  async #seat(): Promise<void> {
    await this.#seating.seat();
    if (this.basemap) await this.#bases.begin(this.#address(this.basemap));
  }

  #show(project: Project | null, report: CheckReport | null): void {
    try {
      this.#workspace.setProject(project ?? (report && projectOfReport(report)));
    } catch (cause) {
      // A report without geometry (`--geometry none`): there is no site to draw.
      this.#workspace.setProject(null);
      this.#tell('sanxian-error', cause as Error);
    }
    this.#workspace.showReport(report);
  }

  #viewed(): void {
    const view = this.#desk.map?.view();
    if (!view) return;
    const { bbox, zoom } = view;
    this.#emit('sanxian-map-view', { bbox, zoom });
  }

  #clicked(at: Position): void {
    const { map } = this.#desk;
    if (this.readonly || !map) return;
    const layers = this.work.catalog?.layers ?? [];
    const features = map.drawnAt(at).flatMap(({ layer, properties }): IdentifiedFeature[] => {
      const entry = layers.find(({ id }) => id === layer);
      if (!entry) return [];
      const pairs = Object.entries(properties).map(
        ([name, value]) => [name, String(value)] as const,
      );
      return [{ kind: entry.kind, layer: entry.title[this.lang], properties: pairs }];
    });
    this.#emit('sanxian-map-identify', features);
  }

  #change(change: Partial<Look>): void {
    if (this.readonly && change.selected) return;
    const { selected } = this.look;
    this.look = { ...this.look, ...change };
    if (this.look.selected !== selected)
      this.#emit('sanxian-map-piece', { number: this.look.selected });
  }

  #tell<K extends keyof AppEvents>(name: K, detail: AppEvents[K]): void {
    this.#emit(name, detail);
  }

  #emit(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #address(path: string): string {
    return new URL(path, document.baseURI).href;
  }

  #applyTheme(): void {
    const theme = themeNow(this.theme);
    if (this.dataset.theme === theme) return;
    this.dataset.theme = theme;
    this.#desk.map?.themeChanged();
  }

  override render(): TemplateResult {
    const { lang, look, work } = this;
    const view = { lang, look, work };
    const failure = (work.catalogFailure ?? look.mapFailure)?.[lang];
    return html`<div class="map-area" role="group" aria-label=${say('region.map', lang)}>
      <div class="map" part="map"></div>
      ${
        failure
          ? html`<p class="no-map" role="alert">${icon('info')}<span>${failure}</span></p>`
          : nothing
      }
      ${demoTag(view)}
      <div class="controls">
        ${control(view, 'plus', 'map.zoom-in', () => this.#desk.map?.zoomBy(1))}
        ${control(view, 'minus', 'map.zoom-out', () => this.#desk.map?.zoomBy(-1))}
        ${control(view, 'maximize', work.projects.length > 0 ? 'map.fit' : 'map.fit.all', () => this.#fit())}
        ${
          this.basemap
            ? html`<sanxian-base-chooser
                .lang=${lang}
                .maps=${look.base.maps}
                .shown=${look.base.shown}
                .opening=${look.base.opening}
                .failures=${look.base.failures}
                .forPrint=${look.forPrint}
              ></sanxian-base-chooser>`
            : nothing
        }
      </div>
      ${figureTag(view)}
      <sanxian-toast
        .lang=${lang}
        .message=${look.message?.[lang] ?? ''}
        role="status"
        aria-label=${say('toast.label', lang)}
      ></sanxian-toast>
    </div>`;
  }

  /** Several maps on a page are told apart by what they show. */
  #subject(project: Project | null): string {
    const names = [project?.name, this.work.catalog?.title[this.lang]];
    return names.filter(Boolean).join(this.lang === 'zh' ? '，' : ', ');
  }

  /** To the site; without one, to the layers. */
  #fit(): void {
    const { work } = this;
    if (work.projects.length > 0) this.#desk.flyTo(work, () => false);
    else this.fitTo(extentOf(work.catalog?.layers ?? []));
  }
}

/** Nothing is looked up or checked here. */
function notHere(): never {
  throw new Error('a map alone looks nothing up and checks nothing');
}
