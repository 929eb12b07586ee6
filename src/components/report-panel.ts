import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KINDS } from '../domain/kinds.ts';
import type { CheckReport } from '../domain/report.ts';
import type { HouseTemplate } from '../domain/report-template.ts';
import type { Language, Text } from '../text/text.ts';
import { REPORT_STEP_WORDS as W } from '../text/words/report-step.ts';
import { say, UI_WORDS, type UiWord, type WordParams } from '../text/words/ui.ts';
import { HEADLINE_WORDS, headlineChip } from './chip-name.ts';
import { emit } from './events.ts';
import { icon } from './icons.ts';
import { noteRow, type WordedNote } from './notes-list.ts';
import { panelStyles } from './panel-styles.ts';
import {
  isWritten,
  REPORT_FORMATS,
  type ReportFormat,
  strictestSecurity,
  USUAL_FORMATS,
} from './report-formats.ts';
import { PLAIN_OUTPUT, type ReportOutput } from './report-output.ts';
import { isComplete, isHeadlineWithheld, openQuestions, uncheckedLines } from './report-reading.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import '../text/words/later.ts';

/** The report step: number, language, files, and what page one will say. */
@element('sanxian-report-panel')
export class SanxianReportPanel extends SanxianElement {
  static override styles = [
    sharedStyles,
    panelStyles,
    css`
      .locked {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
      .files {
        display: grid;
        gap: 2px;
        padding: 6px 12px 8px 14px;
      }
      .files label {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 0 10px;
        padding: 4px 0;
        cursor: pointer;
      }
      .files b {
        font-weight: 600;
      }
      input[type='checkbox'] {
        width: 16px;
        height: 16px;
        margin-top: 2px;
        accent-color: var(--sx-accent);
      }
      .files input:disabled + span b {
        color: var(--sx-text-3);
        font-weight: 400;
      }
      .template {
        display: grid;
        gap: 6px;
        padding: 4px 0 4px 26px;
      }
      .acts {
        display: flex;
        gap: 8px;
      }
      .trouble {
        margin: 0;
        color: var(--sx-stop-fg);
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      .compare {
        display: grid;
        justify-items: start;
        gap: 4px;
        padding: 12px 14px 16px;
      }
      .note p + p {
        grid-column: 2;
      }
      .switch {
        display: inline-flex;
        border: 1px solid var(--sx-line-control);
        border-radius: var(--sx-r-1);
      }
      .switch button {
        min-height: 26px;
        padding: 0 12px;
        border: 0;
        background: none;
        cursor: pointer;
      }
      :host([touch]) .switch button {
        min-height: var(--sx-control-touch);
      }
      .switch button[aria-pressed='true'] {
        background: var(--sx-accent);
        color: var(--sx-on-accent);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) report: CheckReport | null = null;
  @property({ attribute: false }) formats: readonly ReportFormat[] = USUAL_FORMATS;
  @property() reportLanguage: Language = 'zh';
  @property({ attribute: false }) output: ReportOutput = PLAIN_OUTPUT;
  @property({ type: Boolean }) greyFigures = false;
  @property({ type: Boolean, reflect: true }) touch = false;

  override render(): TemplateResult {
    const { report } = this;
    if (!report) return html`<p class="plain">${this.say('report.empty')}</p>`;
    return html`<div class="scroll" tabindex="-1">
      <dl class="form">
        <dt>${this.say('report.number')}</dt>
        <dd class="value">${report.number}</dd>
        <dt>${this.say('report.name')}</dt>
        <dd class="value">${report.project.name}</dd>
        ${
          report.project.applicant
            ? html`<dt>${this.say('report.applicant')}</dt>
                <dd class="value">${report.project.applicant}</dd>`
            : nothing
        }
        <dt>${this.say('report.security')}</dt>
        <dd class="locked">${this.security(report)} ${icon('lock', 14)}</dd>
        <dt>${this.say('report.language')}</dt>
        <dd>
          <span class="switch" role="group" aria-label=${this.say('report.language')}>
            ${this.languageButton('zh', '中文')}${this.languageButton('en', 'English')}
          </span>
        </dd>
        <dt>${this.say('report.figures')}</dt>
        <dd>
          <span class="switch" role="group" aria-label=${this.say('report.figures')}>
            ${this.figuresButton(false)}${this.figuresButton(true)}
          </span>
        </dd>
        <dt>${this.say('report.digest')}</dt>
        <dd class="value" title=${report.digest}>${report.digest.slice(0, 19)}…</dd>
      </dl>
      <div class="section"><h2>${this.say('report.files')}</h2></div>
      <div class="files">
        ${REPORT_FORMATS.map((format) => this.fileRow(format))}
      </div>
      <div class="section"><h2>${W.options[this.lang]}</h2></div>
      ${this.outputRows()}
      <div class="section"><h2>${this.say('report.first')}</h2></div>
      ${[...pageOne(report), ...pageOneOf(this.output)].map((note) => noteRow(note, this.lang, () => {}))}
      <div class="compare">
        <button
          class="button"
          type="button"
          title=${this.say('compare.hint')}
          @click=${() => emit(this, 'sanxian-compare', { act: 'pick' })}
        >
          ${icon('copy-plus')}${this.say('compare.button')}
        </button>
        <p class="small quiet">${this.say('compare.hint')}</p>
      </div>
    </div>`;
  }

  private fileRow(format: ReportFormat): TemplateResult {
    const written = isWritten(format, this.output.redact);
    const line = !written
      ? W.notRedacted[this.lang]
      : format === 'png' && this.output.redact
        ? W.redactedFigure[this.lang]
        : this.say(`report.${format}.line`);
    return html`<label>
      <input
        type="checkbox"
        .checked=${written && this.formats.includes(format)}
        ?disabled=${!written}
        @change=${() => this.toggle(format)}
      />
      <span
        ><b>${this.say(`report.${format}`)}</b><br /><span class="small quiet">${line}</span></span
      >
    </label>`;
  }

  private outputRows(): TemplateResult {
    const { redact, house, deployed, trouble } = this.output;
    const { lang } = this;
    const used = house === null ? W.noTemplate[lang] : unitOf(house, lang);
    return html`<div class="files">
      <label>
        <input
          id="redact"
          type="checkbox"
          .checked=${redact}
          @change=${() => emit(this, 'sanxian-report-redact', { on: !redact })}
        />
        <span><b>${W.redact[lang]}</b><br /><span class="small quiet">${W.redactLine[lang]}</span></span>
      </label>
      <div class="template">
        <span
          ><b>${W.template[lang]}</b> ${used}${deployed ? W.deployed[lang] : nothing}<br /><span
            class="small quiet"
            >${W.templateLine[lang]}</span
          ></span
        >
        <span class="acts">
          <button type="button" class="button" @click=${this.pickTemplate}>${W.choose[lang]}</button>
          ${
            house !== null && !deployed
              ? html`<button
                  type="button"
                  class="button"
                  @click=${() => emit(this, 'sanxian-report-template', { files: null })}
                >
                  ${W.remove[lang]}
                </button>`
              : nothing
          }
        </span>
        <input
          id="template"
          type="file"
          hidden
          multiple
          accept=".yaml,.yml,.json,.png"
          aria-label=${W.template[lang]}
          @change=${this.templatePicked}
        />
        ${trouble === null ? nothing : html`<p class="trouble" role="alert">${trouble[lang]}</p>`}
      </div>
    </div>`;
  }

  private pickTemplate(): void {
    this.renderRoot.querySelector<HTMLInputElement>('#template')?.click();
  }

  private templatePicked(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length > 0) emit(this, 'sanxian-report-template', { files });
  }

  private security(report: CheckReport): string {
    const level = strictestSecurity(report.layers.map(({ security }) => security));
    return this.say('report.security.locked', { level: this.say(`security.${level}`) });
  }

  private languageButton(language: Language, name: string): TemplateResult {
    return html`<button
      type="button"
      lang=${language}
      aria-pressed=${this.reportLanguage === language}
      @click=${() => this.change({ reportLanguage: language })}
    >
      ${name}
    </button>`;
  }

  private figuresButton(grey: boolean): TemplateResult {
    return html`<button
      type="button"
      aria-pressed=${this.greyFigures === grey}
      @click=${() => this.change({ greyFigures: grey })}
    >
      ${this.say(grey ? 'report.figures.grey' : 'report.figures.colour')}
    </button>`;
  }

  private toggle(format: ReportFormat): void {
    const formats = this.formats.includes(format)
      ? this.formats.filter((one) => one !== format)
      : [...this.formats, format];
    this.change({ formats });
  }

  private change(change: {
    formats?: readonly ReportFormat[];
    reportLanguage?: Language;
    greyFigures?: boolean;
  }): void {
    emit(this, 'sanxian-report-options', change);
  }
}

const unitOf = ({ template: { unit } }: HouseTemplate, lang: Language): string =>
  typeof unit === 'string' ? unit : unit[lang];

/** What page one says of how it was written. */
export function pageOneOf({ redact, house }: ReportOutput): WordedNote[] {
  const notes: WordedNote[] = redact ? [{ severity: 'info', text: W.firstRedacted }] : [];
  if (house === null) return notes;
  const said = (lang: Language) => W.firstTemplate[lang].replace('{unit}', unitOf(house, lang));
  return [...notes, { severity: 'info', text: { zh: said('zh'), en: said('en') } }];
}

/** What page one says, in the order it says it. */
export function pageOne(report: CheckReport): WordedNote[] {
  const both = (word: UiWord, params: (language: Language) => WordParams = () => ({})): Text => ({
    zh: say(word, 'zh', params('zh')),
    en: say(word, 'en', params('en')),
  });
  const withheld = isHeadlineWithheld(report);
  const headline = headlineChip(report);
  const unchecked = uncheckedLines(report);
  const open = openQuestions(report).length;
  const notes: WordedNote[] = [
    {
      severity: headline === 'clear' || headline === 'permit-mode' ? 'info' : 'warning',
      text: both('report.first.verdict', (language) => ({
        verdict: withheld
          ? UI_WORDS['verdict.incomplete'][language]
          : HEADLINE_WORDS[headline][language],
      })),
    },
  ];
  if (unchecked.length > 0) {
    notes.push({
      severity: 'warning',
      text: both('report.first.unchecked', (language) => ({
        names: unchecked
          .map(({ kind }) => KINDS[kind].short[language])
          .join(language === 'zh' ? '、' : ', '),
      })),
    });
    notes.push({ severity: 'info', text: both('report.first.unchecked.line') });
  } else if (isComplete(report)) {
    const n = report.lines.length;
    notes.push({ severity: 'info', text: both('report.first.complete', () => ({ n })) });
  }
  if (open > 0) {
    notes.push({ severity: 'info', text: both('report.first.open', () => ({ n: open })) });
  }
  if (report.project.crs.shift)
    notes.push({ severity: 'warning', text: both('report.first.shift') });
  if (report.catalog.synthetic) notes.push({ severity: 'info', text: both('report.first.demo') });
  notes.push({ severity: 'info', text: both('figure') });
  return notes;
}
