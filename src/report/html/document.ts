import { bytesToBase64 } from '../../bytes/base64.ts';
import type { CheckReport } from '../../domain/report.ts';
import type { HouseTemplate } from '../../domain/report-template.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS } from '../../text/words/report.ts';
import type { ContentOptions } from '../content/content-options.ts';
import { reportContent } from '../content/report-content.ts';
import type { Letterhead } from '../house/house-content.ts';
import { embeddedJson, type Markup, markup, NOTHING } from '../markup.ts';
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
  options: Partial<Pick<ContentOptions, 'grey' | 'surroundings' | 'house'>> = {},
): string {
  const { house = null, surroundings = null } = options;
  const content = reportContent(report, lang, { ...options, carriesRecord: true });
  const { title, banner, number, watermark, letterhead, firstPage, sections } = content;
  const across =
    watermark === null
      ? NOTHING
      : markup`<div class="watermark" aria-hidden="true"><span>${watermark}</span></div>`;
  const around =
    surroundings === null
      ? NOTHING
      : markup`
<script type="application/json" id="sanxian-surroundings">${embeddedJson(surroundings)}</script>`;
  return markup`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${styleSheet({ banner, number, footer: letterhead?.footer ?? '' })}</style>
</head>
<body>
${across}
<header>
<div class="head"><span class="banner">${banner}</span><span>${REPORT_WORDS.number[lang]}${number}</span></div>
${letterhead === null ? NOTHING : letterheadMarkup(letterhead)}
${firstPage.map(blockMarkup)}
</header>
${sections.map(blockMarkup)}
<script type="application/json" id="sanxian-report">${embeddedJson(report)}</script>${around}
${house === null ? NOTHING : houseScript(house)}
</body>
</html>
`.source;
}

function letterheadMarkup({ unit, logo, header, footer }: Letterhead): Markup {
  const picture =
    logo === null
      ? NOTHING
      : markup`<img alt="" src="data:image/png;base64,${bytesToBase64(logo.png)}" style="width:${logo.widthMm}mm;height:${logo.heightMm}mm">`;
  const lines = [header, footer].filter((line) => line !== '');
  return markup`<div class="house">${picture}<div><b>${unit}</b>${lines.map((line) => markup`<div class="note">${line}</div>`)}</div></div>`;
}

/** What the page was printed in, so that its wording can be verified beside the record. */
function houseScript({ template, logo }: HouseTemplate): Markup {
  const held = { template, logo: logo && { ...logo, png: bytesToBase64(logo.png) } };
  return markup`<script type="application/json" id="sanxian-template">${embeddedJson(held)}</script>`;
}
