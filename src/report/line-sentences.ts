import { wasLookedAt } from '../domain/layer-state.ts';
import { isApproximate } from '../domain/line-chip.ts';
import type { CheckReport, ReportLine } from '../domain/report.ts';
import {
  formatCount,
  formatDecimal,
  formatHectares,
  formatM2,
  formatMetres,
  formatMu,
  formatPartialPercent,
  formatPercent,
} from '../text/numbers.ts';
import type { Text } from '../text/text.ts';
import { type OccupiedWords, SENTENCES } from '../text/words/report.ts';
import { editionsOf } from './took-part.ts';

/** Nearer than this is printed with the advice to check against the surveyed boundary. */
const NEAR_M = 50;

/** What the report says of one line, in its fixed sentences; a gap is said beside what was found. */
export function lineSentences(report: CheckReport, line: ReportLine): readonly Text[] {
  const gap = gapSentence(report, line);
  if (!wasLookedAt(line.state)) return gap ? [gap] : [];
  if (isApproximate(report)) return [approximateSentence(line), ...(gap ? [gap] : [])];
  const found = foundSentences(report, line);
  const marginal = line.stability?.state === 'marginal' && line.state !== 'touch';
  const told = marginal ? [bilingual(line, (title) => SENTENCES.marginal(title, flips(line)))] : [];
  return [...found, ...told, ...(gap ? [gap] : [])];
}

/** Why a line, or a part of it, was not checked; null when it was. */
export function gapSentence(report: CheckReport, line: ReportLine): Text | null {
  const say = (sentence: (title: string) => Text): Text => bilingual(line, sentence);
  if (line.state === 'not-loaded') return say(SENTENCES.notLoaded);
  const files = failedFiles(report, line);
  if (!wasLookedAt(line.state) && files !== null) {
    return say((title) => SENTENCES.fileFailed(title, files));
  }
  if (line.state === 'not-covered') return say(SENTENCES.notCovered);
  if (line.state === 'failed') return say(SENTENCES.failed);
  if (line.coverageShare >= 1) return null;
  const percent = formatPartialPercent(line.coverageShare);
  const gapM2 = report.findings.find(
    (one) => one.rule === 'NOT-COVERED' && one.line === line.kind,
  )?.areaM2;
  const ha = formatHectares(gapM2 ?? report.project.areaM2 * (1 - line.coverageShare));
  if (files !== null) return say((title) => SENTENCES.partlyFailed(title, files, percent, ha));
  return say((title) => SENTENCES.partlyCovered(title, percent, ha));
}

/** Files of the line's layers that failed, where that is why the line was not wholly checked. */
function failedFiles(report: CheckReport, line: ReportLine): string | null {
  const failed = report.layers.filter((one) => one.kind === line.kind && one.state === 'failed');
  const isCause = failed.some((one) => one.reason !== null && one.reason.zh === line.reason?.zh);
  return isCause ? failed.map((one) => one.file).join('、') : null;
}

/** Of an approximate position nothing is concluded: neither occupied nor free nor how far away. */
function approximateSentence(line: ReportLine): Text {
  const ha = formatHectares(line.areaM2);
  return bilingual(line, (title) =>
    line.areaM2 > 0 ? SENTENCES.approximateOverlap(title, ha) : SENTENCES.approximate(title),
  );
}

function foundSentences(report: CheckReport, line: ReportLine): readonly Text[] {
  const say = (sentence: (title: string) => Text): Text => bilingual(line, sentence);
  const edition = editionOf(report, line);
  const urban = line.kind === 'urban-development-boundary';
  if (line.state === 'overlap') {
    const words = occupiedWords(report, line);
    if (urban) return [SENTENCES.inBoundary({ ...words, line: '' })];
    const occupied = say((title) => SENTENCES.occupied({ ...words, line: title }));
    return [occupied, ...coreSentences(report, line)];
  }
  if (line.state === 'below-threshold') {
    const threshold = formatDecimal(report.parameters.thresholdM2, 2);
    return [say((title) => SENTENCES.belowThreshold(title, formatM2(line.areaM2), threshold))];
  }
  if (line.state === 'touch') return [say((title) => SENTENCES.touch(title))];
  const whole = line.coverageShare >= 1;
  const clear = !whole
    ? say((title) => SENTENCES.notOccupiedWhereChecked(title, edition))
    : urban
      ? SENTENCES.outsideBoundary(edition)
      : say((title) => SENTENCES.notOccupied(title, edition));
  return [clear, ...distanceSentences(line)];
}

function distanceSentences(line: ReportLine): readonly Text[] {
  const say = (sentence: (title: string) => Text): Text => bilingual(line, sentence);
  if (line.nearestM !== null) {
    const metres = formatMetres(line.nearestM);
    const near = line.nearestM < NEAR_M ? SENTENCES.near : SENTENCES.distance;
    return [say((title) => near(title, metres))];
  }
  if (line.nearestBeyondM === null || line.coverageShare < 1) return [];
  const metres = formatCount(line.nearestBeyondM);
  return [say((title) => SENTENCES.beyond(title, metres))];
}

/** The red line's sentence ends with the core, where the core was looked at. */
function coreSentences(report: CheckReport, line: ReportLine): readonly Text[] {
  if (line.kind !== 'ecological-red-line') return [];
  const core = line.zones.find((zone) => zone.id === 'core');
  if (core && core.areaM2 > 0) {
    return [SENTENCES.inCore(formatHectares(core.areaM2)), SENTENCES.prohibitedCore];
  }
  const reserve = report.lines.find((one) => one.kind === 'nature-reserve-core');
  const known = reserve !== undefined && wasLookedAt(reserve.state) && reserve.coverageShare >= 1;
  return known && reserve.state === 'clear' ? [SENTENCES.noCore] : [];
}

function occupiedWords(report: CheckReport, line: ReportLine): Omit<OccupiedWords, 'line'> {
  const siteM2 = report.project.areaM2;
  return {
    siteHa: formatHectares(siteM2),
    siteMu: formatMu(siteM2),
    ha: formatHectares(line.areaM2),
    mu: formatMu(line.areaM2),
    percent: formatPercent(line.shareOfProject),
    hits: formatCount(line.hits),
  };
}

/** Editions of the layers that spoke for the line. */
function editionOf(report: CheckReport, line: ReportLine): string {
  return editionsOf(report.layers.filter((one) => one.kind === line.kind));
}

const titleOf = (line: ReportLine, lang: 'zh' | 'en'): string => line.title[lang];
const flips = (line: ReportLine): string | null =>
  line.stability?.flipsAtM == null ? null : formatDecimal(line.stability.flipsAtM, 2);

/** A sentence about the line, with its title in each language. */
function bilingual(line: ReportLine, sentence: (title: string) => Text): Text {
  return { zh: sentence(titleOf(line, 'zh')).zh, en: sentence(titleOf(line, 'en')).en };
}
