import { KIND_ORDER, KINDS, type LayerKind } from '../../domain/kinds.ts';
import type { CheckReport } from '../../domain/report.ts';
import type { SheetAround, Surroundings } from '../../domain/surroundings.ts';
import type { MultiPolygon } from '../../geometry/shapes.ts';
import type { Language } from '../../text/text.ts';
import { FIGURE_SENTENCES, FIGURE_WORDS } from '../../text/words/figure.ts';
import { displayWidth } from '../display-width.ts';

/** Ground of a figure for which some lines were not looked at. */
export interface Gap {
  readonly kinds: readonly LayerKind[];
  readonly polygons: MultiPolygon;
}

/** The surroundings of one figure; null where the report came without, or they are of another report. */
export function sheetAround(
  report: CheckReport,
  surroundings: Surroundings | null | undefined,
  figure: string,
): SheetAround | null {
  if (!surroundings || surroundings.report !== report.digest) return null;
  return surroundings.sheets.find((sheet) => sheet.figure === figure) ?? null;
}

/** Lines that share a gap share its hatch and its label. */
export function gapsOf(sheet: SheetAround | null): readonly Gap[] {
  const gaps = new Map<string, { kinds: LayerKind[]; polygons: MultiPolygon }>();
  for (const { kind, uncovered } of sheet?.lines ?? []) {
    if (uncovered === null) continue;
    const key = JSON.stringify(uncovered.coordinates);
    const gap = gaps.get(key) ?? { kinds: [], polygons: uncovered.coordinates };
    gap.kinds.push(kind);
    gaps.set(key, gap);
  }
  return [...gaps.values()];
}

/** What a figure does not show, so that blank ground is never taken for free ground. */
export function notShown(report: CheckReport, sheet: SheetAround | null, lang: Language): string[] {
  if (sheet === null) return [FIGURE_WORDS.noSurroundings[lang]];
  const silent = sheet.lines.filter(({ uncovered }) => uncovered !== null);
  const dense = sheet.lines.filter(({ crowded }) => crowded);
  const absent = report.notChecked.map(({ kind }) => kind);
  const said = (
    kinds: readonly LayerKind[],
    sentence: (names: string) => { readonly zh: string; readonly en: string },
  ): string[] => (kinds.length === 0 ? [] : [sentence(namesOf(kinds, lang))[lang]]);
  return [
    ...said(
      silent.map(({ kind }) => kind),
      FIGURE_SENTENCES.uncheckedHere,
    ),
    ...said(
      dense.map(({ kind }) => kind),
      FIGURE_SENTENCES.crowded,
    ),
    ...said(absent, FIGURE_SENTENCES.notLoaded),
  ];
}

/** Cells of a terminal; a line of notes is about three times as wide. */
const NAMES_WIDTH = 46;

/** Lines by their short names; where they would be too many for one line, the first and how many. */
export function namesOf(kinds: readonly LayerKind[], lang: Language): string {
  const ordered = KIND_ORDER.filter((kind) => kinds.includes(kind));
  const names = ordered.map((kind) => KINDS[kind].short[lang]);
  const between = lang === 'zh' ? '、' : ', ';
  for (let shown = names.length; shown > 1; shown--) {
    const text = names.slice(0, shown).join(between);
    if (displayWidth(text) > NAMES_WIDTH) continue;
    return shown === names.length ? text : FIGURE_SENTENCES.andMore(text, names.length)[lang];
  }
  return names.length > 1
    ? FIGURE_SENTENCES.andMore(names[0]!, names.length)[lang]
    : (names[0] ?? '');
}
