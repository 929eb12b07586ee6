import { html, nothing, type TemplateResult } from 'lit';
import type { ThemeChoice } from '../components/choices.ts';
import { NO_FACTS } from '../components/help/help-parts.ts';
import type { LayerRow } from '../components/layer-row.ts';
import type { PlaceSearchView } from '../components/place-search.ts';
import { strictestSecurity } from '../components/report-formats.ts';
import { latestEdition } from '../components/report-reading.ts';
import type { CheckReport } from '../domain/report.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import { center } from './frame-center.ts';
import { leftPanel, rightPanel } from './frame-panels.ts';
import { COVERED, phoneTabs, sheet } from './frame-phone.ts';
import type { HelpView } from './help/help-view.ts';
import { tourPlacement } from './help/tour-steps.ts';
import { RIGHT_WIDTH } from './layout.ts';
import type { Look } from './look.ts';
import type { Act } from './next-step.ts';
import { crsName } from './project-summary.ts';
import { isPaged } from './report/is-paged.ts';
import { placeSearch } from './tools/tool-parts.ts';
import type { WorkspaceState } from './workspace.ts';
import '../components/bar.ts';
import '../components/status-bar.ts';

/** What the frame shows, and the few things it can ask for. State stays with the app. */
export interface Frame {
  readonly work: WorkspaceState;
  readonly look: Look;
  readonly lang: Language;
  readonly theme: ThemeChoice;
  readonly hasSample: boolean;
  /** What is open is the sample. */
  readonly isSample: boolean;
  readonly rows: readonly LayerRow[];
  /** The page carries its view in its address. */
  readonly permalink: boolean;
  /** null: closed, or not loaded yet. */
  readonly help: HelpView | null;
  /** null: nothing was typed. */
  readonly placeSearch: PlaceSearchView | null;
  readonly tourTarget: Element | null;
  change(look: Partial<Look>): void;
  act(act: Act): void;
  files(files: readonly File[]): void;
  zoomBy(steps: number): void;
  fitSite(): void;
}

/** Bar, panels around the map, status; on a phone a sheet and tabs. */
export function frame(view: Frame): TemplateResult {
  const { work, look, lang } = view;
  const { name } = look.layout;
  const phone = name === 'phone';
  const batch = look.mode === 'batch';
  return html`<div class="frame ${name}" part="frame">
    <header data-region tabindex="-1">
      <a class="skip" href="#result" @click=${focusResult}>${say('skip.result', lang)}</a>
      <sanxian-bar
        .lang=${lang}
        .mode=${look.mode}
        .theme=${view.theme}
        .region=${work.catalog?.title[lang] ?? ''}
        .compact=${name === 'compact'}
        .narrow=${name === 'narrow'}
        .phone=${phone}
        >${placeSearch(view)}</sanxian-bar
      >
    <input
      id="file"
      class="hidden-text"
      type="file"
      tabindex="-1"
      aria-label=${say('button.open', lang)}
      multiple
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        const files = [...(input.files ?? [])];
        input.value = '';
        view.files(files);
      }}
    />
    </header>
    ${
      work.opening !== null || work.checking !== null
        ? html`<div class="loading" aria-hidden="true"></div>`
        : nothing
    }
    <div class="body" .style=${batch ? '' : covered(look)}>
      ${batch || phone ? nothing : leftPanel(view)} ${center(view)}
      ${batch ? nothing : phone ? sheet(view) : rightPanel(view)}
    </div>
    ${phone ? (batch ? nothing : phoneTabs(view)) : status(view)}
    <div class="hidden-text" role="status" aria-live="polite">${look.live}</div>
    <sanxian-paste-sheet
      ?asleep=${look.pasted === null}
      .lang=${lang}
      .pasted=${look.pasted}
      .touch=${phone}
    ></sanxian-paste-sheet>
    <sanxian-layer-sheet
      ?asleep=${look.sheet === null}
      .lang=${lang}
      .entry=${work.catalog?.layers.find(({ id }) => id === look.sheet) ?? null}
      .touch=${phone}
    ></sanxian-layer-sheet>
    <sanxian-print-sheet
      ?asleep=${!look.review.print.open}
      .lang=${lang}
      .open=${look.review.print.open}
      .busy=${look.review.print.busy}
      .said=${look.review.print.said}
      .failure=${look.review.print.failure}
      .layers=${view.rows.filter(({ entry, visible, group }) => entry && visible && group !== 'base').length}
      .touch=${phone}
    ></sanxian-print-sheet>
    <sanxian-path-dialog
      ?asleep=${look.path === null}
      .lang=${lang}
      .kind=${look.path}
      .report=${explainedReport(work)}
      .paths=${work.explained?.explanation.paths ?? null}
      .agrees=${work.explained === null || work.explained.explanation.agrees}
      .claim=${work.claim}
      .busy=${work.checking !== null || work.stale || work.explained?.of.digest !== work.report?.digest}
      .touch=${phone}
    ></sanxian-path-dialog>
    <sanxian-compare-dialog
      ?asleep=${look.compare === null}
      .lang=${lang}
      .view=${look.compare}
      .touch=${phone}
    ></sanxian-compare-dialog>
    <sanxian-help-dialog
      .lang=${lang}
      .page=${view.help && look.help}
      .keyGroups=${view.help?.keyGroups ?? []}
      .facts=${view.help?.facts ?? NO_FACTS}
      .messages=${look.messages}
      .singleKeys=${look.singleKeys}
      .sparing=${look.sparing}
      .hasSample=${view.hasSample}
      .touch=${phone}
    ></sanxian-help-dialog>
    <sanxian-tour
      .lang=${lang}
      .step=${look.tour}
      .target=${view.tourTarget}
      .placement=${tourPlacement(look.tour, name)}
      .touch=${phone}
    ></sanxian-tour>
    ${
      look.dragged === null
        ? nothing
        : html`<sanxian-drop-overlay .lang=${lang} .count=${look.dragged}></sanxian-drop-overlay>`
    }
  </div>`;
}

/** What lies over the map: the sheet of a phone, the result panel of a narrow window. */
function covered({ layout, detent, rightOpen }: Look): string {
  if (layout.name === 'phone') return `--covered:${COVERED[detent]}`;
  const isOver = layout.name === 'narrow' && rightOpen;
  return isOver ? `--beside:${RIGHT_WIDTH.compact}px` : '';
}

/** While a new way is worked out the one before stands, dimmed, with its own report. */
function explainedReport({ report, explained }: WorkspaceState): CheckReport | null {
  return explained && report && explained.of.digest !== report.digest ? explained.of : report;
}

function focusResult(event: Event): void {
  event.preventDefault();
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  (root.querySelector<HTMLElement>('#result') ?? root.querySelector<HTMLElement>('main'))?.focus();
}

function status({ work, lang, look }: Frame): TemplateResult {
  const { report, catalog, question } = work;
  const epsg = work.projects[work.index]?.crs.epsg;
  const crsOpen = question?.ask.kind === 'crs' || question?.ask.kind === 'datum';
  const crs = crsOpen
    ? say('crs.unknown', lang)
    : epsg
      ? `CGCS2000 / ${crsName(epsg, lang)} (EPSG:${epsg})`
      : '';
  const edition = report ? latestEdition(report) : catalog?.layers[0]?.edition;
  return html`<footer aria-label=${say('region.status', lang)} data-region tabindex="-1">
    <sanxian-status-bar
      .lang=${lang}
      .notation=${look.tools.notation}
      .crs=${crs}
      .crsOpen=${crsOpen}
      .noMap=${look.mode === 'batch' || isPaged(look, work)}
      .security=${catalog ? strictestSecurity(catalog.layers.map(({ security }) => security)) : null}
      .edition=${edition ?? ''}
    ></sanxian-status-bar>
  </footer>`;
}
