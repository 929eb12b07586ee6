import { KINDS } from '../../domain/kinds.ts';
import type {
  CrossQuality,
  LayerQuality,
  LayerQualityDocument,
  QualityFinding,
} from '../../domain/layer-quality.ts';
import type { Language } from '../../text/text.ts';
import { QUALITY_SAID, QUALITY_TITLES } from '../../text/words/quality.ts';

/** Findings of one check that are printed; all listed ones are in the document. */
const PRINTED = 10;

/** The result as lines for people. */
export function qualityLines(document: LayerQualityDocument, lang: Language): string[] {
  const layers = document.layers.flatMap((layer) => [...layerLines(layer, lang), '']);
  if (document.crosses.length === 0) return layers.slice(0, -1);
  const crosses = document.crosses.flatMap((cross) => crossLines(cross, lang));
  return [...layers, QUALITY_SAID.crossHeading[lang], ...crosses];
}

function layerLines(layer: LayerQuality, lang: Language): string[] {
  const { title, id, features, areaM2, checks } = layer;
  return [
    QUALITY_SAID.heading(title, id, features, areaM2)[lang],
    ...checks.flatMap((one) => {
      const lines = sectionLines({ ...one, name: QUALITY_TITLES[one.check] }, lang);
      if (one.harmless) lines.push(`      ${QUALITY_SAID.harmless(one.harmless)[lang]}`);
      return lines;
    }),
  ];
}

function crossLines(cross: CrossQuality, lang: Language): string[] {
  const [a, b] = cross.kinds.map((kind) => KINDS[kind].short);
  const name = { zh: `${a!.zh} × ${b!.zh}`, en: `${a!.en} × ${b!.en}` };
  const lines = sectionLines({ ...cross, name }, lang);
  const { within, countedOnce } = cross;
  const more: string[] = [];
  if (within.count > 0) more.push(QUALITY_SAID.within(within.count, within.areaM2)[lang]);
  if (!countedOnce && cross.count > 0) more.push(QUALITY_SAID.countedTwice[lang]);
  return [lines[0]!, ...more.map((line) => `      ${line}`), ...lines.slice(1)];
}

interface Section {
  readonly name: { readonly zh: string; readonly en: string };
  readonly state: 'done' | 'partly' | 'not-done';
  readonly reason: { readonly zh: string; readonly en: string } | null;
  readonly count: number;
  readonly areaM2: number | null;
  readonly small: { readonly count: number; readonly areaM2: number } | null;
  readonly findings: readonly QualityFinding[];
}

/** One sign a state: nothing found, found, not looked at. Only what was looked at wholly is ticked. */
function sectionLines(section: Section, lang: Language): string[] {
  const { name, state, reason, count, areaM2, small, findings } = section;
  const why = reason ? `（${reason[lang]}）` : '';
  if (state === 'not-done') return [`  – ${name[lang]}：${QUALITY_SAID.notDone[lang]}${why}`];
  const sign = count > 0 ? '✗' : state === 'done' ? '✓' : '–';
  const said = count > 0 ? QUALITY_SAID.count(count, areaM2)[lang] : QUALITY_SAID.none[lang];
  const lines = [`  ${sign} ${name[lang]}：${said}${why}`];
  for (const { text, at } of findings.slice(0, PRINTED)) {
    lines.push(`      ${text[lang]}${at ? `（${at.join(', ')}）` : ''}`);
  }
  if (count > PRINTED) lines.push(`      ${QUALITY_SAID.more(count - PRINTED)[lang]}`);
  if (small && small.count > 0) {
    lines.push(`      ${QUALITY_SAID.small(small.count, small.areaM2)[lang]}`);
  }
  return lines;
}
