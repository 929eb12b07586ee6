import { html, type TemplateResult } from 'lit';
import type { Language } from '../text/text.ts';
import type { OpenQuestion } from './import-question.ts';

/** The sheet that takes the place of the project step while a file asks something. */
export function questionSheet(
  { ask, draft, lead }: OpenQuestion,
  lang: Language,
  touch: boolean,
): TemplateResult {
  switch (ask.kind) {
    case 'crs':
      return html`<sanxian-crs-question
        .lang=${lang}
        .candidates=${ask.candidates}
        .draft=${draft}
        .lead=${lead}
        .touch=${touch}
      ></sanxian-crs-question>`;
    case 'layers':
      return html`<sanxian-layers-question
        .lang=${lang}
        .layers=${ask.layers}
        .draft=${draft}
        .lead=${lead}
        .touch=${touch}
      ></sanxian-layers-question>`;
    case 'outline':
      return html`<sanxian-outline-question
        .lang=${lang}
        .lines=${ask.lines}
        .points=${ask.points}
        .draft=${draft}
        .lead=${lead}
        .touch=${touch}
      ></sanxian-outline-question>`;
    case 'datum':
      return html`<sanxian-datum-question
        .lang=${lang}
        .datum=${ask.datum}
        .epsg=${ask.epsg}
        .draft=${draft}
        .lead=${lead}
        .touch=${touch}
      ></sanxian-datum-question>`;
  }
}
