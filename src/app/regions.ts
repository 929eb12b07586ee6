import { html, nothing, type TemplateResult } from 'lit';
import type { StepName } from '../components/choices.ts';
import { emit } from '../components/events.ts';
import { icon } from '../components/icons.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import type { Frame } from './frame.ts';
import { searchInWords } from './layer-search.ts';
import type { Look } from './look.ts';
import { type Act, nextStep, type StepButton } from './next-step.ts';
import {
  keepLine,
  pasteButton,
  projectList,
  recentProjects,
  refusedPlaces,
} from './project-parts.ts';
import { projectSummary } from './project-summary.ts';
import { questionSheet } from './question-sheet.ts';
import { bookmarks } from './tools/tool-parts.ts';
import type { WorkspaceState } from './workspace.ts';
import '../components/layer-panel.ts';
import { isWritten } from '../components/report-formats.ts';
import '../components/steps.ts';
import '../components/offline-line.ts';

export function layerRegion({ rows, work, lang, look }: Frame): TemplateResult {
  const nameOf = (id: string): string => rows.find((row) => row.id === id)?.name ?? id;
  return html`<sanxian-layer-panel
    .lang=${lang}
    .rows=${rows}
    .ordered=${Object.keys(look.orders)}
    .search=${look.search && searchInWords(look.search, lang, nameOf)}
    .loading=${work.catalogLoading}
    .failure=${work.catalogFailure?.[lang] ?? ''}
    .touch=${isTouch(look)}
    ><sanxian-offline-line
      slot="after"
      .lang=${lang}
      .layers=${look.offline.layers}
      .persisted=${look.offline.persisted}
      .newVersion=${look.offline.newVersion}
      .touch=${isTouch(look)}
    ></sanxian-offline-line
  ></sanxian-layer-panel>`;
}

export function resultRegion(view: Frame): TemplateResult {
  const { lang, work: state, look } = view;
  const { step } = look;
  if (look.drawing) return drawRegion(view);
  if (look.mode === 'review') {
    return reviewRegion(view);
  }
  const done: StepName[] = [
    ...(state.projects.length > 0 && !state.question ? (['project'] as const) : []),
    ...(state.report && !state.stale ? (['findings'] as const) : []),
  ];
  return html`
    <sanxian-steps .lang=${lang} .step=${step} .done=${done}></sanxian-steps>
    ${stepBody(view)} ${footer(view)}
  `;
}

function reviewRegion(view: Frame): TemplateResult {
  const { lang, work, look } = view;
  const { tab, identify, statistics, layer, verified } = look.review;
  const { catalog } = work;
  return html`<sanxian-review-panel
    id="result"
    tabindex="-1"
    .lang=${lang}
    .tab=${tab}
    .identified=${identify}
    .statistics=${statistics}
    .layers=${catalog?.layers ?? []}
    .shown=${layer}
    .verified=${verified}
    .region=${catalog?.title[lang] ?? ''}
    .synthetic=${catalog?.synthetic ?? false}
    .touch=${isTouch(look)}
    >${tab === 'bookmarks' ? bookmarks(view) : nothing}</sanxian-review-panel
  >`;
}

export function drawRegion({ lang, work, look }: Frame): TemplateResult {
  const failed = work.failure?.text[lang];
  return html`${failed ? html`<div class="failure" role="alert">${failed}</div>` : nothing}
    <sanxian-draw-panel .lang=${lang} .touch=${isTouch(look)}></sanxian-draw-panel>`;
}

export function stepBody(view: Frame): TemplateResult {
  const { lang } = view;
  const { step } = view.look;
  return html`<div
    class="step"
    role="tabpanel"
    aria-label=${say(`step.${step}`, lang)}
    id="result"
    tabindex="-1"
  >
    ${failure(view)}
    ${step === 'project' ? project(view) : step === 'findings' ? findings(view) : report(view)}
  </div>`;
}

function report({ lang, work, look }: Frame): TemplateResult {
  return html`<sanxian-report-panel
    .lang=${lang}
    .report=${work.report}
    .formats=${look.formats}
    .reportLanguage=${look.reportLanguage ?? lang}
    .output=${look.output}
    .greyFigures=${look.greyFigures}
    .touch=${isTouch(look)}
  ></sanxian-report-panel>`;
}

function project({ lang, work: state, look }: Frame): TemplateResult {
  const { question, projects, index, report } = state;
  if (question) return questionSheet(question, lang, isTouch(look));
  const open = projects[index];
  if (!open) return empty(lang, look);
  const read = state.files[state.origins[index] ?? -1];
  return html`<sanxian-project-panel
    .lang=${lang}
    .project=${projectSummary(open, report, lang, state.noteTexts[index])}
    .claim=${state.claim}
    .report=${report}
    .pack=${state.pack}
    .packFailure=${state.packFailure}
    .answers=${read && read.file.bytes.length > 0 ? read.answers : null}
    .fields=${read?.fields ?? []}
    .touch=${isTouch(look)}
  >
    <div slot="before">${keepLine(look, lang)} ${projectList(state, lang, isTouch(look))}</div>
    <div slot="after">${recentProjects(look, lang)}</div>
  </sanxian-project-panel>`;
}

function findings({ lang, work: state, look }: Frame): TemplateResult {
  if (state.report) {
    return html`<sanxian-findings-panel
      .lang=${lang}
      .report=${state.report}
      .claim=${state.claim}
      .stale=${state.stale}
      .touch=${isTouch(look)}
    ></sanxian-findings-panel>`;
  }
  if (state.projects.length === 0) return empty(lang, look);
  if (state.checking && !state.failure) {
    return html`<sanxian-finding-placeholders
      .lang=${lang}
      .progress=${state.checking}
      .measured=${state.measured}
    ></sanxian-finding-placeholders>`;
  }
  const word = state.failure ? 'findings.failed' : 'findings.running';
  return html`<div class="empty">
    <p>${state.checking || state.failure ? say(word, lang) : say('findings.none', lang)}</p>
  </div>`;
}

function empty(lang: Language, look: Look): TemplateResult {
  return html`<div class="empty">
    <h2>${say('findings.empty', lang)}</h2>
    <p>${say('findings.empty.ways', lang)}</p>
    <p class="small">${say('formats', lang)}</p>
    <p class="ways">
      ${pasteButton(lang)}
      <button
        class="button"
        type="button"
        @click=${({ currentTarget }: Event) =>
          emit(currentTarget as Element, 'sanxian-draw', { act: 'begin', fresh: true })}
      >
        ${icon('pentagon')}${say('draw.begin', lang)}
      </button>
    </p>
    ${recentProjects(look, lang)}
  </div>`;
}

function failure({ lang, work: state }: Frame): unknown {
  const text = state.failure?.text ?? state.catalogFailure;
  if (!text) return nothing;
  const kept = state.failure?.step === 'open' && state.projects.length > 0;
  return html`<div class="failure" role="alert">
    ${icon('octagon-x', 18)}
    <p>
      ${
        state.failure
          ? html`<b
                >${say(state.failure.step === 'open' ? 'import.failed' : 'findings.failed', lang)}</b
              >${refusedName(state)}<br />`
          : nothing
      }${text[lang]} ${kept ? say('import.kept', lang) : nothing}
    </p>
    ${state.failure?.step === 'open' ? refusedPlaces(state, lang) : nothing}
  </div>`;
}

/** Of one file that could not be read; several are listed. */
function refusedName({ failure, refused }: WorkspaceState): unknown {
  return failure?.step === 'open' && refused.length === 1
    ? html` <span class="small">${refused[0]!.name}</span>`
    : nothing;
}

export function footer(view: Frame): TemplateResult {
  const { lang, work, look } = view;
  const next = nextStep({
    state: work,
    step: look.step,
    language: lang,
    hasSample: view.hasSample,
    files: look.formats.filter((one) => isWritten(one, look.output.redact)).length,
    saving: look.saving,
  });
  return html`<div class="footer">
    <p class="small ellipsis ${next.progress === null ? '' : 'now'}" title=${next.sentence}>${next.sentence}</p>
    ${
      next.progress === null
        ? nothing
        : html`<div
            class="progress"
            role="progressbar"
            aria-label=${next.sentence}
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=${Math.round(next.progress * 100)}
          >
            <i .style=${`--part:${next.progress * 100}%`}></i>
          </div>`
    }
    <div class="buttons">
      ${button(next.primary, `main ${look.welcoming ? '' : 'primary'}`, view.act)}
      ${next.other ? button(next.other, '', view.act) : nothing}
    </div>
  </div>`;
}

function button(
  { act, label, icon: name, disabled = false }: StepButton,
  classes: string,
  onAct: (act: Act) => void,
): TemplateResult {
  return html`<button
    class="button ${classes} ${name === 'loader' ? 'spin' : ''}"
    type="button"
    aria-disabled=${disabled}
    @click=${() => {
      if (!disabled) onAct(act);
    }}
  >
    ${name ? icon(name) : nothing}<span class="ellipsis">${label}</span>
  </button>`;
}

/** The phone layout: targets of 44 px, sentences in full. */
function isTouch({ layout }: Look): boolean {
  return layout.name === 'phone';
}
