import type { CheckReport } from '../../domain/report.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS } from '../../text/words/report.ts';
import type { ContentOptions } from '../content/content-options.ts';
import { reportContent } from '../content/report-content.ts';
import { embeddedJson, markup, NOTHING } from '../markup.ts';
import { blockMarkup } from './print-blocks.ts';
import { styleSheet } from './style.ts';

/**
 * The report as one HTML file: no script runs in it, nothing is fetched by it (its own policy forbids
 * both), and the record of the check lies inside as JSON under `#sanxian-report`, what its figures draw
 * around the site under `#sanxian-surroundings`.
 */
export function htmlDocument(
  report: CheckReport,
  lang: Language,
  drawn: Partial<Pick<ContentOptions, 'grey' | 'surroundings'>> = {},
): string {
  const { title, banner, number, watermark, firstPage, sections } = reportContent(report, lang, {
    ...drawn,
    carriesRecord: true,
  });
  const across =
    watermark === null
      ? NOTHING
      : markup`<div class="watermark" aria-hidden="true"><span>${watermark}</span></div>`;
  const surroundings = drawn.surroundings
    ? markup`
<script type="application/json" id="sanxian-surroundings">${embeddedJson(drawn.surroundings)}</script>`
    : NOTHING;
  return markup`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${styleSheet({ banner, number })}</style>
</head>
<body>
${across}
<header>
<div class="head"><span class="banner">${banner}</span><span>${REPORT_WORDS.number[lang]}${number}</span></div>
${firstPage.map(blockMarkup)}
</header>
${sections.map(blockMarkup)}
<script type="application/json" id="sanxian-report">${embeddedJson(report)}</script>${surroundings}
</body>
</html>
`.source;
}
