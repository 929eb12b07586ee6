import { isPlausibleShift, listParameters, type SevenParameters } from '../crs/datum-shift.ts';
import { type CrsAnswer, detectCrs } from '../crs/detect.ts';
import type { CoordinateHints, Evidence } from '../crs/evidence.ts';
import type { CrsGuess } from '../crs/guesses.ts';
import { crsDefinition, isComputable } from '../crs/registry.ts';
import type { Corrections } from '../crs/transform.ts';
import type { ImportAnswers, ImportQuestion } from '../domain/import-answers.ts';
import type { CrsCandidate } from '../domain/project.ts';
import { pointInRing } from '../geometry/point-in-ring.ts';
import type { BBox, FlatPolygons, Ring } from '../geometry/shapes.ts';
import { toNested } from '../geometry/shapes.ts';
import type { Text } from '../text/text.ts';
import { importText } from '../text/words/import.ts';
import { importError } from './import-message.ts';

/** A place with a name, for saying where a guess would put the project. */
export interface NamedArea {
  readonly name: string;
  readonly shape: FlatPolygons;
}

export interface LocateOptions {
  readonly answers?: ImportAnswers | undefined;
  readonly regionExtent?: BBox | undefined;
  readonly areas?: readonly NamedArea[] | undefined;
}

export type KnownCrs = Extract<CrsAnswer, { kind: 'known' }> & {
  /** What of the answers this system calls for. */
  readonly corrections: Corrections;
};

/**
 * The coordinate system of a file's rings, or a UserError: `crs-unknown` with a question of ranked
 * `CrsCandidate[]` in its `detail`, `err-crs-datum` with a question for seven parameters, or the reason why
 * nothing can be done with these numbers.
 */
export function locateRings(
  rings: readonly Ring[],
  hints: CoordinateHints,
  { answers, regionExtent, areas = [] }: LocateOptions,
): KnownCrs {
  const { crs: chosen, datumShift, shift: internetMap } = answers ?? {};
  if (datumShift && !isPlausibleShift(datumShift)) {
    throw importError('err-datum-shift', { values: listParameters(datumShift).join() });
  }
  const options = { chosen, region: regionExtent, datumShift, internetMap };
  const answer = detectCrs(rings, hints, options);
  if (answer.kind === 'known') {
    const isLocal = !isComputable(crsDefinition(answer.epsg)!);
    return { ...answer, corrections: { internetMap, ...(isLocal && { datumShift }) } };
  }
  if (answer.kind === 'datum') {
    const { datum, epsg } = answer;
    throw importError('err-crs-datum', { datum, epsg }, answer satisfies ImportQuestion);
  }
  if (answer.kind === 'refused') throw importError(answer.reason.code, answer.reason.params);
  const first = rings[0]![0]!;
  const params = {
    ...answer.problem.params,
    problem: answer.problem.code,
    x: first[0],
    y: first[1],
  };
  const candidates = answer.guesses.map((guess) => candidateOf(guess, areas));
  throw importError('crs-unknown', params, { kind: 'crs', candidates } satisfies ImportQuestion);
}

function candidateOf(guess: CrsGuess, areas: readonly NamedArea[]): CrsCandidate {
  const area = areaAt(guess, areas);
  const reasons = guess.evidence.map(evidenceText);
  if (area) reasons.push(importText('crs-in-area', { name: area.name }));
  const { epsg, likely, bbox, outline } = guess;
  return { epsg, title: crsTitle(epsg), reason: joinTexts(reasons), likely, bbox, outline };
}

function areaAt({ bbox }: CrsGuess, areas: readonly NamedArea[]): NamedArea | undefined {
  const x = (bbox[0] + bbox[2]) / 2;
  const y = (bbox[1] + bbox[3]) / 2;
  return areas.find(({ shape }) =>
    toNested(shape).some(
      ([shell, ...holes]) =>
        shell &&
        pointInRing(x, y, shell) === 'inside' &&
        holes.every((hole) => pointInRing(x, y, hole) !== 'inside'),
    ),
  );
}

export function evidenceText({ code, params }: Evidence): Text {
  return importText(code, params);
}

/** How the system became known and what was undone, in words for the report. */
export function crsDetail({ epsg, evidence, corrections }: KnownCrs): Text {
  const { datumShift, internetMap } = corrections;
  const texts = [evidenceText(evidence)];
  if (datumShift) texts.push(importText('crs-datum-shift', shiftParams(epsg, datumShift)));
  if (internetMap) texts.push(importText('crs-internet-map', { map: internetMap }));
  return joinTexts(texts);
}

/** The values of the sentences that print seven parameters. */
export function shiftParams(epsg: number, shift: SevenParameters) {
  return { datum: crsDefinition(epsg)!.datum, values: listParameters(shift).join() };
}

/** "CGCS2000，3° 带 35 带，中央经线 105°（横坐标带带号）" */
export function crsTitle(epsg: number): Text {
  const definition = crsDefinition(epsg);
  const datum = definition?.datum ?? null;
  if (definition?.kind !== 'gauss-krueger') return importText('crs-title-degrees', { epsg, datum });
  const { zone, zoneWidth, centralMeridian: cm, prefixed } = definition;
  return importText('crs-title-zone', { epsg, datum, zone, zoneWidth, cm, prefixed });
}

function joinTexts(texts: readonly Text[]): Text {
  return {
    zh: texts.map((text) => text.zh).join('，'),
    en: texts.map((text) => text.en).join(', '),
  };
}
