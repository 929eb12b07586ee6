import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Claim } from '../domain/claim.ts';
import type { FieldChoice, ImportAnswers } from '../domain/import-answers.ts';
import type { PolicyPack } from '../domain/policy-pack.ts';
import type { CheckReport } from '../domain/report.ts';
import type { Text } from '../text/text.ts';
import { toHectares } from '../units/area.ts';
import { levelToTotal } from '../units/level.ts';
import { roundHalfUp } from '../units/round.ts';
import { emit } from './events.ts';
import { figure, NO_FIGURE } from './figures.ts';
import { icon } from './icons.ts';
import { noteRow, type WordedNote } from './notes-list.ts';
import { panelStyles } from './panel-styles.ts';
import { element, SanxianElement } from './sanxian-element.ts';
import { sharedStyles } from './shared-styles.ts';
import './claim-form.ts';
import './project-source.ts';
import '../text/words/later.ts';

/** Parcels shown at first, and with every "more". */
const PAGE_ROWS = 100;

/** A parcel as the table shows it; `areaM2` null until the check has measured it. */
export interface ParcelRow {
  readonly id: string;
  readonly name: string;
  readonly areaM2: number | null;
  readonly planeAreaM2: number | null;
  readonly declaredAreaM2: number | null;
}

/** What the project step shows of a project; the app makes it from Project and CheckReport. */
export interface ProjectSummary {
  readonly name: string;
  readonly file: string;
  readonly vertices: number;
  readonly crs: string;
  readonly crsDetail: Text;
  readonly parcels: readonly ParcelRow[];
  /** Union of the parcels, null before the check. */
  readonly areaM2: number | null;
  readonly noteCount: number;
  /** Fewer than `noteCount` where a project came without the sentences of its notes. */
  readonly notes: readonly WordedNote[];
}

/** The project step: file, parcels, import notes, and what has to be known about the project. */
@element('sanxian-project-panel')
export class SanxianProjectPanel extends SanxianElement {
  static override styles = [sharedStyles, panelStyles];

  @property({ attribute: false }) project: ProjectSummary | null = null;
  @property({ attribute: false }) claim: Claim = {};
  @property({ attribute: false }) report: CheckReport | null = null;
  @property({ attribute: false }) pack: PolicyPack | null = null;
  @property({ attribute: false }) packFailure: Text | null = null;
  /** What was said of its file, which can be read again; null where it cannot. */
  @property({ attribute: false }) answers: ImportAnswers | null = null;
  @property({ attribute: false }) fields: readonly FieldChoice[] = [];
  @property({ type: Boolean, reflect: true }) touch = false;
  @state() private limit = PAGE_ROWS;

  override render(): TemplateResult {
    const { project } = this;
    if (!project) return html`<p class="plain">${this.say('project.empty')}</p>`;
    return html`<div class="scroll" tabindex="-1">
      <slot name="before"></slot>
      ${this.file(project)} ${this.parcels(project)} ${this.source()} ${this.notes(project)}
      <sanxian-claim-form
        .lang=${this.lang}
        .pack=${this.pack}
        .failure=${this.packFailure}
        .report=${this.report}
        .claim=${this.claim}
        .touch=${this.touch}
      ></sanxian-claim-form>
      <slot name="after"></slot>
    </div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('project');
    if (before && before.file !== this.project?.file) this.limit = PAGE_ROWS;
  }

  private file(project: ProjectSummary): TemplateResult {
    const n = project.parcels.length;
    return html`<div class="file">
        ${icon('file-text', 20)}
        <div>
          <h2 class="ellipsis" title=${project.file}>${project.file}</h2>
          <p class="small quiet" title=${this.text(project.crsDetail)}>
            ${this.say('project.parcels', { n, v: project.vertices })} · ${project.crs}
          </p>
        </div>
        <button class="link" type="button" @click=${() => emit(this, 'sanxian-open-request')}>
          ${this.say('action.change')}
        </button>
      </div>
      <div class="ways">
        <button
          class="link small"
          type="button"
          @click=${() => emit(this, 'sanxian-draw', { act: 'begin', fresh: false })}
        >
          ${icon('pencil', 14)}${this.say('draw.edit')}
        </button>
        <button class="link small" type="button" @click=${() => emit(this, 'sanxian-paste-open')}>
          ${icon('clipboard-paste', 14)}${this.say('paste.button')}
        </button>
        <button class="link small" type="button" @click=${() => emit(this, 'sanxian-project-save')}>
          ${icon('download', 14)}${this.say('project.save')}
        </button>
      </div>`;
  }

  private source(): TemplateResult | typeof nothing {
    if (!this.answers) return nothing;
    return html`<sanxian-project-source
      .lang=${this.lang}
      .answers=${this.answers}
      .fields=${this.fields}
      .touch=${this.touch}
    ></sanxian-project-source>`;
  }

  private parcels(project: ProjectSummary): TemplateResult {
    const { parcels } = project;
    const columns = [
      levelled(
        parcels.map(({ areaM2 }) => areaM2),
        project.areaM2,
      ),
      levelled(parcels.map(({ planeAreaM2 }) => planeAreaM2)),
      levelled(parcels.map(({ declaredAreaM2 }) => declaredAreaM2)),
    ];
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${this.say('table.plot')}</th>
          <th scope="col">${this.say('table.ellipsoidal')}</th>
          <th scope="col">${this.say('table.plane')}</th>
          <th scope="col">${this.say('table.declared')}</th>
        </tr>
      </thead>
      <tbody>
        ${parcels.slice(0, this.limit).map(
          ({ id, name }, row) => html`<tr>
            <th scope="row">${name === id ? id : `${id} ${name}`}</th>
            ${columns.map(({ rows }) => html`<td>${hectares(rows[row] ?? null)}</td>`)}
          </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${this.say('table.total')}</th>
          ${columns.map(({ total }) => html`<td>${total}</td>`)}
        </tr>
      </tfoot>
    </table>
    ${
      parcels.length > this.limit
        ? html`<button
            class="link small more"
            type="button"
            @click=${() => {
              this.limit += PAGE_ROWS;
            }}
          >
            ${this.say('pieces.more', { n: Math.min(PAGE_ROWS, parcels.length - this.limit) })}
          </button>`
        : nothing
    }`;
  }

  private notes({ notes, noteCount: n }: ProjectSummary): TemplateResult {
    return html`<div class="section">
        <h2>${this.say('import.title')}</h2>
        <span>${n === 0 ? this.say('import.ok') : this.say('import.notes', { n })}</span>
      </div>
      ${notes.map((note) => noteRow(note, this.lang, (at) => emit(this, 'sanxian-locate', { at })))}`;
  }
}

/**
 * Hectares of a column, levelled to the printed total where the rows make up the total; overlapping
 * parcels have a union smaller than their sum and are printed as they are.
 */
function levelled(
  areas: readonly (number | null)[],
  unionM2: number | null = null,
): { rows: readonly (number | null)[]; total: string } {
  if (areas.some((area) => area === null)) {
    const rows = areas.map((area) => (area === null ? null : toHectares(area)));
    return { rows, total: hectares(unionM2 === null ? null : toHectares(unionM2)) };
  }
  const parts = areas.map((area) => toHectares(area ?? 0));
  const sum = parts.reduce((total, part) => total + part, 0);
  const total = roundHalfUp(unionM2 === null ? sum : toHectares(unionM2), 4);
  const disjoint = Math.abs(total - sum) < 0.5e-4 * Math.max(1, parts.length);
  return { rows: disjoint ? levelToTotal(parts, 4, total) : parts, total: figure(total, 4) };
}

function hectares(value: number | null): string {
  return value === null ? NO_FIGURE : figure(value, 4);
}
