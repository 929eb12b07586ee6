import { isControlKind, type LayerKind } from '../domain/kinds.ts';
import type { PolicyPack } from '../domain/policy-pack.ts';
import type { Entry } from './finding.ts';
import type { Ground, Part } from './ground.ts';
import { crossKey, partKey } from './parts.ts';
import { noRule } from './special-findings.ts';

/**
 * NO-RULE for every overlap above the threshold that no admission rule answers, true or undecided:
 * per zone where a line has zones, per part where the pack cuts it by another line, else whole.
 */
export function unansweredFindings(
  ground: Ground,
  pack: PolicyPack,
  answered: ReadonlySet<string>,
): Entry[] {
  const kinds = [...ground.lines.keys()].filter(
    (kind) => isControlKind(kind) && ground.lookedAt(kind),
  );
  return kinds.flatMap((kind) => {
    const zones = ground.zonesOf(kind);
    const parts =
      zones.length > 0
        ? unansweredZones(kind, zones, answered)
        : unansweredParts(kind, ground, pack, answered);
    return parts.map(noRule);
  });
}

function unansweredZones(
  kind: LayerKind,
  zones: readonly Part[],
  answered: ReadonlySet<string>,
): readonly Part[] {
  return zones.filter((zone) => {
    if (!zone.above || zone.zone === 'outside' || zone.zone === 'not-covered') return false;
    // The pack judges by sub-zone; one that the data does not name can be none of them.
    if (kind === 'urban-development-boundary' && zone.zone === 'unknown') return true;
    return !answered.has(partKey(kind, 'whole')) && !answered.has(partKey(kind, zone.zone!));
  });
}

function unansweredParts(
  kind: LayerKind,
  ground: Ground,
  pack: PolicyPack,
  answered: ReadonlySet<string>,
): readonly Part[] {
  const whole = ground.whole(kind);
  if (whole === null || !whole.above || answered.has(partKey(kind, 'whole'))) return [];
  const cut = pack.crosses.find((cross) => cross.op === 'minus' && cross.of[0] === kind);
  if (cut === undefined) return [whole];
  const other = cut.of[1];
  const both = pack.crosses.find(
    (cross) => cross.op === 'and' && cross.of.includes(kind) && cross.of.includes(other),
  );
  const minus = ground.cross('minus', cut.of);
  const and = ground.cross('and', both?.of ?? cut.of);
  const known = [minus, and].some((part) => part?.above);
  const answers = both?.answeredBy === other && ground.whole(other)?.above;
  if (!known) return answers ? [] : [whole];
  return [
    ...(minus?.above && !answered.has(crossKey('minus', cut.of)) ? [minus] : []),
    ...(and?.above && !answered.has(crossKey('and', cut.of)) && !answers
      ? [{ ...and, line: kind }]
      : []),
  ];
}
