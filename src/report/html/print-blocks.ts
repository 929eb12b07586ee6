import type { Block, Frame, Group, List, Paragraph, Run, Runs } from '../content/blocks.ts';
import { type Markup, markup, NOTHING } from '../markup.ts';
import { wholeNumbers } from '../plain-text.ts';
import { chipMarkup, tableMarkup, tableOrSentence, toneClass } from './table-markup.ts';

/** One block of a report as HTML. */
export function blockMarkup(block: Block): Markup {
  switch (block.type) {
    case 'heading':
      return headingMarkup(block.level, runsMarkup(block.runs));
    case 'paragraph':
      return paragraphMarkup(block);
    case 'list':
      return listMarkup(block);
    case 'table':
      return block.empty === null
        ? tableMarkup(block.table)
        : tableOrSentence(block.table, block.empty);
    case 'facts': {
      const rows = block.facts.map(
        ([name, value]) =>
          markup`<tr><th scope="row">${name}</th><td>${wholeNumbers(value)}</td></tr>`,
      );
      return markup`<table id="${block.id}" class="facts"><caption>${block.title}</caption><tbody>${rows}</tbody></table>`;
    }
    case 'quote':
      return markup`<blockquote lang="zh">“${block.quote}”<footer>${block.source}</footer></blockquote>`;
    case 'figure':
      return markup`<figure>${{ source: block.svg }}</figure><p class="note">${block.caption}</p>`;
    case 'frame':
      return frameMarkup(block);
    case 'group':
      return groupMarkup(block);
    case 'signatures':
      return markup`<div class="sign">${block.words.map((word) => markup`<div>${word}</div>`)}</div>`;
  }
}

function headingMarkup(level: 1 | 2 | 3 | 4, text: Markup): Markup {
  if (level === 1) return markup`<h1>${text}</h1>`;
  if (level === 2) return markup`<h2>${text}</h2>`;
  return level === 3 ? markup`<h3>${text}</h3>` : markup`<h4>${text}</h4>`;
}

const PARAGRAPH_CLASS = { subtitle: 'sub', note: 'note', mark: 'mark' } as const;

function paragraphMarkup({ look, runs, id }: Paragraph): Markup {
  const text = runsMarkup(runs);
  if (look === 'verdict') return markup`<strong>${text}</strong>`;
  const name = id === undefined ? NOTHING : markup` id="${id}"`;
  if (look === 'plain') return markup`<p${name}>${text}</p>`;
  return markup`<p${name} class="${PARAGRAPH_CLASS[look]}">${text}</p>`;
}

function listMarkup({ look, items, id }: List): Markup {
  const name = id === undefined ? NOTHING : markup` id="${id}"`;
  const lines = items.map(({ runs, line }) => {
    const about = line === undefined ? NOTHING : markup` data-line="${line}"`;
    return markup`<li${about}>${look === 'boxes' ? '□ ' : ''}${runsMarkup(runs)}</li>`;
  });
  if (look === 'steps') return markup`<ol${name}>${lines}</ol>`;
  if (look === 'bullets') return markup`<ul${name}>${lines}</ul>`;
  return markup`<ul${name} class="${look === 'boxes' ? 'materials' : 'note'}">${lines}</ul>`;
}

function frameMarkup({ look, verdict, blocks }: Frame): Markup {
  const inside = blocks.map(blockMarkup);
  return look === 'gap'
    ? markup`<section class="gap-box">${inside}</section>`
    : markup`<section id="verdict" class="verdict ${toneClass(verdict)}">
${inside}
</section>`;
}

function groupMarkup({ look, id, blocks }: Group): Markup {
  const inside = blocks.map(blockMarkup);
  if (look === 'finding')
    return markup`<div class="finding" data-rule="${id}">
${inside}
</div>`;
  if (look === 'together')
    return markup`<div id="${id}" class="together">${inside}
</div>`;
  return markup`<section id="${id}">${inside}
</section>`;
}

/** Runs stand side by side, without the line ends that parts of a list get. */
function runsMarkup(runs: Runs): Markup {
  return { source: runs.map((run) => runMarkup(run).source).join('') };
}

function runMarkup(run: Run): Markup {
  if (typeof run === 'string') return markup`${wholeNumbers(run)}`;
  if ('shape' in run) return chipMarkup(run);
  if ('strong' in run) return markup`<b>${wholeNumbers(run.strong)}</b>`;
  return markup`<span class="digest">${run.code}</span>`;
}
