import { html, nothing, type TemplateResult } from 'lit';
import { defectLinks } from '../components/defect-links.ts';
import { emit } from '../components/events.ts';
import { icon } from '../components/icons.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import type { Look } from './look.ts';
import type { WorkspaceState } from './workspace.ts';

/** The parts of the project step that stand around the project itself. */

/** Projects to pick from, and files of the last import that could not be read. */
export function projectList(
  { projects, index, refused, failure }: WorkspaceState,
  lang: Language,
  touch: boolean,
): TemplateResult | typeof nothing {
  const left = failure?.step === 'open' ? [] : refused;
  if (projects.length < 2 && left.length === 0) return nothing;
  return html`<sanxian-project-list
    .lang=${lang}
    .projects=${projects.map(({ name, source }) => ({ name, file: source.file }))}
    .index=${index}
    .refused=${left}
    .touch=${touch}
  ></sanxian-project-list>`;
}

/** Under the sentence of a failed import: its other files, and the places of defects. */
export function refusedPlaces({ refused }: WorkspaceState, lang: Language): unknown {
  return html`<div class="refused">
    ${
      refused.length > 1
        ? refused.map(({ name, text }) => html`<p class="small"><b>${name}</b>：${text[lang]}</p>`)
        : nothing
    }
    ${defects(refused, lang)}
  </div>`;
}

function defects(refused: WorkspaceState['refused'], lang: Language): unknown {
  const all = refused.flatMap((one) => one.defects);
  const n = all.filter(({ at }) => at !== null).length;
  return html`${n > 0 ? html`<p class="small">${say('import.places', lang, { n })}</p>` : nothing}
  ${defectLinks(all, lang)}`;
}

/** That a former visit's project stands on screen, or why the present one is not kept. */
export function keepLine({ keep }: Look, lang: Language): TemplateResult | typeof nothing {
  if (keep.fault) {
    return html`<p class="keep-line warn" role="alert">
      ${icon('triangle-alert')}<span>${keep.fault[lang]}</span>${saveButton(lang)}
    </p>`;
  }
  if (!keep.restored) return nothing;
  const { name, savedAt } = keep.restored;
  return html`<p class="keep-line" role="status">
    ${icon('info')}<span
      >${say('keep.restored', lang, { name, when: timeOf(savedAt, lang) })}</span
    ><button
      class="link small"
      type="button"
      @click=${({ currentTarget }: Event) => emit(currentTarget!, 'sanxian-project-close')}
    >
      ${say('keep.close', lang)}
    </button>
  </p>`;
}

/** What is kept here, with the time of the last save; nothing where nothing can be. */
export function recentProjects({ keep, layout }: Look, lang: Language): unknown {
  if (!keep.recent) return nothing;
  const rows = keep.recent.map(({ key, title, savedAt }) => ({
    key,
    title,
    when: timeOf(savedAt, lang),
  }));
  return html`${
    keep.savedAt === null
      ? nothing
      : html`<p class="keep-saved small">
          ${say('keep.saved', lang, { when: timeOf(keep.savedAt, lang) })}
        </p>`
  }
  <sanxian-recent-projects
    .lang=${lang}
    .rows=${rows}
    .touch=${layout.name === 'phone'}
  ></sanxian-recent-projects>`;
}

export function pasteButton(lang: Language): TemplateResult {
  return html`<button
    class="button"
    type="button"
    @click=${({ currentTarget }: Event) => emit(currentTarget!, 'sanxian-paste-open')}
  >
    ${icon('clipboard-paste')}${say('paste.button', lang)}
  </button>`;
}

function saveButton(lang: Language): TemplateResult {
  return html`<button
    class="link small"
    type="button"
    @click=${({ currentTarget }: Event) => emit(currentTarget!, 'sanxian-project-save')}
  >
    ${say('project.save', lang)}
  </button>`;
}

const formatsOf = (locale: string) => ({
  time: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }),
  date: new Intl.DateTimeFormat(locale, { month: 'numeric', day: 'numeric' }),
});
/** To make one takes milliseconds, and this is asked with every change on screen. */
const formats: Partial<Record<Language, ReturnType<typeof formatsOf>>> = {};

/** Today as a time, other days as date and time; in the machine's own zone. */
export function timeOf(at: number, lang: Language, now: number = Date.now()): string {
  formats[lang] ??= formatsOf(lang === 'zh' ? 'zh-CN' : 'en-GB');
  const { time, date } = formats[lang];
  if (new Date(at).toDateString() === new Date(now).toDateString()) return time.format(at);
  return `${date.format(at)} ${time.format(at)}`;
}
