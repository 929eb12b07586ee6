import type { Facts, LineFacts, Reason } from '../domain/facts.ts';
import { isControlKind, KINDS, type LayerKind } from '../domain/kinds.ts';
import type { PolicyPack } from '../domain/policy-pack.ts';
import type { Finding } from '../domain/report.ts';
import { VERDICT_WORDS, type Verdict } from '../domain/verdict.ts';
import type { ZoneId } from '../domain/zones.ts';
import type { Text } from '../text/text.ts';
import { fill, PATH_WORDS, SPECIAL_WORDS } from '../text/words/policy.ts';
import { type Entry, valuesFor } from './finding.ts';
import type { Part } from './ground.ts';
import { toldPath } from './path.ts';

/** Words of a reason; the room that gave the reason knows them. */
export type WordsFor = (reason: Reason) => Text | null;

/** Rules under which a report is not complete. */
export const NOT_LOOKED_AT_RULES = ['NOT-LOADED', 'NOT-COVERED', 'FAILED', 'POSITION'] as const;

/**
 * One undetermined finding for each control line that was not looked at, or not everywhere: those
 * the pack requires, and those the catalog lists as current.
 */
export function gapFindings(facts: Facts, pack: PolicyPack, wordsFor: WordsFor): Entry[] {
  const absent = pack.requires.filter((kind) => !facts.lines.some((line) => line.kind === kind));
  const entries = [
    ...absent.map((kind) => gap('NOT-LOADED', kind, null, null, [], wordsFor)),
    ...facts.lines
      .filter((line) => isControlKind(line.kind))
      .flatMap((line) => gapOf(line, facts, wordsFor)),
  ];
  if (facts.position === 'internet-map')
    entries.push(
      special('POSITION', nowhere, 'undetermined', SPECIAL_WORDS.POSITION, PATH_WORDS.position),
    );
  return entries;
}

function gapOf(line: LineFacts, facts: Facts, wordsFor: WordsFor): Entry[] {
  const { kind, reason } = line;
  switch (line.state) {
    case 'not-loaded':
      return [gap('NOT-LOADED', kind, null, reason, [], wordsFor)];
    case 'failed':
      return [gap('FAILED', kind, null, reason, [], wordsFor)];
    case 'not-covered':
      return [gap('NOT-COVERED', kind, line.uncoveredM2 || facts.siteAreaM2, reason, [], wordsFor)];
    default: {
      if (line.failures.length > 0) {
        const areaM2 = line.uncoveredM2 > 0 ? line.uncoveredM2 : null;
        return [gap('FAILED', kind, areaM2, line.failures[0]!, [], wordsFor)];
      }
      if (line.uncoveredM2 <= 0) return [];
      const zone = line.zones.find((one) => one.zone === 'not-covered');
      const parcels = zone?.parcels ?? [];
      return [gap('NOT-COVERED', kind, line.uncoveredM2, reason, parcels, wordsFor)];
    }
  }
}

function gap(
  rule: 'NOT-LOADED' | 'NOT-COVERED' | 'FAILED',
  kind: LayerKind,
  areaM2: number | null,
  reason: Reason | null,
  parcels: readonly string[],
  wordsFor: WordsFor,
): Entry {
  const part: Part = { line: kind, zone: null, areaM2, above: false, parcels, counts: [kind] };
  const words = reason === null ? null : wordsFor(reason);
  const said = fill(SPECIAL_WORDS[rule], valuesFor(part, {}));
  const text = words === null ? said : joined(said, fill(SPECIAL_WORDS.REASON, { reason: words }));
  return special(
    rule,
    part,
    'undetermined',
    text,
    fill(PATH_WORDS.notLookedAt, valuesFor(part, {})),
  );
}

/** An overlap that no clause of the pack answers. */
export function noRule(part: Part): Entry {
  const words = part.zone === null ? SPECIAL_WORDS['NO-RULE-WHOLE'] : SPECIAL_WORDS['NO-RULE'];
  const zoned = part.zone !== null;
  const fact = fill(zoned ? PATH_WORDS.occupiesZone : PATH_WORDS.occupies, valuesFor(part, {}));
  return special('NO-RULE', part, 'manual-review', fill(words, valuesFor(part, {})), fact);
}

/** Two answers that cannot both be true: stands beside the outcome, never instead of it. */
export function contradiction(kind: LayerKind, zone: ZoneId | null, part: Part, text: Text): Entry {
  return special(
    'CONTRADICTION',
    { ...part, line: kind, zone, counts: [kind] },
    'manual-review',
    text,
    PATH_WORDS.contradiction,
  );
}

/** Two engines that disagree about an overlap. */
export function engineContradictions(facts: Facts): Entry[] {
  return facts.contradictions.map(({ kind, parcels }) => {
    const part: Part = { ...nowhere, line: kind, parcels, counts: [kind] };
    const text = fill(SPECIAL_WORDS.CONTRADICTION, { line: KINDS[kind].title });
    return special('CONTRADICTION', part, 'manual-review', text, text);
  });
}

const nowhere: Part = {
  line: null,
  zone: null,
  areaM2: null,
  above: false,
  parcels: [],
  counts: [],
};

function special(rule: string, part: Part, verdict: Verdict, text: Text, fact: Text): Entry {
  const finding: Finding = {
    rule,
    line: part.line,
    zone: part.zone,
    parcels: [...part.parcels],
    verdict,
    areaM2: part.areaM2,
    text,
    duties: [],
    procedure: [],
    attachments: [],
    missing: [],
    ...toldPath([
      fill(PATH_WORDS.fact, { fact }),
      { zh: `规则：${rule}`, en: `Rule: ${rule}` },
      fill(PATH_WORDS.verdict, { verdict: VERDICT_WORDS[verdict] }),
    ]),
    citations: [],
  };
  return { finding, part };
}

function joined(first: Text, second: Text): Text {
  return { zh: `${first.zh}${second.zh}`, en: `${first.en} ${second.en}` };
}
