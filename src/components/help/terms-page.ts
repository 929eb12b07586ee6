import { html, type TemplateResult } from 'lit';
import type { Language } from '../../text/text.ts';
import { sayHelp } from '../../text/words/help.ts';
import { GLOSSARY } from '../../text/words/help-pages.ts';

/** The glossary; a field narrows it down, in either language. */
export function termsPage(
  wanted: string,
  lang: Language,
  onWanted: (wanted: string) => void,
): TemplateResult {
  const query = wanted.trim().toLowerCase();
  const terms = GLOSSARY.filter(({ zh, en }) => `${zh} ${en}`.toLowerCase().includes(query));
  return html`<div class="find">
      <input
        type="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${sayHelp('terms.find', lang)}
        placeholder=${sayHelp('terms.find', lang)}
        .value=${wanted}
        @input=${(event: Event) => onWanted((event.target as HTMLInputElement).value)}
      />
      <span class="small quiet" role="status"
        >${sayHelp('terms.count', lang, { n: terms.length })}</span
      >
    </div>
    <table class="terms">
      <thead>
        <tr>
          <th scope="col">${sayHelp('terms.zh', lang)}</th>
          <th scope="col">${sayHelp('terms.en', lang)}</th>
        </tr>
      </thead>
      <tbody>
        ${terms.map(
          ({ zh, en }) => html`<tr>
            <th scope="row" lang="zh">${zh}</th>
            <td lang="en">${en}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
}
