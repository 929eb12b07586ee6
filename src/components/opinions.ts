import { html, type TemplateResult } from 'lit';
import { overridesOf } from '../domain/overrides.ts';
import type { CheckReport, Finding } from '../domain/report.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import { emit } from './events.ts';
import './verdict-chip.ts';
import '../text/words/later.ts';

/** What people hold against a finding, the person's first and the rule's own verdict beneath. */
export function opinions(
  report: CheckReport,
  finding: Finding,
  lang: Language,
  from: HTMLElement | null = null,
): TemplateResult[] {
  return overridesOf(report, finding).map(
    (one) => html`<div class="opinion">
      <sanxian-verdict-chip .lang=${lang} .verdict=${one.verdict}></sanxian-verdict-chip>
      <p class="small">
        ${say('override.said', lang, { name: one.name, at: one.at.slice(0, 10), reason: one.reason })}
      </p>
      ${
        from
          ? html`<button
              class="link small"
              type="button"
              @click=${() => {
                const { rule, line, zone } = finding;
                emit(from, 'sanxian-withdraw', { rule, line, zone });
              }}
            >
              ${say('override.withdraw', lang)}
            </button>`
          : ''
      }
    </div>`,
  );
}
