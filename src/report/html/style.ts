import type { Markup } from '../markup.ts';

/** A4 portrait; hatches and words carry the meaning, colour only helps. */
const CSS = `
:root { --text: #1a222a; --quiet: #46525d; --line: #9aa4ad; --stop: #9b1c1c; --gap: #573a91; --warn: #774600; --mode: #164f8f; --clear: #1f5b3d; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 178mm; padding: 8mm 4mm 16mm; color: var(--text); background: #fff;
  font: 10pt/1.6 "Segoe UI", "Helvetica Neue", "Microsoft YaHei", "PingFang SC", "Source Han Sans SC", "Noto Sans CJK SC", sans-serif;
  font-variant-numeric: tabular-nums; }
h1 { font-size: 18pt; line-height: 1.35; text-align: center; margin: 8mm 0 2mm; }
h2 { font-size: 13pt; margin: 8mm 0 2mm; break-after: avoid; }
h3 { font-size: 11pt; margin: 5mm 0 1.5mm; break-after: avoid; }
h4 { font-size: 10pt; margin: 3mm 0 1mm; break-after: avoid; }
p { margin: 1mm 0; } ol, ul { margin: 1mm 0; padding-inline-start: 6mm; }
.head { display: flex; justify-content: space-between; gap: 6mm; }
.house { display: flex; align-items: center; gap: 5mm; margin: 6mm 0 2mm; font-size: 12pt; }
.banner { color: var(--stop); font-weight: 600; }
.sub { text-align: center; color: var(--quiet); }
.verdict { border: 1.2pt solid currentColor; padding: 3mm 4mm; margin: 5mm 0 3mm; break-inside: avoid; }
.verdict strong { font-size: 14pt; } .verdict p { color: var(--text); }
.gap-box { border: 1.2pt dashed var(--gap); padding: 2mm 4mm; margin: 3mm 0; break-inside: avoid; }
.gap-box h3 { margin-top: 1mm; color: var(--gap); }
.mark { border-inline-start: 3pt solid var(--gap); padding-inline-start: 3mm; margin: 2mm 0; }
.tone-stop { color: var(--stop); } .tone-gap { color: var(--gap); } .tone-warn { color: var(--warn); }
.tone-mode { color: var(--mode); } .tone-clear { color: var(--clear); }
.chip { font-weight: 600; white-space: nowrap; }
.chip.tone-gap { border-bottom: 1pt dashed currentColor; }
table { width: 100%; border-collapse: collapse; margin: 1.5mm 0 3mm; font-size: 8.5pt; line-height: 1.4; }
caption { text-align: start; font-weight: 600; font-size: 10pt; padding: 1mm 0; break-after: avoid; }
th, td { border-bottom: .5pt solid var(--line); padding: 1mm 1.2mm; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
thead th { overflow-wrap: normal; border-top: 1pt solid var(--text); border-bottom: 1pt solid var(--text); font-weight: 600; vertical-align: bottom; }
thead { display: table-header-group; } tr { break-inside: avoid; }
.short { white-space: nowrap; }
.right { text-align: end; white-space: nowrap; } th.right { white-space: normal; }
tr.total td { font-weight: 600; border-bottom: 1pt solid var(--text); }
table.facts th { width: 34mm; font-weight: 400; color: var(--quiet); }
table.narrow .hash { font-family: Consolas, "DejaVu Sans Mono", monospace; font-size: 7.5pt; }
.note { color: var(--quiet); font-size: 9pt; }
.finding { border-top: .5pt solid var(--line); padding-top: 1mm; margin-top: 3mm; }
blockquote { margin: 1.5mm 0 1.5mm 4mm; break-inside: avoid;
  font: 11.5pt/1.75 "FangSong", "FangSong_GB2312", "STFangsong", "Noto Serif CJK SC", serif; }
blockquote footer { font-size: 9.5pt; color: var(--quiet); text-align: end; }
ul.materials { list-style: none; padding-inline-start: 0; }
figure { margin: 2mm 0; break-inside: avoid; text-align: center; } figure svg { max-width: 100%; height: auto; }
.together { break-inside: avoid; }
.sign { display: grid; grid-template-columns: repeat(4, 1fr); gap: 6mm; margin: 12mm 0 4mm; break-inside: avoid; }
.sign div { border-bottom: .75pt solid var(--text); padding-bottom: 1mm; min-height: 9mm; }
.digest { font-family: Consolas, "DejaVu Sans Mono", monospace; font-size: 8pt; overflow-wrap: anywhere; }
.watermark { position: fixed; inset: 0; display: grid; place-items: center; pointer-events: none; z-index: 1; }
.watermark span { transform: rotate(-28deg); font-size: 36pt; white-space: nowrap; color: var(--gap); opacity: .09; }
@media print { body { max-width: none; padding: 0; } a { color: inherit; } }
`;

/**
 * The style sheet with page furniture: 密级 and number above, page x / y below. Words come in as CSS
 * strings, in which only letters, digits, CJK and plain punctuation are let through.
 */
export function styleSheet(words: {
  readonly banner: string;
  readonly number: string;
  /** Line of a house template, '' without. */
  readonly footer: string;
}): Markup {
  const text = (value: string): string =>
    `"${value.replace(/[^\p{Letter}\p{Number} ,.:·—_-]/gu, ' ')}"`;
  const page = `@page { size: A4 portrait; margin: 18mm 16mm 16mm;
  @top-left { content: ${text(words.banner)}; color: #9b1c1c; font: 8pt sans-serif; }
  @top-right { content: ${text(words.number)}; font: 8pt sans-serif; }
${words.footer === '' ? '' : `  @bottom-left { content: ${text(words.footer)}; font: 8pt sans-serif; }\n`}  @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }`;
  return { source: `${CSS}${page}` };
}
