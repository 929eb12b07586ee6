import type { CheckReport } from '../../domain/report.ts';
import type { Language } from '../../text/text.ts';
import { REPORT_WORDS } from '../../text/words/report.ts';
import { embeddedJson, type Markup, markup, NOTHING } from '../markup.ts';
import { securityBanner } from '../security.ts';
import { annexSection, figureSection } from './annexes.ts';
import { basisSection, methodSection } from './basis-section.ts';
import { conclusionsSection } from './conclusions-section.ts';
import { firstPage } from './first-page.ts';
import { projectSection } from './project-section.ts';
import { requirementsSection } from './requirements-section.ts';
import { resultsSection } from './results-section.ts';
import { styleSheet } from './style.ts';

const SECTIONS = [
  firstPage,
  projectSection,
  basisSection,
  methodSection,
  resultsSection,
  requirementsSection,
  conclusionsSection,
  figureSection,
  annexSection,
] as const satisfies readonly ((report: CheckReport, lang: Language) => Markup)[];

/**
 * The report as one HTML file: no script runs in it, nothing is fetched by it (its own policy forbids
 * both), and the record of the check lies inside as JSON under `#sanxian-report`.
 */
export function htmlDocument(report: CheckReport, lang: Language): string {
  const banner = securityBanner(report)[lang];
  const watermark = report.catalog.synthetic
    ? markup`<div class="watermark" aria-hidden="true"><span>${REPORT_WORDS.synthetic[lang]}</span></div>`
    : NOTHING;
  return markup`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${report.project.name} ${report.number}</title>
<style>${styleSheet({ banner, number: report.number })}</style>
</head>
<body>
${watermark}
${SECTIONS.map((section) => section(report, lang))}
<script type="application/json" id="sanxian-report">${embeddedJson(report)}</script>
</body>
</html>
`.source;
}
