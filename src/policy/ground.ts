import type { CrossFacts, Facts, LineFacts } from '../domain/facts.ts';
import type { LayerKind } from '../domain/kinds.ts';
import { wasLookedAt } from '../domain/layer-state.ts';
import type { ZoneId } from '../domain/zones.ts';

/** A part of the site that a rule can speak of: a line, a zone of it, or an overlap of two lines. */
export interface Part {
  readonly line: LayerKind | null;
  readonly zone: ZoneId | null;
  readonly areaM2: number | null;
  readonly above: boolean;
  readonly parcels: readonly string[];
  /** Lines whose verdict this part counts for. */
  readonly counts: readonly LayerKind[];
  /** Distance to the line, m, for rules that ask for nearness. */
  readonly distanceM?: number;
}

const RED_LINE = 'ecological-red-line';
const CORE = 'nature-reserve-core';
const URBAN = 'urban-development-boundary';
const NOT_INSIDE: readonly ZoneId[] = ['outside', 'not-covered'];

export type Ground = ReturnType<typeof readGround>;

/**
 * The facts as rules ask for them. Where two facts speak of the same ground (the zone `core` and
 * the overlap of red line and core), the larger counts; where a line is above the threshold but
 * none of its parts is, every part counts: nothing falls through between the parts.
 */
export function readGround(facts: Facts) {
  const lines = new Map(facts.lines.map((line) => [line.kind, line]));
  const zones = new Map<LayerKind, readonly Part[]>();

  function lookedAt(kind: LayerKind): boolean {
    const line = lines.get(kind);
    return line !== undefined && wasLookedAt(line.state);
  }

  function whole(kind: LayerKind): Part | null {
    const line = lines.get(kind);
    if (line === undefined || !wasLookedAt(line.state)) return null;
    return part(kind, null, line.areaM2, line.aboveThreshold, line.parcels);
  }

  /** Zones of a line in the order of the facts; empty for lines that have none. */
  function zonesOf(kind: LayerKind): readonly Part[] {
    let parts = zones.get(kind);
    if (parts === undefined) {
      parts = findZones(kind);
      zones.set(kind, parts);
    }
    return parts;
  }

  function findZones(kind: LayerKind): readonly Part[] {
    const line = lines.get(kind);
    if (line === undefined || !lookedAt(kind)) return [];
    if (kind !== RED_LINE && kind !== URBAN && line.zones.length === 0) return [];
    const parts = line.zones.map((zone) =>
      part(kind, zone.zone, zone.areaM2, zone.aboveThreshold, zone.parcels),
    );
    if (kind === RED_LINE) mergeCore(parts, facts, lines.get(CORE));
    if (kind === URBAN && parts.length === 0) parts.push(...urbanWithoutZones(line, facts));
    return raised(line, parts);
  }

  function cross(op: 'and' | 'minus', of: readonly [LayerKind, LayerKind]): Part | null {
    const [a, b] = of;
    if (a === RED_LINE && b === CORE) return redLineAndCore(op);
    const counts = op === 'and' ? [a, b] : [a];
    const given = findCross(facts, op, of);
    if (given !== undefined) {
      const sibling = findCross(facts, op === 'and' ? 'minus' : 'and', of);
      const raise = sibling !== undefined && !sibling.aboveThreshold && isAbove(a);
      const above = given.aboveThreshold || (raise && given.areaM2 > 0);
      return { ...part(a, null, given.areaM2, above, given.parcels), counts };
    }
    const all = whole(a);
    if (all === null) return null;
    const bArea = lookedAt(b) ? lines.get(b)!.areaM2 : null;
    if (op === 'minus' && (bArea === null || bArea === 0)) return all;
    if (op === 'and' && bArea === 0) return { ...all, areaM2: 0, above: false, counts };
    return all.areaM2 === 0 ? { ...all, counts } : null;
  }

  function redLineAndCore(op: 'and' | 'minus'): Part | null {
    if (!lookedAt(RED_LINE)) return null;
    const parts = zonesOf(RED_LINE).filter((zone) => (zone.zone === 'core') === (op === 'and'));
    const counts: LayerKind[] = op === 'and' ? [RED_LINE, CORE] : [RED_LINE];
    return { ...sum(RED_LINE, parts), zone: parts[0]?.zone ?? null, counts };
  }

  function isAbove(kind: LayerKind): boolean {
    return lookedAt(kind) && lines.get(kind)!.aboveThreshold;
  }

  function straddles(kind: LayerKind): Part | null {
    const all = zonesOf(kind);
    const inside = all.filter((zone) => !NOT_INSIDE.includes(zone.zone!));
    const outside = all.filter((zone) => zone.zone === 'outside');
    const both = (isAbove(kind) || inside.some(above)) && outside.some(above);
    return both ? { ...sum(kind, [...inside, ...outside]), above: true } : null;
  }

  /** Distance to the line, m: 0 where it is hit or touched, null where it is not known to be near. */
  function distanceM(kind: LayerKind): number | null {
    const line = lines.get(kind);
    if (line === undefined || !wasLookedAt(line.state)) return null;
    if (line.state !== 'clear') return 0;
    // Where nobody vouches for the ground beside the site, the line may lie there.
    return line.nearestM ?? (line.nearestBeyondM === null ? 0 : null);
  }

  return { lines, lookedAt, whole, zonesOf, cross, straddles, distanceM };
}

function part(
  line: LayerKind,
  zone: ZoneId | null,
  areaM2: number,
  isAbove: boolean,
  parcels: readonly string[],
): Part {
  return { line, zone, areaM2, above: isAbove, parcels, counts: [line] };
}

const above = (one: Part): boolean => one.above;

function sum(line: LayerKind, parts: readonly Part[]): Part {
  const parcels = [...new Set(parts.flatMap((one) => one.parcels))];
  const cents = parts.reduce((total, one) => total + Math.round((one.areaM2 ?? 0) * 100), 0);
  return part(line, null, cents / 100, parts.some(above), parcels);
}

function findCross(
  facts: Facts,
  op: 'and' | 'minus',
  [a, b]: readonly [LayerKind, LayerKind],
): CrossFacts | undefined {
  return facts.crosses.find(
    (cross) =>
      cross.op === op &&
      ((cross.of[0] === a && cross.of[1] === b) ||
        (op === 'and' && cross.of[0] === b && cross.of[1] === a)),
  );
}

/** The overlap facts may know more of the core than the zones do; the worse of both counts. */
function mergeCore(parts: Part[], facts: Facts, core: LineFacts | undefined): void {
  const inside = findCross(facts, 'and', [RED_LINE, CORE]);
  const rest = findCross(facts, 'minus', [RED_LINE, CORE]);
  if (inside !== undefined) mergeZone(parts, 'core', inside);
  if (rest === undefined || parts.some((one) => one.zone !== 'core' && one.areaM2! > 0)) return;
  const coreSeen = core !== undefined && wasLookedAt(core.state) && core.uncoveredM2 === 0;
  mergeZone(parts, coreSeen && rest.known ? 'outside-core' : 'unknown', rest);
}

function mergeZone(parts: Part[], zone: ZoneId, cross: CrossFacts): void {
  if (cross.areaM2 === 0 && !cross.aboveThreshold) return;
  const at = parts.findIndex((one) => one.zone === zone);
  const known = parts[at];
  const merged = part(
    RED_LINE,
    zone,
    Math.max(cross.areaM2, known?.areaM2 ?? 0),
    cross.aboveThreshold || (known?.above ?? false),
    [...new Set([...(known?.parcels ?? []), ...cross.parcels])],
  );
  if (at < 0) parts.push(merged);
  else parts[at] = merged;
}

/** A boundary layer that was looked at and tells no zones: inside is unknown, the rest is outside. */
function urbanWithoutZones(line: LineFacts, facts: Facts): Part[] {
  const outsideM2 = Math.max(0, facts.siteAreaM2 - line.areaM2 - line.uncoveredM2);
  const inside = line.areaM2 > 0 || line.aboveThreshold;
  return [
    ...(inside ? [part(URBAN, 'unknown', line.areaM2, line.aboveThreshold, line.parcels)] : []),
    ...(outsideM2 > 0 ? [part(URBAN, 'outside', outsideM2, true, [])] : []),
  ];
}

function raised(line: LineFacts, parts: readonly Part[]): readonly Part[] {
  const inside = (one: Part): boolean => !NOT_INSIDE.includes(one.zone!);
  if (!line.aboveThreshold || parts.some((one) => inside(one) && one.above)) return parts;
  if (!parts.some((one) => inside(one) && one.areaM2! > 0))
    return [...parts, part(line.kind, 'unknown', line.areaM2, true, line.parcels)];
  return parts.map((one) => (inside(one) && one.areaM2! > 0 ? { ...one, above: true } : one));
}
